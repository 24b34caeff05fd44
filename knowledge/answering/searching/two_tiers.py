"""Who does the work of the district, now that there is none: `bỏ huyện rồi thì việc đó ai làm?`.

Looked up in the documents on the two tiers of local government alone: everything else speaks of
the district's work as though it were still done there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.corpus.document import Regulation, RelationType
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.parser import DOCUMENT, PROVINCE
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_TOPIC = "chính quyền hai cấp"
_TIERS = re.compile(r"\b(?:hai cap|2 cap|cap huyen)\b")
_ABOLISHED = re.compile(
    r"\b(?:bo|khong con|het|giai the|xoa)(?: bo)? (?:don vi (?:hanh chinh )?)?(?:cap )?huyen\b|"
    r"\bhuyen (?:da |bi |nay |gio |bay gio )*(?:bo|khong con|het|giai the)\b|"
    r"\bchinh quyen (?:dia phuong )?(?:hai|2) cap\b|"
    # the day from which there is no district
    r"\b(?:truoc|sau|tu|ke tu)(?: ngay)? 0?1/0?7/2025\b(?=.*\bhuyen\b)"
)
_WHO = re.compile(
    r"\bai (?:se |phai |la nguoi )?(?:lam|ky|lo|phu trach|dam nhiem|dam nhan|dam duong|giai quyet|"
    r"thuc hien|chiu trach nhiem|xu ly|tiep nhan|nhan|quan ly|cong nhan|xet|tham dinh|tham tra)\b|"
    r"\b(?:nop|gui|trinh)(?: \w+){0,8} (?:dau|ai|cap nao|co quan nao|noi nao)\b|"
    r"\b(?:do|thuoc|cho|ve|ben|len|gui|qua) (?:ai|dau|cap nao|xa hay (?:la )?tinh|co quan nao)\b|"
    r"\b(?:cap|co quan|don vi|noi) nao (?:\w+ ){0,2}"
    r"(?:lam|lo|phu trach|dam nhiem|dam nhan|giai quyet|thuc hien|xu ly|tiep nhan|nhan|quan ly)\b"
)
_OFFICE = (
    r"(?:(?:ubnd|uy ban(?: nhan dan)?|chu tich(?: ubnd)?|cap|phong(?: \w+){1,4}|"
    r"van phong(?: \w+){0,3}|to|hoi dong(?: \w+){0,2}) )?"
)
# What is to be done goes to the district, or it is the district that does it.
_BY_DISTRICT = re.compile(
    r"\b(?:nop|gui|trinh|len|cho|bao cao|qua|xin)"
    r"(?: (?:ho so|len|cho|ve|toi|den|o|tai|ra|y kien|de))* "
    rf"{_OFFICE}huyen\b(?! (?:nong thon moi|ntm|dat chuan|nang cao))|"
    rf"\b{_OFFICE}huyen (?:(?:se|phai|dang|van|la|toi|minh|co|thi|nao|to chuc|can) )*"
    r"(?:tham tra|tham dinh|xet|cong nhan|tiep nhan|kiem tra|phuc tra|cham|danh gia|ra quyet dinh|"
    r"quyet dinh|nhan ho so)\b"
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
        meant = {r.number for r in catalogue.find_all(named)}
        return _since_then(query, index, meant) if query.wants(Aspect.STATUS) else None
    if not _WHO.search(folded):
        return None
    on_it = [r for r in catalogue.regulations.values() if _TOPIC in r.topics]
    changing = {r.number for r in on_it if _amends(r)}
    return free.reply(query, index, _of(changing), _ENOUGH) or free.reply(
        query, index, _of({r.number for r in on_it}), _ENOUGH
    )


def noted(query: Query, index: Index, found: Answer) -> Answer:
    """The answer to a question that takes the district for still there, with what became of it.

    What was not answered is put right by that alone.
    """
    folded = fold(query.question)
    supposed = _BY_DISTRICT.search(folded) and not _ABOLISHED.search(folded)
    elsewhere = query.references.values(PROVINCE) or query.references.values(DOCUMENT)
    past = query.time is not None and query.time.last < query.today
    if not supposed or elsewhere or past or query.follows or found.kind is Kind.COURTESY:
        return found
    catalogue = index.catalogue
    changing = {
        r.number for r in catalogue.regulations.values() if _TOPIC in r.topics and _amends(r)
    }
    if changing & {citation.document for citation in found.citations}:
        return found
    said = _first(index, changing)
    if said is None:
        return found
    cited = citing.of_passage(said)
    if not found.abstained:
        return replace(
            found,
            text=wording.paragraphs(found.text, f"Lưu ý: {said.text}"),
            citations=citing.unique([*found.citations, cited]),
        )
    return replace(
        found,
        outcome=Outcome.CORRECTED,
        kind=Kind.PROVISION,
        text=wording.paragraphs(
            said.text,
            free.basis(catalogue.regulations[said.document], said),
            "Việc cụ thể anh/chị hỏi, kho chưa có nội dung trả lời.",
        ),
        citations=(cited,),
        suggestions=said.questions[:2],
    )


def _first(index: Index, numbers: set[str]) -> Passage | None:
    """What the documents say of the work of the district as a whole."""
    of_district = (
        passage
        for passage in index.retriever.passages
        if passage.document in numbers
        and passage.known
        and not (passage.row or passage.overview)
        and _TIERS.search(fold(f"{passage.provision} {passage.text}"))
    )
    return next(of_district, None)


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
