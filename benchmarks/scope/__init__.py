"""Messages of other matters, and of the field in nobody's official words."""
