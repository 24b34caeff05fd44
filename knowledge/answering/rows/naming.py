"""How well the words of a question name a row of a criteria table.

Syllables are what Vietnamese is written in, and few of them mean one thing: `hồ sơ` folded
is half of `tỷ lệ hộ … cơ sở`. So a word counts fully where its diacritics are those of the row,
or where it stands beside the same neighbour there; loosely alike and alone it counts half.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

from knowledge.references.aspects import subject
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.passage import Passage
from knowledge.text import marks, spelled_syllables

_AROUND = 0.9
_BREVITY = 0.15
_MUCH = 0.3
_LOOSELY = 0.5
_FEW = 3
# What is asked about any matter: these name no row, though they stand in some.
_OF_ANY_MATTER = (
    "ho so|muc tieu|cong nhan|so lieu|bat buoc|dieu kien|trinh tu|thu tuc|kinh phi|nguon von|"
    "ket qua|tham quyen|thoi han|van ban|minh chung|ket luan|giai thich|danh hieu"
)
_OF_ANY = frozenset(tuple(pair.split()) for pair in _OF_ANY_MATTER.split("|"))
# An example question that shares no word with the name must be about little else.
_MOST_OF_IT = 0.6


@dataclass(frozen=True)
class Matter:
    """What is asked about.

    Attributes:
        words: folded syllables, in order.
        typed: the diacritics with which each was typed, if it was; several where it came twice.
    """

    words: tuple[str, ...]
    typed: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, topic: str, typed: Mapping[str, frozenset[str]]) -> Matter:
        """The matter of a folded topic."""
        return cls(tuple(topic.split()), typed)

    @cached_property
    def distinct(self) -> tuple[str, ...]:
        """Every word once."""
        return tuple(dict.fromkeys(self.words))

    @cached_property
    def naming(self) -> tuple[str, ...]:
        """The words that can name a row, each once."""
        pairs = [pair for pair in itertools.pairwise(self.words) if pair in _OF_ANY]
        of_any = {word for pair in pairs for word in pair}
        return tuple(word for word in self.distinct if word not in of_any)


def typed_in(
    texts: Iterable[str], spellings: Set[tuple[str, str]] | None = None
) -> dict[str, frozenset[str]]:
    """The diacritics of every syllable of some texts; those of a text without any say nothing.

    Args:
        texts: what was typed.
        spellings: syllables with the diacritics that they can have; with any others they are
            mistyped (`hộ nghéo`), and say nothing. All are taken as typed where it is None.
    """
    found: dict[str, frozenset[str]] = {}
    for text in texts:
        spelled = [(folded, marks(typed)) for folded, typed in spelled_syllables(text)]
        if any(diacritics for _, diacritics in spelled):
            for folded, diacritics in spelled:
                if spellings is None or (folded, diacritics) in spellings:
                    found[folded] = found.get(folded, frozenset()) | {diacritics}
    return found


def covered(matter: Matter, row: Passage, lexical: LexicalIndex) -> float:
    """The share of the words asked about that a row has, 0 to 1.

    A little less where only its example questions have them, and a little less the more
    else its name says.
    """
    name = _text(row.text)
    total = _weight(matter, lexical, dict.fromkeys(matter.distinct, 1.0))
    if not total:
        return 0.0
    in_name = name.strengths(matter)
    around = [in_name, _text(row.heading).strengths(matter)]
    for question in row.questions:
        example = _text(question)
        paired = example.paired(matter)
        if 1.0 in in_name.values() or len(paired) >= _MOST_OF_IT * len(example.about):
            around.append(dict.fromkeys(paired, 1.0))
        if len(example.about) == 1:
            strengths = example.strengths(matter)
            around.append({word: strengths[word] for word in example.about & strengths.keys()})
    anywhere = {word: max(found.get(word, 0.0) for found in around) for word in matter.distinct}
    if sum(map(bool, anywhere.values())) == 1 and not _is_short(row):
        return 0.0  # one syllable of a long name: `cấp` of `trường học các cấp`
    precision = len(in_name.keys() & name.about) / len(name.about)
    share = max(
        _weight(matter, lexical, in_name) / total,
        _AROUND * _weight(matter, lexical, anywhere) / total,
    )
    return share * (1 - _BREVITY + _BREVITY * precision)


def _is_short(row: Passage) -> bool:
    """Whether one syllable can be a row's name, or what its name is called for short."""
    called = [_text(text).about for text in (row.text, *row.questions)]
    return len(called[0]) <= _FEW or any(len(about) == 1 for about in called[1:])


def contained(matter: Matter, row: Passage, lexical: LexicalIndex) -> float:
    """Whether the words asked about contain the whole name, of several words, of a row."""
    name = _text(row.text)
    there = {word: strength for word, strength in name.strengths(matter).items() if strength == 1}
    total = _weight(matter, lexical, dict.fromkeys(matter.distinct, 1.0))
    much = _weight(matter, lexical, there) > _MUCH * total
    return _AROUND if len(name.about) > 1 and much and name.about <= there.keys() else 0.0


def _weight(matter: Matter, lexical: LexicalIndex, strengths: Mapping[str, float]) -> float:
    return sum(lexical.rarity(word) * strengths.get(word, 0.0) for word in matter.distinct)


@dataclass(frozen=True)
class _Text:
    """A name, a heading or an example question.

    Attributes:
        about: the words that say what it is about.
        singles: the diacritics of each syllable.
        neighbours: the diacritics of each pair of neighbours.
    """

    about: frozenset[str]
    singles: Mapping[str, frozenset[str]]
    neighbours: Mapping[tuple[str, str], frozenset[tuple[str, str]]]

    def paired(self, matter: Matter) -> set[str]:
        """The words asked about that stand here beside the same neighbour."""
        found: set[str] = set()
        for first, second in itertools.pairwise(matter.words):
            there = self.neighbours.get((first, second), ())
            if any(
                _may_be(matter, first, one) and _may_be(matter, second, other)
                for one, other in there
            ):
                found |= {first, second}
        return found & set(matter.naming)

    def strengths(self, matter: Matter) -> dict[str, float]:
        """How surely each of the words asked about is here; those that are not are left out."""
        paired = self.paired(matter)
        found = {}
        for word in matter.naming:
            there = self.singles.get(word)
            if there is None:
                continue
            whole = word in paired or len(self.about) == 1
            if whole or matter.typed.get(word, frozenset()) & there:
                found[word] = 1.0
            elif any(_may_be(matter, word, diacritics) for diacritics in there):
                found[word] = _LOOSELY
        return found


def _may_be(matter: Matter, word: str, diacritics: str) -> bool:
    """Whether a word can have been meant with these diacritics: some may not have been typed."""
    typed = matter.typed.get(word)
    return not typed or any(set(one) <= set(diacritics) for one in typed)


@lru_cache(maxsize=4096)
def _text(text: str) -> _Text:
    """Every question is held against every row."""
    spelled = [(folded, marks(typed)) for folded, typed in spelled_syllables(text)]
    about = subject(text).split() or [folded for folded, _ in spelled]
    singles: dict[str, frozenset[str]] = {}
    for folded, diacritics in spelled:
        singles[folded] = singles.get(folded, frozenset()) | {diacritics}
    neighbours: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
    beside = [*itertools.pairwise(spelled), *_over_one(spelled, set(about))]
    for (one, here), (other, there) in beside:
        key = (one, other)
        neighbours[key] = neighbours.get(key, frozenset()) | {(here, there)}
    return _Text(frozenset(about), singles, neighbours)


def _over_one(
    spelled: Sequence[tuple[str, str]], about: Set[str]
) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Neighbours but for one word between them that says nothing: `nhà ở dân cư`."""
    triples = zip(spelled, spelled[1:], spelled[2:], strict=False)
    return [(first, last) for first, middle, last in triples if middle[0] not in about]
