"""Districts and communes by name, as far as articles tell of them: `Cần Giờ và Nhà Bè`."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.mention import PROVINCE, Mention
from knowledge.references.places import provinces
from knowledge.text import fold

_CAPITAL = "[A-ZÀ-ỸĐ]"
_NAME = re.compile(
    rf"(?:[Hh]uyện|[Xx]ã|[Tt]hị xã|[Tt]hị trấn|[Tt]hành phố) ({_CAPITAL}\w+(?: {_CAPITAL}\w+)+)"
)


def find(query: Query, catalogue: Catalogue) -> list[Mention]:
    """The places that a question names beside each other; none where it names a province."""
    if query.references.values(PROVINCE):
        return []
    folded = fold(query.question)
    found = [
        Mention(PROVINCE, name, *match.span(1))
        for name, pattern in _told_of(catalogue)
        if (match := pattern.search(folded))
    ]
    return found if len(found) > 1 else []


# Asked of every question; the catalogue changes with the index only.
@lru_cache(maxsize=2)
def _told_of(catalogue: Catalogue) -> tuple[tuple[str, re.Pattern[str]], ...]:
    names = {
        name
        for article in catalogue.articles.values()
        for provision in article.provisions
        for name in _NAME.findall(f"{provision.heading} {provision.text}")
    }
    known = sorted(names - set(provinces()))
    return tuple((name, re.compile(rf"\b({re.escape(fold(name))})\b")) for name in known)
