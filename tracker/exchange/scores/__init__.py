"""A month's scores for the outside: chosen from a book and written as JSON, CSV or a table for the terminal."""
