"""What a conversation carries from one question to the next: values that are Rasa slots."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields

TOLD_SEPARATOR = "; "


@dataclass(frozen=True)
class Context:
    """Values a follow-up can inherit; each is a slot of the same name.

    Attributes:
        document: number of the document talked about.
        criterion: criterion or indicator talked about (`18`, `17.1`).
        period: planning period or time (`2021-2025`, `2018`, `previous`).
        level, region, province, group: as in the references.
        aspect: what was asked about it.
        subject: the question in words, where it had no criterion or document.
        told: numbers of the documents that the last answer told of, its result first.
        row: criterion or indicator that the last answer told of, named or not.
        lead: digest of what was told last, to know it when it would be told again.
    """

    document: str | None = None
    criterion: str | None = None
    period: str | None = None
    level: str | None = None
    region: str | None = None
    province: str | None = None
    group: str | None = None
    aspect: str | None = None
    subject: str | None = None
    told: str | None = None
    row: str | None = None
    lead: str | None = None

    def without_subject(self) -> Context:
        """Only the place, which is remembered across subjects."""
        return Context(region=self.region, province=self.province, group=self.group)

    @property
    def is_fresh(self) -> bool:
        """Whether nothing was talked about yet: a place may be remembered."""
        return self == self.without_subject()

    @property
    def address(self) -> str | None:
        """The criterion or indicator talked about; else that of the row told of last."""
        return self.criterion or self.row

    @property
    def documents_told(self) -> list[str]:
        """The documents told of last, the result first."""
        return self.told.split(TOLD_SEPARATOR) if self.told else []

    def as_slots(self) -> dict[str, str | None]:
        """Slot values by name."""
        return asdict(self)


SLOTS = tuple(field.name for field in fields(Context))
