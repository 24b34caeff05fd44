"""What a file really is: told by its content, since names lie (a .doc is often HTML or RTF)."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

from knowledge.readers.errors import BrokenFileError, UnreadableFileError

_HEAD = 4096


class Format(StrEnum):
    """The formats there are readers for."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    DOCX = "docx"
    DOC = "doc"
    RTF = "rtf"
    PDF = "pdf"


EXTENSIONS: dict[str, frozenset[Format]] = {
    ".txt": frozenset({Format.TEXT, Format.HTML}),
    ".md": frozenset({Format.MARKDOWN}),
    ".html": frozenset({Format.HTML, Format.MHTML}),
    ".htm": frozenset({Format.HTML, Format.MHTML}),
    ".docx": frozenset({Format.DOCX, Format.DOC, Format.RTF, Format.HTML, Format.MHTML}),
    ".doc": frozenset({Format.DOC, Format.DOCX, Format.RTF, Format.HTML, Format.MHTML}),
    ".pdf": frozenset({Format.PDF}),
}
"""What a file of each extension may turn out to be."""

_HTML = re.compile(rb"<(!doctype html|html|head|body|table|div|p)\b", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sniff(file: Path) -> Format:
    """The format of a file.

    Raises:
        UnreadableFileError: an extension that is not read.
        BrokenFileError: empty, or the content is nothing its extension allows.
    """
    allowed = EXTENSIONS.get(file.suffix.lower())
    if allowed is None:
        if file.suffix.lower() in {".docm", ".dotm"}:
            problem = "tệp Word có macro không được nhận; hãy lưu lại ở dạng .docx (không macro)"
        else:
            problem = (
                f"không đọc được loại tệp '{file.suffix}'; các loại đọc được: "
                f"{', '.join(EXTENSIONS)}"
            )
        raise UnreadableFileError(file, problem)
    with file.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head.strip():
        raise BrokenFileError(file, "tệp trống; hãy tải hoặc chép lại tệp gốc")
    found = _by_content(head, file)
    if found not in allowed:
        raise BrokenFileError(
            file,
            f"nội dung không phải là tệp {file.suffix} (hỏng, tải dở dang hoặc bị đổi đuôi); "
            "hãy tải lại từ nơi công bố, hoặc mở bằng Word/trình đọc PDF rồi lưu lại",
        )
    return found


def _by_content(head: bytes, file: Path) -> Format | None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return Format.DOCX
    if head.startswith(_OLE):
        return Format.DOC
    if start.startswith(b"{\\rtf"):
        return Format.RTF
    if start[:200].lower().startswith((b"mime-version:", b"from: <saved by")):
        return Format.MHTML
    if file.suffix.lower() == ".md":
        return Format.MARKDOWN
    is_html = bool(_HTML.search(head.replace(b"\x00", b"")))
    if is_html and (file.suffix.lower() != ".txt" or start.startswith(b"<")):
        return Format.HTML
    return Format.TEXT if file.suffix.lower() == ".txt" else None
