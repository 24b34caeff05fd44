"""An answer as Telegram messages: HTML, the basis set apart, quotes as quotes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

from bot.telegram import limits
from bot.telegram.answers import Answer
from bot.telegram.splitting import GAP, Block, Style, messages

# Shorter than Telegram's limit: a phone shows about this much before it becomes a wall of text.
COMFORTABLE = 2200
# Messages that are sent at once; the rest waits behind "Xem thêm".
AT_ONCE = 1

_BASIS = re.compile(r"^(?:Căn cứ|Tóm lược theo|Trích nguyên văn)\b")
_LABEL = re.compile(r"^(?:Căn cứ|Lưu ý|Nay|Giai đoạn khác|Các bộ tiêu chí khác)(?=:)")
_BULLET = re.compile(r"^- ", re.MULTILINE)
_TAG = re.compile(r"<[^>]*>")


def parts(answer: Answer) -> list[str]:
    """The answer as HTML messages, none longer than is comfortable to read."""
    return [_html(message) for message in messages(blocks(answer), COMFORTABLE)]


def blocks(answer: Answer) -> list[Block]:
    """The paragraphs of an answer and how each is shown."""
    originals = [
        citation["text"] for citation in answer["citations"] if citation["nature"] == "original"
    ]
    paragraphs = [part.strip() for part in answer["text"].split(GAP) if part.strip()]
    return [
        Block(paragraph, _style(paragraph, first=number == 0, originals=originals))
        for number, paragraph in enumerate(paragraphs)
    ]


def _style(paragraph: str, *, first: bool, originals: Iterable[str]) -> Style:
    if any(paragraph in original or original in paragraph for original in originals):
        return Style.QUOTE
    if _BASIS.match(paragraph):
        return Style.BASIS
    if paragraph.startswith("Lưu ý:"):
        return Style.NOTE
    return Style.LEAD if first else Style.PLAIN


def sources(answer: Answer) -> list[str]:
    """The basis of an answer: every document with provision, nature and pages."""
    listed = [
        Block(_citation(number, citation))
        for number, citation in enumerate(answer["citations"], start=1)
    ]
    if not listed:
        return ["Câu trả lời này không dựa trên văn bản nào."]
    pages = messages([Block("Căn cứ của câu trả lời", Style.LEAD), *listed], limits.MESSAGE_LENGTH)
    return [_html(page) for page in pages]


_NATURE = {
    "original": "trích nguyên văn",
    "digest": "tóm lược",
    "article_summary": "tóm lược bài báo",
}
_SOURCES_SHOWN = 3
_CITED_LENGTH = 400


def _citation(number: int, citation: dict[str, Any]) -> str:
    where = citation["document"] + (f", {citation['provision']}" if citation["provision"] else "")
    text = citation["text"]
    if len(text) > _CITED_LENGTH:
        text = text[:_CITED_LENGTH].rsplit(" ", 1)[0] + "…"
    lines = [f"{number}. {where} ({_NATURE.get(citation['nature'], '')})", text]
    lines += [f"Nguồn: {source}" for source in citation["sources"][:_SOURCES_SHOWN]]
    return "\n".join(lines)


def _html(message: Iterable[Block]) -> str:
    return GAP.join(_block(block) for block in message)


def _block(block: Block) -> str:
    text = escape(_BULLET.sub("• ", block.text))
    if block.style is Style.QUOTE:
        return f"<blockquote>{text}</blockquote>"
    if block.style is Style.BASIS:
        return f"⚖️ {_labelled(text, rest='i')}"
    if block.style is Style.NOTE:
        return f"⚠️ {_labelled(text)}"
    if block.style is Style.LEAD:
        return _lead(text)
    return _labelled(text)


def _lead(text: str) -> str:
    """The first line in bold where it announces what follows."""
    first, newline, rest = text.partition("\n")
    return f"<b>{first}</b>{newline}{rest}" if newline or (not rest and len(first) < 80) else text


def _labelled(text: str, rest: str = "") -> str:
    label = _LABEL.match(text)
    end = label.end() + 1 if label else 0
    head = f"<b>{text[:end]}</b>" if end else ""
    return head + (f"<{rest}>{text[end:]}</{rest}>" if rest else text[end:])


def escape(text: str) -> str:
    """Text that Telegram shows as it is."""
    return html.escape(text, quote=False)


def plain(markup: str) -> str:
    """The text without tags; what is sent when the server refuses the markup."""
    return html.unescape(_TAG.sub("", markup))
