"""Messages that ask two things at once: what the first answer leaves out is added to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.outside import refusals
from knowledge.answering.query import Query, resolve
from knowledge.references import follow_up
from knowledge.references.aspects import subject
from knowledge.references.parser import parse
from knowledge.text import fold

_CUT = re.compile(r"\s*(?:,|;)\s*(?:và |va |còn |con |vậy |thì |thi )?|\s+(?:và|va|còn)\s+")
_ASKS = re.compile(
    r"\b(?:bao nhieu|may|gi|nao|ai|the nao|ra sao|khi nao|bao gio|bao lau|o dau|khong|chua)\b"
)
_MOST = 2
_SURE = 0.5
_WHOLE = (Kind.COMPARISON, Kind.COURTESY, Kind.PROFILE)


def completed(query: Query, answer: Answer, again: Callable[[Query], Answer]) -> Answer:
    """The answer with what it leaves of the other parts of the question.

    Args:
        query: the whole question.
        answer: to it.
        again: answers a part.
    """
    whole = answer.kind in _WHOLE or answer.outcome is Outcome.ASKED
    if whole or refusals.is_personal(query):
        return answer
    added: list[Answer] = []
    for part in parts(query.question):
        if answer.abstained and follow_up.leans_only(parse(part)):
            continue  # `thủ tục ra sao` of something that is not known
        found = again(resolve(part, query.today, answer.context, continues=True))
        if _tells_more(found, answer, added):
            added.append(found)
    if not added:
        return answer
    if answer.abstained:
        answer, *added = added
    return _joined(answer, added[:_MOST])


def parts(question: str) -> list[str]:
    """The parts that each ask for a matter of their own; empty where there are not two."""
    found = [part for part in _CUT.split(question) if part.strip()]
    asking = [part for part in found if _ASKS.search(fold(part))]
    if len(asking) < _MOST:
        return []
    return [part for part in asking if subject(parse(part).remainder)]


def _tells_more(found: Answer, answer: Answer, added: Sequence[Answer]) -> bool:
    told = found.outcome is Outcome.ANSWERED and found.kind not in _WHOLE
    direct = found.direct
    new = all(direct not in one.text and one.direct not in found.text for one in added)
    return told and new and found.confidence >= _SURE and direct not in answer.text


def _joined(answer: Answer, added: Sequence[Answer]) -> Answer:
    """The direct answers one after the other, each with its basis."""
    if not added:
        return answer
    more = [part for one in added for part in one.text.split("\n\n")[:2]]
    return replace(
        answer,
        text=wording.paragraphs(answer.text, *(part for part in more if part not in answer.text)),
        citations=citing.unique(
            [*answer.citations, *(citation for one in added for citation in one.citations)]
        ),
    )
