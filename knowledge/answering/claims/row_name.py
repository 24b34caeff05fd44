"""Claims on what a numbered criterion is called: `tiêu chí 18 là thủy lợi, phải không`."""

from __future__ import annotations

import re

from knowledge.answering.claims import confirmation
from knowledge.answering.query import Query
from knowledge.references.parser import CRITERION, INDICATOR
from knowledge.text import fold, syllables

_CALLED = re.compile(
    r"\b(?:la|ten la|ten|goi la|noi ve|quy dinh ve|ve)"
    r"(?: (?:tieu chi|chi tieu|noi dung|ve|cai|mang))*"
    r" (?P<name>[a-z][a-z ,\-]*?)"
    r"(?=\W*$|[,.?;]|\W+(?:phai|dung|co phai|co dung|that|nhi|ha|chu|a|roi|ma)\b)"
)
# A threshold, a document or a question is no name.
_NO_NAME = re.compile(
    r"\b(?:bao nhieu|may|gi|nao|ai|sao|phan tram|trieu|tu|tro len|bat buoc|dieu kien|"
    r"toi thieu|phai dat|yeu cau|quyet dinh|thong tu|nghi dinh|cong van|dat|khong)\b"
)
_SAYS_NOTHING = frozenset(["va", "cua", "cac", "xa", "so", "tieu", "chi", "co", "la", "theo"])


def claimed(query: Query) -> str | None:
    """The folded name that a question says its criterion has; None where it claims none."""
    rows = [m for m in query.references.mentions if m.kind in (CRITERION, INDICATOR)]
    if len(rows) != 1 or not confirmation.asks(query):
        return None
    text = fold(query.question)
    if len(text) != len(query.question):
        return None
    for mention in query.references.mentions:
        gap = " " * (mention.end - mention.start)
        text = f"{text[: mention.start]}{gap}{text[mention.end :]}"
    found = _CALLED.search(" ".join(text[rows[0].end :].split()))
    if found is None or _NO_NAME.search(found["name"]):
        return None
    return found["name"].strip() or None


def shares(name: str, with_name: str) -> float:
    """The share of the words of a claimed name that are in the right one."""
    said = set(syllables(name)) - _SAYS_NOTHING
    known = set(syllables(fold(with_name)))
    return len(said & known) / len(said) if said else 1.0
