"""What is claimed of the set in force without its number: `bộ mới áp dụng từ 01/7 phải không?`."""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.claims import confirmation, premise
from knowledge.answering.query import Query, resolve
from knowledge.answering.rows.target import Target, by_name
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.timeline import Interval, governing
from knowledge.indexing.index import Index
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR, LEVEL
from knowledge.text import fold

_SET = re.compile(
    r"\bbo (?:(?:tieu chi|tc)(?: quoc gia)?(?: xa)?(?: nong thon moi| ntm)? )?"
    r"(?:moi|hien hanh|hien nay|dang (?:ap )?dung|bay gio|nay)\b"
)
_ASKS = re.compile(r"\b(?:that|chinh xac|dung) (?:khong|ko|chu|a|vay)\b|\bco that\b")
# `bỏ hẳn tiêu chí thu nhập`; the criterion is what stands up to a comma or such a word.
_NAME = (
    r" (?P<name>.+?)"
    r"(?= (?:roi|duoc|da|nua|ra|khoi|phai|dung|that|co|khong|ko|ha|a|nhi)\b|\W*$|[,.?])"
)
_DROPPED = re.compile(
    r"\b(?:(?P<bare>bo)|(?:bo|khong con|het|cat|loai)(?: han| luon| mat| di| bot| ra)+|khong con|"
    r"cat|loai) (?:cac )?"
    rf"(?:tieu chi|chi tieu|tc){_NAME}"
)
_ADDED = re.compile(
    rf"\b(?:tieu chi|chi tieu|tc){_NAME}.*\b(?:dua|them|bo sung)(?: \w+){{0,2}} (?:vao|trong)\b"
)
_START = re.compile(r"\b(?:hieu luc|ap dung|thi hanh)\b")
_PLAINLY = 0.6


def answer(query: Query, index: Index) -> Answer | None:
    """Confirms or puts right a claim on the set in force; None where none is made."""
    folded = fold(query.question)
    if len(folded) != len(query.question):
        return None
    named = (CRITERION, INDICATOR, DOCUMENT, LEVEL)
    asks = confirmation.asks(query) or _ASKS.search(folded)
    if not asks or query.follows or any(query.references.values(kind) for kind in named):
        return None
    catalogue = index.catalogue
    now = governing(catalogue, query.level, Interval(query.today, query.today))
    if not now.tables or not now.certain:
        return None
    table = now.tables[0]
    regulation = catalogue.regulations[table.document]
    dropped, added = _dropped(query), _ADDED.search(folded)
    if said := dropped or added:
        name = query.question[said.start("name") : said.end("name")]
        of_name = resolve(f"tiêu chí {name}", query.today)
        found = by_name(of_name, index.retriever, [table], _PLAINLY)
        return _of_row(query, index, found[0], right=not dropped) if found else None
    if not _SET.search(folded):
        return None
    if wrong := premise.answer(query, catalogue, regulation):
        return wrong
    if not query.times or not _START.search(folded) or not regulation.effective:
        return None
    return _told(
        query,
        index,
        table,
        Outcome.ANSWERED,
        f"Đúng: {wording.named(regulation)} có {wording.since(regulation)}.",
    )


def _dropped(query: Query) -> re.Match[str] | None:
    """The criterion said to be dropped; `bộ tiêu chí` is no `bỏ tiêu chí`."""
    found = _DROPPED.search(fold(query.question))
    if found is None or not found["bare"]:
        return found
    typed = query.question[found.start() : found.end()].lower()
    return found if typed.startswith("bỏ") else None


def _of_row(query: Query, index: Index, target: Target, *, right: bool) -> Answer:
    table = target.table
    lead = "Đúng" if right else "Không đúng"
    text = f"{lead}: {table.title} {'' if right else 'vẫn '}có {target.named}."
    outcome = Outcome.ANSWERED if right else Outcome.CORRECTED
    return _told(query, index, table, outcome, text)


def _told(query: Query, index: Index, table: CriteriaTable, outcome: Outcome, said: str) -> Answer:
    regulation = index.catalogue.regulations[table.document]
    return Answer(
        outcome,
        Kind.STRUCTURE,
        wording.paragraphs(said, f"Căn cứ: {wording.named_in_full(regulation)}."),
        query.today,
        period=str(table.period),
        citations=(citing.of_table(table),),
        suggestions=(f"Liệt kê các tiêu chí của {table.document}",),
    )
