"""More of the event or figure just told: `ai dự lễ đó?`, `bao nhiêu người đi học?`.

Such a message has few words of its own, and those need not be the article's. It is answered with
a passage of the article that is on what was asked before, and has what is asked for: a name for
`ai`, a figure for `bao nhiêu`.
"""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer
from knowledge.answering.conversation import told
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.answering.searching.confidence import coverage
from knowledge.indexing.index import Index
from knowledge.references import follow_up
from knowledge.references.aspects import Aspect, aspects
from knowledge.references.parser import parse
from knowledge.retrieval.passage import Passage
from knowledge.text import fold, syllables

_WHO = re.compile(r"\bai\b|\b(?:lanh dao|dai bieu|vi|ong|dong chi|nguoi) nao\b")
_HOW_MANY = re.compile(r"\b(?:bao nhieu|may)\b")
# A title or two words with capitals: `Phó Thủ tướng Vương Đình Huệ`.
_NAME = re.compile(
    r"\b(?:ông|bà|[Tt]ướng|đồng chí|[Bb]í thư|Chủ tịch)\s+[^\W\d_a-zà-ỹ]\w+\s+[^\W\d_]"
)
_FIGURE = re.compile(r"\d")
_OWN = {_NAME: 0.4, _FIGURE: 0.5}
_EARLIER = 0.6
_LONGEST = 10


def answer(query: Query, index: Index) -> Answer | None:
    """The passage of the article told of last; None where it has nothing of what is asked."""
    article = next(iter(told.read(query.before)), None)
    folded = fold(query.question)
    wanted = _NAME if _WHO.search(folded) else _FIGURE if _HOW_MANY.search(folded) else None
    if Aspect.RESULT in aspects(query.question):  # how many reached it is told or not known
        return None
    short = len(syllables(folded)) <= _LONGEST and not query.references.mentions
    if article not in index.catalogue.articles or wanted is None or not short:
        return None
    own = follow_up.own_words(query.references)
    earlier = parse(query.before.subject or "").text

    def goes_on(passage: Passage) -> bool:
        if passage.document != article or not passage.known or not wanted.search(passage.text):
            return False
        on_it = coverage(earlier, passage, index.retriever, pairing=False) >= _EARLIER
        return on_it and coverage(own, passage, index.retriever, pairing=False) >= _OWN[wanted]

    return free.reply(query, index, goes_on, 0.0) if own else None
