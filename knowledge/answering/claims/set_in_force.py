"""What is claimed of a set without its number: `bộ mới áp dụng từ 01/7 phải không?`."""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Citation, Kind, Outcome
from knowledge.answering.claims import confirmation, premise
from knowledge.answering.query import Query, resolve
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target, by_name
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.corpus.timeline import Interval, decisions_of, governing
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
_ROWS = (CRITERION, INDICATOR, DOCUMENT)


def answer(query: Query, index: Index) -> Answer | None:
    """Confirms or puts right a claim on a set that is named by period or title, not by number."""
    folded = fold(query.question)
    if len(folded) != len(query.question):
        return None
    asks = confirmation.asks(query) or _ASKS.search(folded)
    if not asks or query.follows or any(map(query.references.values, _ROWS)):
        return None
    return _of_rows(query, index) or _of_the_decision(query, index.catalogue)


def _of_rows(query: Query, index: Index) -> Answer | None:
    """Which criteria the set in force is said to have got or lost."""
    dropped, added = _dropped(query), _ADDED.search(fold(query.question))
    said = dropped or added
    now = governing(index.catalogue, query.level, Interval(query.today, query.today))
    if not said or query.references.values(LEVEL) or not now.tables or not now.certain:
        return None
    name = query.question[said.start("name") : said.end("name")]
    of_name = resolve(f"tiêu chí {name}", query.today)
    found = by_name(of_name, index.retriever, [now.tables[0]], _PLAINLY)
    return _of_row(query, index, found[0], right=not dropped) if found else None


def _of_the_decision(query: Query, catalogue: Catalogue) -> Answer | None:
    """Who is said to have issued or signed the decision of the set, when, with how much in it."""
    regulation = _decision(query, catalogue)
    if regulation is None:
        return None
    if reply := premise.answer(query, catalogue, regulation):
        return reply
    in_force = _SET.search(fold(query.question)) is not None
    if not (in_force and query.times and _START.search(fold(query.question))):
        return None
    if not regulation.effective:
        return None
    said = f"Đúng: {wording.named(regulation)} có {wording.since(regulation)}."
    return _told(query, regulation, citing.of_regulation(regulation), Outcome.ANSWERED, said)


def _decision(query: Query, catalogue: Catalogue) -> Regulation | None:
    """The decision of the set that the question means; None where it leaves that open."""
    folded = fold(query.question)
    if _SET.search(folded) and not query.references.values(LEVEL):
        now = governing(catalogue, query.level, Interval(query.today, query.today))
        return catalogue.regulations[now.tables[0].document] if now.certain and now.tables else None
    if not query.context.period or not (query.names_the_set or query.references.values(LEVEL)):
        return None
    choice = choose(query, catalogue)
    if choice.tables and choice.tables[0].level is query.level and not choice.doubtful:
        return catalogue.regulations[choice.tables[0].document]
    decisions = decisions_of(catalogue, query.level, query.time) if query.time else []
    return decisions[-1] if decisions else None


def _dropped(query: Query) -> re.Match[str] | None:
    """The criterion said to be dropped; `bộ tiêu chí` is no `bỏ tiêu chí`."""
    folded, start = fold(query.question), 0
    while found := _DROPPED.search(folded, start):
        typed = query.question[found.start() : found.end()].lower()
        if not found["bare"] or typed.startswith("bỏ"):
            return found
        start = found.start() + 1
    return None


def _of_row(query: Query, index: Index, target: Target, *, right: bool) -> Answer:
    table = target.table
    lead = "Đúng" if right else "Không đúng"
    text = f"{lead}: {table.title} {'' if right else 'vẫn '}có {target.named}."
    outcome = Outcome.ANSWERED if right else Outcome.CORRECTED
    regulation = index.catalogue.regulations[table.document]
    return _told(query, regulation, citing.of_table(table), outcome, text)


def _told(
    query: Query, regulation: Regulation, cited: Citation, outcome: Outcome, said: str
) -> Answer:
    return Answer(
        outcome,
        Kind.STRUCTURE,
        wording.paragraphs(said, f"Căn cứ: {wording.named_in_full(regulation)}."),
        query.today,
        period=str(regulation.period) if regulation.period else None,
        citations=(cited,),
        suggestions=(f"Liệt kê các tiêu chí của {regulation.number}",),
    )
