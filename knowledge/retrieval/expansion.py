"""Everyday words in a question, and the official terms that are searched for with them."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from knowledge.corpus.lexicon import Entry, is_exact
from knowledge.text import marks, spelled_syllables

_KEPT = 64


@dataclass(frozen=True)
class Found:
    """A word of the lexicon in a question.

    Attributes:
        first, last: position of its first syllable, and of the one after its last.
        means: the official terms.
    """

    first: int
    last: int
    means: tuple[str, ...]


@dataclass(frozen=True)
class _Word:
    marks: tuple[str, ...]
    exact: bool
    means: tuple[str, ...]

    def is_typed(self, typed: tuple[str, ...]) -> bool:
        """Whether folded syllables that agree are this word, going by the diacritics typed."""
        return all(
            own == there or (not there and not self.exact)
            for own, there in zip(self.marks, typed, strict=True)
        )


class Lexicon:
    """The words of the lexicon, ready for look-up; read-only."""

    def __init__(self, entries: Iterable[Entry] = ()):
        self._words: defaultdict[tuple[str, ...], list[_Word]] = defaultdict(list)
        for entry in entries:
            for word in entry.say:
                folded, typed = _split(word)
                self._words[folded].append(_Word(typed, is_exact(word), entry.means))
        self._lengths = sorted({len(folded) for folded in self._words}, reverse=True)
        # One question is looked at by many.
        self._kept = lru_cache(maxsize=_KEPT)(self._find)

    def find(self, question: str) -> tuple[Found, ...]:
        """The words of the lexicon in a question, in order; a longer one hides those within."""
        return self._kept(question)

    def _find(self, question: str) -> tuple[Found, ...]:
        folded, typed = _split(question)
        taken: set[int] = set()
        found: list[Found] = []
        for length in self._lengths:
            for first in range(len(folded) - length + 1):
                span = range(first, first + length)
                words = self._words.get(folded[first : first + length], ())
                meant = [w for w in words if w.is_typed(typed[first : first + length])]
                if meant and taken.isdisjoint(span):
                    taken |= set(span)
                    terms = itertools.chain.from_iterable(word.means for word in meant)
                    found.append(Found(first, first + length, tuple(dict.fromkeys(terms))))
        return tuple(sorted(found, key=lambda item: item.first))

    def alternatives(self, question: str) -> list[str]:
        """The question, folded, with official terms in place of its everyday words.

        One alternative for each meaning of the word that has most of them; none where the
        question has no word of the lexicon.
        """
        found = self.find(question)
        folded = _split(question)[0]
        rows = []
        for choice in range(max((len(item.means) for item in found), default=0)):
            parts, last = [], 0
            for item in found:
                parts += [*folded[last : item.first], item.means[min(choice, len(item.means) - 1)]]
                last = item.last
            rows.append(" ".join([*parts, *folded[last:]]))
        return rows

    def expand(self, question: str) -> str:
        """The question with the official terms for its words appended.

        A term that the question has already, or that was appended, is not repeated.
        """
        parts = [question]
        there = f" {' '.join(_split(question)[0])} "
        for term in itertools.chain.from_iterable(item.means for item in self.find(question)):
            folded = f" {' '.join(_split(term)[0])} "
            if folded not in there:
                parts.append(term)
                there += folded
        return " ".join(parts)


def _split(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The folded syllables of a text, and the diacritics of each."""
    found = list(spelled_syllables(text))
    return tuple(folded for folded, _ in found), tuple(marks(typed) for _, typed in found)
