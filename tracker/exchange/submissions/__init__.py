"""What the units send in (报送表): files of any shape, read, understood, planned, and only then written into the book."""
