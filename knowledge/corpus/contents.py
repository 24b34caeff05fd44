"""What was read of knowledge folders: documents, tables and words, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.corpus import yaml_lines
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import AnyDocument, Article, MentionedDocument, Regulation
from knowledge.corpus.lexicon import Entry
from knowledge.corpus.phrasing import PhrasingsFile
from knowledge.errors import DocumentError


@dataclass
class Corpus:
    """Everything that was read, keyed by what it is cited by.

    Attributes:
        phrasings: what else people say when they ask for a provision.
        lexicon: what people say for official terms.
        said: where each word of the lexicon stands.
        lines: by file, the line of every field.
        originals: sha256 of every original by its file, as it was used.
        refused: files that could not be read; the others are used all the same.
        notes: what the maintainers should look at, such as an original and a digest that disagree.
    """

    documents: dict[str, AnyDocument] = field(default_factory=dict)
    tables: list[CriteriaTable] = field(default_factory=list)
    mentioned: dict[str, MentionedDocument] = field(default_factory=dict)
    phrasings: list[PhrasingsFile] = field(default_factory=list)
    lexicon: list[Entry] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    lines: dict[Path, yaml_lines.Lines] = field(default_factory=dict)
    originals: dict[str, str] = field(default_factory=dict)
    refused: list[DocumentError] = field(default_factory=list)
    notes: list[DocumentError] = field(default_factory=list)

    @property
    def regulations(self) -> Iterator[Regulation]:
        """The legal texts, in order of reading."""
        return (doc for doc in self.documents.values() if isinstance(doc, Regulation))

    @property
    def articles(self) -> Iterator[Article]:
        """The newspaper articles, in order of reading."""
        return (doc for doc in self.documents.values() if isinstance(doc, Article))
