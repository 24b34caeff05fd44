"""Claims on how many criteria, indicators or groups a set has: `bộ 1980 có 6 nhóm phải không`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import wording
from knowledge.answering.claims import confirmation
from knowledge.answering.query import Query
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable, Criterion
from knowledge.corpus.document import Regulation
from knowledge.references import ordinals
from knowledge.references.parser import CRITERION
from knowledge.references.places import GROUPS
from knowledge.text import fold

_CLAIMED = re.compile(
    r"\b(?:co|gom|dat|du|giu nguyen|giu van la|la) (?:du |tat ca |ca )?"
    r"(\d{1,3}) (tieu chi|chi tieu)\b"
)
# `bộ tiêu chí có tới 25 tiêu chí`, `tiêu chí 18 chỉ có 4 chỉ tiêu thôi`: of what is so believed.
_BELIEVED = re.compile(
    r"\b(?:co|gom|dat|du|la|con)(?: (?:toi|den|dung|moi|chi|du|tat ca|ca|han|khoang|tong cong))* "
    r"(\d{1,3}) (tieu chi|chi tieu)\b"
)
_GROUPS = re.compile(
    r"\b(?:co|gom|chia|thanh|lam|ra|xep|la)(?: (?:cac )?(?:xa|tieu chi))?"
    r"(?: (?:thanh|lam|ra|co|du))* "
    rf"(\d{{1,2}}|{ordinals.SPELT}) nhom\b"
)
_OF_COMMUNES = re.compile(
    r"\b(?:chia|xep|phan)(?: loai)?(?: cac)? xa\b|\bnhom xa\b|\bxa (?:duoc )?chia\b"
)
_OF_GROUPS_OF_COMMUNES = "nhóm xã"


def wrong(query: Query, catalogue: Catalogue, regulation: Regulation) -> str | None:
    """What is to be said against the number claimed; None where none is, or it is right."""
    tables = [t for t in catalogue.tables if t.document == regulation.number]
    tables = [t for t in tables if t.level.value == query.context.level] or tables
    folded = fold(query.question)
    if not tables:
        return None
    asks = confirmation.asks(query)
    if asks and (claim := _GROUPS.search(folded)):
        number = ordinals.value(claim[1])
        return _of_groups(number, tables, communes=_OF_COMMUNES.search(folded) is not None)
    of_set = _CLAIMED.search(folded) or (_BELIEVED.search(folded) if asks else None)
    if of_set is None:
        return None
    number, of_criteria = int(of_set[1]), of_set[2] == "tieu chi"
    address = query.references.first(CRITERION)
    if address:
        return None if of_criteria else _of_criterion(number, tables, address)
    known = {t.counts.criteria if of_criteria else t.counts.indicators for t in tables}
    if number in known or None in known:
        return None
    counts = [
        f"{table.title} có {table.counts.criteria} tiêu chí, {table.counts.indicators} "
        f"{table.indicator_word}"
        for table in tables
    ]
    return f"Con số {number} không đúng: {'; '.join(counts)}."


def _of_criterion(number: int, tables: Sequence[CriteriaTable], address: str) -> str | None:
    """The indicators of one criterion, where all of them are known."""
    table = tables[0]
    target = Target(table, address)
    if not isinstance(target.row, Criterion) or table.indicator_word != "chỉ tiêu":
        return None
    names = [one for one in target.indicators if one.number != address]
    if not names or len(names) == number:
        return None
    listed = wording.bullets(wording.row_names(names, table.indicator_word))
    return (
        f"Con số {number} không đúng: {target.named} của {table.document} có {len(names)} chỉ "
        f"tiêu:\n{listed}"
    )


def _of_groups(
    number: int | None, tables: Sequence[CriteriaTable], *, communes: bool
) -> str | None:
    """The groups of a set, or those that it divides communes into."""
    table = tables[0]
    if communes or not table.groups:
        if table.scale != _OF_GROUPS_OF_COMMUNES or number == len(GROUPS):
            return None
        count = wording.in_words(len(GROUPS))
        return f"Không phải: bộ tiêu chí của {table.document} chia xã thành {count} nhóm."
    if number == len(table.groups):
        return None
    names = "; ".join(table.groups.values())
    return (
        f"Không phải: bộ tiêu chí của {table.document} chia thành {len(table.groups)} nhóm: "
        f"{names}."
    )
