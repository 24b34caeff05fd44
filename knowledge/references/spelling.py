"""Repairs typing errors in the words of the field: `quyet dihn` becomes `quyet dinh`.

A token is repaired only if it is not a possible Vietnamese syllable (or it
stands before a number where a term is expected) and exactly one syllable one
edit away makes a known two-syllable term with its neighbour. Document numbers,
names of places and everything else are left as typed: a wrong repair would be
worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from knowledge.references import places
from knowledge.references.chat import spell_out
from knowledge.references.phrases import PHRASES
from knowledge.text import fold, normalise, strip_diacritics

_ONSET = "b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x|"
_RIME = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|ech|em|en|eng|enh|eo|ep|et|eu|i|ia|ich|iec|iem|ien|"
    "ieng|iep|iet|ieu|im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oc|oe|oen|"
    "oeo|oet|oi|om|on|ong|op|ot|u|ua|uan|uang|uat|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|"
    "uong|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet|uynh|uyt|uyu|y|yem|yen|yet|yeu|uoi|ya"
)
_SYLLABLE = re.compile(rf"^(?:{_ONSET})(?:{_RIME})$")
_WORD = re.compile(r"[^\W\d_]+")
_DOCUMENT_NUMBER = re.compile(r"\S*\d[/-]\S+")
_VOWEL = re.compile(r"[aeiou]")
_TELEX_TONE = re.compile(r"(?<=[aeiouywcmnptgh])[sfrxj]$")
_TELEX_MARKS = re.compile(r"(?<=[aou])w|([aeod])(?=\1)")
_ABBREVIATIONS = "ntm htx thcs thpt bhyt bhxh cntt vhttdl ubnd hdnd mttq ptnt"
_ABBREVIATED = frozenset(_ABBREVIATIONS.split())
_LETTERS = "abcdeghiklmnopqrstuvxy"
_FIRST = {phrase.split()[0] for phrase in PHRASES}
_SYLLABLES = {part for phrase in PHRASES for part in phrase.split()}
_SHORTEST = 3
# No syllable is longer than seven letters: `nghieng`.
_LONGEST = 9
# Words that stand before a number in their own right: `xa nam 2018` is no `xa nao 2018`.
_OF_NUMBERS = "nam thang ngay quy dieu khoan muc nhom vung loai cap bac den sau tren thu"
_NUMBERED = frozenset(_OF_NUMBERS.split())


def is_syllable(folded: str) -> bool:
    """Whether the folded word can be a Vietnamese syllable."""
    return bool(_SYLLABLE.match(folded))


def repair(question: str, known: Callable[[str], bool] | None = None) -> str:
    """The normalised question with misspelt terms of the field put right.

    Args:
        question: as typed.
        known: whether a folded syllable, or two joined by an underscore, stand in the texts
            that are searched; what is no syllable is repaired towards these as well.
    """
    text = spell_out(normalise(question))
    words = list(_WORD.finditer(text))
    folded = [fold(word[0]) for word in words]
    spared = _spared(text)
    out, last = [], 0
    for position, word in enumerate(words):
        if any(start <= word.start() < end for start, end in spared):
            continue
        before = folded[position - 1] if position else ""
        after = folded[position + 1] if position + 1 < len(folded) else ""
        follows_number = bool(re.match(r"\s*(?:so\s*|số\s*)?\d", text[word.end() :]))
        better = _better(folded[position], before, after, follows_number)
        better = better or _without_telex(folded[position])
        if better is None and known is not None:
            better = _of_the_texts(folded[position], before, after, known)
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


def _better(word: str, before: str, after: str, follows_number: bool) -> str | None:
    if (
        not _SHORTEST <= len(word) <= _LONGEST
        or word in _ABBREVIATED
        or f"{before} {word}" in PHRASES
        or f"{word} {after}" in PHRASES
    ):
        return None
    if is_syllable(word) and not (follows_number and before in _FIRST and word not in _NUMBERED):
        return None
    for candidates in _one_edit_away(word):
        fitting = {
            candidate
            for candidate in candidates
            if candidate in _SYLLABLES and _makes_a_term(candidate, before, after)
        }
        if fitting:
            return fitting.pop() if len(fitting) == 1 else None
    return None


def _without_telex(word: str) -> str | None:
    """`tieeu` for `tiêu`, `kis` for `kí`: keys of the Telex input method that stayed letters."""
    if not _SHORTEST <= len(word) <= _LONGEST or is_syllable(word):
        return None
    plain = _TELEX_MARKS.sub("", _TELEX_TONE.sub("", word))
    return plain if plain != word and is_syllable(plain) else None


def _of_the_texts(word: str, before: str, after: str, known: Callable[[str], bool]) -> str | None:
    """The one syllable, one slip away, that stands next to a neighbour in the texts."""
    if not _SHORTEST <= len(word) <= _LONGEST or is_syllable(word):
        return None
    if not _VOWEL.search(word):  # `bhyt`, `ntm`
        return None
    for candidates in _one_edit_away(word):
        beside = {
            candidate: known(f"{before}_{candidate}") + known(f"{candidate}_{after}")
            for candidate in candidates
            if is_syllable(candidate)
        }
        most = max(beside.values(), default=0)
        best = [candidate for candidate, count in beside.items() if count == most]
        if most:
            return best[0] if len(best) == 1 else None
    return None


def _makes_a_term(word: str, before: str, after: str) -> bool:
    """Whether the word and a neighbour, itself perhaps misspelt, are a known term."""
    if f"{before} {word}" in PHRASES or f"{word} {after}" in PHRASES:
        return True
    if not _SHORTEST <= len(after) <= _LONGEST or is_syllable(after):
        return False
    return any(
        f"{word} {candidate}" in PHRASES
        for candidates in _one_edit_away(after)
        for candidate in candidates
    )


def _one_edit_away(word: str) -> Iterator[list[str]]:
    """Damerau-Levenshtein distance one, the likeliest slips first.

    Letters swapped, left out, doubled or typed in excess, and typed wrong.
    """
    cuts = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    yield [head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1]
    yield [head + letter + tail for head, tail in cuts for letter in _LETTERS]
    yield [head + tail[1:] for head, tail in cuts if tail]
    yield [head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS]
