"""The one assistant of the action server."""

from __future__ import annotations

from functools import lru_cache

from knowledge.assistant import Assistant


@lru_cache(maxsize=1)
def assistant() -> Assistant:
    """The assistant that the settings describe, made on first use."""
    return Assistant.from_settings()
