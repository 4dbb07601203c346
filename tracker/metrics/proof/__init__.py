"""The proof-reader: every claim of a bulletin's text recomputed from the numbers that stand beside it."""
