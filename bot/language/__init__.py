"""Rasa language components (Python 3.10): normalisation, tokens, references."""
