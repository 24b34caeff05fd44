"""Schema errors in the words of the maintainers: where, what is wrong, how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from knowledge.corpus import yaml_lines
from knowledge.corpus.fields import FieldError
from knowledge.errors import DocumentError, FolderError

_Location = tuple[str | int, ...]

_QUOTED = "phải là chữ; số, hoặc câu có dấu hai chấm, thì đặt trong dấu nháy, ví dụ '2026'"
_A_LIST = "phải là danh sách: mỗi giá trị một dòng '- …', hoặc [một, hai]"
_PAIRS = "phải là các cặp khóa: giá trị; xem lại chỗ thụt đầu dòng"
# Pydantic speaks English; maintainers read Vietnamese.
_MESSAGES = {
    "too_short": "cần ít nhất một giá trị",
    "bool_type": "phải là true hoặc false",
    "bool_parsing": "phải là true hoặc false",
    "string_type": _QUOTED,
    "tuple_type": _A_LIST,
    "list_type": _A_LIST,
    "int_type": "phải là số nguyên",
    "int_parsing": "phải là số nguyên",
    "float_type": "phải là số; số lẻ viết bằng dấu chấm, ví dụ 9.5",
    "float_parsing": "phải là số; số lẻ viết bằng dấu chấm, ví dụ 9.5",
    "dict_type": _PAIRS,
    "model_type": _PAIRS,
    "model_attributes_type": _PAIRS,
    "string_pattern_mismatch": "viết không đúng dạng",
}
# What to write, by the last key of the field.
_HINTS = {
    "sources": "thêm 'sources:' rồi mỗi nguồn một dòng '  - https://…'",
    "source": "ghi nơi đã đọc, ví dụ 'source: https://…'",
    "about": "thêm một câu nói văn bản này về việc gì",
    "verified": "ghi 'verified: true' nếu đã đối chiếu nguyên văn, chưa thì 'verified: false'",
    "issuer": "thêm cơ quan ban hành, ví dụ 'issuer: Thủ tướng Chính phủ'",
    "published": "thêm ngày đăng báo, ví dụ 'published: 2019-12-02'",
    "annex": "ghi bảng nằm ở đâu trong văn bản, ví dụ 'annex: Phụ lục I'",
    "counts": "ghi văn bản có bao nhiêu tiêu chí: 'criteria', 'indicators', 'sources'",
    "means": "ghi từ chính thức, ví dụ 'means: nước sạch'",
    "say": "ghi các cách gọi, ví dụ 'say: [nước máy]'",
    "id": "chỉ gồm chữ thường không dấu, chữ số và dấu -, ví dụ hau-giang-2019-12-02",
    "comparison": "at_least là từ mức này trở lên, at_most là không quá, exactly là đúng mức này",
}
_SHOWN = 60


def validate(
    schema: TypeAdapter[Any],
    value: object,
    file: Path,
    lines: yaml_lines.Lines,
    models: Sequence[type[BaseModel]],
) -> Any:
    """Checks a value against a schema.

    Args:
        schema: the schema.
        value: as read from the file.
        file: named in errors.
        lines: the line of every field.
        models: the records of the schema; a misspelt key is compared with their fields.

    Raises:
        FolderError: every error of the value.
    """
    try:
        return schema.validate_python(value)
    except ValidationError as error:
        raise FolderError(list(_errors(error, file, lines, models))) from error


def _errors(
    error: ValidationError,
    file: Path,
    lines: yaml_lines.Lines,
    models: Sequence[type[BaseModel]],
) -> Iterable[DocumentError]:
    for detail in error.errors():
        cause = detail.get("ctx", {}).get("error")
        location = detail["loc"] + (cause.path if isinstance(cause, FieldError) else ())
        yield DocumentError(
            file,
            _problem(detail, location, models),
            line=yaml_lines.line_of(lines, location),
            field=".".join(str(part) for part in location),
        )


def _problem(detail: ErrorDetails, location: _Location, models: Sequence[type[BaseModel]]) -> str:
    kind, name = detail["type"], _name(location)
    if kind == "missing":
        return _with_hint("thiếu trường này", name)
    if kind == "extra_forbidden":
        return _unknown_key(name, detail.get("input"), models)
    context: Mapping[str, Any] = detail.get("ctx", {})
    if kind == "value_error":
        said = str(context["error"])
    elif kind in {"enum", "literal_error"}:
        said = f"phải là một trong: {context['expected'].replace(' or ', ', ')}"
        said = _with_hint(said, name)
    else:
        said = _with_hint(_MESSAGES.get(kind, detail["msg"]), name)
    given = detail.get("input")
    if isinstance(given, str | int | float) and kind != "too_short":
        wrong, separator, advice = said.partition("; ")
        said = f"{wrong} (đang ghi: {_shown(given)}){separator}{advice}"
    return said


def _shown(given: str | float) -> str:
    """What the file says, shortened; text in quotes, numbers without."""
    return repr(given[:_SHOWN]) if isinstance(given, str) else str(given)


def _name(location: _Location) -> str:
    """The last key; positions in lists are left out."""
    return next((part for part in reversed(location) if isinstance(part, str)), "")


def _with_hint(said: str, name: str) -> str:
    return f"{said}; {_HINTS[name]}" if name in _HINTS else said


def _unknown_key(name: str, value: object, models: Sequence[type[BaseModel]]) -> str:
    if value is None:  # `{means: an ninh, trật tự}`: YAML reads `trật tự` as a key
        return (
            f"'{name}' đứng như một khóa; giá trị có dấu phẩy trong {{ }} phải đặt trong dấu nháy"
        )
    near = difflib.get_close_matches(name, sorted(set(_fields(models))), n=1, cutoff=0.6)
    advice = f"có phải '{near[0]}'?" if near else "sửa lại chính tả hoặc bỏ dòng này"
    return f"không có trường này; {advice}"


def _fields(models: Sequence[type[BaseModel]]) -> Iterator[str]:
    return (name for model in models for name in model.model_fields)
