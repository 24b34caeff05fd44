"""One question in, one typed answer out."""
