"""Pictures of answers: what can be seen at a glance, with the same content as the text."""

from __future__ import annotations

import asyncio
import logging
from types import ModuleType

from bot.telegram.answers import Answer, Answers
from bot.telegram.pictures import table, timeline

_log = logging.getLogger(__name__)

_KINDS: tuple[ModuleType, ...] = (table, timeline)


def caption(answer: Answer) -> str | None:
    """The words under the picture of an answer; None if it is not worth a picture."""
    found = (kind.caption(answer) for kind in _KINDS)
    return next((words for words in found if words is not None), None)


async def of(answers: Answers, digest: str) -> bytes | None:
    """The picture (PNG) of a stored answer.

    The text says the same, so a picture that cannot be drawn is left out.
    """
    answer = await answers.find(digest)
    if answer is None:
        return None
    try:
        return await asyncio.to_thread(draw, answer)
    except Exception:
        _log.exception("không vẽ được hình của câu trả lời %s", digest)
        return None


def draw(answer: Answer) -> bytes | None:
    """The picture of an answer, if there is one."""
    for kind in _KINDS:
        if kind.caption(answer) is not None:
            picture: bytes | None = kind.draw(answer)
            return picture
    return None
