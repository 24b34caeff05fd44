"""How well the search finds the article that answers a question: `make bench-retrieval`."""
