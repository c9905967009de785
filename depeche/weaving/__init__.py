"""Many readings, one record: copies and what their tellings have in common (codebook section 7)."""
