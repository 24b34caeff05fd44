"""JSON Lines, possibly gzipped: one object a line. Corpora and test sets are such files."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from knowledge.errors import DocumentError


def lines(file: Path, encoding: str = "utf-8") -> Iterator[tuple[int, str]]:
    """Number and text of each line that is not empty, without its line end.

    Args:
        file: a text file; gzipped where its name ends in `.gz`.
        encoding: `utf-8-sig` where a byte order mark may stand in front.

    Raises:
        DocumentError: the file cannot be read.
    """
    number = 0
    try:
        with _opened(file, encoding) as opened:
            for number, line in enumerate(opened, start=1):
                if line.strip():
                    yield number, line.rstrip("\r\n")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise DocumentError(file, f"không đọc được: {error}", line=number + 1) from error


def _opened(file: Path, encoding: str) -> TextIO:
    if file.suffix == ".gz":
        return gzip.open(file, "rt", encoding=encoding)
    return file.open(encoding=encoding)


def records(
    file: Path, fields: Sequence[str], encoding: str = "utf-8"
) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and object of each line.

    Args:
        file: one object a line; empty lines do not count.
        fields: each must be there and hold a string.
        encoding: as for `lines`.

    Raises:
        DocumentError: the file cannot be read, or a line is none of these objects.
    """
    for number, line in lines(file, encoding):
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise DocumentError(file, f"không phải JSON: {error.msg}", line=number) from error
        if not isinstance(record, dict):
            raise DocumentError(file, "mỗi dòng phải là một đối tượng JSON", line=number)
        for field in fields:
            if not isinstance(record.get(field), str):
                problem = "thiếu, hoặc không phải chuỗi ký tự"
                raise DocumentError(file, problem, line=number, field=field)
        yield number, record
