"""Finding passages: lexical, dense, and both together."""
