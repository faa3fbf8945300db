"""Heavy work in a process of its own: approvals, draws, and the analysis of assumptions.

Kept free of imports: the process that works starts through this package, and a page that only
asks for work must not load what the work needs. Callers import `unpol_data.work.running`.
"""
