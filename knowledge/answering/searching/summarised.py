"""A Điều asked for by its number alone, of a document that is there in our own words only.

What the summary says on other matters is no answer to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.documents import document, quoting
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.corpus.document import Regulation
from knowledge.indexing.index import Index
from knowledge.references import numbers
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_PARTS = frozenset(["dieu", "khoan", "diem", "quy", "dinh"])
_LISTED = r"\bdieu\s+(?:\d+[a-z]?\s*(?:,|va|den|-)\s*)*{}(?![\w.,]*\d)\b"


def answer(query: Query, index: Index, found: Sequence[Regulation]) -> Answer | None:
    """What the summaries say of the Điều, or that they do not speak of it.

    Returns:
        None where the question names no Điều, or asks for a matter as well; where it asks for
        a day, a signer or the like, also where no summary tells that of the Điều.
    """
    wanted = quoting.asked(query.question)
    of_field = document.asks_for_a_field(query)
    if not wanted or (_has_matter(query) and not of_field):
        return None
    numbers = {regulation.number for regulation in found}
    named = re.compile(_LISTED.format(wanted.article))

    def speaks_of_it(passage: Passage) -> bool:
        words = fold(f"{passage.provision} {passage.text}")
        return passage.document in numbers and named.search(words) is not None

    if of_field:  # `Điều 3 hết hiệu lực từ ngày nào`: of the Điều, where something tells
        return free.reply(query, index, speaks_of_it)
    if any(speaks_of_it(passage) for passage in index.retriever.passages):
        return free.reply(query, index, speaks_of_it, threshold=0.0)
    names = wording.listed([wording.named(regulation) for regulation in found], last="hoặc")
    text = (
        f"Kho chỉ có tóm lược của {names}, không có bản gốc và không có nội dung "
        f"Điều {wanted.article}, nên không trả lời được."
    )
    return Answer(
        Outcome.UNKNOWN,
        Kind.PROVISION,
        text,
        query.today,
        citations=citing.unique(citing.of_regulation(regulation) for regulation in found),
        suggestions=(f"{found[0].number} quy định gì?",),
    )


def _has_matter(query: Query) -> bool:
    """Whether more is asked for than the words of a provision."""
    named = _PARTS | numbers.TYPES.keys()
    words = [word for word in query.topic.split() if len(word) > 1 and word not in named]
    return bool(words)
