"""Talk around a question: `Ad ơi cho em hỏi, …`, `Dạ …`, `… vậy ad`, `… giúp em với ạ`.

Whom one speaks to, that one asks, thanks and particles say nothing of the matter; left in place
they hide how a message opens and ends, and stand for words of its own. The classes are closed and
written with their diacritics: a word typed with others is another word, and one typed without any
counts only where the whole message is. Nothing is cut into what names a document, time or place,
and a message that is nothing but talk stays whole, for it may be a greeting.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from knowledge.references import denied, follow_up, generic, talk, telling
from knowledge.references.aspects import aspects, subject
from knowledge.references.parser import parse
from knowledge.text import fold, normalise, spelled_syllables, strip_diacritics

# With these diacritics they are polite and nothing else: no claim is made with them.
_POLITE = re.compile(r"\s\W*(?:cơ ạ|cơ|ạ|nhé|nha|nghen|nè)\W*$")
_ASKS = re.compile(
    r"\b(?:bao nhieu|may|gi|nao|ai|sao|s|bao gio|bao lau|dau|khong|chua|ko|j|bn|bnh|nhieu|ntn)\b"
)
# `như vậy`, `sao lại thế`: here it points back.
_POINTING = re.compile(
    r"\b(?:nhu|cung|sao|lai|giong|bang|dung|phai|la|vi|tai|do|duoc|y|(?<!bao )nhieu|it|cao|thap|"
    r"hon|lau|con|het|theo)\W*$"
)
# `bao nhiêu ha`, `chúng ta`: a unit, a thing, people.
_COUNTED = re.compile(r"(?:\b(?:bao nhieu|may)|\d)\W*(?:ha|nha)\W*$|\b(?:chung|nuoc|nguoi) ta\W*$")
# Typed without diacritics these are mostly something else: `ở`, `thời`, `đã`, `nay`, `mã`.
_ELSE = frozenset(["o", "thoi", "da", "nay", "u", "e", "ma", "a", "an", "tien", "san"])
_NEXT = re.compile(r"\W*(?:[,.:;!]|(?:cho|em|anh|chi|thua|toi|minh|chau|ad|bot|con|vay) )")
# So many words of a message bear diacritics where its typist sets them.
_BARE = 0.3
_MOST = 8
_MARKS = ("?", ".", "!")
_SPELLED: dict[str, set[str]] = {}
# What must or must not stand beside it is no talk itself.
_AROUND = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")


def _compiled(sources: Iterable[str], frame: str) -> tuple[re.Pattern[str], ...]:
    """Patterns over folded text of sources that are written with diacritics."""
    found = []
    for source in sources:
        for word in re.findall(r"[^\W\d_]+", _AROUND.sub(" ", source)):
            _SPELLED.setdefault(strip_diacritics(word), set()).add(word)
        found.append(re.compile(frame.format(strip_diacritics(source))))
    return tuple(found)


_AT_START, _AT_END = r"^\W*(?:{})(?!\w)\W*", r"(?<!\w)\W*\b(?:{})\W*$"
_CUT_FIRST = _compiled(talk.OPENINGS, _AT_START)
_CUT_LAST = _compiled(talk.CLOSINGS, _AT_END)
_CALLED = _compiled(talk.TO_SOMEBODY, r"\b(?:{})\W*$")
_THEN_LAST = _compiled(talk.THEN, r"\s\W*(?:{})\W*$")
_PARTICLE_LAST = _compiled(talk.PARTICLES, r"\s\W*(?:{})\W*$")
_CORRECTED = _compiled(talk.CORRECTIONS, _AT_START)
_MEANT = _compiled(talk.MEANINGS, _AT_START)
_COURTEOUS = (*_compiled(talk.COURTESIES, _AT_START), *_compiled(talk.THANKS, _AT_END))


@lru_cache(maxsize=1024)
def without(question: str) -> str:
    """The question without the talk around it; as it is where nothing else would be left.

    Args:
        question: as typed.
    """
    text = denied.without(normalise(question))
    for _ in range(_MOST):
        shorter = telling.without(_shortened(text))
        if shorter == text:
            break
        text = shorter
    return text if text == normalise(question) or text.endswith(_MARKS) else f"{text}?"


def _shortened(text: str) -> str:
    """The text without one opening, courtesy or closing."""
    folded = fold(text)
    if len(folded) != len(text):
        return text
    if (polite := _POLITE.search(text.lower())) and _says_anything(text[: polite.start()]):
        return f"{text[: polite.start()]}{'?' if '?' in polite[0] else ''}"
    for pattern, kept, fits in _CUTS:
        match = pattern.search(folded)
        if match is None or not (pattern in _KNOWN or _is_talk(text, match)):
            continue
        start = match.end(kept) if kept else match.start()
        rest = f"{text[:start].rstrip(' ,;:')}{text[match.end() :]}"
        if start and "?" in match[0] and not rest.endswith("?"):
            rest += "?"
        if fits(rest) and not _cuts_a_name(text, start, match.end()):
            return f"{rest}?" if pattern in _THEN_LAST and not rest.endswith("?") else rest
    return text


def _cuts_a_name(text: str, start: int, end: int) -> bool:
    """Whether what is cut is part of what names a document, criterion, time or place."""
    spans = [(m.start, m.end, text[m.start : m.end]) for m in parse(text).mentions]
    named = [(first + len(said) - len(said.lstrip()), last) for first, last, said in spans]
    return any(first < end and start < last for first, last in named)


def _is_talk(text: str, match: re.Match[str]) -> bool:
    """Whether the words of a match are those of the class as they are typed."""
    folded = fold(text)
    all_words = spelled_syllables(text)
    marked = sum(typed != word for word, typed in all_words)
    bare = marked <= _BARE * len(all_words)
    words = spelled_syllables(text[match.start() : match.end()])
    first = words[0] if words else ("", "")
    opens = match.start() == 0 and match.end() < len(text)
    if opens and len(words) == 1 and first[0] in _ELSE and first[0] == first[1]:
        parted = any(mark in match[0] for mark in ",.:;!")
        if not parted and not _NEXT.match(folded[match.end() :]):
            return False
    if _COUNTED.search(folded) and first[0] == first[1]:
        return False
    return all(typed in _SPELLED.get(word, ()) or (bare and typed == word) for word, typed in words)


def _says_anything(rest: str) -> bool:
    """Whether words are left that are about something."""
    return _asks(rest) or bool(subject(rest)) or follow_up.is_follow_up(parse(rest))


def _asks(rest: str) -> bool:
    """Whether something is asked or named."""
    return bool(parse(rest).mentions or aspects(rest) or _ASKS.search(fold(rest)))


def _has_a_question_word(rest: str) -> bool:
    return bool(_ASKS.search(fold(rest)))


def _is_said_plainly(rest: str) -> bool:
    """Whether `vậy` adds nothing to what comes before it."""
    return _asks(rest) and not _POINTING.search(fold(rest))


# Its second half is `chị` mistyped, and half of `tiêu chí`: it is talk by both together alone.
_COMRADE = re.compile(
    r"\W*\b(?:(?:nho|phien|mong|xin|de nghi) )*dong chi"
    r"(?: (?:tra|xem|coi|kiem tra|noi|chi|tra loi|cho biet))*(?: (?:giup|gium|ho|dum))+"
    r"(?: (?:toi|minh|em|chung toi|voi|a|nhe))*\W*$"
)
_COMRADE_FIRST = re.compile(
    r"^\W*(?:(?:nho|phien|mong|xin|de nghi) )*(?:cac )?dong chi(?: nao)?"
    r"(?: (?:vui long|lam on|co the|tra|xem|coi|kiem tra))*(?: (?:giup|cho))+"
    r"(?: (?:toi|minh|em|chung toi))?(?: (?:biet|hoi|xem))(?: (?:la|rang|chut|mot viec))*\b\W*"
)
_KNOWN = (generic.PURPOSE, _COMRADE, _COMRADE_FIRST)
# What is cut, the group up to which a match stays, and what must hold of the rest.
_CUTS: tuple[tuple[re.Pattern[str], str, Callable[[str], bool]], ...] = (
    *((pattern, "", _says_anything) for pattern in _CUT_FIRST + _CUT_LAST),
    *((pattern, "", _says_anything) for pattern in _CORRECTED + _COURTEOUS),
    *((pattern, "", _asks) for pattern in _KNOWN),
    *((pattern, "", _has_a_question_word) for pattern in _MEANT),
    *((pattern, "after", _says_anything) for pattern in _CALLED),
    *((pattern, "", _is_said_plainly) for pattern in _THEN_LAST),
    *((pattern, "", _has_a_question_word) for pattern in _PARTICLE_LAST),
)
