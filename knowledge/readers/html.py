"""Web pages (.html), and the pages Word saves as one file (.mht, often named .doc)."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

from knowledge.readers import grid
from knowledge.readers.blocks import Block, Content, Paragraph, Table
from knowledge.readers.decoding import decode
from knowledge.readers.errors import BrokenFileError
from knowledge.readers.limits import Limits
from knowledge.readers.tidy import tidy

_SKIPPED = {"script", "style", "nav", "noscript", "template", "head", "form", "button", "svg"}
_SKIPPED |= {"aside", "iframe", "select", "header", "footer"}
_BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main"}
_BLOCKS |= {"blockquote", "pre", "dd", "dt", "center", "ul", "ol", "body", "html", "tr", "figure"}
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_CENTRE = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_MAX_SPAN = 100
_MAX_CELL = 6000  # a longer one is a column of a page


def parse(file: Path, limits: Limits) -> Content:
    """Content of a page.

    Raises:
        BrokenFileError: no page in it.
        EncodingError: letters that cannot be recovered.
    """
    data = file.read_bytes()
    if data[:200].lstrip().lower().startswith((b"mime-version:", b"from: <saved by")):
        data = _page_of(data, file)
    declared = _CHARSET.search(data[:2048])
    text = decode(data, file, declared[1].decode("ascii") if declared else None)
    # The declaration has been obeyed; lxml refuses it in text that is Unicode already.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root = lxml_html.document_fromstring(text)
    except (etree.ParserError, ValueError) as error:
        raise BrokenFileError(
            file, "trang HTML trống hoặc hỏng; hãy mở bằng trình duyệt rồi lưu lại"
        ) from error
    return Content(list(_blocks(root)))


def _page_of(data: bytes, file: Path) -> bytes:
    message = email.message_from_bytes(data, policy=email.policy.default)
    for piece in message.walk():
        if piece.get_content_type() == "text/html":
            payload = piece.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload
    raise BrokenFileError(file, "tệp MHT không có trang nào; hãy mở bằng Word rồi lưu lại .docx")


def _blocks(root: etree._Element) -> Iterator[Block]:
    """Walks the page without recursion: depth is the page's choice, not ours."""
    line: list[str] = []
    centred = False

    def flush() -> Iterator[Paragraph]:
        for text in tidy("".join(line)).split("\n"):
            if text:
                yield Paragraph(text, centred=centred)
        line.clear()

    stack: list[tuple[etree._Element, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if leaving:
            if tag in _BLOCKS:
                yield from flush()
            if tag in {"td", "th"}:
                line.append("\t")
            line.append(_words(node.tail))
            continue
        if not tag or tag in _SKIPPED:
            line.append(_words(node.tail))
        elif tag == "br":
            line.append("\n" + _words(node.tail))
        elif tag == "table" and (table := _table(node)) is not None:
            yield from flush()
            yield table
            line.append(_words(node.tail))
        else:
            if tag in _BLOCKS or tag == "table":
                yield from flush()
                centred = _is_centred(node)
            line.append(_words(node.text))
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
    yield from flush()


def _words(text: str | None) -> str:
    """Source line breaks are spaces; only `br` ends a line."""
    return re.sub(r"\s+", " ", text) if text else ""


def _is_centred(node: etree._Element) -> bool:
    style = (node.get("style") or "") + ";" + (node.get("class") or "")
    return (
        node.tag == "center"
        or (node.get("align") or "").lower() == "center"
        or bool(_CENTRE.search(style))
    )


def _table(node: etree._Element) -> Table | None:
    """The table, or None where it only places other things."""
    if node.find(".//table") is not None:
        return None
    cells: list[grid.Cell] = []
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(node.iter("tr")):
        column = 0
        for item in line:
            if item.tag not in {"td", "th"}:
                continue
            while (row, column) in taken:
                column += 1
            height, width = _span(item, "rowspan"), _span(item, "colspan")
            text = "\n".join(block.text for block in _blocks(item) if isinstance(block, Paragraph))
            cells.append(grid.Cell(row, column, height, width, text))
            taken |= {
                (row + down, column + over) for down in range(height) for over in range(width)
            }
            column += width
    rows = grid.resolve(cells)
    # A row span may be written longer than the table is.
    rows = rows[: sum(1 for _ in node.iter("tr"))]
    longest = max((len(cell.text) for cell in cells), default=0)
    if grid.columns(cells) < 2 or not 0 < longest <= _MAX_CELL or grid.is_page(cells):
        return None
    return Table(rows)


def _span(item: etree._Element, name: str) -> int:
    written = item.get(name) or "1"
    return max(1, min(int(written), _MAX_SPAN)) if written.isdecimal() else 1
