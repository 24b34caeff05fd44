"""README.md cannot drift from what it describes."""

from __future__ import annotations

import re
from pathlib import Path

from docs import readme

ROOT = Path(__file__).resolve().parents[2]


def test_the_generated_parts_are_up_to_date():
    text = readme.README.read_text(encoding="utf-8")
    assert readme.filled(text, readme.PARTS) == text


def test_the_measured_parts_are_filled():
    text = readme.README.read_text(encoding="utf-8")
    for name in readme.MEASURED:
        (content,) = re.findall(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.DOTALL)
        assert content.strip()


def test_every_file_linked_to_is_there():
    text = readme.README.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
