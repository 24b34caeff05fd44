"""Schema of what a raw legal file is read as, and of the `.yml` that corrects it."""

from __future__ import annotations

from typing import Literal

from knowledge.corpus.criteria import Criterion
from knowledge.corpus.document import RegulationType, Relation, RelationType
from knowledge.corpus.fields import (
    Day,
    DocumentNumber,
    Level,
    Lines,
    PeriodField,
    Strict,
    Text,
)


class ReadRelation(Strict):
    """A relation as the words of the file state it."""

    type: RelationType
    number: str
    name: str = ""


class Excerpt(Strict):
    """A part of the file as it is indexed and quoted.

    Attributes:
        address: `Điều 3 khoản 2`, `Quy định kèm theo / Điều 3`.
        heading: of the Điều, with the words that lead in to the part.
        text: verbatim, one paragraph a line.
    """

    address: Text
    heading: str
    text: Lines
    page: int = 0


class Annex(Strict):
    """A criteria annex; absent where the file does not say."""

    provision: Text
    title: str = ""
    level: Level | None = None
    period: PeriodField | None = None
    scale: Literal["vùng", "nhóm xã"] | None = None
    criteria: tuple[Criterion, ...] = ()


class Original(Strict):
    """One file, read. Empty texts and None: the file does not say.

    Attributes:
        articles: ids of its own Điều in order.
        part_only: whether it is an annex without the decision it belongs to.
    """

    number: str = ""
    type: str = ""
    issuer: str = ""
    signer: str = ""
    signed: Day | None = None
    effective: Day | None = None
    title: str = ""
    relations: tuple[ReadRelation, ...] = ()
    articles: tuple[str, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    annexes: tuple[Annex, ...] = ()
    warnings: tuple[str, ...] = ()
    part_only: bool = False


class AnnexNote(Strict):
    """What a `.yml` says about a criteria annex.

    Attributes:
        provision: which one, as `ntm read` shows it; needed where there are several.
    """

    provision: Text | None = None
    level: Level | None = None
    period: PeriodField | None = None
    title: Text | None = None


class Notes(Strict):
    """The `.yml` beside an original: what is stated here wins over what was detected.

    Attributes:
        about: one sentence in our own words.
        relations: all of them; those that were detected are dropped.
        sources: where the file was taken from.
    """

    number: DocumentNumber | None = None
    type: RegulationType | None = None
    issuer: Text | None = None
    signer: Text | None = None
    signer_title: Text | None = None
    signed: Day | None = None
    effective: Day | None = None
    expires: Day | None = None
    title: Text | None = None
    about: Text | None = None
    period: PeriodField | None = None
    levels: tuple[Level, ...] | None = None
    topics: tuple[Text, ...] | None = None
    provinces: tuple[Text, ...] | None = None
    aliases: tuple[Text, ...] | None = None
    relations: tuple[Relation, ...] | None = None
    questions: tuple[Text, ...] | None = None
    caveats: tuple[Text, ...] | None = None
    sources: tuple[Text, ...] | None = None
    criteria: tuple[AnnexNote, ...] = ()

    def fields(self) -> dict[str, object]:
        """The fields of a regulation that it states."""
        stated = {name: getattr(self, name) for name in self.model_fields_set - {"criteria"}}
        return {name: value for name, value in stated.items() if value is not None}


NOTES_RECORDS = (Notes, Relation, AnnexNote)
"""Their fields are what a misspelt key is compared with."""
