from pathlib import Path

import pytest

from knowledge.corpus.folder import read
from knowledge.corpus.lexicon import Entry
from knowledge.errors import DocumentError, FolderError

HEAD = "kind: lexicon\nentries:\n"


def lexicon(tmp_path: Path, *entries: str, name: str = "lexicon.yaml") -> Path:
    tmp_path.mkdir(exist_ok=True)
    (tmp_path / name).write_text(HEAD + "".join(f"- {e}\n" for e in entries), encoding="utf-8")
    return tmp_path


def errors_of(*folders: Path) -> list[DocumentError]:
    with pytest.raises(FolderError) as caught:
        read(folders)
    return list(caught.value.errors)


def test_entries_are_read_as_written(tmp_path: Path):
    folder = lexicon(
        tmp_path,
        "{say: [nước máy, nước giếng], means: nước sạch, note: theo 1980}",
        "{say: [wifi], means: [viễn thông, internet]}",
    )
    assert read([folder]).lexicon == [
        Entry(say=("nước máy", "nước giếng"), means=("nước sạch",), note="theo 1980"),
        Entry(say=("wifi",), means=("viễn thông", "internet")),
    ]


def test_an_office_adds_words_of_its_own(tmp_path: Path):
    shipped = lexicon(tmp_path / "a", "{say: [htx], means: hợp tác xã}")
    own = lexicon(tmp_path / "b", "{say: [bhyt], means: bảo hiểm y tế}", name="của-huyện.yaml")
    assert [entry.say for entry in read([shipped, own]).lexicon] == [("htx",), ("bhyt",)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("nước máy", "nước máy"),
        ("nước máy", "Nước Máy"),
        ("nước máy", "nuoc may"),
        ("hoà giải", "hòa giải"),
        ("hđnd", "hdnd"),
        ("chợ", "Chợ"),
    ],
)
def test_a_word_has_one_entry(first: str, second: str, tmp_path: Path):
    folder = lexicon(tmp_path, f"{{say: [{first}], means: a}}", f"{{say: [b, {second}], means: c}}")
    (error,) = errors_of(folder)
    assert (error.line, error.field) == (4, "entries.1.say.1")
    assert f"'{second}' đã có ở {folder / 'lexicon.yaml'}:3" in error.problem
    assert "gộp" in error.problem


def test_a_word_has_one_entry_in_all_folders(tmp_path: Path):
    shipped = lexicon(tmp_path / "a", "{say: [htx], means: hợp tác xã}")
    own = lexicon(tmp_path / "b", "{say: [htx], means: tổ hợp tác}")
    (error,) = errors_of(shipped, own)
    assert error.file == own / "lexicon.yaml"


@pytest.mark.parametrize(("first", "second"), [("chợ", "cho"), ("rác", "rạc"), ("mạng", "mang")])
def test_words_of_one_syllable_are_told_apart_by_their_diacritics(
    first: str, second: str, tmp_path: Path
):
    folder = lexicon(tmp_path, f"{{say: [{first}], means: a}}", f"{{say: [{second}], means: b}}")
    assert len(read([folder]).lexicon) == 2


def test_one_entry_may_give_both_spellings(tmp_path: Path):
    folder = lexicon(tmp_path, "{say: [rác, rac, nước máy, nuoc may], means: a}")
    assert len(read([folder]).lexicon) == 1


@pytest.mark.parametrize(
    ("entry", "field", "problem"),
    [
        ("{say: [a]}", "entries.0.means", "ghi từ chính thức"),
        ("{means: a}", "entries.0.say", "ghi các cách gọi"),
        ("{say: a, means: b}", "entries.0.say", "phải là danh sách"),
        ("{say: [], means: b}", "entries.0.say", "cần ít nhất một giá trị"),
        ("{say: [a], means: []}", "entries.0.means", "cần ít nhất một giá trị"),
        ("{say: [a], mean: b, means: c}", "entries.0.mean", "có phải 'means'?"),
        ("{say: [a], means: an ninh, trật tự}", "entries.0.trật tự", "đặt trong dấu nháy"),
        ("{say: ['…'], means: b}", "entries.0.say.0", "không có chữ nào"),
        ("{say: [2], means: b}", "entries.0.say.0", "đặt trong dấu nháy"),
    ],
)
def test_a_mistake_is_named_with_what_to_write(
    entry: str, field: str, problem: str, tmp_path: Path
):
    found = {error.field: error for error in errors_of(lexicon(tmp_path, entry))}
    assert found[field].line == 3
    assert problem in found[field].problem
