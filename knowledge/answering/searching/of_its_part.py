"""What a document says in the part that a message names: its annex, or on the row that it guides.

`Thông tư 52 hướng dẫn nội dung 3.1 thế nào?` asks for what the circular says on 3.1, and not for
what guides the circular; `phụ lục II của Quyết định 1143 hướng dẫn gì?` asks for that annex.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.documents.validity import no_longer
from knowledge.answering.outside import refusals
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.corpus.document import Regulation, RelationType
from knowledge.indexing.index import Index
from knowledge.references import issuers
from knowledge.references.aspect import OF_VALIDITY, Aspect
from knowledge.references.aspects import subject
from knowledge.references.parser import CRITERION, INDICATOR, LEVEL
from knowledge.retrieval.passage import Passage
from knowledge.text import fold, syllables

_ANNEX = re.compile(r"\bphu luc (?:so )?([ivx]{1,4}|\d{1,2})\b(?![./]\d)")
_HOW = re.compile(
    r"\b(?:the nao|nhu nao|ntn|ra sao|lam sao|gi|j|cach|bao nhieu|bn|nhung|cu the|"
    r"(?:danh gia|cham|xet|tinh|huong dan)(?!.*\b(?:khong|ko|chua|nao)\b))\b"
)
# `Phụ lục II gồm mấy tiêu chí?` is of the table in it.
_OF_ITSELF = OF_VALIDITY | {Aspect.SIGNER, Aspect.SIGNED, Aspect.ISSUER}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
# Words that go with a row that is judged, whatever it is about.
_JUDGED = frozenset(
    [
        "danh",
        "gia",
        "cham",
        "xet",
        "tinh",
        "cach",
        "lam",
        "quy",
        "dinh",
        "huong",
        "dan",
        "cong",
        "nhan",
        "dat",
        "theo",
        "muc",
        "noi",
        "dung",
        "cu",
        "the",
        "phai",
        "yeu",
        "cau",
        "viec",
    ]
)
# When a row is met comes before how it is counted and proven.
_IS_MET = re.compile(r"\bđạt (?:nội dung )?(?:tiêu chí|chỉ tiêu) [\d.]+ (?:khi|phải|thì)\b")
_SEVERAL = 2
_MOST = 8
_ANY = 0.0


def answer(query: Query, index: Index, found: Sequence[Regulation]) -> Answer | None:
    """The passage of the part that is named; None where none is, or where there is no such part."""
    of_set = any(index.catalogue.tables_of(regulation.number) for regulation in found)
    if len(found) != 1 or of_set or query.wants(*_OF_ITSELF) or not _asks_how(query):
        return None
    number = found[0].number
    if annex := _of_annex(query):
        return free.reply(query, index, lambda p: p.document == number and annex(p), _ANY)
    rows = {*query.references.values(CRITERION), *query.references.values(INDICATOR)}
    if not rows or query.references.values(LEVEL):
        return None
    of_it = [p for p in index.retriever.passages if p.document == number]
    told = [p for p in of_it if _is_of(p, rows)]
    told = told or [p for p in of_it if _is_of(p, {row.split(".")[0] for row in rows})]
    if not told:
        guides = any(one.type is RelationType.GUIDES for one in found[0].relations)
        return refusals.not_in(query, found[0]) if guides and _of_guidance(query) else None
    if _of_guidance(query) and (of_all := _each(query, index, found[0], told)):
        return of_all
    return free.reply(query, index, lambda p: p in told, _ANY)


def _is_of(passage: Passage, rows: set[str]) -> bool:
    """Whether a passage is about the rows that are named, and about no other."""
    return not passage.row and rows >= set(passage.criteria) > set()


def _of_guidance(query: Query) -> bool:
    """Whether it is asked how a row is to be judged, and no single thing of it."""
    own = syllables(subject(issuers.without(fold(query.core.remainder))))
    return set(own) <= _JUDGED and query.wants(Aspect.GUIDANCE, Aspect.ABOUT, Aspect.REQUIREMENT)


def _each(
    query: Query, index: Index, regulation: Regulation, told: Sequence[Passage]
) -> Answer | None:
    """What each of the provisions on a row begins with; None where only one is known."""
    known = [passage for passage in told if passage.known]
    if len(known) < _SEVERAL:
        return None
    known = sorted(known, key=lambda one: _IS_MET.search(one.text) is None)[:_MOST]
    number = known[0].criteria[0]
    guided = [t for one in regulation.relations for t in index.catalogue.tables_of(one.number)]
    row = wording.numbered(guided[0], number) if guided else number
    lead = f"{wording.named(regulation)} hướng dẫn {row}:"
    lines = dict.fromkeys(_first_sentence(passage, regulation) for passage in known)
    return Answer(
        Outcome.ANSWERED,
        Kind.PROVISION,
        wording.paragraphs(
            f"{lead}\n{wording.bullets(lines)}",
            f"Tóm lược theo {wording.named(regulation)}; không phải nguyên văn.",
            None if query.time else no_longer(index.catalogue, regulation, query.today),
        ),
        query.today,
        period=known[0].period,
        citations=citing.unique(citing.of_passage(passage) for passage in known),
        suggestions=tuple(passage.questions[0] for passage in known if passage.questions)[:2],
    )


def _first_sentence(passage: Passage, regulation: Regulation) -> str:
    """What a provision begins with, without the name of the document and where a list begins."""
    said = passage.text.split("\n")[0].split(". ")[0]
    named = re.compile(
        rf"^Theo (?:{regulation.type} )?{re.escape(regulation.number)},? |"
        rf"(?:,)? theo (?:{regulation.type} )?{re.escape(regulation.number)}(?=,)"
    )
    return wording.upper_first(named.sub("", said).rstrip(".:; "))


def _asks_how(query: Query) -> bool:
    return _HOW.search(fold(query.question)) is not None


def _of_annex(query: Query) -> Callable[[Passage], bool] | None:
    """Whether a passage is the annex that is named, as a Roman or an Arabic number."""
    match = _ANNEX.search(fold(query.question))
    if match is None:
        return None
    name = match[1]
    roman = _ROMAN[int(name) - 1] if name.isdigit() and 0 < int(name) <= len(_ROMAN) else name
    named = re.compile(rf"^phu luc (?:{roman}|{re.escape(name)})\b")
    return lambda passage: named.search(fold(passage.provision)) is not None
