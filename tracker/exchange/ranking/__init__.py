"""A month's ranking for the outside: chosen from a book and written as JSON, CSV or a table for the terminal."""
