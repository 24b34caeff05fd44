"""The documents a document is based on, amends, replaces or guides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.corpus.document import RelationType
from knowledge.readers.document_types import NUMBER
from knowledge.readers.letterhead import compact_number
from knowledge.text import fold

_TYPES = (
    r"(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết(?: liên tịch)?|Nghị định|Quyết định"
    r"|Thông tư(?: liên tịch)?|Chỉ thị|Quy định|Kết luận)"
)
_MENTION = re.compile(rf"{_TYPES}(?:\s(?!số\b)[^.;:()]{{1,120}}?)?\s+số:?\s*(?P<number>{NUMBER})")
_STARTS_WITH_MENTION = re.compile(rf"^(?:\d+[a-zđ]?\.|[a-zđ]\d?\)|-)?\s*{_MENTION.pattern}")
_BASIS = re.compile(r"^Căn cứ\s+", re.IGNORECASE)
_NAMED = re.compile(
    r"^((?:Bộ luật|Luật|Pháp lệnh)\s+[^;]+?)(?:,\s*)?(?:\s+(?:số|ngày|năm)\s+\d|;|,?$)"
)
_AMENDS = re.compile(
    r"(?:sửa đổi(?:,? bổ sung)?|bổ sung|bãi bỏ|bỏ"
    r"|thay thế (?:một số )?(?:cụm từ|từ|Phụ lục|mẫu|điều|khoản))\b",
    re.IGNORECASE,
)
_OTHERS_AMENDMENT = re.compile(
    r"(?:đã được|được)\s+(?:sửa đổi|bổ sung|thay thế)[^;.]*", re.IGNORECASE
)
_REPLACES = re.compile(
    r"(?:thay thế(?: cho)?|bãi bỏ(?: toàn bộ)?)\s*(?::|các\s+\S+(?: \S+)?(?: sau)?:?)?\s*",
    re.IGNORECASE,
)
_EXPIRES = re.compile(r"hết hiệu lực", re.IGNORECASE)
_LIST_ITEM = re.compile(r"^(?:\d+[a-zđ]?[.)]|[a-zđ]\d?\)|[-+])\s*")
_GUIDES = re.compile(
    r"^(?:hướng dẫn|quy định chi tiết|quy định (?:về )?biện pháp|chi tiết)", re.IGNORECASE
)
_BEFORE_WHOLE = re.compile(
    r"(?:^|[,;:]|\bvà|thay thế(?: cho)?|bãi bỏ(?: toàn bộ)?)\s*(?:các\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ReadRelation:
    """A relation as the words of the document state it.

    Attributes:
        number: "" where the other document is named without its number.
        name: the other document's name where the text gives one.
    """

    type: RelationType
    number: str
    name: str = ""

    def as_json(self) -> dict[str, Any]:
        """As `ntm read --json` prints it."""
        return {"type": self.type.value, "number": self.number or None, "name": self.name or None}


def read(
    number: str, title: str, preamble: Sequence[str], articles: Sequence[str]
) -> tuple[ReadRelation, ...]:
    """Relations in order: bases, then what is amended, replaced, guided.

    Args:
        number: of the document itself, never related to itself.
        title: its title.
        preamble: paragraphs before the first provision.
        articles: texts of its own articles, quotations left out.
    """
    bases = list(_bases(preamble))
    amended = list(_amended(title, articles))
    replaced = list(_replaced(articles))
    guided = list(_guided(title, articles[:1], bases))
    unique: dict[tuple[RelationType, str], ReadRelation] = {}
    for relation in (*bases, *amended, *replaced, *guided):
        if relation.number != number:
            unique.setdefault((relation.type, relation.number or fold(relation.name)), relation)
    taken = {item.number for item in unique.values() if item.type is RelationType.REPLACES}
    return tuple(
        item
        for item in unique.values()
        if not (item.type is RelationType.AMENDS and item.number in taken)
    )


def _numbers(text: str) -> list[str]:
    return [compact_number(match["number"]) for match in _MENTION.finditer(text)]


def _bases(preamble: Sequence[str]) -> Iterator[ReadRelation]:
    for paragraph in preamble:
        match = _BASIS.match(paragraph)
        if not match:
            continue
        for clause in paragraph[match.end() :].split(";"):
            named = _NAMED.match(clause.strip())
            name = named[1] if named else ""
            numbers = _numbers(clause)
            for place, number in enumerate(numbers):
                yield ReadRelation(RelationType.BASED_ON, number, name if place == 0 else "")
            if not numbers and name:
                yield ReadRelation(RelationType.BASED_ON, "", name)


def _amended(title: str, articles: Sequence[str]) -> Iterator[ReadRelation]:
    leads = [title] if _AMENDS.match(title) else []
    for article in articles:
        leads += [
            bare for line in article.split("\n") if _AMENDS.match(bare := _LIST_ITEM.sub("", line))
        ]
    for lead in leads:
        own = _OTHERS_AMENDMENT.sub("", lead)
        if re.match(r"bãi bỏ(?: toàn bộ)?\s*(?:các )?" + _TYPES, own, re.IGNORECASE):
            continue  # abolished as a whole: replaced
        for number in _numbers(own)[:1]:
            yield ReadRelation(RelationType.AMENDS, number)


def _replaced(articles: Sequence[str]) -> Iterator[ReadRelation]:
    for article in articles:
        lines = article.split("\n")
        listing = False
        for line in lines:
            item = _LIST_ITEM.match(line) is not None
            bare = _LIST_ITEM.sub("", line)
            if listing and item and re.match(r"^(?:[a-zđ]\d?\)|[-+])", line):
                whole = _STARTS_WITH_MENTION.match(bare)
                for number in _numbers(bare)[:1]:
                    kind = RelationType.REPLACES if whole else RelationType.AMENDS
                    yield ReadRelation(kind, number)
                continue
            if listing and not item:
                continue  # a second paragraph of an item
            ends = bare.rstrip().endswith(":")
            listing = ends and bool(_EXPIRES.search(bare) or _REPLACES.search(bare))
            for sentence in re.split(r"(?<=[;.])\s+(?=[A-ZĐ])", bare):
                yield from _replaced_in(sentence)


def _replaced_in(sentence: str) -> Iterator[ReadRelation]:
    own = _OTHERS_AMENDMENT.sub("", sentence)
    match = _REPLACES.search(own)
    expires = _EXPIRES.search(own)
    if match and re.search(r"(?:này|sau đây)\b.{0,80}$|^$", own[: match.start()]):
        part = own[match.end() :]
    elif expires and _STARTS_WITH_MENTION.match(own):
        part = own[: expires.start()]
    else:
        return
    for mention in _MENTION.finditer(part):
        if _BEFORE_WHOLE.search(part[: mention.start()]):
            yield ReadRelation(RelationType.REPLACES, compact_number(mention["number"]))


def _guided(
    title: str, scope: Iterable[str], bases: Sequence[ReadRelation]
) -> Iterator[ReadRelation]:
    if not _GUIDES.match(title):
        return
    named = {fold(base.name): base for base in bases if base.name}
    folded = fold(title)
    found = [ReadRelation(RelationType.GUIDES, number) for number in _numbers(title)]
    found += [
        ReadRelation(RelationType.GUIDES, base.number, base.name)
        for name, base in named.items()
        if name in folded
    ]
    if not found:
        found = [
            ReadRelation(RelationType.GUIDES, number)
            for text in scope
            for number in _numbers(_OTHERS_AMENDMENT.sub("", text))
        ]
    yield from found
