"""French: the trained pipeline and its loader, syntax, quotation marks, dates."""
