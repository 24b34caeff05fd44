from pathlib import Path

import pytest

from knowledge.corpus.folder import read
from knowledge.errors import FolderError


def phrasings(folder: Path, body: str) -> Path:
    (folder / "x.yaml").write_text(f"kind: phrasings\n{body}", encoding="utf-8")
    return folder


def test_phrasings_are_read_by_the_provision_they_are_for(tmp_path: Path):
    folder = phrasings(tmp_path, "document: 1/QĐ\nprovisions:\n  Điều 1: [ai lo, ai chịu]\n")
    (file,) = read([folder]).phrasings
    assert file.document == "1/QĐ"
    assert file.provisions == {"Điều 1": ("ai lo", "ai chịu")}


@pytest.mark.parametrize(
    ("body", "line", "field"),
    [
        ("document: 1/QĐ\n", None, "provisions"),
        ("document: 1/QĐ\nprovisions: {}\n", 3, "provisions"),
        ("document: 1/QĐ\nprovisions:\n  Điều 1: ai lo\n", 4, "provisions.Điều 1"),
        ("document: 1/QĐ\nprovisions:\n  Điều 1:\n  - 5\n", 5, "provisions.Điều 1.0"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_field(
    body: str, line: int | None, field: str, tmp_path: Path
):
    with pytest.raises(FolderError) as caught:
        read([phrasings(tmp_path, body)])
    (error,) = caught.value.errors
    assert error.field == field
    assert line is None or error.line == line
