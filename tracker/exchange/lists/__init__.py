"""A month's lists and lights for the outside: as text for the terminal and as JSON for other programs."""
