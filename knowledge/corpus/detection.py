"""What the readers find in a file, as an `Original`."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from knowledge import settings
from knowledge.corpus import excerpts
from knowledge.corpus.original import Annex, Original, ReadRelation
from knowledge.readers import Kind, Limits, ReadFile, read
from knowledge.readers.criteria_annex import level_in, period_in
from knowledge.readers.document_types import NUMBER
from knowledge.readers.letterhead import compact_number

_ATTACHED_TO = re.compile(
    r"(?:kèm theo|thuộc|của)\s+(?P<type>Quyết định|Nghị quyết|Thông tư|Nghị định)\s+số:?\s*"
    rf"(?P<number>{NUMBER})(?P<rest>[^)\n]*)",
    re.IGNORECASE,
)
_OF = re.compile(r"\bcủa\s+(?P<issuer>[^)\n]+?)\s*\)?$")
_HEAD = 1500


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
    original = Original(
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
    )
    return original if original.number else _of_its_decision(found, original)


def _of_its_decision(found: ReadFile, original: Original) -> Original:
    """An annex that comes without its decision names it: `(Kèm theo Quyết định số … )`."""
    text = "\n".join(f"{item.heading}\n{item.text[:_HEAD]}" for item in found.provisions[:3])
    match = _ATTACHED_TO.search(text)
    if not match or original.articles:
        return original
    issuer = _OF.search(match["rest"])
    return original.model_copy(
        update={
            "number": compact_number(match["number"]),
            "type": match["type"].capitalize(),
            "issuer": issuer["issuer"] if issuer else "",
            "title": "",
            "part_only": True,
            # What a decision has and its annex need not have is no fault of the file.
            "warnings": tuple(
                warning
                for warning in original.warnings
                if not warning.startswith(("không tìm thấy", "văn bản không nêu"))
            ),
        }
    )
