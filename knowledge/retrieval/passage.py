"""What is indexed: one passage for each provision and each row of a criteria table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from knowledge.corpus.fields import Nature


@dataclass(frozen=True)
class Passage:
    """A passage with the fields that retrieval weighs separately.

    Attributes:
        document: what its document is cited by.
        provision: its address in the document (`Điều 3`, `chỉ tiêu 17.1`).
        nature: whose words the text is.
        title: title of the document, and what it is called in everyday speech.
        heading: heading of the provision.
        text: the text itself.
        questions: example questions that it answers.
        phrasings: what else people say when they ask for it; never shown.
        caveats, now: told with the answer.
        sources: addresses of the pages it rests on.
        criteria: criteria or indicators it is about.
        provinces: provinces its document is about.
        level, period: of its document.
        known: False where it says what is not known.
        row: whether it is a row of a criteria table, or a note to one.
        note: whether it is a note to a row.
        overview: whether it introduces its document as a whole.
    """

    document: str
    provision: str
    nature: Nature
    title: str
    heading: str
    text: str
    questions: tuple[str, ...] = ()
    phrasings: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    level: str | None = None
    period: str | None = None
    known: bool = True
    row: bool = False
    note: bool = False
    overview: bool = False

    @property
    def identity(self) -> tuple[str, str]:
        """Document and provision: equal texts in two documents are two passages."""
        return self.document, self.provision

    def embedded_text(self) -> str:
        """What the embedding model sees: context first, then the text."""
        return ". ".join(
            part for part in (self.title, self.provision, self.heading, self.text) if part
        )

    def as_json(self) -> dict[str, Any]:
        """Plain values for the index file."""
        return dict(vars(self))

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Passage:
        """The inverse of `as_json`."""
        fields: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
        }
        return cls(**fields | {"nature": Nature(row["nature"])})
