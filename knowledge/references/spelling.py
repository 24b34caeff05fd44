"""Repairs typing errors in the words of the field: `quyet dihn` becomes `quyet dinh`.

A token is repaired only if it is not a possible Vietnamese syllable, or if no
text has it, and exactly one syllable one slip away makes a known pair with its
neighbours. Document numbers, names and everything else are left as
typed: a wrong repair would be worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.references import places, vni
from knowledge.references.chat import spell_out
from knowledge.references.generic import says_nothing
from knowledge.references.phrases import BOUND, PHRASES
from knowledge.references.slips import one_edit_away, one_slip_away, without_telex
from knowledge.references.syllable import is_syllable
from knowledge.text import fold, normalise, strip_diacritics

_WORD = re.compile(r"[^\W\d_]+")
_DOCUMENT_NUMBER = re.compile(r"\S*\d[/-]\S+")
_NUMBER_AFTER = re.compile(r"\s*(?:so\s*|số\s*)?\d")
_VOWEL = re.compile(r"[aeiou]")
_ABBREVIATIONS = "ntm htx thcs thpt bhyt bhxh cntt vhttdl ubnd hdnd mttq ptnt dbscl"
# The names of programmes are no abbreviations of words that the texts have.
_NAMES = frozenset(["ocop"])
_ABBREVIATED = frozenset(_ABBREVIATIONS.split())
_OF_TWO = (
    "tc ct cs sx kd kh gd bn hd dt tb ub tw hs gv sv cb cc nq nd tt qd cv bq vb xd yt nt vs gt"
)
_SPARED = _ABBREVIATED | _NAMES | set(_OF_TWO.split())
# What is typed without a space before or after a word: `nhữngqđ`.
_RUN_ON = frozenset(["qd", "nd", "tt", "nq", "ntm", "xa", "so", "nam"])
_FIRST = {phrase.split()[0] for phrase in PHRASES}
_SYLLABLES = {part for phrase in PHRASES for part in phrase.split()}
_SHORTEST = 2
# No syllable is longer than seven letters: `nghieng`.
_LONGEST = 9
_LONGEST_PAIR = 14
_LONG_ENOUGH = 4
# Words that stand before a number in their own right: `xa nam 2018` is no `xa nao 2018`.
_OF_NUMBERS = "nam thang ngay quy dieu khoan muc nhom vung loai cap bac den sau tren thu"
_NUMBERED = frozenset(_OF_NUMBERS.split())

Known = Callable[[str], bool]


@dataclass(frozen=True)
class _Place:
    """A folded word between its neighbours; those are empty at the ends of a question."""

    word: str
    before: str
    after: str
    known: Known | None

    def joins(self, first: str, second: str) -> bool:
        """Whether two words are a term of the field, or stand together in the texts."""
        pair = f"{first}_{second}"
        return f"{first} {second}" in PHRASES or (self.known is not None and self.known(pair))

    def support(self, word: str) -> int:
        """On how many sides the word would join its neighbour."""
        return self.joins(self.before, word) + self.joins(word, self.after)

    def is_term(self, word: str, terms: frozenset[str] = PHRASES) -> bool:
        """Whether the word and a neighbour would be one of the terms."""
        return f"{self.before} {word}" in terms or f"{word} {self.after}" in terms


def is_abbreviated(folded: str) -> bool:
    """Whether a folded word stands for words of the field: `ubnd`."""
    return folded in _ABBREVIATED


def repair(question: str, known: Known | None = None) -> str:
    """The normalised question with misspelt terms of the field put right.

    Args:
        question: as typed.
        known: whether a folded syllable, or two joined by an underscore, stand in the texts
            that are searched; what is no syllable is repaired towards these as well.
    """
    text = normalise(question)
    if vni.may_be_in(text):
        text = vni.without(text, _spared(text))
    text = spell_out(text)
    words = list(_WORD.finditer(text))
    folded = [fold(word[0]) for word in words]
    spared = _spared(text)
    out, last = [], 0
    for position, word in enumerate(words):
        if any(start <= word.start() < end for start, end in spared):
            continue
        before = folded[position - 1].split()[-1] if position else ""
        after = folded[position + 1] if position + 1 < len(folded) else ""
        place = _Place(folded[position], before, after, known)
        numbered = _NUMBER_AFTER.match(text[word.end() :]) is not None
        named = position > 0 and not word[0].islower()
        better = _better(place, follows_number=numbered, is_name=named)
        if better:
            folded[position] = better
            out += [text[last : word.start()], better]
            last = word.end()
    return "".join([*out, text[last:]])


def _spared(text: str) -> list[tuple[int, int]]:
    """Where document numbers and names of places stand: `BNN` is not `ban`, `Đắk` not `đâu`."""
    named = places.find(strip_diacritics(text.lower()), text)
    numbers = _DOCUMENT_NUMBER.finditer(text)
    return [*((name.start, name.end) for name in named), *(number.span() for number in numbers)]


def _better(place: _Place, *, follows_number: bool, is_name: bool) -> str | None:
    word = place.word
    if not _SHORTEST <= len(word) <= _LONGEST_PAIR or word in _SPARED:
        return None
    if is_syllable(word):
        if is_name or word in _NUMBERED or len(word) == _SHORTEST:
            return None
        misplaced = follows_number and place.before in _FIRST
        return (_as_term(place) if misplaced else None) or _out_of_place(place)
    if place.known is not None and place.known(word) and place.support(word):
        return None  # `siêu thị mini`: a word of the texts, though no syllable
    short = len(word) <= _LONGEST
    better = _as_term(place) if short else None
    if better or len(word) == _SHORTEST:
        return better
    better = without_telex(word) if short else None
    if better or (is_name and place.known is None):
        return better
    if short and not _VOWEL.search(word):
        return _abbreviated(word)
    better = _of_the_texts(place) if short else None
    return better or _parted(place) or (None if is_name else _unswapped(word))


def _as_term(place: _Place) -> str | None:
    """The one syllable that makes a term of the field with a neighbour."""
    if place.is_term(place.word):
        return None
    for candidates in one_edit_away(place.word):
        fitting = {near for near in candidates if near in _SYLLABLES and _makes_a_term(place, near)}
        if fitting:
            return fitting.pop() if len(fitting) == 1 else None
    return None


def _makes_a_term(place: _Place, word: str) -> bool:
    """Whether the word and a neighbour, itself perhaps misspelt, are a known term."""
    if place.is_term(word):
        return True
    after = place.after
    if not _SHORTEST <= len(after) <= _LONGEST or is_syllable(after):
        return False
    return any(f"{word} {near}" in PHRASES for group in one_edit_away(after) for near in group)


def _of_the_texts(place: _Place) -> str | None:
    """The one syllable, one slip away, that stands next to a neighbour in the texts."""
    for candidates in one_edit_away(place.word):
        beside = {near: place.support(near) for near in candidates if is_syllable(near)}
        most = max(beside.values(), default=0)
        best = [near for near, count in beside.items() if count == most]
        if most:
            return best[0] if len(best) == 1 else None
    return None


def _unswapped(word: str) -> str | None:
    """`hine` for `hien`: the one syllable that two swapped letters make, whatever is beside it."""
    found = {near for near in next(one_edit_away(word)) if is_syllable(near)}
    if len(word) < _LONG_ENOUGH:  # `alo`
        return None
    return found.pop() if len(found) == 1 else None


def _out_of_place(place: _Place) -> str | None:
    """`bộ têu chí`, `khác nhay`: a syllable that joins neither neighbour, where one near does.

    A syllable that the texts have makes way only for a term that is hardly ever torn apart.
    """
    everyday = says_nothing(place.word, place.word)  # `cho`, `nhé`: left out of the texts' words
    if everyday or place.known is None or place.support(place.word):
        return None
    terms = BOUND if place.known(place.word) else PHRASES
    near = {word for word in one_slip_away(place.word) if word in _SYLLABLES}
    fitting = [word for word in near if place.is_term(word, terms)]
    return fitting[0] if len(fitting) == 1 else None


def _abbreviated(word: str) -> str | None:
    """`hbyt` for `bhyt`."""
    near = one_slip_away(word) & _ABBREVIATED
    return near.pop() if len(near) == 1 else None


def _parted(place: _Place) -> str | None:
    """Two words typed without a space between them: `nângcao`, `mấyphụ lục`, `nhữngqđ`."""
    cuts = [(place.word[:at], place.word[at:]) for at in range(2, len(place.word) - 1)]
    parts = [(a, b) for a, b in cuts if _is_word(a) and _is_word(b)]
    joined = [(a, b) for a, b in parts if place.joins(a, b)]
    beside = [
        (a, b) for a, b in parts if place.joins(place.before, a) or place.joins(b, place.after)
    ]
    run_on = [(a, b) for a, b in parts if a in _RUN_ON or b in _RUN_ON]
    for fitting in (joined, beside, run_on):
        if fitting:
            return " ".join(fitting[0]) if len(fitting) == 1 else None
    return None


def _is_word(folded: str) -> bool:
    return is_syllable(folded) or folded in _ABBREVIATED or folded in _RUN_ON
