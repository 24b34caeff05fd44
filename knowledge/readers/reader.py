"""Reads one legal file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.readers import (
    attachment,
    cleaning,
    guards,
    letterhead,
    metadata,
    sandbox,
    sniffing,
    structure,
    tables,
    vietnamese,
)
from knowledge.readers.blocks import Block, Paragraph
from knowledge.readers.criteria_annex import CriteriaAnnex
from knowledge.readers.criteria_annex import find as find_criteria
from knowledge.readers.errors import EncodingError
from knowledge.readers.limits import DEFAULT_LIMITS, Limits
from knowledge.readers.provisions import Provision
from knowledge.readers.relations import ReadRelation
from knowledge.readers.tables import ReadTable

_GARBAGE = 0.6
_ENOUGH_LETTERS = 400
_OPENING_WORDS = 160


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a file is read as.

    Attributes:
        number, type, issuer, signer, place, title: "" where the document does not say.
        provisions: chapters, articles (with khoản and điểm as their parts), attached
            regulations and annexes; flat, in order.
        tables: all tables, in order.
        criteria: tables of criteria with thresholds by region or commune group.
        notes: footnotes (in consolidated texts: which document changed what).
        warnings: what could not be read or looks wrong, in Vietnamese.
        part_only: an annex alone; number, type, issuer and day are those of its decision.
    """

    path: Path
    number: str
    type: str
    issuer: str
    signer: str
    place: str
    signed: dt.date | None
    effective: dt.date | None
    title: str
    relations: tuple[ReadRelation, ...]
    provisions: tuple[Provision, ...]
    tables: tuple[ReadTable, ...]
    criteria: tuple[CriteriaAnnex, ...]
    notes: tuple[str, ...]
    warnings: tuple[str, ...]
    part_only: bool = False

    @property
    def outline(self) -> list[dict[str, str]]:
        """Id and heading of every provision; an article without heading shows its opening."""
        return [{"id": item.id, "heading": _shown(item)} for item in self.provisions]

    def as_json(self) -> dict[str, Any]:
        """As `ntm read --json` prints it."""
        return {
            "number": self.number or None,
            "type": self.type or None,
            "issuer": self.issuer or None,
            "signer": self.signer or None,
            "signed": self.signed.isoformat() if self.signed else None,
            "effective": self.effective.isoformat() if self.effective else None,
            "title": self.title or None,
            "relations": [relation.as_json() for relation in self.relations],
            "outline": self.outline,
            "tables": [*(table.as_json() for table in self.tables), *self._criteria_json()],
            "warnings": list(self.warnings),
        }

    def _criteria_json(self) -> list[dict[str, Any]]:
        """Criteria tables come last, with `criteria` in place of `rows`."""
        return [annex.as_json() for annex in self.criteria]


def read(path: Path, limits: Limits = DEFAULT_LIMITS) -> ReadFile:
    """Reads a file.

    Raises:
        UnreadableFileError: in one of its kinds; `problem` says what to do about it.
    """
    guards.check_size(path, limits)
    format = sniffing.sniff(path)
    guards.check_container(path, format, limits)
    content = sandbox.parse(path, format, limits)
    blocks, encoding = cleaning.to_unicode(content.blocks)
    blocks = tables.joined(cleaning.clean(blocks))
    _check_language(path, blocks)
    divided = structure.divide(blocks)
    about = metadata.read(divided, blocks)
    criteria = find_criteria(divided, about)
    of_annex = None if about.number or divided.own_words else attachment.find(blocks)
    own_warnings = about.warnings
    if of_annex:  # what a decision has and its annex need not have is no fault of the file
        own_warnings = (f"tệp chỉ có phụ lục của {of_annex.type} {of_annex.number}",)
    warnings = [*content.warnings, *own_warnings, *divided.warnings]
    if encoding:
        warnings.append(f"chữ trong tệp theo bảng mã {encoding}, đã chuyển sang Unicode")
    for annex in criteria:
        warnings += annex.warnings
    return ReadFile(
        path=path,
        number=of_annex.number if of_annex else about.number,
        type=of_annex.type if of_annex else about.type,
        issuer=of_annex.issuer if of_annex else about.issuer,
        signer=about.signer,
        place=about.place,
        signed=of_annex.signed if of_annex else about.signed,
        effective=about.effective,
        title="" if of_annex else about.title,
        relations=about.relations,
        provisions=divided.provisions,
        tables=tuple(
            tables.read(table, provision)
            for provision, table in divided.tables
            if not letterhead.is_motto(" ".join(table.rows[0]))  # the head of a form
        ),
        criteria=criteria,
        notes=tuple(block.text for block in blocks if isinstance(block, Paragraph) and block.note),
        warnings=tuple(dict.fromkeys(warnings)),
        part_only=of_annex is not None,
    )


def _check_language(path: Path, blocks: list[Block]) -> None:
    """Refuses letters that form no Vietnamese words: they would be indexed as garbage."""
    text = "\n".join(block.text for block in blocks if isinstance(block, Paragraph))
    if len(text) < _ENOUGH_LETTERS:
        return
    share = vietnamese.plausibility(text)
    if share < _GARBAGE:
        raise EncodingError(
            path,
            f"chữ đọc được không phải tiếng Việt (chỉ {share:.0%} số từ đúng dạng): phông chữ của "
            "tệp không có bảng Unicode, hoặc bảng mã lạ; hãy tìm bản Unicode, hoặc in ra rồi nhận "
            "dạng chữ (OCR)",
        )


def _shown(provision: Provision) -> str:
    if provision.heading or not provision.text:
        return provision.heading
    opening = provision.text.split("\n", 1)[0]
    if len(opening) <= _OPENING_WORDS:
        return opening
    return opening[:_OPENING_WORDS].rsplit(" ", 1)[0] + "…"
