"""One question that the maintainers should see, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.searching import doubt
from knowledge.questions.scrubbing import scrubbed


class Reason(StrEnum):
    """What became of a question that is kept."""

    UNKNOWN = "unknown"
    OUT_OF_SCOPE = "out_of_scope"
    ASKED = "asked"
    DOUBTFUL = "doubtful"
    DISLIKED = "disliked"
    FAILED = "failed"


_OF_OUTCOME = {
    Outcome.UNKNOWN: Reason.UNKNOWN,
    Outcome.OUT_OF_SCOPE: Reason.OUT_OF_SCOPE,
    Outcome.ASKED: Reason.ASKED,
}


def reason(answer: Answer) -> Reason | None:
    """Why a question with this answer is kept; None where it was answered well enough."""
    if answer.kind is Kind.COURTESY:
        return None
    if answer.outcome in _OF_OUTCOME:
        return _OF_OUTCOME[answer.outcome]
    return Reason.DOUBTFUL if answer.confidence < doubt.BELOW else None


@dataclass(frozen=True)
class Note:
    """What is kept of one asking: nothing in it leads to a person.

    Attributes:
        question: scrubbed.
        reason: why it is kept.
        kind: what was taken to be asked about; "" where nothing was made of it.
        confidence: of the answer.
        context: what the conversation carried that the question itself need not say, scrubbed.
    """

    question: str
    reason: Reason
    kind: str = ""
    confidence: float | None = None
    context: str = ""

    @classmethod
    def of(cls, question: str, answer: Answer) -> Note | None:
        """The note on an answered question; None where there is nothing to keep."""
        why = reason(answer)
        if why is None:
            return None
        about = described(answer.context.as_slots(), question)
        return cls(scrubbed(question), why, answer.kind, answer.confidence, about)

    @classmethod
    def disliked(cls, answer: Mapping[str, Any]) -> Note | None:
        """The note on a 👎; None where the answer does not tell what was asked.

        Args:
            answer: as JSON, with the context in which it was given.
        """
        context = answer["context"]
        question = context.get("subject")
        if not question:
            return None
        about = described(context, question)
        return cls(scrubbed(question), Reason.DISLIKED, answer["kind"], answer["confidence"], about)

    @classmethod
    def failed(cls, question: str) -> Note:
        """The note on a question that was met with an apology."""
        return cls(scrubbed(question), Reason.FAILED)


def described(context: Mapping[str, str | None], question: str) -> str:
    """`document=318/QĐ-TTg; criterion=18`: what a follow-up was understood to be about."""
    told = {name: value for name, value in context.items() if value and value != question}
    for name in ("aspect", "told", "row"):
        told.pop(name, None)
    return scrubbed("; ".join(f"{name}={value}" for name, value in told.items()))


@dataclass(frozen=True)
class Entry:
    """A kept question as it is listed: equal ones are one entry.

    Attributes:
        id: number to name it by.
        times: how often it was asked.
        first, last: days of the first and the last time.
        remark: what a person who disliked the answer gave as the cause.
        done: whether a maintainer has dealt with it.
    """

    id: int
    question: str
    reason: Reason
    kind: str
    confidence: float | None
    context: str
    times: int
    first: dt.date
    last: dt.date
    remark: str = ""
    done: bool = False

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self) | {"first": self.first.isoformat(), "last": self.last.isoformat()}
