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

BELOW = 0.7
"""Confidence under which an answer is doubtful; from here on about one in a hundred is wrong."""
_MOST = 3


def with_choices(said: Answer, found: Sequence[Found]) -> Answer:
    """The answer with the choices, where it is doubtful and there are others.

    Args:
        said: made of the first of the candidates.
        found: the candidates, best first.
    """
    if said.outcome is not Outcome.ANSWERED or said.confidence >= BELOW:
        return said
    others = [one.passage.questions[0] for one in found[1:] if one.passage.questions]
    choices = tuple(dict.fromkeys(others))[:_MOST]
    if not choices:
        return said
    offered = f"Nếu đó chưa phải điều anh/chị hỏi, có thể là:\n{wording.bullets(choices)}"
    return replace(said, text=wording.paragraphs(said.text, offered), suggestions=choices)
