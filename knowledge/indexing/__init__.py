"""Immutable index versions: built aside, verified, switched by one rename."""
