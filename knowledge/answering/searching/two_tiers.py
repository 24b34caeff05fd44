"""Who does the work of the district, now that there is none: `bỏ huyện rồi thì việc đó ai làm?`.

Looked up in the documents on the two tiers of local government alone: everything else speaks of
the district's work as though it were still done there.
"""

from __future__ import annotations

import re

from knowledge.answering.answer import Answer
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.corpus.document import Regulation, RelationType
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.parser import DOCUMENT
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_TOPIC = "chính quyền hai cấp"
_TIERS = re.compile(r"\b(?:hai cap|2 cap|cap huyen)\b")
_ABOLISHED = re.compile(
    r"\b(?:bo|khong con|het|giai the|xoa)(?: bo)? (?:don vi (?:hanh chinh )?)?(?:cap )?huyen\b|"
    r"\bhuyen (?:da |bi |nay |gio |bay gio )*(?:bo|khong con|het|giai the)\b|"
    r"\bchinh quyen (?:dia phuong )?(?:hai|2) cap\b"
)
_WHO = re.compile(
    r"\bai (?:se |phai |la nguoi )?(?:lam|lo|phu trach|dam nhiem|dam nhan|dam duong|giai quyet|"
    r"thuc hien|chiu trach nhiem|xu ly|tiep nhan|nhan|quan ly|cong nhan|xet|tham dinh)\b|"
    r"\b(?:do|thuoc|cho|ve|ben) (?:ai|dau|cap nao|xa hay (?:la )?tinh|co quan nao)\b|"
    r"\b(?:cap|co quan|don vi|noi) nao (?:\w+ ){0,2}"
    r"(?:lam|lo|phu trach|dam nhiem|dam nhan|giai quyet|thuc hien|xu ly|tiep nhan|nhan|quan ly)\b"
)
# The documents being those on it, the wording need hardly say more.
_ENOUGH = 0.1


def answer(query: Query, index: Index) -> Answer | None:
    """Who does it by now, or what is known of a document since; None where neither is asked."""
    folded = fold(query.question)
    if not _ABOLISHED.search(folded):
        return None
    named = query.references.values(DOCUMENT)
    catalogue = index.catalogue
    if named:
        meant = {r.number for number in named for r in catalogue.find(number)}
        return _since_then(query, index, meant) if query.wants(Aspect.STATUS) else None
    if not _WHO.search(folded):
        return None
    on_it = [r for r in catalogue.regulations.values() if _TOPIC in r.topics]
    changing = {r.number for r in on_it if _amends(r)}
    return free.reply(query, index, _of(changing), _ENOUGH) or free.reply(
        query, index, _of({r.number for r in on_it}), _ENOUGH
    )


def _since_then(query: Query, index: Index, numbers: set[str]) -> Answer | None:
    """What a document tells of itself under the two tiers, where that is not known."""

    def speaks_of_it(passage: Passage) -> bool:
        said = _TIERS.search(fold(f"{passage.provision} {passage.text}"))
        return passage.document in numbers and not passage.known and said is not None

    return free.reply(query, index, speaks_of_it, 0.0)


def _amends(regulation: Regulation) -> bool:
    return any(relation.type is RelationType.AMENDS for relation in regulation.relations)


def _of(numbers: set[str]) -> free.Accept:
    return lambda passage: passage.document in numbers and not passage.row
