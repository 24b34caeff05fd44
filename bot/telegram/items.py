"""An update in the inbox, and how far it has got.

States: `new` → (`late` →) `answered` → `done`. A late update was met with an
apology and is tried again; an answered one has replies that are to be sent.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """How far an update has got."""

    NEW = "new"
    LATE = "late"
    ANSWERED = "answered"
    DONE = "done"


@dataclass(frozen=True)
class Item:
    """An update that is not done.

    Attributes:
        said_at: when it was said; seconds since 1970, like all times here.
        attempts: failed attempts so far.
        next_try: not before this moment.
        notice: the id that the apology showed, if there was one.
    """

    update_id: int
    lane: str
    said_at: float
    body: str
    state: State
    attempts: int
    next_try: float
    notice: str | None


def row_of(update: dict[str, Any]) -> dict[str, Any]:
    """The values of a new row for an update as Telegram sent it."""
    now = time.time()
    query = update.get("callback_query") or {}
    said = update.get("message") or update.get("edited_message") or {}
    message = query.get("message") or said
    chat = (message.get("chat") or {}).get("id", 0)
    user = (query.get("from") or said.get("from") or {}).get("id", 0)
    return {
        "update_id": update["update_id"],
        "lane": f"{chat}:{user}",
        "said_at": float(said.get("edit_date") or said.get("date") or now),
        "received_at": now,
        # Escaped: neither database takes half a surrogate pair, which a message may contain.
        "body": json.dumps(update),
    }
