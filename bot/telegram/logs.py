"""The log of the process: what happened, never who said what, never the token."""

from __future__ import annotations

import logging

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# They log whole addresses, and the token is part of every address of the Bot API.
_TALKATIVE = ("httpx", "httpcore", "telegram", "tornado.access")


class Redacting(logging.Formatter):
    """Replaces a secret in whatever is logged, tracebacks included."""

    def __init__(self, secret_word: str):
        super().__init__(_FORMAT)
        # The part behind the colon is the secret; the number before it is public.
        self._words = [word for word in (secret_word, secret_word.partition(":")[2]) if word]

    def format(self, record: logging.LogRecord) -> str:
        """The line, redacted."""
        line = super().format(record)
        for word in self._words:
            line = line.replace(word, "***")
        return line


def configure(secret_word: str) -> None:
    """Logs to stderr."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(secret_word))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
