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
_WITHDRAWS = re.compile(r"\bthu hoi\b")
_CONDITIONS = re.compile(r"\bdieu kien\b")


def of_withdrawal(question: str) -> bool:
    """Whether the withdrawal of a title is asked about."""
    return _WITHDRAWN.search(fold(question)) is not None


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
