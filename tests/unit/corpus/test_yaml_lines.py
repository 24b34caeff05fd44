import datetime as dt
from pathlib import Path

import pytest

from knowledge.corpus.yaml_lines import line_of, parse
from knowledge.errors import DocumentError

FILE = Path("tệp.yaml")
TEXT = """\
# chú thích
number: 318/QĐ-TTg

relations:
  - type: amends
    number: 491/QĐ-TTg
  - {type: cites, number: 1/QĐ-TTg}
signed: 2022-03-08
"""


def test_every_key_and_item_has_its_line():
    value, lines = parse(TEXT, FILE)
    assert value["signed"] == dt.date(2022, 3, 8)
    assert lines[("number",)] == 2
    assert lines[("relations",)] == 4
    assert lines[("relations", 0)] == 5
    assert lines[("relations", 0, "number")] == 6
    assert lines[("relations", 1, "number")] == 7
    assert lines[("signed",)] == 8


def test_lines_are_those_of_the_file_the_text_was_cut_from():
    _, lines = parse(TEXT, FILE, first_line=10)
    assert lines[("number",)] == 11


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("relations", 0, "number"), 6),
        (("relations", 0, "verified"), 5),
        (("relations", 7, "number"), 4),
        (("missing",), 2),
        ((), 2),
    ],
)
def test_a_path_that_is_not_there_has_the_line_of_its_nearest_ancestor(
    path: tuple[str | int, ...], line: int
):
    _, lines = parse(TEXT, FILE)
    assert line_of(lines, path) == line


def test_nothing_known_has_no_line():
    assert line_of({}, ("number",)) is None


@pytest.mark.parametrize("text", ["", "# chỉ chú thích\n", "---\n"])
def test_an_empty_text_has_no_value(text: str):
    assert parse(text, FILE)[0] is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 12),
        ("a: 1\n\tb: 2\n", 11),
        ("a: 1\nb: 'mở\n", 11),
        ("a: 1\nb: c: d\n", 11),
        ("a: *nobody\n", 10),
        ("a: 1\n---\nb: 2\n", 11),
        ("a: !!python/object:os.system {}\n", 10),
    ],
)
def test_broken_yaml_is_an_error_with_its_line(text: str, line: int):
    with pytest.raises(DocumentError, match="YAML hỏng") as caught:
        parse(text, FILE, first_line=10)
    assert caught.value.file == FILE
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ("number: 1\ntitle: a\nnumber: 2\n", 3, "number"),
        ("a:\n  - b: 1\n    b: 2\n", 3, "a.0.b"),
        ("a: {b: 1, b: 2}\n", 1, "a.b"),
    ],
)
def test_a_key_written_twice_is_an_error(text: str, line: int, field: str):
    with pytest.raises(DocumentError, match="viết hai lần") as caught:
        parse(text, FILE)
    assert (caught.value.line, caught.value.field) == (line, field)


@pytest.mark.parametrize("text", ["a: 2016-02-30\n", "a: 2016-13-01\n"])
def test_a_day_that_does_not_exist_is_an_error(text: str):
    with pytest.raises(DocumentError, match="YAML hỏng"):
        parse(text, FILE)


def test_a_day_that_does_not_exist_is_named_by_its_line():
    with pytest.raises(DocumentError) as caught:
        parse("number: 1\nsigned: 2016-02-30\n", FILE, first_line=2)
    assert caught.value.line == 3


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0c", "\ufffe"])
def test_a_control_character_is_an_error_of_the_file(character: str):
    with pytest.raises(DocumentError, match="YAML hỏng"):
        parse(f"a: b{character}\n", FILE)


def test_an_alias_to_itself_is_an_error_of_the_file():
    with pytest.raises(DocumentError):
        parse("a: &a [*a]\n", FILE)
