"""Mentions of documents, criteria, times, places and levels in a question.

One parser serves both sides: the Rasa process (entities) and the library
(queries). Python 3.10 and standard library plus PyYAML only.
"""
