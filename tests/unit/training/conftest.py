"""A corpus of thirty articles, made up here: ten documents of three articles each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SUBJECTS = (
    "cấp nước sạch nông thôn",
    "thu gom rác thải sinh hoạt",
    "đường giao thông liên xã",
    "trường học đạt chuẩn",
    "trạm y tế xã",
    "nhà văn hoá thôn",
    "hợp tác xã nông nghiệp",
    "hộ nghèo và cận nghèo",
    "chợ nông thôn",
    "an ninh trật tự",
)
ASPECTS = ("Điều kiện công nhận", "Trình tự thẩm định", "Kinh phí thực hiện")


@pytest.fixture
def records() -> list[dict[str, str]]:
    """The articles as a corpus has them."""
    return [
        {
            "document": f"quyet-dinh-so-{number}-2025-qd-ubnd-46{number:03}",
            "article": str(place),
            "title": f"{aspect} về {subject}",
            "text": f"{place}. {aspect} đối với {subject} do Ủy ban nhân dân cấp xã quyết định, "
            f"báo cáo cấp tỉnh trước ngày {number} hằng tháng. " * 12,
        }
        for number, subject in enumerate(SUBJECTS, start=1)
        for place, aspect in enumerate(ASPECTS, start=1)
    ]


@pytest.fixture
def corpus(tmp_path: Path, records: list[dict[str, str]]) -> Path:
    """A file with the articles, alone in its folder."""
    file = tmp_path / "corpora" / "articles.jsonl"
    file.parent.mkdir()
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
