"""Two or more things side by side: sets, documents, periods, provinces."""
