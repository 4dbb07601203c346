"""How quick the program is. `make bench` prints a table; nothing here ever fails a test.

Figures are medians of several runs; budgets are the project's own. The machine's speed is part of every absolute time.
"""
