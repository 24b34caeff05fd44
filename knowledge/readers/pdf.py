"""PDF with a text layer."""

from __future__ import annotations

import logging
from collections import Counter
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from knowledge.readers import pdf_furniture, pdf_paragraphs, pdf_tables
from knowledge.readers.blocks import Block, Content
from knowledge.readers.errors import (
    BrokenFileError,
    NoTextError,
    ProtectedFileError,
    TooLargeError,
    UnreadableFileError,
)
from knowledge.readers.limits import Limits
from knowledge.readers.pdf_lines import Line, lines, main_size

_SCAN = 25  # characters a page on the average; a scan with a stamped signature has fewer
_OCR = (
    "hãy tìm bản có lớp chữ (Công báo điện tử, Cổng TTĐT Chính phủ), hoặc nhận dạng chữ (OCR, "
    "ví dụ `ocrmypdf -l vie vào.pdf ra.pdf`), soát lại rồi đưa tệp mới vào"
)


def parse(file: Path, limits: Limits) -> Content:
    """Content of a PDF.

    Raises:
        UnreadableFileError: in one of its kinds.
    """
    logging.disable(logging.WARNING)  # pdfminer reports every odd font
    try:
        with pdfplumber.open(file) as pdf:
            count = len(pdf.pages)
            if count > limits.pages:
                raise TooLargeError(
                    file, f"{count} trang, nhiều hơn {limits.pages}; hãy tách thành các phần"
                )
            if not count:
                raise BrokenFileError(file, "PDF không có trang nào; hãy tải lại từ nơi công bố")
            return _content(file, [_Page(page) for page in pdf.pages])
    except UnreadableFileError:
        raise
    except PdfminerException as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
            raise ProtectedFileError(
                file, "PDF có mật khẩu; hãy mở bằng mật khẩu, in/lưu lại thành PDF không mật khẩu"
            ) from error
        raise _broken(file) from error
    except MemoryError:
        raise
    except Exception as error:  # pdfminer raises whatever a damaged object makes it raise
        raise _broken(file) from error


def _broken(file: Path) -> BrokenFileError:
    return BrokenFileError(
        file, "PDF hỏng hoặc tải dở dang; hãy tải lại, hoặc mở bằng trình đọc PDF rồi in ra PDF"
    )


class _Page:
    """Lines and tables of one page, taken out so that the page itself can be freed."""

    def __init__(self, page: Page) -> None:
        chars = [char for char in page.chars if char["text"]]
        self.number: int = page.page_number
        self.width = float(page.width)
        self.letters = sum(not char["text"].isspace() for char in chars)
        self.has_picture = bool(page.images)
        self.tables = pdf_tables.find(page, chars)
        outside = [
            char
            for char in chars
            if not any(pdf_tables.contains(table.box, char) for table in self.tables)
        ]
        self.size = main_size(chars)
        self.lines = lines(outside, self.number)
        page.close()


def _content(file: Path, pages: list[_Page]) -> Content:
    if sum(page.letters for page in pages) < _SCAN * len(pages):
        raise NoTextError(file, f"PDF quét ảnh ({len(pages)} trang), không có lớp chữ; {_OCR}")
    kept = pdf_furniture.without_running_heads([page.lines for page in pages])
    sizes = Counter({page.size: 0 for page in pages})
    for page in pages:
        sizes[page.size] += page.letters
    size = sizes.most_common(1)[0][0]
    text: list[Line] = []
    notes: list[Line] = []
    for page_lines in kept:
        body, small = pdf_furniture.split_notes(page_lines, size)
        numbers = pdf_furniture.note_numbers(small)
        for line in body:
            line.text = line.without_notes(numbers)
        text += body
        notes += small
    tables = _groups(pages, text)
    widths = {page.number: page.width for page in pages}
    blocks: list[Block] = pdf_paragraphs.build(text, tables, widths)
    blocks += pdf_paragraphs.notes(notes)
    bare = [page.number for page in pages if page.letters < _SCAN and page.has_picture]
    warnings: tuple[str, ...] = ()
    if bare:
        listed = ", ".join(map(str, bare))
        warnings = (f"trang {listed} là ảnh quét, không có lớp chữ nên chưa đọc được; {_OCR}",)
    return Content(blocks, warnings)


def _groups(pages: list[_Page], text: list[Line]) -> list[list[pdf_tables.PageTable]]:
    """Tables that go on over page breaks, put together."""
    groups: list[list[pdf_tables.PageTable]] = []
    for page in pages:
        for number, table in enumerate(page.tables):
            before = groups[-1][-1] if groups else None
            goes_on = (
                before is not None
                and number == 0
                and before.page == page.number - 1
                and not _between(before, table, text)
                and pdf_tables.same_columns(before, table)
            )
            if goes_on:
                groups[-1].append(table)
            else:
                groups.append([table])
    return groups


def _between(before: pdf_tables.PageTable, after: pdf_tables.PageTable, text: list[Line]) -> bool:
    return any(
        (line.page == before.page and line.top > before.box[3])
        or (line.page == after.page and line.top < after.box[1])
        for line in text
    )
