"""YAML with line numbers, so that an error can say where to look."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import DocumentError

Lines = dict[tuple[str | int, ...], int]
_DEEPEST = 40


class Written(float):
    """A decimal number that knows how it was written: indicator `3.10` is not `3.1`."""

    text: str


class _Loader(yaml.SafeLoader):
    """The safe loader, with decimal numbers as written."""

    def written(self, node: yaml.ScalarNode) -> Written:
        """Constructs a decimal number."""
        number = Written(self.construct_yaml_float(node))
        number.text = str(node.value)
        return number

    def construct(self, node: yaml.Node | None) -> Any:
        """Constructs the value of a node that was composed before."""
        return None if node is None else self.construct_document(node)


_Loader.add_constructor("tag:yaml.org,2002:float", _Loader.written)

# What PyYAML says, in part, and what the maintainer can do about it.
_MENDING = (
    ("character '\\t'", "có phím Tab ở đầu dòng; chỉ dùng dấu cách để thụt đầu dòng"),
    (
        "cannot start any token",
        "giá trị bắt đầu bằng ký tự đặc biệt (% @ `) phải đặt trong dấu nháy, ví dụ unit: '%'",
    ),
    (
        "mapping values are not allowed",
        "giá trị có dấu hai chấm phải đặt trong dấu nháy đơn: title: 'Kết quả: năm 2026'; "
        "nếu không phải vậy thì xem lại chỗ thụt đầu dòng",
    ),
    (
        "could not find expected ':'",
        "dòng này hoặc dòng trên thiếu dấu hai chấm và dấu cách sau nó",
    ),
    (
        "expected <block end>",
        "thụt đầu dòng không khớp với các dòng trên, hoặc còn chữ sau dấu nháy đóng",
    ),
    ("expected ',' or '}'", "trong { … } các cặp phải cách nhau bằng dấu phẩy và đóng bằng }"),
    ("expected ',' or ']'", "trong [ … ] các giá trị phải cách nhau bằng dấu phẩy và đóng bằng ]"),
    ("unexpected end of stream", "dấu nháy mở ra mà không đóng lại"),
    ("unknown escape character", "trong dấu nháy kép không viết được dấu \\; dùng dấu nháy đơn"),
    ("alias", "giá trị bắt đầu bằng * hoặc & phải đặt trong dấu nháy"),
    ("but found '", "giá trị bắt đầu bằng ký tự đặc biệt phải đặt trong dấu nháy"),
    ("tag", "giá trị bắt đầu bằng dấu ! phải đặt trong dấu nháy"),
    ("another document", "có thêm dòng --- ở giữa; bỏ dòng đó"),
)


def parse(text: str, file: Path, first_line: int = 1) -> tuple[Any, Lines]:
    """Parses one YAML text.

    Args:
        text: the YAML.
        file: named in errors.
        first_line: line of the file on which the text begins (front matter begins on 2).

    Returns:
        The value, and the line of every key and list item by its path.

    Raises:
        DocumentError: broken YAML, a key that is written twice, a day that does not exist.
    """
    loader: _Loader | None = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        lines: Lines = {}
        if node is not None:
            _collect(node, (), lines, file, first_line)
        value = loader.construct(node)
    except yaml.MarkedYAMLError as error:
        # An open quote is found out at the end; what helps is where it begins.
        open_quote = "unexpected end of stream" in str(error.problem)
        mark = (open_quote and error.context_mark) or error.problem_mark or error.context_mark
        line = first_line + mark.line if mark else None
        raise DocumentError(file, _mending(error), line=line) from error
    except yaml.YAMLError as error:
        raise DocumentError(
            file, f"YAML hỏng, có ký tự không đọc được: {error}", line=first_line
        ) from error
    finally:
        if loader is not None:
            loader.dispose()
    return value, lines


def _mending(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.problem} {error.context or ''}"
    advice = next((advice for part, advice in _MENDING if part in said), error.problem)
    return f"YAML hỏng: {advice}"


def _collect(
    node: yaml.Node, path: tuple[str | int, ...], lines: Lines, file: Path, first_line: int
) -> None:
    line = first_line + node.start_mark.line
    lines[path] = line
    if len(path) > _DEEPEST:
        raise DocumentError(file, "YAML hỏng: các giá trị lồng nhau quá sâu", line=line)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, child in node.value:
            name = str(key.value)
            if name in seen:
                raise DocumentError(
                    file,
                    f"khóa '{name}' viết hai lần; giữ lại một",
                    line=first_line + key.start_mark.line,
                    field=".".join(str(part) for part in (*path, name)),
                )
            seen.add(name)
            _collect(child, (*path, name), lines, file, first_line)
            lines[(*path, name)] = first_line + key.start_mark.line
    elif isinstance(node, yaml.SequenceNode):
        for position, child in enumerate(node.value):
            _collect(child, (*path, position), lines, file, first_line)
    elif node.tag == "tag:yaml.org,2002:timestamp" and not _is_day(str(node.value)):
        raise DocumentError(
            file,
            f"YAML hỏng: không có ngày {node.value} trong lịch; xem lại năm-tháng-ngày",
            line=line,
            field=".".join(str(part) for part in path),
        )


def _is_day(written: str) -> bool:
    """Whether what YAML takes for a date, perhaps with a time, is in the calendar."""
    try:
        return bool(dt.date(*(int(part) for part in re.split(r"[-Tt ]", written)[:3])))
    except ValueError:
        return False


def line_of(lines: Lines, path: tuple[str | int, ...]) -> int | None:
    """The line of the path, or of its nearest known ancestor."""
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None
