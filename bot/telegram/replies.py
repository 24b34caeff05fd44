"""What is to be sent, as plain data that survives a restart."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Button:
    """An inline button: what it shows, and its data."""

    text: str
    data: str


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Reply:
    """One message to a chat, or a change of the buttons under one.

    Attributes:
        html: text, or the caption of the picture; in Telegram's HTML.
        reply_to: message it answers.
        picture: digest of the stored answer whose picture goes along.
        file_name, file_text: a text file that goes along.
        edits: message whose buttons become `buttons`; nothing new is sent then.
    """

    html: str = ""
    buttons: Keyboard = ()
    reply_to: int | None = None
    picture: str | None = None
    file_name: str | None = None
    file_text: str = ""
    edits: int | None = None

    def as_json(self) -> str:
        """The reply as text for the database."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Reply:
        """The reply that `as_json` wrote."""
        value: dict[str, Any] = json.loads(text)
        value["buttons"] = tuple(
            tuple(Button(**button) for button in row) for row in value["buttons"]
        )
        return cls(**value)
