"""What besluit and overleg hang on the pages of earlier rooms."""
