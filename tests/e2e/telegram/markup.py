"""Telegram's HTML: what the server accepts, and the length it counts."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_TAGS = frozenset(
    {"b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"}
)
_ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")


class MarkupError(ValueError):
    """The server refuses the markup."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise MarkupError(f'Unsupported start tag "{tag}"')
        if tag == "blockquote" and "blockquote" in self.open:
            raise MarkupError("blockquotes cannot be nested")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise MarkupError(f'Unexpected end tag "{tag}"')

    def handle_data(self, data: str) -> None:
        if "<" in data or "&" in data:
            raise MarkupError("unescaped character")
        self.text.append(data)

    def handle_entityref(self, name: str) -> None:
        if not _ENTITY.fullmatch(f"&{name};"):
            raise MarkupError(f"unknown entity {name}")
        self.text.append(html.unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        self.text.append(html.unescape(f"&#{name};"))

    def error(self, message: str) -> None:
        raise MarkupError(message)


def parse(markup: str) -> str:
    """The text that is shown.

    Raises:
        MarkupError: Telegram would answer 400 "can't parse entities".
    """
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    if reader.open:
        raise MarkupError(f'Can\'t find end tag corresponding to start tag "{reader.open[-1]}"')
    return "".join(reader.text)


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
