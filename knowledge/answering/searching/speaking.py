"""What speaks for a document beside the words it has: its type, period and title as asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import wording
from knowledge.answering.query import Query
from knowledge.corpus.document import Regulation, RelationType
from knowledge.references import numbers
from knowledge.text import fold, pairs, syllables

_ANY_TYPE = re.compile(r"\b(?:nghi dinh|thong tu|cong van|nghi quyet|luat|quyet dinh|qd|nd)\b")
_OF_TYPE = 0.1
# `phê duyệt chương trình … giai đoạn 2016-2020`
_ENTITLED = 0.3
_OF_GUIDES = 0.1


def types_in(text: str) -> set[str]:
    """Every type of document that a text speaks of: `Quyết định`; none where it leaves it open."""
    return {
        wording.upper_first(numbers.TYPES[match[0]]) for match in _ANY_TYPE.finditer(fold(text))
    }


def of_kind(query: Query, regulation: Regulation, types: set[str]) -> float:
    """What it is worth that type and period of a document are just those of the question."""
    of_period = regulation.period and str(regulation.period) == query.context.period
    return _OF_TYPE * (bool(of_period) + (regulation.type in types))


def of_title(said: Sequence[str], regulation: Regulation) -> float:
    """What it is worth that one of the wordings of the question says the title."""
    title = set(pairs(syllables(regulation.title or "")))
    if not title:
        return 0.0
    share = max(len(title & set(pairs(syllables(one)))) for one in said) / len(title)
    return _ENTITLED * share


def as_guide(regulation: Regulation) -> float:
    """What a document that only guides others is worth less where no guidance is asked for."""
    guides = any(relation.type is RelationType.GUIDES for relation in regulation.relations)
    return _OF_GUIDES if guides else 0.0
