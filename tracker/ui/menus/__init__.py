"""What each menu of the window offers, one file a menu; commands.py puts them together."""
