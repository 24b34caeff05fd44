"""A writer of OLE compound files for tests: what .doc and encrypted .docx are wrapped in."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

_SECTOR = 512
_STREAM = 4096  # smaller streams would need a second kind of sector
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_NONE = 0xFFFFFFFF


def write(path: Path, streams: Mapping[str, bytes], storages: tuple[str, ...] = ()) -> Path:
    """A compound file with these streams, each filled up to 4,096 bytes, and empty storages."""
    names = [*streams, *storages]
    entries = [_entry("Root Entry", 5, child=1 if names else _NONE, start=_END, size=0)]
    fat = [_FAT]
    first_stream = 1 + -(-(len(names) + 1) // 4)
    fat += [*range(2, first_stream), _END]
    body = b""
    for number, name in enumerate(names):
        right = number + 2 if number + 1 < len(names) else _NONE
        if name in storages:
            entries.append(_entry(name, 1, right=right, start=0, size=0))
            continue
        start = len(fat)
        count = _STREAM // _SECTOR
        fat += [*range(start + 1, start + count), _END]
        body += streams[name].ljust(_STREAM, b"\0")[:_STREAM]
        entries.append(_entry(name, 2, right=right, start=start, size=_STREAM))
    while len(entries) % 4:
        entries.append(bytes(68) + struct.pack("<3I", _NONE, _NONE, _NONE) + bytes(48))
    fat += [_FREE] * (128 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<9I", 0, 1, 1, 0, _STREAM, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    path.write_bytes(header + struct.pack("<128I", *fat) + b"".join(entries) + body)
    return path


def _entry(
    name: str, kind: int, *, right: int = _NONE, child: int = _NONE, start: int, size: int
) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBB3I", len(text), kind, 1, _NONE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
