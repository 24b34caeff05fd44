"""What to read first: the documents in force, for somebody new to the work.

Made from the catalogue: the set of criteria, the programme, the guidance, and the procedure
of recognition, with what is not known of it.
"""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import SUCCESSION, Regulation, RelationType
from knowledge.corpus.fields import Level
from knowledge.corpus.timeline import Interval, governing, status
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR, PROVINCE
from knowledge.text import fold

_PROGRAMME = "chương trình mục tiêu quốc gia"
_RECOGNITION = "công nhận và thu hồi"
# Who is new may have said so in words that are left out of the question: `nên đọc gì` is enough.
_NEW = re.compile(
    r"\bnen (?:doc|xem|tim hieu|nghien cuu|hoc|bat dau)\b|"
    r"\b(?:doc|xem|tim hieu|nghien cuu|hoc)\b.{0,40}\bde (?:lam|nam|hieu|biet)\b|"
    r"(?<!thon )\b(?:moi|vua) (?:ve|vao|nhan|duoc (?:dieu|giao|phan)|chuyen|ra truong|lam|sang|"
    r"len|di lam|trung tuyen|tuyen)\b|"
    r"\blan dau\b|\bthuc tap\b|\bchua (?:biet|hieu|nam|ro) (?:gi|nhieu)\b|\bnhap mon\b|"
    r"\bbat dau (?:tu|voi|bang|doc|lam|tim hieu|nghien cuu)\b|\bquan trong nhat\b|"
    r"\b(?:doc|nghien cuu|tim hieu|xem|hoc|nam)\b.{0,60}"
    r"\b(?:truoc|dau tien)\b(?! (?:day|kia|khi|nam|ngay|do))"
)
_READ = re.compile(
    r"\b(?:doc|tim hieu|nghien cuu|hoc|xem|lam quen|bat dau (?:tu|voi|bang|doc)|quan trong nhat)\b|"
    r"\bnam\b(?! (?:\d|nay|nao|truoc|sau|ngoai))"
)
_WHICH = re.compile(
    r"\b(?:van ban|tai lieu|quyet dinh|qd|quy dinh|vb|sach)"
    r"(?: (?!ban hanh|thay|sua)\w+){0,4}? (?:nao|gi)\b|"
    r"\b(?:doc|hoc|xem|tim hieu|nghien cuu)(?: \w+)? (?:gi|dau)\b|"
    r"\b(?:danh muc|danh sach|nhung|cac|may) (?:van ban|tai lieu|quyet dinh|quy dinh)\b"
)
_FIELD = re.compile(r"\bnong thon moi\b|\bntm\b|\bchuong trinh\b|\bxa\b")

_SUBORDINATE = (RelationType.GUIDES, RelationType.AMENDS)


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """The documents to start from; None where that is not asked."""
    if not _is_asked(query):
        return None
    now = Interval(query.today, query.today)
    tables = governing(catalogue, Level.COMMUNE, now).tables
    if not tables:
        return None
    criteria = catalogue.regulations[tables[0].document]
    programme = _latest(query, catalogue, _PROGRAMME, criteria, holding=True)
    bases = _of_types(catalogue, programme, RelationType.BASED_ON) if programme else []
    guides = [item.regulation for item in catalogue.incoming(criteria.number, RelationType.GUIDES)]
    recognition = _latest(query, catalogue, _RECOGNITION, criteria, holding=False)
    lines = [
        _line("Bộ tiêu chí đang áp dụng", criteria),
        *([_line("Chương trình đang thực hiện", programme)] if programme else []),
        *(_line("Căn cứ của chương trình", one) for one in bases),
        *(_line("Hướng dẫn bộ tiêu chí", one) for one in guides),
    ]
    told = [criteria, *([programme] if programme else []), *bases, *guides]
    return Answer(
        Outcome.ANSWERED,
        Kind.DOCUMENT,
        wording.paragraphs(
            f"Những văn bản nên đọc trước về xây dựng nông thôn mới:\n{wording.bullets(lines)}",
            _procedure(recognition, criteria) if recognition else None,
        ),
        query.today,
        period=str(criteria.period) if criteria.period else None,
        citations=citing.unique(
            citing.of_regulation(one) for one in [*told, *([recognition] if recognition else [])]
        ),
        suggestions=(
            f"Liệt kê các tiêu chí của {criteria.number}",
            f"{criteria.number} có gì mới so với giai đoạn trước?",
        ),
    )


def _is_asked(query: Query) -> bool:
    folded = fold(query.question)
    named = (CRITERION, INDICATOR, DOCUMENT, PROVINCE)
    if query.follows or query.times or any(query.references.values(kind) for kind in named):
        return False
    wanted = (_NEW, _READ, _WHICH, _FIELD)
    return all(pattern.search(folded) for pattern in wanted)


def _latest(
    query: Query, catalogue: Catalogue, topic: str, criteria: Regulation, *, holding: bool
) -> Regulation | None:
    """The main document on a topic: what others are based on, no guide or amendment of one."""
    found = [
        one
        for one in catalogue.regulations.values()
        if topic in one.topics
        and one.number != criteria.number
        and not one.provinces
        and one.period
        and any(relation.type in SUCCESSION for relation in one.relations)
        and not any(relation.type in _SUBORDINATE for relation in one.relations)
        and (not holding or not status(catalogue, one, query.today).state.ended)
    ]
    return max(found, key=lambda one: (str(one.period), str(one.signed)), default=None)


def _of_types(catalogue: Catalogue, regulation: Regulation, kind: RelationType) -> list[Regulation]:
    numbers = [relation.number for relation in regulation.relations if relation.type is kind]
    return [catalogue.regulations[one] for one in numbers if one in catalogue.regulations]


def _line(role: str, regulation: Regulation) -> str:
    return f"{role}: {wording.named(regulation)} của {regulation.issuer}. {regulation.about}"


def _procedure(recognition: Regulation, criteria: Regulation) -> str | None:
    """What is known of how communes are recognised, and what is not."""
    if recognition.period and criteria.period and recognition.period == criteria.period:
        return _line("Điều kiện, thủ tục công nhận", recognition)
    return (
        f"Về điều kiện, trình tự, thủ tục công nhận: kho mới có {wording.named(recognition)}, cho "
        f"giai đoạn {recognition.period}; chưa xác định được văn bản của giai đoạn "
        f"{criteria.period}. Anh/chị hỏi Văn phòng Điều phối nông thôn mới của tỉnh."
    )
