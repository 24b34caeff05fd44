"""Issuing bodies as people name them: `Bộ Công Thương`, `bộ gtvt`, `Quốc hội`."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.text import fold, strip_diacritics

# The names that documents carry (folded) and how they are asked for.
_NAMES: dict[str, str] = {
    "bo cong thuong": r"bo cong thuong|bct",
    "bo y te": r"bo y te|byt",
    "bo noi vu": r"bo noi vu|bnv",
    "bo tai chinh": r"bo tai chinh|btc",
    "bo tu phap": r"bo tu phap|btp",
    "bo cong an": r"bo cong an|bca",
    "bo quoc phong": r"bo quoc phong",
    "bo giao duc": r"bo giao duc(?: (?:va|&) dao tao)?|bo gd ?(?:& ?dt|dt)?|bgd&?dt|bgddt",
    "bo giao thong": r"bo giao thong(?: van tai)?|bo gtvt|bgtvt",
    "bo thong tin": r"bo thong tin(?: (?:va|&) truyen thong)?|bo tt ?& ?tt|bo tttt|btttt",
    "bo van hoa": r"bo van hoa(?:,? the thao (?:va|&) du lich)?|bo vhtt&?dl|bvhttdl",
    "bo tai nguyen": r"bo tai nguyen(?: (?:va|&) moi truong)?|bo tn ?& ?mt|bo tnmt|btnmt",
    "bo nong nghiep va moi truong": r"bo nong nghiep (?:va|&) moi truong|bo nn ?& ?mt|bnnmt",
    "bo nong nghiep": r"bo nong nghiep(?: (?:va|&) (?:ptnt|phat trien nong thon))?|bo nn ?& ?ptnt",
    "bo lao dong": r"bo lao dong(?: thuong binh)?(?: (?:va|&) xa hoi)?|bo ldtb(?: ?& ?|va)?xh",
    "bo ke hoach": r"bo ke hoach(?: (?:va|&) dau tu)?|bo kh ?& ?dt|bkhdt",
    "bo xay dung": r"bo xay dung",
    "quoc hoi": r"quoc hoi",
    "thu tuong": r"(?<!pho )thu tuong(?: chinh phu)?(?! nao(?: \w+){0,2} k[iy]\b)",
    "chinh phu": r"(?<!tuong )chinh phu",
    "ban chap hanh trung uong": (
        r"(?:ban chap hanh|bch) trung uong|(?<=cua )trung uong(?= dang| khoa)"
    ),
}
# `bên Nội vụ`, `ngành y tế`: as the ministry is called in speech.
_SPOKEN = re.compile(r"\bbo (?=[a-z])")
_PATTERNS = {
    name: re.compile(rf"\b(?:{_SPOKEN.sub('(?:bo|ben|nganh) ', ways)})\b")
    for name, ways in _NAMES.items()
}


def find(question: str) -> str | None:
    """The issuing body that a question names, folded as the documents name it."""
    folded = fold(question)
    return next((name for name, pattern in _PATTERNS.items() if pattern.search(folded)), None)


def starts(folded: str) -> tuple[str, int] | None:
    """The first issuing body named in a folded text, and where its name begins."""
    found = [(match.start(), name) for name, p in _PATTERNS.items() if (match := p.search(folded))]
    # Of two that begin at one place the first in the list is the more particular.
    start, name = min(found, key=lambda pair: pair[0], default=(0, None))
    return (name, start) if name else None


def as_typed(question: str, issuer: str) -> str:
    """The words of a question that name an issuing body that `find` found in it."""
    match = _PATTERNS[issuer].search(fold(question))
    if match is None or len(fold(question)) != len(question):
        return issuer
    return question[match.start() : match.end()]


@lru_cache(maxsize=1024)
def without(question: str) -> str:
    """The question with the names of issuing bodies cut out."""
    text, bare = question, strip_diacritics(question.lower())
    if len(bare) != len(text):  # lower() lengthens a few letters of other scripts
        text = bare
    for pattern in _PATTERNS.values():
        for match in pattern.finditer(bare):
            start, end = match.span()
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        bare = strip_diacritics(text.lower())
    return text


def issued_by(issuer: str, asked: str) -> bool:
    """Whether a document's issuer is the body asked for."""
    known = fold(issuer).replace("-", " ").replace(",", " ")
    return " ".join(known.split()).startswith(asked)
