"""Schema of the lexicon: everyday words and abbreviations for official terms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from knowledge.corpus.fields import Strict, Text
from knowledge.corpus.yaml_lines import Lines, line_of
from knowledge.errors import DocumentError
from knowledge.references.syllable import is_syllable
from knowledge.text import compose, marks, syllables


def _several(value: object) -> object:
    """One term may be written without a list."""
    return [value] if isinstance(value, str) else value


class Entry(Strict):
    """Words for the same thing.

    Attributes:
        say: words and abbreviations as people type them.
        means: the official terms that are searched for as well.
        note: why, for the maintainers; never shown.
    """

    say: tuple[Text, ...] = Field(min_length=1)
    means: Annotated[tuple[Text, ...], BeforeValidator(_several), Field(min_length=1)]
    note: Text | None = None


class LexiconFile(Strict):
    """One file of the lexicon."""

    kind: Literal["lexicon"]
    path: Path
    entries: tuple[Entry, ...]


def is_exact(word: str) -> bool:
    """Whether a word is only meant when it is typed with its own diacritics.

    Words of one syllable are: without them `chợ` is `cho`. Longer words and
    abbreviations, which are no syllables, are known either way.
    """
    found = syllables(word)
    return len(found) == 1 and is_syllable(found[0])


def key(word: str) -> str:
    """What two spellings of the same word have in common."""
    folded = " ".join(syllables(word))
    return folded + marks(compose(word).lower()) if is_exact(word) else folded


def clashes(lexicon: LexiconFile, lines: Lines, known: dict[str, str]) -> Iterator[DocumentError]:
    """Words that no question can contain, and words that have an entry already.

    Args:
        lexicon: the file.
        lines: lines of its fields.
        known: the words of earlier entries and where they stand; extended.
    """
    for position, entry in enumerate(lexicon.entries):
        own: dict[str, str] = {}
        for number, word in enumerate(entry.say):
            path = ("entries", position, "say", number)
            name, line = ".".join(map(str, path)), line_of(lines, path)
            if not syllables(word):
                problem = f"'{word}' không có chữ nào để so; bỏ đi hoặc viết bằng chữ"
                yield DocumentError(lexicon.path, problem, line=line, field=name)
            elif key(word) in known:
                problem = (
                    f"'{word}' đã có ở {known[key(word)]}; mỗi từ chỉ một mục: "
                    "gộp nghĩa vào mục kia hoặc bỏ từ này"
                )
                yield DocumentError(lexicon.path, problem, line=line, field=name)
            else:
                own[key(word)] = f"{lexicon.path}:{line}"
        known |= own
