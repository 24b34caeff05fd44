"""Keeps questions beside the answering: it never delays an answer, and never fails one."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from threading import BoundedSemaphore
from typing import Any

from knowledge import settings
from knowledge.answering.answer import Answer
from knowledge.errors import NtmError
from knowledge.questions.entry import Note
from knowledge.questions.record import Record

_log = logging.getLogger(__name__)

# Notes that may wait for the disk; more are dropped, and that is logged.
_WAITING = 200


class Recorder:
    """Writes notes on a thread of its own."""

    def __init__(self, record: Callable[[], Record] = Record.from_settings):
        self._record = record
        self._room = BoundedSemaphore(_WAITING)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="questions")

    def answered(self, question: str, answer: Answer) -> None:
        """Keeps a question whose answer is none, or doubtful."""
        self._later(lambda: Note.of(question, answer), Record.add)

    def failed(self, question: str) -> None:
        """Keeps a question that was met with an apology."""
        self._later(lambda: Note.failed(question), Record.add)

    def disliked(self, answer: Mapping[str, Any], why: str = "") -> None:
        """Keeps the question of an answer that was given a 👎, or adds the cause to it.

        Args:
            answer: as JSON.
            why: the cause, where it is told after the 👎.
        """
        note = partial(Note.disliked, answer)
        if why:
            self._later(note, lambda record, kept, day: record.explain(kept, why, day))
        else:
            self._later(note, Record.add)

    def close(self) -> None:
        """Writes what is still waiting."""
        self._thread.shutdown(wait=True)

    def _later(
        self, note: Callable[[], Note | None], write: Callable[[Record, Note, dt.date], None]
    ) -> None:
        if not self._room.acquire(blocking=False):
            _log.warning("quá nhiều câu hỏi chờ ghi; bỏ qua một câu")
            return
        self._thread.submit(self._do, note, write)

    def _do(
        self, note: Callable[[], Note | None], write: Callable[[Record, Note, dt.date], None]
    ) -> None:
        try:
            if found := note():
                write(self._record(), found, settings.today())
        except NtmError as error:
            _log.warning("chưa ghi được câu hỏi cho người phụ trách: %s", error)
        except Exception:
            # Nobody waits for this thread, so nobody else would say it.
            _log.exception("chưa ghi được câu hỏi cho người phụ trách")
        finally:
            self._room.release()


@lru_cache(maxsize=1)
def recorder() -> Recorder:
    """The recorder of this process."""
    return Recorder()
