"""What the case and its plan hang on the pages of earlier rooms."""
