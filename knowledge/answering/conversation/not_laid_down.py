"""`Từ 2026 thì thu hồi theo văn bản nào?`: what was told of says that no text is known for then.

Without it a document on some other matter would be found that holds at that time.
"""

from __future__ import annotations

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import told
from knowledge.answering.query import Query
from knowledge.answering.searching import free, signs
from knowledge.answering.searching.confidence import coverage
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects, subject
from knowledge.references.parser import DOCUMENT, PERIOD, TIME, parse
from knowledge.retrieval.passage import Passage

# Share of the words of the message, or of the earlier question where it has none of its own.
_OWN = 0.7
_EARLIER = 0.4
_BASES = frozenset({Aspect.BASIS, Aspect.GUIDANCE})


def answer(query: Query, index: Index) -> Answer | None:
    """That the text for another time is not known; None where nothing told of says so."""
    said = any(mention.kind in (PERIOD, TIME) for mention in query.references.mentions)
    asked = query.time if said else None
    numbers = set(told.read(query.before))
    which = set(aspects(query.question)) & _BASES
    if asked is None or not (numbers and which) or query.references.values(DOCUMENT):
        return None
    own = follow_up.own_words(query.references)
    words = own or subject(parse(query.before.subject or "").remainder)
    years = {value[:4] for value in query.references.values(TIME)}
    least = _OWN if own else _EARLIER

    def says_so(passage: Passage) -> bool:
        if passage.document not in numbers or passage.known or passage.note:
            return False
        of_time = signs.names_a_period(passage) and signs.overlaps(passage, asked)
        of_time = of_time or any(year in passage.text for year in years)
        return of_time and coverage(words, passage, index.retriever, pairing=False) >= least

    return free.reply(query, index, says_so, 0.0) if words else None
