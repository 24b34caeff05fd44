"""Measurements, run by make targets; not tests: they pass no judgement."""
