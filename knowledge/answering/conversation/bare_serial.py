"""A document named by its serial alone: `vậy 619 chấm điểm sao`, `1143 có mấy phụ lục`.

Only the knowledge says whether a number is the serial of a document. One that counts something,
is a year or belongs to a row is none, and one that several documents bear says nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.conversation import told
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.references.carrying import merge
from knowledge.references.mention import DOCUMENT, Mention, drop_overlaps
from knowledge.text import fold

_SERIAL = re.compile(r"(?<![\w/.,-])(?:(?P<thing>cai|con|ban|thang|so|ong) )?(?P<serial>\d{3,5})\b")
_NOT_BEFORE = re.compile(
    r"\b(?:nam|thang|ngay|quy|tieu chi|chi tieu|tc|ct|noi dung|nhom|dieu|khoan|diem|muc|tren|duoi|"
    r"khoang|hon|it nhat|toi thieu|toi da|tong|tang|giam|den|dat|tu|la|co|phai|gan|chi|duoc|thon|"
    r"xa|trang|lop|gio|so luong|gia|muc|bang)\W*$"
)
_COUNTS = re.compile(
    r"^\s*(?:%|phan tram|ty|trieu|tr|nghin|ngan|dong(?! (?:nai|thap)\b)|d|k|vnd|nguoi|ho|hoi|khau|"
    r"xa|thon|ap|ban|buon|huyen|tinh|ha|km|m|met|m2|diem|lop|hoc sinh|hs|can bo|tieu chi|chi tieu|"
    r"tc|ct|noi dung|nhom|cau|ngay|thang|nam|tuoi|kg|tan|ta|lan|chiec|nha|co so|doanh nghiep|htx|"
    r"hop tac xa|san pham|dan|lao dong|gia dinh|phong|don vi|trang|luot|van|sp|cay|con)\b|"
    r"^[/.,:-]\d|^\s*[/%]"
)
_YEARS = range(1990, 2046)


def named(query: Query, catalogue: Catalogue) -> Query:
    """The query with the documents that its bare numbers are the serials of."""
    serials = _serials(query, catalogue)
    if len(serials) != 1 and not _are_tied([regulation for *_, regulation in serials]):
        return query  # several are sides of a comparison
    found = [Mention(DOCUMENT, regulation.number, start, end) for start, end, regulation in serials]
    mentions = tuple(drop_overlaps([*query.references.mentions, *found]))
    references = replace(query.references, mentions=mentions)
    return replace(query, references=references, context=merge(query.before, references))


def _are_tied(regulations: Sequence[Regulation]) -> bool:
    """`1558 sửa 1491 chỗ nào`: one of the two has done something to the other."""
    return len(regulations) == 2 and any(
        relation.number == other.number
        for one, other in itertools.permutations(regulations)
        for relation in one.relations
    )


def _serials(query: Query, catalogue: Catalogue) -> list[tuple[int, int, Regulation]]:
    """Where a bare number stands that is the serial of one document, and which one."""
    folded = fold(query.question)
    if len(folded) != len(query.question):
        return []
    spans = [(mention.start, mention.end) for mention in query.references.mentions]
    known = told.regulations(query.before, catalogue)
    found = []
    for match in _SERIAL.finditer(folded):
        start, end = match.span("serial")
        taken = any(first < end and start < last for first, last in spans)
        counts = _NOT_BEFORE.search(folded[: match.start()]) and not match["thing"]
        if taken or counts or _COUNTS.search(folded[end:]):
            continue
        meant = catalogue.find(f"văn bản {match['serial']}")
        among = [one for one in meant if one in known] or meant
        year = int(match["serial"]) in _YEARS and not (match["thing"] and meant != among)
        if len(among) == 1 and not year:
            found.append((match.start(), end, among[0]))
    return found
