"""A number with its reasons, for other programs and for people without the window."""
