"""Rasa custom actions: slots in, one question to the knowledge, one answer out."""
