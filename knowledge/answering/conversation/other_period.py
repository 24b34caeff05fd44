"""The matter talked about in another planning period: `giai đoạn trước thì yêu cầu bao nhiêu?`.

What the documents told of laid down is followed to those before or after them, at the level that
was talked about, and what was asked is looked up there.
"""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import other_time, told
from knowledge.answering.query import Query
from knowledge.answering.searching import free, signs
from knowledge.answering.searching.confidence import coverage
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.indexing.index import Index
from knowledge.references import follow_up, levels
from knowledge.references.aspect import OF_FIELDS, Aspect
from knowledge.references.aspects import aspects, subject
from knowledge.references.parser import LEVEL, PERIOD, TIME, parse
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

# Share of the words that the message, or else the earlier question, says it in.
_COVERED = 0.6
_PERCENT = re.compile(r"\b(?:bao nhieu|may) (?:%|phan tram)|\bty le\b")
_ABOVE = ("tinh", "huyen")
_RELATIVE = ("previous", "next")
_NOT_HERE = OF_FIELDS | {Aspect.BASIS, Aspect.GUIDANCE, Aspect.RESULT, Aspect.LIST}


def answer(query: Query, index: Index) -> Answer | None:
    """What was in force in the other period on the matter; None where that is not what is asked."""
    typed = parse(query.question)  # the period may have been read as the document of that period
    kinds = {mention.kind for mention in typed.mentions}
    timed = bool(kinds & {PERIOD, TIME}) and kinds <= {PERIOD, TIME, LEVEL}
    of_row = query.before.address
    if not timed or of_row or set(aspects(query.question)) & _NOT_HERE:
        return None
    numbers = {regulation.number for regulation in _of_the_level(query, index.catalogue)}
    spoken = [query.question[m.start : m.end] for m in typed.mentions if m.kind == LEVEL]
    words = " ".join([follow_up.own_words(query.references), *spoken]).strip()
    earlier = parse(query.before.subject or "")
    words = words or subject(earlier.remainder) or earlier.remainder
    level = query.context.level
    above = level if level in levels.ABOVE_COMMUNES else None
    percent = _PERCENT.search(fold(query.question)) is not None

    def says_it(passage: Passage) -> bool:
        there = passage.document in numbers and passage.known and not passage.note
        there = there and not passage.overview and (not percent or "%" in passage.text)
        there = there and signs.of_level(passage, above) >= 0
        return there and coverage(words, passage, index.retriever, pairing=False) >= _COVERED

    return free.reply(query, index, says_it, told.ENOUGH) if numbers and words else None


def _of_the_level(query: Query, catalogue: Catalogue) -> list[Regulation]:
    """What stood before or after the document told of, of the level talked about."""
    about = next((catalogue.regulations.get(number) for number in told.read(query.before)), None)
    named = [*levels.units(query.question), *levels.units(query.before.subject or "")]
    unit = [one for one in named if one in _ABOVE]  # `bao nhiêu % xã` counts its communes
    period = parse(query.question).first(TIME)
    if about is None or not (unit or period in _RELATIVE):
        return []
    if not unit and catalogue.tables_of(about.number):  # the set before is looked up as such
        return []
    if period in _RELATIVE:
        line = other_time.line(catalogue, about.number)
        earlier = [
            r for r in line if r.period and about.period and r.period.last < about.period.first
        ]
        later = [
            r for r in line if r.period and about.period and r.period.first > about.period.last
        ]
        near = earlier if period == "previous" else later
    else:
        near = other_time.of_its_line(query, catalogue)
    of_unit = [r for r in near if not unit or any(unit[0] in fold(one.value) for one in r.levels)]
    return [r for r in of_unit if r.number != about.number]
