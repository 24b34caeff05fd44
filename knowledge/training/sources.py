"""What is trained on: articles of the corpora and passages of the knowledge folder, in segments.

A segment is a document's name, a title or a sentence. Tokens do not reach
across punctuation, so the tokens of a text are those of its segments, and a
passage with some segments left out need not be tokenized anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.corpus import folder
from knowledge.indexing.passages import passages_of
from knowledge.training.articles import Article, telling_titles

_END = re.compile(r"(?<=[.;:])\s+|\n+")
# What a clause or point begins with: `1.`, `a)`, `-`.
_LABEL = re.compile(r"^(?:\d{1,2}[.)]|[a-zđ]{1,2}\)|[-+–])\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Source:
    """A text that questions are made about.

    Attributes:
        name: of its document.
        title: of the article.
        sentences: its text; at least one.
        questions: that were written about it.
        telling: whether the title alone identifies it.
    """

    name: str
    title: str
    sentences: tuple[str, ...]
    questions: tuple[str, ...] = ()
    telling: bool = True

    @property
    def segments(self) -> tuple[str, ...]:
        """Name, title and sentences."""
        return (self.name, self.title, *self.sentences)


def sources_of(
    articles: Sequence[Article], asked: Mapping[Article, tuple[str, ...]] | None = None
) -> list[Source]:
    """The articles as sources, in their order.

    Args:
        articles: of the corpora.
        asked: questions that were written about some of them.
    """
    telling = set(telling_titles(articles).values())
    return [
        Source(
            article.document_name,
            article.title,
            sentences(article.text),
            (asked or {}).get(article, ()),
            telling=article in telling,
        )
        for article in articles
    ]


def folder_sources(folders: Iterable[Path]) -> list[Source]:
    """The passages of knowledge folders, with the questions that belong to them.

    Raises:
        FolderError: the folder has errors.
    """
    return [
        Source(
            passage.title,
            f"{passage.provision}. {passage.heading}",
            sentences(passage.text),
            passage.questions,
        )
        for passage in passages_of(folder.read(list(folders)))
        if passage.text
    ]


def sentences(text: str) -> tuple[str, ...]:
    """Sentences and clauses without their labels; the whole text where nothing else is left."""
    found = (_LABEL.sub("", part.strip()).strip() for part in _END.split(text))
    return tuple(part for part in found if part) or (text,)
