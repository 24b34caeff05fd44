"""Made-up decrees of any size, from the words of the shipped documents."""

from __future__ import annotations

import random
import re
from pathlib import Path

from knowledge import settings

CLAUSES = 5
"""Khoản of each Điều; each becomes one passage."""
_HEAD = """CHÍNH PHỦ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Số: {number}

Hà Nội, ngày 15 tháng 3 năm 2026

NGHỊ ĐỊNH

Quy định về {title}

Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;

"""
_FOOT = "\n\nTM. CHÍNH PHỦ\n\nTHỦ TƯỚNG\n\nNguyễn Văn Mẫu\n"


def words() -> list[str]:
    """The syllables of the shipped documents, as often as they occur there."""
    files = sorted(settings.shipped_documents().rglob("*.md"))
    text = " ".join(file.read_text(encoding="utf-8") for file in files)
    return re.findall(r"[a-zà-ỹđ]{2,8}", text.lower())


def write(folder: Path, passages: int, each: int = 500, first: int = 1) -> list[Path]:
    """Writes decrees with so many khoản in all.

    Args:
        folder: made if need be.
        passages: how many in all.
        each: how many in one decree.
        first: serial of the first decree; also the seed of its words.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = words()
    files = []
    for serial in range(first, first + max(1, passages // each)):
        file = folder / f"nd-{serial:05}.txt"
        file.write_text(_decree(serial, min(each, passages), known), encoding="utf-8")
        files.append(file)
    return files


def _decree(serial: int, passages: int, known: list[str]) -> str:
    chance = random.Random(serial)

    def phrase(least: int, most: int) -> str:
        start = chance.randrange(len(known) - most)
        return " ".join(known[start : start + chance.randint(least, most)])

    lines = [_HEAD.format(number=f"{serial}/2026/NĐ-CP", title=phrase(6, 12))]
    for article in range(1, passages // CLAUSES + 1):
        lines.append(f"Điều {article}. {phrase(4, 9).capitalize()}")
        lines += [
            f"{clause}. {phrase(20, 45).capitalize()}; {phrase(20, 45)}."
            for clause in range(1, CLAUSES + 1)
        ]
    return "\n\n".join(lines) + _FOOT
