"""What is done with a title: it is withdrawn, or it is granted on conditions.

The rules on granting and on withdrawing share nearly all their words, so that the one is found
nearest for the other; a question on the one is never answered from a passage on the other alone.
"""

from __future__ import annotations

import re

from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_WITHDRAWN = re.compile(
    r"\bthu hoi\b|\b(?:tuoc|rut|lay lai|mat)(?: (?:bo|di|lai|mat))? "
    r"(?:danh hieu|(?:bang|quyet dinh) cong nhan)\b"
)
_ROW = r"(?:tieu chi|chi tieu|tc)"
_UNMET = re.compile(
    r"\b(?:chua|khong|chang) (?:dat|du|hoan thanh)\b|"
    rf"\b(?:thieu|rot|truot|hong|vuong|no)(?: (?:moi|mot|\d+|may|vai|cai))* {_ROW}\b|"
    r"\bdat (?:duoc )?\d{1,2} ?/ ?\d{1,2}\b|\bcon thieu\b"
)
_THEN = re.compile(
    r"\b(?:duoc|dc)(?: (?:xet|de nghi))* (?:cong nhan|xet|dat chuan|ve dich|len (?:nong thon|ntm))|"
    r"\bthi (?:sao|the nao|co sao)\b|\bco sao khong\b|\b(?:duoc|cho) no\b"
)
# What was recognised is kept or withdrawn; what was merged, and people, have rules of their own.
_OTHERWISE = re.compile(
    r"\b(?:thu hoi|mat|giu|danh hieu|bang cong nhan|rut|tuoc|ra soat|"
    r"(?:da )?duoc cong nhan (?:roi|ma|nam|tu|hoi)|sap nhap|sap xep|(?<!thu )nhap|gop|ghep|"
    r"thanh phan|hop tac xa|htx|can bo|cong chuc|huong dan)\b"
)
_WITHDRAWS = re.compile(r"\bthu hoi\b")
_CONDITIONS = re.compile(r"\bdieu kien\b")


def of_withdrawal(question: str) -> bool:
    """Whether the withdrawal of a title is asked about."""
    return _WITHDRAWN.search(fold(question)) is not None


def of_an_unmet_row(question: str) -> bool:
    """Whether it is asked what becomes of a commune that has not reached all: `có được nợ không`.

    What was recognised and is kept or withdrawn, what was merged, and people are other matters.
    """
    folded = fold(question)
    asked = _UNMET.search(folded) and _THEN.search(folded)
    return bool(asked) and not _OTHERWISE.search(folded)


def fits(question: str, passage: Passage) -> bool:
    """Whether a passage speaks of the withdrawal that is asked about."""
    if not passage.known or not of_withdrawal(question):
        return True
    # The title of a rule on both is the title of all its provisions.
    said = f"{passage.provision} {passage.heading} {passage.text}"
    return _WITHDRAWS.search(fold(said)) is not None


def is_about_it(question: str, passage: Passage) -> bool:
    """Whether the heading of a passage is the withdrawal, or the conditions, asked about."""
    if of_withdrawal(question):
        return _WITHDRAWS.search(_heading(passage)) is not None
    return _CONDITIONS.search(fold(question)) is not None and lays_down_conditions(passage)


def lays_down_conditions(passage: Passage) -> bool:
    """Whether the heading of a passage is that of conditions which are known."""
    return passage.known and _CONDITIONS.search(_heading(passage)) is not None


def _heading(passage: Passage) -> str:
    return fold(f"{passage.provision} {passage.heading}")
