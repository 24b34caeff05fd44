"""A message that names a level, and may still be of the document told of last.

`Mấy tỉnh hoàn thành?` after the aims of a programme, `thu nhập hơn xã nâng cao 5% là được hả?`
after what a model commune must have: where the document plainly says it, no other one is meant.
"""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer, Kind
from knowledge.answering.conversation import carried, other_time, told
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.answering.searching.confidence import coverage
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.aspect import Aspect
from knowledge.references.parser import LEVEL, PERIOD, TIME
from knowledge.retrieval.passage import Passage
from knowledge.text import fold, syllables

_SHORT = 12
_HOW_MANY = re.compile(r"\b(?:bao nhieu|may)\b|%")
_ASKS_FOR_IT = frozenset({Aspect.BASIS, Aspect.GUIDANCE, Aspect.WHICH_CRITERION})


def may_be_of_it(query: Query, found: Answer) -> bool:
    """`mấy tỉnh hoàn thành?` after the aims of a programme: met with those of another one."""
    kinds = {mention.kind for mention in query.references.mentions}
    of_words = found.kind in (Kind.PROVISION, Kind.ARTICLE)
    # `thu nhập hơn xã nâng cao 5% là được hả?` asks for no decision, and of no row told of
    unasked = found.kind is Kind.BASIS and not set(query.own_aspects) & _ASKS_FOR_IT
    of_text = unasked and not query.before.address
    short = len(syllables(query.question)) <= _SHORT
    # `thế xã kiểu mẫu 2018-2020?` asks what was asked before, of another title and time
    counted = _HOW_MANY.search(fold(query.question)) is not None
    says = counted or (kinds == {LEVEL} and bool(follow_up.own_words(query.references)))
    return (of_words or of_text) and short and says and kinds <= {LEVEL, PERIOD, TIME}


def staying(query: Query, index: Index) -> Answer | None:
    """What the documents told of last plainly say at the level that is named."""
    counted = _HOW_MANY.search(fold(query.question)) is not None
    spoken = [query.question[m.start : m.end] for m in query.references.mentions]
    own = " ".join([follow_up.own_words(query.references), *spoken])
    longer = carried.continuing(query)
    numbers = told.near(longer.before, index.catalogue)
    numbers |= {r.number for r in other_time.of_its_line(longer, index.catalogue)}

    def says_it(passage: Passage) -> bool:
        counts = not counted or any(character.isdigit() for character in passage.text)
        told_of = passage.document in numbers and passage.known and not passage.note and counts
        return told_of and coverage(own, passage, index.retriever, pairing=False) >= told.PLAINLY

    said = free.reply(longer, index, says_it, told.ENOUGH)
    return carried.in_context(longer, said, index.catalogue) if said else None
