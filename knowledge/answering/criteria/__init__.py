"""Answers from criteria tables: the governing decision, the demand, the structure, the groups."""
