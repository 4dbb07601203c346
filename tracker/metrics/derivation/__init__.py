"""这个数怎么来的: a figure, a rank or a point as numbered steps, for a screen or a sheet to show."""
