"""How does a file from outside become rows of the store?

Kept free of imports: the child process that reads files starts through this package,
and must start fast and small. Callers import `unpol_data.ingest.importing`.
"""
