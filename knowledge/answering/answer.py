"""The answer: one typed value, rendered elsewhere as plain text, HTML or JSON."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from knowledge.corpus.fields import Nature
from knowledge.references.context import Context


class Outcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    ASKED = "asked"
    CORRECTED = "corrected"
    UNKNOWN = "unknown"
    OUT_OF_SCOPE = "out_of_scope"


class Kind(StrEnum):
    """What was asked about."""

    BASIS = "basis"
    REQUIREMENT = "requirement"
    DOCUMENT = "document"
    STRUCTURE = "structure"
    COMPARISON = "comparison"
    PROVISION = "provision"
    ARTICLE = "article"
    COURTESY = "courtesy"
    PROFILE = "profile"
    REFUSAL = "refusal"


@dataclass(frozen=True)
class Citation:
    """Where a statement comes from.

    Attributes:
        document: number of the regulation or id of the article.
        provision: address in it; None for the document as a whole.
        nature: whose words `text` is.
        text: what the passage says.
        sources: addresses of the pages it rests on.
    """

    document: str
    provision: str | None
    nature: Nature
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows to be shown as a table where the medium can."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Answer:
    """What the assistant says.

    Attributes:
        text: the direct answer, a blank line, then basis, digest and caveats.
        as_of: the day for which it holds.
        period: the planning period it is about.
        suggestions: questions that can be asked next.
        confidence: 0 to 1; 1 where identifiers were looked up exactly.
        context: what a follow-up inherits.
        id: stable name of this answer (same content, same id).
    """

    outcome: Outcome
    kind: Kind
    text: str
    as_of: dt.date
    period: str | None = None
    table: Table | None = None
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()
    confidence: float = 1.0
    context: Context = field(default_factory=Context)

    @property
    def abstained(self) -> bool:
        """Whether the question was not answered."""
        return self.outcome in (Outcome.UNKNOWN, Outcome.OUT_OF_SCOPE)

    @property
    def direct(self) -> str:
        """The direct answer: what stands before the first blank line."""
        return self.text.split("\n\n")[0]

    @property
    def stated(self) -> str:
        """The text without the questions that it offers: those state nothing."""
        offered = {f"- {question}" for question in self.suggestions}
        return "\n".join(line for line in self.text.split("\n") if line not in offered)

    @property
    def id(self) -> str:
        """Stable name: a digest of what is said and for which day."""
        said = json.dumps([self.text, self.as_of.isoformat(), self.outcome], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()[:12]

    def within(self, context: Context) -> Answer:
        """The same answer with the context that a follow-up inherits."""
        return replace(self, context=context)

    def as_json(self) -> dict[str, Any]:
        """Plain values, with the derived ones."""
        value = asdict(self) | {"id": self.id, "abstained": self.abstained}
        value["as_of"] = self.as_of.isoformat()
        return value
