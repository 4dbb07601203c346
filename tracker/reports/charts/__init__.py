"""Charts: what the trends compute, as pictures for the screen, for paper and for other programs. matplotlib, never pyplot."""
