"""An annex that comes without its decision names it: `(Kèm theo Quyết định số … ngày …)`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.readers.blocks import Block, Paragraph
from knowledge.readers.dates import find_date
from knowledge.readers.document_types import NUMBER
from knowledge.readers.letterhead import compact_number

_NAMED = re.compile(
    r"(?:kèm theo|thuộc|của)\s+(?P<type>Quyết định|Nghị quyết|Thông tư|Nghị định)\s+số:?\s*"
    rf"(?P<number>{NUMBER})(?P<rest>[^)]*)",
    re.IGNORECASE,
)
_OF = re.compile(r"\bcủa\s+(?P<issuer>[^)]+?)\s*\)?$")
_FIRST_BLOCKS = 15
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Attachment:
    """The decision that a file is an annex of; what the reference does not say is empty."""

    number: str
    type: str
    issuer: str
    signed: dt.date | None


def find(blocks: Sequence[Block]) -> Attachment | None:
    """The decision that the head of a file without a number of its own names."""
    lines = [
        block.text
        for block in blocks[:_FIRST_BLOCKS]
        if isinstance(block, Paragraph) and len(block.text) < _LONGEST
    ]
    match = _NAMED.search(" ".join(lines))
    if not match:
        return None
    issuer = _OF.search(match["rest"].strip())
    return Attachment(
        compact_number(match["number"]),
        match["type"].capitalize(),
        issuer["issuer"] if issuer else "",
        find_date(match["rest"]),
    )
