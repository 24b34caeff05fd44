"""Bytes of a text or HTML file to Unicode text."""

from __future__ import annotations

import codecs
import contextlib
import re
import unicodedata
from pathlib import Path

from knowledge.readers import legacy_fonts, vietnamese
from knowledge.readers.errors import BrokenFileError, EncodingError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PLAUSIBLE = 0.75
_HOW = "hãy mở tệp bằng chương trình đã soạn nó và lưu lại ở dạng UTF-8 (Unicode)"


def decode(data: bytes, file: Path, charset: str | None = None) -> str:
    """The text of a file, whatever it was saved in.

    Args:
        data: the whole file.
        file: named in errors.
        charset: what the file itself says (the `charset` of an HTML page).

    Raises:
        BrokenFileError: not text at all.
        EncodingError: text whose letters cannot be recovered with certainty.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding, file)
    if _BINARY.search(data):
        raise BrokenFileError(file, "không phải tệp văn bản (có ký tự nhị phân); " + _HOW)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    # Windows-1258 sets tone marks as letters of their own.
    candidates = [unicodedata.normalize("NFC", data.decode("cp1258", "replace"))]
    candidates.append(data.decode("cp1252", "replace"))
    if charset:
        with contextlib.suppress(LookupError):  # a charset nobody knows says nothing
            candidates.insert(0, data.decode(charset, "replace"))
    latin = data.decode("latin-1")
    candidates += [legacy_fonts.from_tcvn3(latin), legacy_fonts.from_vni(candidates[-1])]
    best = max(candidates, key=vietnamese.plausibility)
    if vietnamese.plausibility(best) < _PLAUSIBLE or "\ufffd" in best:
        raise EncodingError(file, "không nhận ra bảng mã tiếng Việt của tệp; " + _HOW)
    return best


def _strictly(data: bytes, encoding: str, file: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BrokenFileError(file, f"tệp hỏng ở byte {error.start}; " + _HOW) from error
