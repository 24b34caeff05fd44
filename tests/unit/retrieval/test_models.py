import re
from pathlib import Path

import pytest

from knowledge import settings
from knowledge.retrieval.models import LISTED, Treatment, treatment


@pytest.mark.parametrize("name", LISTED)
def test_a_listed_model_is_known_by_its_name(name: str):
    assert treatment(name) == treatment(name.upper()) == LISTED[name]


def test_a_listed_model_is_known_by_the_name_of_its_folder(tmp_path: Path):
    folder = tmp_path / "multilingual-E5-base"
    assert treatment(str(folder)) == Treatment()
    folder.mkdir()
    assert treatment(str(folder)) == LISTED["intfloat/multilingual-e5-base"]


def test_the_same_name_of_somebody_else_is_another_model():
    assert treatment("somebody/multilingual-e5-base") == Treatment()


def test_the_page_tells_of_just_the_listed_models():
    page = (settings.ROOT / "docs" / "mo-hinh-nhung.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| ✓ ([^|]+) \|", page, re.MULTILINE)
    assert {name for cell in cells for name in cell.split(", ")} == set(LISTED)


def test_the_shipped_model_is_used_as_it_is():
    assert treatment("knowledge/model") == Treatment()


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        (Treatment(query="query: "), False),
        (Treatment(query=""), False),
        (Treatment(passage="query: "), False),
        (Treatment(segmented=True), False),
        (Treatment(max_tokens=64), False),
        (Treatment(batch=8), True),
    ],
)
def test_what_changes_the_vectors_changes_the_fingerprint(changed: Treatment, same: bool):
    assert (changed.fingerprint == Treatment().fingerprint) is same


def test_two_treatments_have_two_fingerprints():
    first = Treatment(query="a: ", passage="b: ").fingerprint
    assert first != Treatment(query="b: ", passage="a: ").fingerprint
