"""Schema of phrasings: what people say when they ask for a provision, in words not its own."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from knowledge.corpus.fields import Strict, Text


class PhrasingsFile(Strict):
    """Phrasings for provisions of one document.

    They are found by, and never shown: what is shown as an example is a question of the provision.

    Attributes:
        document: what it is cited by.
        provisions: by the address of a provision, or of a row (`chỉ tiêu 17.1 (xã)`).
    """

    kind: Literal["phrasings"]
    path: Path
    document: Text
    provisions: dict[str, tuple[Text, ...]] = Field(min_length=1)
