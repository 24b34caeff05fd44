"""The documents on a topic or of a year, as a list: `tổng hợp các văn bản về giảm nghèo`."""

from __future__ import annotations

import datetime as dt
import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.corpus.timeline import status
from knowledge.references import numbers
from knowledge.references.aspect import Aspect
from knowledge.references.parser import TIME
from knowledge.text import fold, syllables

_ASKED = re.compile(
    r"\b(?:cac|nhung|tat ca) (van ban|quyet dinh|thong tu|nghi dinh|nghi quyet|cong van)\b|"
    r"\b(van ban|quyet dinh|thong tu|nghi dinh|nghi quyet|cong van) (?:moi )?nao (?:moi )?"
)
_LAYING_DOWN = re.compile(r"\bban hanh (?:cac )?bo tieu chi\b")
# Words of topics that every question may have.
_EVERYDAY = frozenset(["xa", "va"])
_MOST = 12
_A_YEAR = dt.timedelta(days=366)


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """Those that the question means, latest first; None where it does not say which."""
    asked = _ASKED.search(fold(query.question))
    if asked is None or not query.wants(Aspect.LIST):
        return None
    noun = asked[1] or asked[2]
    kind = "" if noun == "van ban" else wording.upper_first(numbers.TYPES[noun])
    about, found = _meant(query, catalogue)
    found = [one for one in found if not one.provinces and kind in ("", one.type)]
    if not found:
        return None
    found.sort(key=lambda regulation: str(regulation.signed or ""), reverse=True)
    shown = found[:_MOST]
    more = "Kho còn văn bản khác về việc này; anh/chị nêu giai đoạn hoặc loại văn bản để xem tiếp."
    return Answer(
        Outcome.ANSWERED,
        Kind.DOCUMENT,
        wording.paragraphs(
            f"Các {kind.lower() or 'văn bản'} {about} có trong kho, mới nhất trước:\n"
            + wording.bullets(_line(query, catalogue, regulation) for regulation in shown),
            more if len(found) > _MOST else None,
        ),
        query.today,
        citations=citing.unique(citing.of_regulation(regulation) for regulation in shown),
        suggestions=tuple(f"{regulation.number} quy định gì?" for regulation in shown[:2]),
    )


def _meant(query: Query, catalogue: Catalogue) -> tuple[str, list[Regulation]]:
    """How the documents are called, and which they are: of the sets, on a topic, of a year."""
    every = catalogue.regulations
    if _LAYING_DOWN.search(fold(query.question)):
        tables = catalogue.tables_at(query.level)
        of_sets = list(dict.fromkeys(table.document for table in tables))
        name = wording.LEVEL_NAMES[query.level]
        return f"ban hành bộ tiêu chí {name}", [every[number] for number in of_sets]
    if topics := _topics_named(query, catalogue):
        about = f"về {wording.listed(sorted(topics))}"
        return about, [one for one in every.values() if topics & set(one.topics)]
    asked = query.time
    if asked is None or not query.references.values(TIME) or asked.last - asked.first > _A_YEAR:
        return "", []
    dated = [
        one for one in every.values() if any(asked.first <= day <= asked.last for day in _days(one))
    ]
    return "ký hoặc bắt đầu có hiệu lực trong thời gian được hỏi", dated


def _days(regulation: Regulation) -> list[dt.date]:
    return [day for day in (regulation.signed, regulation.effective) if day is not None]


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
    over = regulation.period is not None and regulation.period.last < query.today.year
    ended = over or status(catalogue, regulation, query.today).state.ended
    return f"{wording.named(regulation)}{title}{' (không còn áp dụng)' if ended else ''}"
