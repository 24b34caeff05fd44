"""Schema of a document: a legal text or a newspaper article."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from knowledge.corpus.fields import (
    CriterionNumber,
    Day,
    DocumentNumber,
    FieldError,
    Level,
    Lines,
    Nature,
    PeriodField,
    Strict,
    Text,
)
from knowledge.references import numbers


class RelationType(StrEnum):
    """How one document stands to another; the reverse directions are derived."""

    BASED_ON = "based_on"
    AMENDS = "amends"
    REPLACES = "replaces"
    GUIDES = "guides"
    SUCCEEDS = "succeeds"
    SETS_STANDARD = "sets_standard"
    CITES = "cites"


SUCCESSION = frozenset({RelationType.REPLACES, RelationType.SUCCEEDS})
"""By these one document takes the place of another."""

# The relation to write instead, in the file of the other document.
_REVERSE = {
    "amended_by": "amends",
    "replaced_by": "replaces",
    "guided_by": "guides",
    "succeeded_by": "succeeds",
    "cited_by": "cites",
}


def _forward(value: object) -> object:
    if value in _REVERSE:
        raise ValueError(
            f"không ghi quan hệ ngược: ghi 'type: {_REVERSE[str(value)]}' trong tệp của văn bản kia"
        )
    return value


RegulationType = Literal[
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị quyết liên tịch",
    "Nghị định",
    "Quyết định",
    "Thông tư",
    "Thông tư liên tịch",
    "Văn bản hợp nhất",
    "Công văn",
    "Công điện",
    "Hướng dẫn",
    "Chỉ thị",
    "Kế hoạch",
    "Thông báo",
    "Quy trình",
    "Án lệ",
    "Văn bản",
]


class Relation(Strict):
    """A typed relation from the document that carries it to another.

    `sets_standard`: the document holds the standard by which criteria of a set
    are judged (04/2004/QĐ-BNV for 18.1 of 1980/QĐ-TTg). `succeeds`: the set of
    the next period, not the same as a legal replacement. `verified` is false
    where the wording of the clause was not seen.
    """

    type: Annotated[RelationType, BeforeValidator(_forward)]
    number: DocumentNumber
    verified: bool
    provisions: tuple[CriterionNumber, ...] = ()
    note: Text | None = None
    sources: tuple[Text, ...] = ()


class Correction(Strict):
    """A statement of an article that other sources show to be wrong."""

    stated: Text
    correct: Text
    explanation: Text
    sources: tuple[Text, ...] = Field(min_length=1)


class Provision(Strict):
    """One provision (`##` heading) of a document's Markdown body.

    Attributes:
        address: where it stands in the document (`Điều 3`), or its heading.
        heading: the heading without the address; "" when they are the same.
        text: paragraphs separated by a blank line, without the field lines.
        criteria: criteria or indicators it is about (`18`, `18.1`).
        known: False for a provision that says what is *not* known (`Kết quả: không biết`).
        now: what has changed since, for provisions that report a state of affairs.
        nature: whose words it is made of, where not those of its document's file.
    """

    address: Text
    heading: str
    text: Lines
    line: int
    sources: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()
    caveats: tuple[Text, ...] = ()
    now: tuple[Text, ...] = ()
    criteria: tuple[CriterionNumber, ...] = ()
    known: bool = True
    nature: Nature | None = None


class Document(Strict):
    """Common to regulations and articles.

    Attributes:
        title: the official title; absent where no source confirms it.
        about: one sentence in our own words.
        period: the planning period it belongs to.
        questions: example questions on the document as a whole.
        caveats: what must be told whenever the document is described.
        sources: addresses of the pages that were read.
    """

    path: Path
    title: Text | None = None
    about: Text
    period: PeriodField | None = None
    levels: tuple[Level, ...] = ()
    topics: tuple[Text, ...] = ()
    provinces: tuple[Text, ...] = ()
    relations: tuple[Relation, ...] = ()
    questions: tuple[Text, ...] = ()
    caveats: tuple[Text, ...] = ()
    sources: tuple[Text, ...] = Field(min_length=1)
    provisions: tuple[Provision, ...] = ()


class Regulation(Document):
    """A legal text. Absent dates are unknown, never assumed."""

    kind: Literal["regulation"]
    number: DocumentNumber
    type: RegulationType
    issuer: Text
    signer: Text | None = None
    signer_title: Text | None = None
    signed: Day | None = None
    effective: Day | None = None
    expires: Day | None = None
    aliases: tuple[Text, ...] = ()

    @property
    def identity(self) -> str:
        """What the document is cited by."""
        return self.number

    @property
    def nature(self) -> Nature:
        """Own words about a regulation."""
        return Nature.DIGEST

    @property
    def year(self) -> str | None:
        """The year of the day of signing, or else that in the number."""
        if self.signed:
            return str(self.signed.year)
        parts = numbers.take_apart(self.number)
        return parts.year if parts else None

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.signed and self.effective and self.effective < self.signed:
            raise FieldError(
                "ngày hiệu lực (effective) sớm hơn ngày ký (signed); xem lại hai ngày", "effective"
            )
        if self.effective and self.expires and self.expires < self.effective:
            problem = "ngày hết hiệu lực (expires) sớm hơn ngày hiệu lực (effective); xem lại"
            raise FieldError(problem, "expires")
        return self


class Article(Document):
    """A newspaper article: what one paper reported on one day."""

    kind: Literal["article"]
    id: str = Field(pattern=r"^[a-z0-9-]+$")
    publisher: Text | None = None
    author: Text | None = None
    published: Day
    corrections: tuple[Correction, ...] = ()

    @property
    def identity(self) -> str:
        """What the document is cited by."""
        return self.id

    @property
    def nature(self) -> Nature:
        """Own words about an article."""
        return Nature.ARTICLE_SUMMARY


AnyDocument = Regulation | Article


class MentionedDocument(Strict):
    """A document known only by its number because others refer to it."""

    number: DocumentNumber
    signed: Day | None = None
    issuer: Text | None = None
    about: Text | None = None
    source: Text
