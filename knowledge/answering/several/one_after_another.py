"""Messages that ask several things: each is answered as if it had been asked by itself.

The questions of a message are taken for a conversation: `ai ký?` after `Quyết định 318 thay văn bản
nào?` means the same on one line as on two. What is asked of them together stays whole: sides that
are compared, and questions of which the first says nothing without the others.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.outside import refusals
from knowledge.answering.query import Query, resolve
from knowledge.answering.several import parts, two_rows
from knowledge.answering.several.parts import Part
from knowledge.references import telling
from knowledge.references.aspect import Aspect
from knowledge.references.context import Context
from knowledge.text import fold

_TOLD = (Outcome.ANSWERED, Outcome.CORRECTED)
_TOGETHER = (Kind.COMPARISON, Kind.COURTESY, Kind.PROFILE)
# By numbers and names, not by how a passage is worded.
_LOOKED_UP = (Kind.BASIS, Kind.REQUIREMENT, Kind.STRUCTURE)
_MOST = 4
_SURE = 0.5
_LISTS = ("- ", "1. ", "Theo vùng")
# Of what was told for every region at once: `vùng nào cao nhất?`
_RANKED = re.compile(r"\b(?:cao|thap|nhieu|it|lon|nho|chat|noi) nhat\b|\b(?:lech|chenh)\b")
# Told already with the document: `Đồng Nai có bộ tiêu chí riêng không, số quyết định mấy?`
_NUMBER_ONLY = re.compile(
    r"^\W*(?:so hieu|so|(?:so )?(?:quyet dinh|qd|van ban|vb|cong van|thong tu|nghi dinh)(?: so)?)"
    r"(?: (?:la|hieu|may|bao nhieu|bn|gi))+\W*$"
)
_NUMBER = re.compile(r"\d/")
_REST = "Về phần còn lại của câu hỏi, kho chưa có nội dung trả lời."


def instead(query: Query, whole: Answer, again: Callable[[Query], Answer]) -> Answer:
    """The answers to the questions of a message, where they say more than one to it as a whole.

    Args:
        query: the message.
        whole: what it was answered as one question.
        again: answers a question, with the context that the next one inherits.
    """
    questions = parts.of(query.question)[:_MOST]
    if len(questions) == 1:
        rows = two_rows.of(query, whole, again)
        alone = _without_the_story(query, questions[0], whole, again)
        return _joined(rows) if rows else alone or whole
    apart = all(part.apart for part in questions[1:])
    together = whole.kind in _TOGETHER or query.wants(Aspect.DIFFERENCE)
    if not questions or refusals.is_personal(query) or (together and not apart):
        return whole
    found = _in_turn(query, questions, whole, again)
    told = [one for one in found if _tells(one)]
    answered = any(one.outcome in _TOLD for one in told)
    if not answered or all(one.direct in whole.text for one in told):
        return whole
    if len(told) == len(found):
        return _joined(told)
    sure = whole.abstained or (found[0].confidence == 1 and found[0].kind in _LOOKED_UP)
    return _joined(told, _REST) if found[0] in told and sure else whole


def _without_the_story(
    query: Query, question: Part, whole: Answer, again: Callable[[Query], Answer]
) -> Answer | None:
    """The answer to the sentence that asks, where what is told around it hides what it asks."""
    if whole.outcome is not Outcome.UNKNOWN or refusals.is_personal(query):
        return None
    if question.asked != question.text:
        alone = resolve(question.asked, query.today, whole.context, continues=True)
    else:
        nothing = whole.kind is Kind.REFUSAL  # and not that a threshold is not known
        ways = (telling.clause_that_asks, telling.clause_with_names) if nothing else ()
        clause = next(filter(None, (way(query.question) for way in ways)), None)
        if clause is None:
            return None
        alone = resolve(clause, query.today, query.before, query.courtesy)
    found = again(alone)
    return found if found.outcome in _TOLD and found.confidence >= _SURE else None


def _tells(found: Answer) -> bool:
    """Whether an answer says something, be it that the threshold of a row is not known."""
    row_unknown = found.outcome is Outcome.UNKNOWN and found.kind is Kind.REQUIREMENT
    told = found.outcome in _TOLD or (row_unknown and bool(found.citations))
    return told and found.kind not in _TOGETHER


def _in_turn(
    query: Query, questions: Sequence[Part], whole: Answer, again: Callable[[Query], Answer]
) -> list[Answer]:
    """Each question after the others; the first one is the first that names its matter."""
    first = next((part for part in questions if part.has_a_matter), questions[0])
    found = again(resolve(first.text, query.today, query.before, query.courtesy))
    if not _tells(found) and first.asked != first.text:  # the talk before it is what misleads
        alone = resolve(first.asked, query.today, whole.context, continues=True)
        found = again(alone)
    told = [found]
    of_all = found.kind is Kind.REQUIREMENT
    for part in questions:
        if part is first or (of_all and _RANKED.search(fold(part.text))):
            continue
        if not (_NUMBER_ONLY.search(fold(part.text)) and _NUMBER.search(told[-1].direct)):
            before = told[-1].context
            leans = not part.apart
            told.append(again(resolve(part.text, query.today, before, continues=leans)))
    return told


def _joined(told: Sequence[Answer], missing: str = "") -> Answer:
    """The direct answers first, then what is not known, then what each of them rests on."""
    said = list(dict.fromkeys(_said(one) for one in told))
    shown = "\n\n" if any("\n" in one for one in said) else "\n"
    rests = [part for one in told for part in _besides(one)]
    rests = [part for part in dict.fromkeys(rests) if not any(part in one for one in said)]
    of_texts = (one.kind for one in told if one.kind not in _LOOKED_UP)
    return replace(
        told[0],
        outcome=next(one.outcome for one in told if one.outcome in _TOLD),
        kind=next(of_texts, told[0].kind),
        text=wording.paragraphs(shown.join(said), missing, *rests),
        table=None,
        citations=citing.unique(citation for one in told for citation in one.citations),
        suggestions=tuple(dict.fromkeys(q for one in told for q in one.suggestions)),
        confidence=min(one.confidence for one in told),
        context=_carried(told),
    )


def _carried(told: Sequence[Answer]) -> Context:
    """What the next message goes on with: all that was told, and which document was asked for."""
    first, last = told[0].context, told[-1].context
    return replace(last, aspect=first.aspect) if first.aspect == Aspect.BASIS.value else last


def _said(told: Answer) -> str:
    """The direct answer with the list that belongs to it: `- Vùng Tây Nguyên: …`."""
    direct, *rest = told.text.split("\n\n")
    lists = itertools.takewhile(lambda part: part.startswith(_LISTS), rest)
    return wording.paragraphs(direct, *lists)


def _besides(told: Answer) -> list[str]:
    """The paragraphs after the direct answer, without the questions that it offers."""
    offered = tuple(f"- {question}" for question in told.suggestions)
    return [part for part in told.text.split("\n\n")[1:] if not any(q in part for q in offered)]
