"""What the readers find in a file, as an `Original`."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from knowledge import settings
from knowledge.corpus import excerpts
from knowledge.corpus.original import Annex, Original, ReadRelation
from knowledge.readers import Kind, Limits, ReadFile, read
from knowledge.readers.criteria_annex import level_in, period_in


def limits() -> Limits:
    """What one file may cost: `NTM_MAX_FILE_MB` and the defaults."""
    return dataclasses.replace(Limits(), file_mb=settings.number("NTM_MAX_FILE_MB"))


def detect(file: Path) -> Original:
    """Reads one file.

    Raises:
        UnreadableFileError: it is refused; the problem says why.
    """
    return from_read(read(file, limits()))


def from_read(found: ReadFile) -> Original:
    """The part of what was read that the corpus keeps."""
    tables = {annex.provision for annex in found.criteria}
    return Original(
        number=found.number,
        type=found.type,
        issuer=found.issuer,
        signer=found.signer,
        signed=found.signed,
        effective=found.effective,
        title=found.title,
        relations=tuple(
            ReadRelation(type=item.type, number=item.number, name=item.name)
            for item in found.relations
        ),
        articles=tuple(
            item.id for item in found.provisions if item.kind is Kind.ARTICLE and "/" not in item.id
        ),
        excerpts=tuple(excerpts.of(found.provisions, tables)),
        annexes=tuple(
            Annex(
                provision=annex.provision,
                title=annex.title,
                level=annex.level or level_in(annex.provision),
                period=annex.period or period_in(annex.provision),
                scale=annex.scale,
                criteria=annex.criteria,
            )
            for annex in found.criteria
        ),
        warnings=found.warnings,
        part_only=found.part_only,
    )
