"""Word documents (.docx), read from their XML.

python-docx leaves out what matters here: automatic numbers, text boxes, content
controls, tracked changes; so the XML is walked directly.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from knowledge.readers import docx_numbering, grid, legacy_fonts
from knowledge.readers.blocks import Block, Content, Paragraph, Table
from knowledge.readers.errors import BrokenFileError
from knowledge.readers.limits import Limits
from knowledge.readers.ooxml import part, value, w
from knowledge.readers.tidy import tidy

# Deleted and moved-away text, and the copy of a text box for old versions of Word.
_SKIPPED = {w("del"), w("moveFrom"), w("rPr"), w("pPr"), w("instrText"), w("delText")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MAX_DEPTH = 60


def parse(file: Path, limits: Limits) -> Content:
    """Content of a .docx.

    Raises:
        BrokenFileError: a part is damaged or there is no text body.
    """
    root = part(file, "word/document.xml")
    body = None if root is None else root.find(w("body"))
    if body is None:
        raise BrokenFileError(file, "tệp .docx không có nội dung; hãy mở bằng Word rồi lưu lại")
    blocks = list(_blocks(body, docx_numbering.read(file), 0))
    notes = part(file, "word/footnotes.xml")
    for note in notes.findall(w("footnote")) if notes is not None else ():
        if note.get(w("type")) is None:
            text = tidy(" ".join(_text(item) for item in note.iter(w("p"))))
            if text:
                blocks.append(Paragraph(text, note=True))
    return Content(blocks)


def _blocks(
    parent: etree._Element, numbering: docx_numbering.Numbering, depth: int
) -> Iterator[Block]:
    if depth > _MAX_DEPTH:
        return
    for child in parent:
        if child.tag == w("p"):
            yield from _paragraphs(child, numbering)
            for box in child.iter(w("txbxContent")):
                if not any(up.tag == _FALLBACK for up in box.iterancestors()):
                    yield from _blocks(box, numbering, depth + 1)
        elif child.tag == w("tbl"):
            yield from _table(child, numbering, depth)
        elif child.tag in {w("sdt"), w("sdtContent"), w("ins"), w("customXml"), w("smartTag")}:
            yield from _blocks(child, numbering, depth + 1)


def _paragraphs(
    element: etree._Element, numbering: docx_numbering.Numbering
) -> Iterator[Paragraph]:
    properties = element.find(w("pPr"))
    text = _text(element)
    if not text.strip():
        return
    label = numbering.label(properties)
    centred = value(properties, "jc") == "center"
    # A line break inside a paragraph ends a line of a heading, not a sentence.
    for line in tidy(f"{label} {text}").split("\n"):
        if line:
            yield Paragraph(line, centred=centred)


def _text(element: etree._Element) -> str:
    pieces: list[str] = []
    stack: list[etree._Element] = [element]
    while stack:
        node = stack.pop()
        if node.tag == w("t"):
            pieces.append(_decoded(node))
        elif node.tag == w("tab"):
            pieces.append("\t")
        elif node.tag in {w("br"), w("cr")}:
            pieces.append("\n")
        elif node.tag == w("noBreakHyphen"):
            pieces.append("-")
        elif node.tag not in _SKIPPED and node.tag not in {_FALLBACK, w("txbxContent")}:
            stack.extend(reversed(node))
    return "".join(pieces)


def _decoded(node: etree._Element) -> str:
    text = node.text or ""
    run = node.getparent()
    font = value(run, "rPr/rFonts", "ascii") if run is not None else None
    return legacy_fonts.by_font(text, font) if font else text


def _table(
    element: etree._Element, numbering: docx_numbering.Numbering, depth: int
) -> Iterator[Block]:
    cells: list[grid.Cell] = []
    inner: list[Block] = []
    above: dict[int, grid.Cell] = {}
    row = 0
    for line in element.iter(w("tr")):
        if next(line.iterancestors(w("tbl"))) is not element:
            continue  # a row of a table inside a cell
        column = int(value(line, "trPr/gridBefore") or 0)
        for item in line.iter(w("tc")):
            if next(item.iterancestors(w("tbl"))) is not element:
                continue
            width = max(1, min(int(value(item, "tcPr/gridSpan") or 1), grid.MAX_COLUMNS))
            merge = item.find(f"{w('tcPr')}/{w('vMerge')}")
            if merge is not None and merge.get(w("val")) != "restart" and column in above:
                above[column].rows += 1
            else:
                content = list(_blocks(item, numbering, depth + 1))
                inner.extend(content)
                text = "\n".join(block.text for block in content if isinstance(block, Paragraph))
                nested = any(isinstance(block, Table) for block in content)
                cell = grid.Cell(row, column, 1, width, text, layout=nested)
                cells.append(cell)
                above[column] = cell
            column += width
        row += 1
    if any(cell.layout for cell in cells) or grid.columns(cells) < 2 or grid.is_page(cells):
        yield from inner  # only there to place other things
    else:
        yield Table(grid.resolve(cells))
