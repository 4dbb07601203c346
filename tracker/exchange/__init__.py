"""What comes from and goes to the outside: the data folder."""
