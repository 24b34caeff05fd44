"""`ntm read`: what a file is read as, without adding it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from knowledge.corpus.detection import from_read, limits
from knowledge.corpus.original import Original
from knowledge.readers import ReadFile, read

_MOST = 40


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the subcommand."""
    parser = commands.add_parser("read", help="xem một tệp gốc được đọc ra thế nào")
    parser.add_argument("file", metavar="TỆP", type=Path)
    parser.add_argument("--json", action="store_true", help="in dạng JSON")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Prints what was read."""
    found = read(chosen.file, limits())
    if chosen.json:
        print(json.dumps(found.as_json(), ensure_ascii=False, indent=1))
        return 0
    print("\n".join([*described(found), *_outline(found)]))
    return 0


def described(found: ReadFile) -> list[str]:
    """What a maintainer compares with the file: fields, counts, warnings."""
    unknown = "(không thấy)"
    original = from_read(found)
    if original.part_only:
        return [f"Phụ lục của: {original.number}", *_annexes(original), *_warnings(original)]
    lines = [
        f"Số hiệu:     {found.number or unknown}",
        f"Loại:        {found.type or unknown}",
        f"Cơ quan:     {found.issuer or unknown}",
        f"Người ký:    {found.signer or unknown}",
        f"Ngày ký:     {f'{found.signed:%d/%m/%Y}' if found.signed else unknown}",
        f"Hiệu lực từ: {f'{found.effective:%d/%m/%Y}' if found.effective else unknown}",
        f"Tên:         {found.title or unknown}",
    ]
    lines += [
        f"Quan hệ:     {relation.type.value} {relation.number or relation.name}"
        for relation in found.relations
    ]
    lines.append(f"Cấu trúc:    {len(found.provisions)} mục, {len(found.tables)} bảng")
    return [*lines, *_annexes(original), *_warnings(original)]


def _annexes(original: Original) -> Iterator[str]:
    for annex in original.annexes:
        rows = sum(len(criterion.indicators) for criterion in annex.criteria)
        level = annex.level.value if annex.level else "chưa rõ cấp"
        yield (
            f"Bộ tiêu chí: {annex.provision}: {len(annex.criteria)} tiêu chí, {rows} chỉ tiêu, "
            f"{level}, giai đoạn {annex.period or 'chưa rõ'}"
        )


def _warnings(original: Original) -> Iterator[str]:
    return (f"Lưu ý:       {warning}" for warning in original.warnings)


def _outline(found: ReadFile) -> list[str]:
    shown = [f"  {item['id']}  {item['heading']}" for item in found.outline[:_MOST]]
    rest = len(found.outline) - len(shown)
    return [*shown, *([f"  … và {rest} mục nữa (xem --json)"] if rest > 0 else [])]
