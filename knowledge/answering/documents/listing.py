"""The documents on a topic, as a list: `tổng hợp các văn bản về giảm nghèo`."""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.corpus.timeline import status
from knowledge.references import numbers
from knowledge.references.aspect import Aspect
from knowledge.text import fold, syllables

_ASKED = re.compile(
    r"\b(?:cac|nhung|tat ca) (van ban|quyet dinh|thong tu|nghi dinh|nghi quyet|cong van)\b"
)
# Words of topics that every question may have.
_EVERYDAY = frozenset(["xa", "va"])
_MOST = 12


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """Those on the topic that the question names, latest first; None where it names none."""
    asked = _ASKED.search(fold(query.question))
    if asked is None or not query.wants(Aspect.LIST):
        return None
    kind = "" if asked[1] == "van ban" else wording.upper_first(numbers.TYPES[asked[1]])
    topics = _topics_named(query, catalogue)
    found = [
        regulation
        for regulation in catalogue.regulations.values()
        if topics & set(regulation.topics)
        and not regulation.provinces
        and kind in ("", regulation.type)
    ]
    if not found:
        return None
    found.sort(key=lambda regulation: str(regulation.signed or ""), reverse=True)
    shown = found[:_MOST]
    more = "Kho còn văn bản khác về việc này; anh/chị nêu giai đoạn hoặc loại văn bản để xem tiếp."
    return Answer(
        Outcome.ANSWERED,
        Kind.DOCUMENT,
        wording.paragraphs(
            f"Các văn bản về {wording.listed(sorted(topics))} có trong kho, mới nhất trước:\n"
            + wording.bullets(_line(query, catalogue, regulation) for regulation in shown),
            more if len(found) > _MOST else None,
        ),
        query.today,
        citations=citing.unique(citing.of_regulation(regulation) for regulation in shown),
        suggestions=tuple(f"{regulation.number} quy định gì?" for regulation in shown[:2]),
    )


def _topics_named(query: Query, catalogue: Catalogue) -> set[str]:
    """The topics of the knowledge whose words the question has."""
    said = set(syllables(query.question))
    named = set()
    for regulation in catalogue.regulations.values():
        for topic in regulation.topics:
            words = set(syllables(topic)) - _EVERYDAY
            if words and words <= said:
                named.add(topic)
    return named


def _line(query: Query, catalogue: Catalogue, regulation: Regulation) -> str:
    title = f": {regulation.title or regulation.about.rstrip('.')}"
    asked = query.time
    if asked is not None and regulation.period:
        ended = not asked.touches(regulation.period)
    else:
        ended = status(catalogue, regulation, query.today).state.ended
    return f"{wording.named(regulation)}{title}{' (không còn áp dụng)' if ended else ''}"
