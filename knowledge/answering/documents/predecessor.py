"""What held before a document: `trước khi có Thông tư 41/2013 thì theo thông tư nào`."""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.documents.validity import validity
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.references import numbers
from knowledge.references.aspect import Aspect
from knowledge.references.parser import DOCUMENT
from knowledge.text import fold

_BEFORE = re.compile(
    r"\b(?:truoc (?:khi )?(?:co |ban hanh |ra doi |(?:\w+ )?thay (?:the )?bang )?|"
    r"(?:khi |luc )?chua (?:co|ban hanh) )"
    rf"(?:(?:{'|'.join(numbers.TYPES)}) )?(?:so )?$"
)
# `xét theo cái gì`, `là quyết định nào`
_WHICH = re.compile(
    r"\b(?:theo|thi|la|bang|dung|xet|cham|can cu|ap dung)(?: (?:theo|vao|bang))?"
    r"(?: (?:cai|bo|bo tieu chi|van ban|vb|quyet dinh|qd|thong tu|tt|nghi dinh|nd))? (?:gi|nao)\b"
)


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """The documents that one replaced or succeeded; None where that is not asked or not known."""
    later = _later(query, catalogue)
    which = query.wants(Aspect.BASIS, Aspect.GUIDANCE, Aspect.REPLACES)
    if later is None or not (which or _WHICH.search(fold(query.question))):
        return None
    earlier = catalogue.predecessors(later)
    if not earlier:
        return None
    text = wording.paragraphs(
        f"Trước {wording.named(later)} là "
        f"{wording.listed([wording.named_in_full(one) for one in earlier])}.",
        *(one.about for one in earlier),
        *(validity(catalogue, one, query.today) for one in earlier),
    )
    return Answer(
        Outcome.ANSWERED,
        Kind.DOCUMENT,
        text,
        query.today,
        period=str(earlier[0].period) if earlier[0].period else None,
        citations=citing.unique(citing.of_regulation(one) for one in (*earlier, later)),
        suggestions=(f"{earlier[0].number} quy định gì?",),
    )


def is_only_a_time(query: Query, catalogue: Catalogue) -> bool:
    """Whether the one document named only says before when something was."""
    return len(query.references.values(DOCUMENT)) == 1 and _later(query, catalogue) is not None


def _later(query: Query, catalogue: Catalogue) -> Regulation | None:
    """The one document that the question goes back before."""
    folded = fold(query.question)
    if len(folded) != len(query.question):
        return None
    for mention in query.references.mentions:
        if mention.kind == DOCUMENT and _BEFORE.search(folded[: mention.start]):
            return catalogue.only(mention.value)
    return None
