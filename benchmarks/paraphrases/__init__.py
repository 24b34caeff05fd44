"""Messages in other words than the knowledge has, and whether they find what they are about."""
