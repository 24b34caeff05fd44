"""Which rows of criteria tables a question is about.

Sets by document, level and time; rows by number or by name.
"""
