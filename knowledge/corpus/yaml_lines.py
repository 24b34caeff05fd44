"""YAML with line numbers, so that an error can say where to look."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import DocumentError

Lines = dict[tuple[str | int, ...], int]


def parse(text: str, file: Path, first_line: int = 1) -> tuple[Any, Lines]:
    """Parses one YAML text.

    Args:
        text: the YAML.
        file: named in errors.
        first_line: line of the file on which the text begins (front matter begins on 2).

    Returns:
        The value, and the line of every key and list item by its path.

    Raises:
        DocumentError: broken YAML, or a key that is written twice.
    """
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        lines: Lines = {}
        if node is not None:
            _collect(node, (), lines, file, first_line)
        value = loader.construct_document(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + mark.line if mark else None
        raise DocumentError(file, f"YAML hỏng: {error.problem}", line=line) from error
    except (yaml.YAMLError, ValueError) as error:
        raise DocumentError(file, f"YAML hỏng: {error}", line=first_line) from error
    finally:
        loader.dispose()
    return value, lines


def _collect(
    node: yaml.Node, path: tuple[str | int, ...], lines: Lines, file: Path, first_line: int
) -> None:
    lines[path] = first_line + node.start_mark.line
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


def line_of(lines: Lines, path: tuple[str | int, ...]) -> int | None:
    """The line of the path, or of its nearest known ancestor."""
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None
