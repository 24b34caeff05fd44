"""Checks made before a file is opened by any parser."""

from __future__ import annotations

import zipfile
from pathlib import Path

import olefile

from knowledge.readers.errors import (
    BrokenFileError,
    ProtectedFileError,
    TooLargeError,
    UnreadableFileError,
    UnsafeFileError,
)
from knowledge.readers.limits import MEGABYTE, Limits
from knowledge.readers.sniffing import Format

_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml", "macrosheets/")
_MACRO_STORAGES = {"macros", "_vba_project_cur", "vba", "_vba_project"}
_MAX_PARTS = 5000
_RATIO_FROM = 8 * MEGABYTE
_ENCRYPTED_FLAG = 0x0100
_UNLOCK = "hãy mở bằng mật khẩu, bỏ mật khẩu rồi lưu lại"


def check_size(file: Path, limits: Limits) -> None:
    """Refuses what is not a file or is larger than allowed.

    Raises:
        UnreadableFileError: no such file.
        TooLargeError: larger than `limits.file_mb`.
    """
    if not file.is_file():
        raise UnreadableFileError(file, "không có tệp này")
    size = file.stat().st_size
    if size > limits.file_mb * MEGABYTE:
        raise TooLargeError(
            file,
            f"tệp {size // MEGABYTE} MB, lớn hơn mức cho phép {limits.file_mb} MB; "
            "hãy tách thành các phần hoặc bỏ hình ảnh rồi lưu lại",
        )


def check_container(file: Path, format: Format, limits: Limits) -> None:
    """Refuses macros, passwords and bombs in the two Word containers.

    Raises:
        UnreadableFileError: in one of its kinds.
    """
    if format is Format.DOCX:
        _check_zip(file, limits)
    elif format is Format.DOC:
        _check_ole(file)


def _check_zip(file: Path, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BrokenFileError(
            file, "tệp .docx hỏng hoặc tải dở dang; hãy tải lại, hoặc mở bằng Word rồi lưu lại"
        ) from error
    names = [part.filename.lower() for part in parts]
    if any(part.flag_bits & 0x1 for part in parts):
        raise ProtectedFileError(file, f"tệp có mật khẩu; {_UNLOCK}")
    if any(sign in name for name in names for sign in _MACRO_PARTS):
        raise UnsafeFileError(
            file, "tệp Word có macro nên không được nhận; hãy lưu lại ở dạng .docx (không macro)"
        )
    total = sum(part.file_size for part in parts)
    bomb = any(
        part.file_size > _RATIO_FROM and part.file_size > limits.ratio * part.compress_size
        for part in parts
    )
    if bomb or len(parts) > _MAX_PARTS or total > limits.unpacked_mb * MEGABYTE:
        raise UnsafeFileError(
            file,
            f"tệp nén bung ra quá lớn ({total // MEGABYTE} MB), giống bom nén; "
            "nếu là văn bản thật, hãy mở bằng Word rồi lưu lại",
        )
    if "word/document.xml" not in names:
        raise BrokenFileError(
            file, "không phải tệp Word (.docx): thiếu word/document.xml; hãy lưu lại bằng Word"
        )


def _check_ole(file: Path) -> None:
    broken = BrokenFileError(
        file, "tệp .doc hỏng hoặc tải dở dang; hãy tải lại, hoặc mở bằng Word rồi lưu thành .docx"
    )
    try:
        with olefile.OleFileIO(str(file)) as ole:
            entries = {part.lower() for path in ole.listdir(storages=True) for part in path}
            if {"encryptedpackage", "encryptioninfo"} & entries:
                raise ProtectedFileError(file, f"tệp có mật khẩu; {_UNLOCK}")
            if "worddocument" not in entries:
                raise broken
            flags = ole.openstream("WordDocument").read(12)
    except (OSError, ValueError, TypeError, IndexError) as error:
        raise broken from error
    if len(flags) < 12:
        raise broken
    # FibBase.fEncrypted, [MS-DOC] 2.5.2.
    if int.from_bytes(flags[10:12], "little") & _ENCRYPTED_FLAG:
        raise ProtectedFileError(file, f"tệp có mật khẩu; {_UNLOCK}")
    if entries & _MACRO_STORAGES:
        raise UnsafeFileError(
            file, "tệp Word có macro nên không được nhận; hãy lưu lại ở dạng .docx (không macro)"
        )
