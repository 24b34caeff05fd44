"""Questions that were not answered, or not well: kept without persons, for the maintainers."""
