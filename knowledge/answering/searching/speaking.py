"""What speaks for a document beside the words it has: its type, period and title as asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import wording
from knowledge.answering.query import Query
from knowledge.corpus.document import Regulation, RelationType
from knowledge.references import numbers
from knowledge.references.parser import LEVEL
from knowledge.text import fold, pairs, syllables

_ANY_TYPE = re.compile(r"\b(?:nghi dinh|thong tu|cong van|nghi quyet|luat|quyet dinh|qd|nd)\b")
_OF_TYPE = 0.1
# `phê duyệt chương trình … giai đoạn 2016-2020`
_ENTITLED = 0.3
_OF_GUIDES = 0.1
_BY_TITLE = 0.25 * _ENTITLED
# Of the title as such; the ministries tell of the procedure of single criteria.
_PROCEDURE = re.compile(
    r"\b(?:trinh tu|thu tuc|quy trinh|ho so)(?:,? (?:trinh tu|thu tuc|ho so|va))*(?: xet| de nghi)?"
    r"(?: cong nhan| xet)+ (?:xa|huyen|tinh)\b"
)
_RECOGNITION = "công nhận và thu hồi"
_FIELD = re.compile(r"\b(?:nong thon moi|ntm)\b")


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


def may_be_it(query: Query, said: Sequence[str], regulation: Regulation) -> bool:
    """Whether a document is of the field, or on the recognition, that the question speaks of.

    One whose title the question says is meant, whatever else is said of the communes it is for:
    `xã nông thôn mới … chuẩn tiếp cận pháp luật`.
    """
    folded = fold(query.question)
    of_field = bool(query.references.values(LEVEL)) and _FIELD.search(folded) is not None
    of_recognition = _PROCEDURE.search(folded) is not None
    own = f"{regulation.title or ''} {regulation.about}"
    fits_field = not of_field or _FIELD.search(fold(own)) is not None
    fits_recognition = not of_recognition or _RECOGNITION in regulation.topics
    return (fits_field and fits_recognition) or of_title(said, regulation) >= _BY_TITLE


def as_guide(regulation: Regulation) -> float:
    """What a document that only guides others is worth less where no guidance is asked for."""
    guides = any(relation.type is RelationType.GUIDES for relation in regulation.relations)
    return _OF_GUIDES if guides else 0.0
