"""The groups that communes are put in for a set: how many, and which communes each takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import citing, spans, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.references.aspect import Aspect
from knowledge.references.parser import GROUP, PROVINCE
from knowledge.references.places import GROUPS
from knowledge.text import fold

_GROUPS = (
    r"\b(?:may|bao nhieu|nhung) (?:loai )?nhom\b"
    r"(?! (?:tieu chi|chi tieu|viec|noi dung|nhiem vu|giai phap))"
)
_COMMUNES = r"(?<!tieu chi )\b(?:cac |nhung )?xa\b"
_DIVIDED = r"\b(?:chia|phan|xep)\b"
_HOW_MANY = re.compile(
    r"\b(?:may|bao nhieu) (?:loai )?nhom xa\b|"
    rf"{_COMMUNES}.{{0,30}}{_DIVIDED}.{{0,25}}{_GROUPS}|"
    rf"{_DIVIDED}.{{0,20}}{_COMMUNES}.{{0,25}}{_GROUPS}"
)
# `xã nhóm 1 là những xã nào`, `xã thế nào thì vào nhóm 3`
_WHICH = re.compile(
    r"\bnhom (?:so )?\d\b.{0,40}\b(?:la|gom|bao gom|danh cho|ap dung cho) "
    r"(?:(?:nhung|cac|loai) )*(?:xa )?(?:nao|gi|the nao|ai|loai nao)\b|"
    r"\bxa (?:(?:loai|nhu) )?(?:nao|the nao|gi)\b.{0,30}\bnhom (?:so )?\d\b|"
    r"\bdieu kien\b.{0,30}\b(?:xep|vao|thuoc|la)\b.{0,10}\bnhom (?:so )?\d\b"
)
_OF_ROWS = re.compile(r"\b(?:tieu chi nao|chi tieu|muc dat|du thao|bao nhieu xa)\b")
SCALE = "nhóm xã"
"""Of a table with thresholds by groups of communes."""


def answer(query: Query, catalogue: Catalogue, only: Sequence[CriteriaTable] = ()) -> Answer | None:
    """The groups asked about and what puts a commune in them; None where that is not asked.

    Args:
        query: the question.
        catalogue: of the serving index.
        only: the tables of the document that the question names.
    """
    folded = fold(query.question)
    how_many = _HOW_MANY.search(folded)
    # `nhóm 1, nhóm 2 khác nhau gì`: first of all in which communes they take
    apart = query.wants(Aspect.DIFFERENCE) and len(query.references.values(GROUP)) > 1
    which = _WHICH.search(folded) is not None or (apart and not query.topic)
    tables = [table for table in only or catalogue.tables if table.scale == SCALE][-1:]
    other = query.references.values(PROVINCE) or query.context.criterion
    if not tables or not (how_many or which) or _OF_ROWS.search(folded) or other:
        return None
    table = tables[0]
    if not spans.fits(query.time, table.period):
        return None
    meant = list(GROUPS) if how_many else query.references.values(GROUP)
    rules = [rule for key in meant for rule in table.rules if is_rule_of(key, rule)]
    if not rules:
        return None
    decision = wording.named(catalogue.regulations[table.document])
    lead = (
        f"{table.title} ({decision}) chia xã thành {wording.in_words(len(GROUPS))} nhóm:"
        if how_many
        else f"Theo {decision}:"
    )
    return Answer(
        Outcome.ANSWERED,
        Kind.STRUCTURE,
        f"{lead}\n{wording.bullets(rules)}",
        query.today,
        period=str(table.period),
        citations=(citing.of_table(table),),
        suggestions=(f"Liệt kê các tiêu chí của {table.document}",),
    )


def is_rule_of(group: str, rule: str) -> bool:
    """Whether a rule of a table says which communes a group takes."""
    return fold(rule).startswith(f"{fold(GROUPS[group])} la ")
