"""Trends: what a chart draws, computed exactly; a blank is a gap (None), never a zero."""
