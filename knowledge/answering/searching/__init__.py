"""Answers found by retrieval, and the decision whether what was found may be told."""
