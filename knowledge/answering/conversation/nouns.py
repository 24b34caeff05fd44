"""The nouns by which a message points to a document: `nghị định đó`, `cái kia`."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering import wording
from knowledge.corpus.document import Regulation
from knowledge.references import numbers

NOUN = (
    r"quyet dinh|nghi dinh|thong tu|nghi quyet|cong van|luat|huong dan|chi thi|van ban|qd|nd|tt|"
    r"nq|cv|vb"
)
ANY = ("van ban", "vb", "cai", "ban", "con")

Pointed = tuple[str, int, int]
"""The number of the document meant, and where the message points to it."""


def of_type(noun: str, known: Sequence[Regulation]) -> list[Regulation]:
    """Those of the type that a noun names."""
    if noun in ANY:
        return list(known)
    named = wording.upper_first(numbers.TYPES[noun])
    # `thông tư đó` is a joint one as well
    return [regulation for regulation in known if regulation.type.startswith(named)]
