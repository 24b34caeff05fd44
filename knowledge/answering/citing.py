"""Citations, and the lines that show the basis of an answer."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.answering import wording
from knowledge.answering.answer import Citation
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Article, Regulation
from knowledge.corpus.fields import Nature
from knowledge.references.parser import DOCUMENT, parse
from knowledge.retrieval.passage import Passage


def of_regulation(regulation: Regulation) -> Citation:
    """The document as a whole."""
    return Citation(
        regulation.number, None, regulation.nature, regulation.about, regulation.sources
    )


def of_article(article: Article) -> Citation:
    """The article as a whole."""
    return Citation(article.id, None, article.nature, article.about, article.sources)


def of_passage(passage: Passage) -> Citation:
    """One retrieved passage."""
    return Citation(
        passage.document, passage.provision, passage.nature, passage.text, passage.sources
    )


def named_in(text: str, catalogue: Catalogue) -> list[Citation]:
    """The regulations that a text names by their complete numbers."""
    numbers = [mention.value for mention in parse(text).mentions if mention.kind == DOCUMENT]
    return [of_regulation(catalogue.regulations[n]) for n in numbers if n in catalogue.regulations]


def of_table(table: CriteriaTable) -> Citation:
    """A criteria table as a whole."""
    return Citation(table.document, None, Nature.DIGEST, table.title, table.sources)


def of_row(table: CriteriaTable, address: str, said: str) -> Citation:
    """One row of a criteria table."""
    provision = f"{table.annex}, {wording.numbered(table, address)}"
    return Citation(table.document, provision, Nature.DIGEST, said, table.sources)


def unique(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Without repetitions, in order."""
    found: dict[tuple[str, str | None], Citation] = {}
    for citation in citations:
        found.setdefault((citation.document, citation.provision), citation)
    return tuple(found.values())
