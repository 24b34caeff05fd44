"""An answer that may not be what was asked: it says so, and offers what else may be meant.

The design asks back, once, with choices where it is not sure. Nine in ten answers of this
confidence are right (README, calibration), so the answer is given together with the choices.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import wording
from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.searching.candidates import Found

BELOW = 0.85
"""Confidence under which an answer is doubtful; above, fewer than one in a hundred are wrong."""
_MOST = 3


def with_choices(said: Answer, found: Sequence[Found]) -> Answer:
    """The answer with the choices, where it is doubtful and there are others.

    Args:
        said: made of the first of the candidates.
        found: the candidates, best first.
    """
    if said.outcome is not Outcome.ANSWERED or said.confidence >= BELOW:
        return said
    others = choices(found[1:])
    if not others:
        return said
    offered = f"Nếu đó chưa phải điều anh/chị hỏi, có thể là:\n{wording.bullets(others)}"
    return replace(said, text=wording.paragraphs(said.text, offered), suggestions=others)


def choices(found: Sequence[Found]) -> tuple[str, ...]:
    """The first example question of each candidate, without repetition."""
    questions = (one.passage.questions[0] for one in found if one.passage.questions)
    return tuple(dict.fromkeys(questions))[:_MOST]
