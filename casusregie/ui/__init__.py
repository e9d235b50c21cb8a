"""The floor of the house: form rendering, blocks, dates, paging, panels. Knows no model."""
