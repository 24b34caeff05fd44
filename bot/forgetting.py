"""Removes conversations from Rasa's tracker store, which has no function for it.

Knows the two stores that Rasa ships for one machine: memory and SQL. Runs in
Rasa's process (Python 3.10).
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

from rasa.core.tracker_store import (
    InMemoryTrackerStore,
    SQLTrackerStore,
    TrackerStore,
)


class UnknownStoreError(Exception):
    """The tracker store is of a kind from which nothing can be deleted."""


def _unwrapped(store: TrackerStore) -> TrackerStore:
    while not isinstance(store, (InMemoryTrackerStore, SQLTrackerStore)):
        inner = getattr(store, "_tracker_store", None)
        if inner is None:
            raise UnknownStoreError(type(store).__name__)
        store = inner
    return store


async def forget(store: TrackerStore, conversation: str) -> int:
    """Removes one conversation.

    Returns:
        The number of events (SQL) or conversations (memory) removed.
    """
    store = _unwrapped(store)
    if isinstance(store, InMemoryTrackerStore):
        return int(store.store.pop(conversation, None) is not None)
    return await asyncio.to_thread(_delete, store, sender_id=conversation)


async def forget_before(store: TrackerStore, moment: float) -> int:
    """Removes every event older than a moment (seconds since 1970); returns as `forget`."""
    store = _unwrapped(store)
    if isinstance(store, InMemoryTrackerStore):
        old = [name for name, body in store.store.items() if _last_event(body) < moment]
        for name in old:
            del store.store[name]
        return len(old)
    return await asyncio.to_thread(_delete, store, before=moment)


async def export(store: TrackerStore, conversation: str) -> list[dict[str, Any]]:
    """What was said in a conversation, in order, oldest first."""
    tracker = await _unwrapped(store).retrieve_full_tracker(conversation)
    if tracker is None:
        return []
    return [
        {"who": event.type_name, "at": event.timestamp, "text": getattr(event, "text", None)}
        for event in tracker.events
        if event.type_name in ("user", "bot") and getattr(event, "text", None)
    ]


def _delete(
    store: SQLTrackerStore, sender_id: str | None = None, before: float | None = None
) -> int:
    with store.session_scope() as session:
        query = session.query(store.SQLEvent)
        if sender_id is not None:
            query = query.filter(store.SQLEvent.sender_id == sender_id)
        if before is not None:
            query = query.filter(store.SQLEvent.timestamp < before)
        removed = query.delete(synchronize_session=False)
        session.commit()
        return int(removed)


def _last_event(body: Any) -> float:
    """Time of the last event of a tracker as the memory store keeps it (JSON text)."""
    events = json.loads(body).get("events") or [{}]
    return float(events[-1].get("timestamp") or 0.0)
