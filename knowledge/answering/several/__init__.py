"""Messages that ask several things at once."""
