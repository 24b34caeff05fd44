"""Documents as maintainers write them: YAML front matter, then `##` provisions.

Within a provision, lines of the form `Nguồn: …` are fields, all else is text:

    Nguồn:     address of the page that was read (one a line; needed)
    Hỏi:       a question this provision answers, as an official would type it
    Lưu ý:     a caveat told with the answer
    Nay:       what has changed since
    Tiêu chí:  criteria or indicators it is about (18, 18.1)
    Kết quả:   `không biết` where the provision says what is not known
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.corpus.document import Provision
from knowledge.errors import DocumentError
from knowledge.text import fold

_FENCE = "---"
_FIELD = re.compile(r"^(Nguồn|Hỏi|Lưu ý|Nay|Tiêu chí|Kết quả):\s*(.*)$")
_NAMES = {fold(name): name for name in ("Nguồn", "Hỏi", "Lưu ý", "Nay", "Tiêu chí", "Kết quả")}
_NEARLY_A_FIELD = re.compile(rf"^(?:[-*]\s*)?({'|'.join(_NAMES)}|cau hoi)\s*:")
_NEARLY_A_HEADING = re.compile(r"^\s*#{1,2}(?!#)")
_ADDRESS = re.compile(
    r"^((?:Phần|Chương|Mục|Điều|Phụ lục|Khoản|Tiêu chí|Chỉ tiêu|Điều kiện)\s+[\w.]+"
    r"(?:\s+khoản\s+\w+)?)\s*[:.]\s*(.+)$",
    re.IGNORECASE,
)
UNKNOWN = "không biết"


@dataclass
class _Section:
    heading: str
    line: int
    text: list[str] = field(default_factory=list)
    fields: dict[str, list[str]] = field(default_factory=dict)


def split(text: str, file: Path) -> tuple[str, str, int]:
    """Separates front matter and body.

    Returns:
        Front matter, body, and the line on which the body begins.

    Raises:
        DocumentError: no front matter, or one that does not end.
    """
    lines = text.splitlines()
    if not lines or lines[0].strip() != _FENCE:
        raise DocumentError(
            file,
            "thiếu phần đầu: dòng 1 phải là ---, rồi các dòng 'khóa: giá trị', rồi một dòng ---",
            line=1,
        )
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() == _FENCE:
            return "\n".join(lines[1 : number - 1]), "\n".join(lines[number:]), number + 1
    heading = next((n for n, line in enumerate(lines, start=1) if line.startswith("## ")), None)
    where = f"thêm ngay trước dòng {heading}" if heading else "thêm sau dòng 'khóa: giá trị' cuối"
    raise DocumentError(
        file, f"phần đầu không khép lại: thiếu dòng --- thứ hai; {where}", line=heading or 1
    )


def provisions(body: str, file: Path, first_line: int) -> list[Provision]:
    """Reads the provisions of a body.

    Raises:
        DocumentError: text before the first heading, an empty provision, a
            provision without a source, a field that cannot be read.
    """
    sections: list[_Section] = []
    body = unicodedata.normalize("NFC", body)
    for number, raw in enumerate(body.splitlines(), start=first_line):
        line = raw.rstrip()
        if f"{line} ".startswith("## "):
            sections.append(_Section(line[3:].strip(), number))
        elif problem := _slip(line):
            raise DocumentError(file, problem, line=number)
        elif not sections:
            if line:
                raise DocumentError(
                    file,
                    "chữ đứng trước tiêu đề đầu tiên; thêm phía trên một dòng '## Tên mục'",
                    line=number,
                )
        elif match := _FIELD.match(line):
            sections[-1].fields.setdefault(match[1], []).append(match[2].strip())
        else:
            sections[-1].text.append(line)
    return [_provision(section, file) for section in sections]


def _slip(line: str) -> str | None:
    """What is wrong with a line that is nearly a heading or a field, or an empty field."""
    if _NEARLY_A_HEADING.match(line):
        return "tiêu đề của mục viết '## Tên mục': hai dấu #, ở đầu dòng, rồi một dấu cách"
    if exact := _FIELD.match(line):
        empty = f"dòng '{exact[1]}:' để trống; ghi nội dung sau dấu hai chấm hoặc bỏ dòng này"
        return None if exact[2].strip() else empty
    if match := _NEARLY_A_FIELD.match(fold(line)):
        name = _NAMES.get(match[1], "Hỏi")
        return f"viết đúng '{name}:' ở đầu dòng, có dấu và viết hoa chữ đầu"
    return None


def _provision(section: _Section, file: Path) -> Provision:
    def fail(problem: str, name: str) -> DocumentError:
        return DocumentError(file, problem, line=section.line, field=f"{section.heading} / {name}")

    text = re.sub(r"\n{3,}", "\n\n", "\n".join(section.text)).strip()
    if not section.heading:
        raise fail("tiêu đề '## ' để trống; ghi tên mục sau hai dấu #", "##")
    if not text:
        raise fail("mục không có nội dung; viết ít nhất một câu dưới tiêu đề", "text")
    if not any(section.fields.get("Nguồn", [])):
        raise fail("thiếu dòng 'Nguồn: https://…'; điều không có nguồn thì không trả lời", "Nguồn")
    criteria = [
        number.strip() for line in section.fields.get("Tiêu chí", []) for number in line.split(",")
    ]
    if bad := [number for number in criteria if not re.fullmatch(r"\d{1,2}(\.\d{1,2})?", number)]:
        raise fail(f"'{bad[0]}' không phải số tiêu chí; viết như 18 hoặc 18.1", "Tiêu chí")
    result = section.fields.get("Kết quả", [])
    if any(value.lower() != UNKNOWN for value in result):
        raise fail(f"chỉ nhận giá trị '{UNKNOWN}'; mục có câu trả lời thì bỏ dòng này", "Kết quả")
    match = _ADDRESS.match(section.heading)
    return Provision(
        address=match[1] if match else section.heading,
        heading=match[2] if match else "",
        text=text,
        line=section.line,
        sources=tuple(section.fields.get("Nguồn", [])),
        questions=tuple(section.fields.get("Hỏi", [])),
        caveats=tuple(section.fields.get("Lưu ý", [])),
        now=tuple(section.fields.get("Nay", [])),
        criteria=tuple(criteria),
        known=not result,
    )
