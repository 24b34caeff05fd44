"""Keys that the product makes for itself: random, readable by its own user only.

Shared by both interpreters: standard library only.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

from knowledge import settings

_BYTES = 32
CONNECTOR = "connector"
SALT = "salt"
# Header of HTTP requests in which the Telegram process shows the connector's key.
HEADER = "X-NTM-Secret"


def secret(name: str) -> str:
    """The key of that name; made on first use, the same for every process afterwards."""
    folder = settings.secrets_folder()
    path = folder / name
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _create(path)
    return path.read_text(encoding="ascii").strip()


def _create(path: Path) -> None:
    """Writes aside and links into place, so that of two processes at once exactly one wins."""
    handle, aside = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            Path(path).hardlink_to(aside)
        except FileExistsError:
            return
    finally:
        Path(aside).unlink()
