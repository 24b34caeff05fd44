"""What kind of document a message asks for: by its type, by the body that issued it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.answering import wording
from knowledge.corpus.document import Regulation
from knowledge.references import issuers, numbers
from knowledge.text import fold

_TYPE = re.compile(
    r"(?<!phap )\b(nghi dinh|thong tu|cong van|nghi quyet|luat|chi thi|quyet dinh|qd)\b"
    r"(?= (?:nao|gi|moi|so may|so bao nhieu|cua|ve|huong dan|thay))|"
    # `hướng dẫn nào` is any document that guides, not one that is called `Hướng dẫn`
    r"(?<!van ban )\b(huong dan)\b(?= (?:moi nhat|so may|so bao nhieu|cua|ve|thay))"
)


@dataclass(frozen=True)
class KindAsked:
    """What kind of document is asked for.

    Attributes:
        type: `Thông tư`; None where any will do.
        issuer: folded name of the issuing body; None where it is not named.
    """

    type: str | None
    issuer: str | None

    @property
    def named(self) -> bool:
        """Whether the question says what kind of document it is after."""
        return self.issuer is not None or self.type not in (None, "Quyết định")

    def fits(self, regulation: Regulation) -> bool:
        """Whether a regulation is of that kind."""
        of_type = self.type in (None, regulation.type)
        by_issuer = self.issuer is None or issuers.issued_by(regulation.issuer, self.issuer)
        return of_type and by_issuer


def kind_in(text: str) -> KindAsked:
    """The kind of document that a text names."""
    match = _TYPE.search(fold(text))
    return KindAsked(
        wording.upper_first(numbers.TYPES[match[1] or match[2]]) if match else None,
        issuers.find(text),
    )
