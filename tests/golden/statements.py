"""What an answer says, held against the knowledge folder: every quotation and every number.

A quotation is proven where its words stand, letter by letter, in the original of a
document that the answer cites (the words of a provision), or in a field of a document
that the answer cites or names (a title, the name of a criterion).

A number is proven

1. in a sentence or a line that stands as a whole in a field of a cited or named document, or
2. as a fact with a type: the number of a document that is cited, that relations link to
   one that is, or that the question names; a day, year or period of a cited or named
   document, or of the question; the number of a criterion or indicator that the tables
   of these documents have, with the name that it has there; a threshold,
   with its unit, of the row and the place that the line names (the row may be
   named in a line above); a count that the
   tables state or that the answer's own list has; a number of the question.

Anything else is not proven. What the conversation carries counts as part of the
question. A greeting, a refusal and a question back may name any document there is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from knowledge.answering import wording
from knowledge.answering.answer import Answer
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import Indicator
from knowledge.corpus.fields import Nature
from knowledge.references.places import REGIONS
from knowledge.text import fold
from tests.golden.sources import Sources

_QUOTED = re.compile(r"“(.*?)”(?!\w)|\"(.*?)\"", re.DOTALL)
_SENTENCE = re.compile(r"\n+|(?<=[.;:!?])\s+")
_DOCUMENT = re.compile(
    r"(?<![\w/.-])(?:QT )?\d{1,5}(?:\.\d{1,2})?(?:/\d{4})?[/-](?=[A-ZĐ])[\w&.-]*\w(?:/[\w&.-]*\w)?"
)
_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_SPAN = re.compile(r"(?<![\d/])(\d{4}) ?[-–] ?(\d{4})(?!\d)")
_ADDRESS = re.compile(
    r"(?i)((?:tiêu chí|chỉ tiêu|nội dung)(?: số)?(?: [\d., ]*(?:,| và| đến| hoặc))? ?)"
    r"(\d{1,2}(?:\.\d{1,2})?)(?![\d/%]|[.,]\d)"
)
_NAMED = re.compile(_ADDRESS.pattern + r" \((.+)")
_ITEM = re.compile(r"(?m)^(?:- )?(\d{1,2}(?:\.\d{1,2})?)[.:]? (.+)$")
_INDENTED = re.compile(r"(?m)^  \+ ")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# `Theo Thông tư 52/2026/TT-BTC, xã đạt …`
_ATTRIBUTED = re.compile(r"^Theo [^,;:]*\d[^,;:]*, ")
_LEAST_WORDS = 5
_COVERED = "…"
_NAMELESS = "tên chưa có nguồn xác nhận"
_LISTED = ("van ban", "quyet dinh", "bai")


def faults(catalogue: Catalogue, question: str, answer: Answer) -> list[str]:
    """What the answer to a question says without being able to prove it."""
    statement = _Statement(Sources(catalogue, question, answer), answer)
    return [*statement.quotations(), *statement.names(), *statement.numbers()]


class _Statement:
    def __init__(self, sources: Sources, answer: Answer):
        self._sources, self._answer = sources, answer
        # A list told of one side of a comparison is indented.
        self._text = _INDENTED.sub("- ", answer.stated)

    def quotations(self) -> Iterator[str]:
        originals = [c.text for c in self._answer.citations if c.nature is Nature.ORIGINAL]
        said = [_flat(text) for text in (*originals, *self._sources.fields)]
        for match in _QUOTED.finditer(self._text):
            quote = _flat(match[1] or match[2] or "")
            if not any(quote in text for text in said):
                yield f"trích dẫn không có trong nguồn: “{quote}”"

    def names(self) -> Iterator[str]:
        """Rows that are told with another name than theirs."""
        rows = [(row.number, fold(row.name or _NAMELESS)) for row in self._sources.rows]
        for match in _NAMED.finditer(self._text):
            said = fold(match[3])
            own = any(number == match[2] and said.startswith(name) for number, name in rows)
            # What a document says of another set's rows it may call as it likes.
            as_there = fold(match[0].split(")")[0]) in self._sources.folded
            if not own and not as_there:
                yield f"tên không phải của {match[2]}: {match[3]}"

    def numbers(self) -> Iterator[str]:
        """Every number that is not proven; what is proven is taken out step by step."""
        left = self._without_addresses(self._without_sentences(self._text))
        for check in (self._documents, self._days, self._spans, self._items, self._rows):
            left, found = check(left)
            yield from found
        for line in left.split("\n"):
            for match in _NUMBER.finditer(line):
                if not self._is_known(match[0], fold(line[match.end() :]).strip()):
                    yield f"số chưa chứng minh được: {match[0]} trong '{line.strip()[:120]}'"

    def _without_sentences(self, text: str) -> str:
        """The text without what stands in the knowledge as a whole sentence or line."""
        lines = {line.strip() for field in self._sources.fields for line in field.split("\n")}
        text = "\n".join(_COVERED if line.strip() in lines else line for line in text.split("\n"))
        parts = {
            part.strip().rstrip(".;:")
            for field in self._sources.fields
            for part in (*field.split("\n"), *_SENTENCE.split(field))
        }
        parts |= {_ATTRIBUTED.sub("", part) for part in parts}  # said once for several of them
        lowered = text.lower()
        there = [
            part
            for part in parts
            if part.lower() in lowered
            and _NUMBER.search(part)
            and len(part.split()) >= _LEAST_WORDS
        ]
        for part in sorted(there, key=len, reverse=True):
            # `Thông tư liên tịch 26` is no part of `Thông tư liên tịch 26/2011/…`.
            text = re.sub(rf"(?i)(?<!\w){re.escape(part)}(?![\w%/])", _COVERED, text)
        return text

    def _without_addresses(self, text: str) -> str:
        """The text without the places in the documents that it cites."""
        for citation in self._answer.citations:
            if citation.provision:
                pattern = rf"(?i)(?<!\w){re.escape(citation.provision)}(?![\w.]*\d)"
                text = re.sub(pattern, _COVERED, text)
        return text

    def _documents(self, text: str) -> tuple[str, list[str]]:
        return _taken(
            _DOCUMENT,
            text,
            lambda match: (
                match[0] in self._sources.numbers or fold(match[0]) in self._sources.question
            ),
            "số hiệu không liên quan đến văn bản được dẫn",
        )

    def _days(self, text: str) -> tuple[str, list[str]]:
        known = {wording.date(day) for day in self._sources.days}
        return _taken(
            _DAY,
            text,
            lambda match: match[0] in known or match[0] in self._sources.question,
            "ngày không có trong nguồn",
        )

    def _spans(self, text: str) -> tuple[str, list[str]]:
        asked = {f"{first}-{last}" for first, last in _SPAN.findall(self._sources.question)}
        return _taken(
            _SPAN,
            text,
            lambda match: f"{match[1]}-{match[2]}" in self._sources.spans | asked,
            "giai đoạn không có trong nguồn",
        )

    def _items(self, text: str) -> tuple[str, list[str]]:
        """Lines that begin with the number of a criterion and its name."""
        named = [(row.number, fold(row.name)) for row in self._sources.rows if row.name]
        return _taken(
            _ITEM,
            text,
            lambda match: any(
                number == match[1] and fold(match[2]).startswith(name) for number, name in named
            ),
        )

    def _rows(self, text: str) -> tuple[str, list[str]]:
        """The numbers of criteria and the thresholds."""
        asked = set(_NUMBER.findall(self._sources.question))
        asked |= {number.split(".")[0] for number in asked}  # `18.4` asks of criterion 18 too
        addresses = self._sources.addresses | asked
        found = []

        def check(match: re.Match[str]) -> str:
            if match[2] not in addresses:
                found.append(f"không có tiêu chí, chỉ tiêu {match[2]} trong nguồn")
            return match[1] + _COVERED

        lines, about = [], ""
        for line, whole in zip(text.split("\n"), self._text.split("\n"), strict=True):
            about = whole if _ADDRESS.search(whole) else about
            line = self._without_thresholds(line, about, whole)
            while _ADDRESS.search(line):
                line = _ADDRESS.sub(check, line)
            lines.append(line)
        return "\n".join(lines), found

    def _without_thresholds(self, line: str, about: str, whole: str) -> str:
        """The line without the thresholds of the rows and places that it is about."""
        for said in sorted(self._thresholds(about, whole), key=len, reverse=True):
            line = re.sub(rf"(?<![\d.,]){re.escape(said)}(?![\w,.]*\d)", _COVERED, line)
        return line

    def _thresholds(self, about: str, line: str) -> set[str]:
        numbers = {match[2] for match in _ADDRESS.finditer(about)}
        places = {key for key, name in REGIONS.items() if name in line}
        places |= {f"nhom_{number}" for number in re.findall(r"nhóm ([123])", line)}
        return {
            said
            for row in self._sources.rows
            if isinstance(row, Indicator) and row.number in numbers
            for said in _amounts(row, places)
        }

    def _is_known(self, number: str, after: str) -> bool:
        sources = self._sources
        listed = len(re.findall(r"(?m)^- ", self._text))
        return (
            number in _NUMBER.findall(sources.said)
            or ("." in number and number in sources.addresses)
            or number in {str(day.year) for day in sources.days}
            or number in map(str, sources.counts(after))
            or (after.startswith(_LISTED) and number == str(listed))
        )


def _taken(
    pattern: re.Pattern[str],
    text: str,
    proven: Callable[[re.Match[str]], bool],
    fault: str | None = None,
) -> tuple[str, list[str]]:
    """The text without the matches that are proven; the others are faults, or stay."""
    found = []

    def check(match: re.Match[str]) -> str:
        if proven(match):
            return _COVERED
        if fault is None:
            return match[0]
        found.append(f"{fault}: {match[0]}")
        return _COVERED

    return pattern.sub(check, text), found


def _amounts(row: Indicator, places: Iterable[str]) -> Iterator[str]:
    """The thresholds of a row as they are written, of the places named or of all."""
    named = [row.places[place] for place in places if place in row.places]
    for cell in [*named, row.requirement] if named else row.cells:
        if cell and cell.text:
            yield cell.text
        for value in (cell.value, cell.of_which) if cell else ():
            if value is not None and row.unit:
                yield wording.quantity(value, row.unit, None)


def _flat(text: str) -> str:
    return " ".join(text.split())
