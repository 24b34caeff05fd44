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
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects
from knowledge.references.parser import parse
from knowledge.retrieval.passage import Passage
from knowledge.text import fold, syllables

_WHO = re.compile(
    r"\bai\b|\b(?:lanh dao|dai bieu|vi|ong|dong chi|nguoi)(?: \w+){0,3}? nao\b|\bvi nao\b"
)
# `lãnh đạo trung ương nào`: what is said of a person need not be how the article calls him.
_RANK = re.compile(
    r"\b(?:trung uong|chinh phu|quoc hoi|nha nuoc|lanh dao|dai bieu|cap cao|cap tren|ve|toi|den)\b"
)
_WHEN = re.compile(
    r"\b(?:ngay|hom|thang|nam) (?:nao|may|bao nhieu|thang nao)\b|\b(?:khi nao|bao gio)\b"
)
_WHERE = re.compile(r"\bo (?:dau|cho nao|noi nao)\b|\b(?:dia diem|noi) nao\b")
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_PLACE = re.compile(r"\b(?:tại|ở) [A-ZĐÀ-Ỹ]")
_HOW_MANY = re.compile(r"\b(?:bao nhieu|may)\b")
# A title or two words with capitals: `Phó Thủ tướng Vương Đình Huệ`.
_NAME = re.compile(
    r"\b(?:ông|bà|[Tt]ướng|đồng chí|[Bb]í thư|Chủ tịch)\s+[^\W\d_a-zà-ỹ]\w+\s+[^\W\d_]"
)
_FIGURE = re.compile(r"\d")
_OWN = {_NAME: 0.4, _FIGURE: 0.5, _DAY: 0.5, _PLACE: 0.5}
_ASKED = ((_WHEN, _DAY), (_WHERE, _PLACE), (_WHO, _NAME), (_HOW_MANY, _FIGURE))
_EARLIER = 0.6
_LONGEST = 10


def answer(query: Query, index: Index) -> Answer | None:
    """The passage of the article told of last; None where it has nothing of what is asked."""
    article = next(iter(told.read(query.before)), None)
    folded = fold(query.question)
    wanted = next((found for asked, found in _ASKED if asked.search(folded)), None)
    if Aspect.RESULT in aspects(query.question):  # how many reached it is told or not known
        return None
    short = len(syllables(folded)) <= _LONGEST and not query.references.mentions
    if article not in index.catalogue.articles or wanted is None or not short:
        return None
    own = follow_up.own_words(query.references)
    own = " ".join(_RANK.sub(" ", own).split()) if wanted is _NAME else own
    earlier = parse(query.before.subject or "").text

    def goes_on(passage: Passage) -> bool:
        if passage.document != article or not passage.known or not wanted.search(passage.text):
            return False
        on_it = coverage(earlier, passage, index.retriever, pairing=False) >= _EARLIER
        return on_it and (
            not own or coverage(own, passage, index.retriever, pairing=False) >= _OWN[wanted]
        )

    bare = wanted in (_DAY, _PLACE, _NAME)  # `ngày mấy?`: nothing but that is asked
    return free.reply(query, index, goes_on, 0.0) if own or bare else None
