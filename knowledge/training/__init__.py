"""Trains and measures the embedding model that ships; not needed to answer."""
