"""One item of a numbered list: `bài học thứ ba của Hà Giang`, `nhóm việc thứ năm`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.corpus.catalogue import Catalogue
from knowledge.indexing.index import Index
from knowledge.references import ordinals
from knowledge.references.parser import DOCUMENT, PROVINCE
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_NOUNS = (
    r"(?:bai hoc|giai phap|nhiem vu|nhom (?:viec|nhiem vu|giai phap)|muc tieu|nguyen tac|"
    r"han che|dieu kien|buoc|kinh nghiem|viec)"
)
# One is called like the other.
_TASKS = ("nhom nhiem vu", "nhom viec", "nhiem vu", "viec")
_NUMBER = rf"(\d{{1,2}}|{ordinals.SPELT})\b"
_ASKED = re.compile(
    rf"\b({_NOUNS})(?: kinh nghiem| viec| lon)? (?:(?:thu|so) )?(?:thu|so) ?{_NUMBER}"
)
_ITEM = rf"(?: kinh nghiem| viec| lon)? thu {_NUMBER}"


@dataclass(frozen=True)
class _Item:
    """What is numbered, and which one is asked for."""

    noun: str
    number: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds the number of an item of the kind in folded text."""
        nouns = "|".join(_TASKS) if self.noun in _TASKS else self.noun
        return re.compile(rf"\b(?:{nouns}){_ITEM}")

    def spelled(self, passage: Passage) -> str:
        """The noun as a passage spells it."""
        text = f"{passage.provision}. {passage.text}"
        folded = fold(text)
        at = self.pattern.search(folded)
        if at is None or len(folded) != len(text):
            return "mục"
        return text[at.start() : at.end()].partition(" thứ")[0].lower()

    def numbered(self, passage: Passage) -> int | None:
        """The number that a passage says its item has."""
        told = self.pattern.search(fold(f"{passage.provision}. {passage.text}"))
        return ordinals.value(told[1]) if told else None


def answer(query: Query, index: Index) -> Answer | None:
    """The item asked for, or that there are fewer; None where no such list is known.

    Only of a document or a province that the question names or that was talked about.
    """
    item = _asked(query)
    documents = _documents(query, index.catalogue)
    if item is None or not documents:
        return None
    items = {
        passage.identity: number
        for passage in index.retriever.passages
        if passage.document in documents and (number := item.numbered(passage))
    }
    if not items:
        return None
    if item.number in items.values():
        return free.reply(query, index, partial(_is_it, items, item.number), threshold=0.0)
    if item.number <= max(items.values()):
        return None
    listed = [p for p in index.retriever.passages if p.identity in items]
    return _fewer(query, index, item, listed)


def _is_it(items: dict[tuple[str, str], int], number: int, passage: Passage) -> bool:
    return items.get(passage.identity) == number


def _asked(query: Query) -> _Item | None:
    found = _ASKED.search(fold(query.question))
    value = ordinals.value(found[2]) if found else None
    return _Item(found[1], value) if found and value else None


def _documents(query: Query, catalogue: Catalogue) -> set[str]:
    """The documents and articles that the list can stand in."""
    named = catalogue.find_all(query.references.values(DOCUMENT))
    found = {regulation.number for regulation in named}
    provinces = query.references.values(PROVINCE) or [query.context.province or ""]
    found |= {article.id for article in catalogue.articles_about(set(provinces))}
    return found or ({query.before.document} if query.before.document else set())


def _fewer(query: Query, index: Index, item: _Item, listed: Sequence[Passage]) -> Answer:
    """That the list ends before the number asked for."""
    catalogue, first = index.catalogue, listed[0]
    article = catalogue.articles.get(first.document)
    if article:
        where, cited = wording.named_article(article), citing.of_article(article)
    else:
        regulation = catalogue.regulations[first.document]
        where, cited = wording.named(regulation), citing.of_regulation(regulation)
    count = max(number for passage in listed if (number := item.numbered(passage)))
    noun = item.spelled(first)
    return Answer(
        Outcome.CORRECTED,
        Kind.PROVISION,
        f"Không có {noun} này: theo {where}, chỉ có {wording.in_words(count)} {noun}.",
        query.today,
        citations=(cited,),
    )
