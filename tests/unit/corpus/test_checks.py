from pathlib import Path

import pytest

from knowledge.corpus.checks import check
from knowledge.corpus.folder import read
from knowledge.errors import DocumentError, FolderError
from tests.unit.builders import (
    FILES,
    NEW,
    OLD,
    article,
    corpus_of,
    criteria_table,
    front_matter,
    regulation,
    relation,
    replace_in,
    write,
)


def errors_of(folder: Path) -> list[DocumentError]:
    corpus = read([folder])
    with pytest.raises(FolderError) as caught:
        check(corpus)
    return list(caught.value.errors)


def test_a_consistent_folder_passes(documents: Path):
    check(read([documents]))


@pytest.mark.parametrize("kind", ["replaces", "amends", "cites", "based_on", "sets_standard"])
def test_a_relation_to_a_document_that_is_not_there_is_an_error(documents: Path, kind: str):
    extra = f"relations:\n- type: {kind}\n  number: 999/QĐ-TTg\n  verified: true"
    file = write(documents / "regulations/404.md", front_matter("404/QĐ-TTg", extra))
    (error,) = errors_of(documents)
    assert (error.file, error.line, error.field) == (file, 10, "relations.0.number")
    assert "'999/QĐ-TTg'" in error.problem
    assert "mentioned.yaml" in error.problem


def test_an_article_has_relations_that_are_checked_as_well(documents: Path):
    file = documents / "articles/kien-giang-2018.md"
    line = replace_in(
        file,
        "period: 2016-2020",
        "relations: [{type: cites, number: 999/QĐ-TTg, verified: true}]",
    )
    (error,) = errors_of(documents)
    assert (error.file, error.line, error.field) == (file, line, "relations.0.number")


def test_a_number_that_is_nearly_right_is_suggested(documents: Path):
    file = documents / "regulations/202-qd-ttg.md"
    replace_in(file, "number: 114/2003/NĐ-CP", "number: 114/2003/NĐ-CT")
    (error,) = errors_of(documents)
    assert "có phải '114/2003/NĐ-CP'?" in error.problem


def test_a_mentioned_document_is_enough_for_a_relation():
    found = regulation(NEW, relations=[relation("amends", OLD)])
    with pytest.raises(FolderError, match=OLD):
        check(corpus_of(found))
    check(corpus_of(found, mentioned=[OLD]))
    check(corpus_of(found, regulation(OLD)))


def test_a_document_has_no_relation_to_itself(documents: Path):
    file = documents / "regulations/303-bnv-th.md"
    line = replace_in(file, f"number: {NEW}, verified", "number: 303/BNV-TH, verified")
    (error,) = errors_of(documents)
    assert (error.file, error.line, error.field) == (file, line, "relations.0.number")
    assert "chính nó" in error.problem


def test_a_province_that_does_not_exist_is_an_error(documents: Path):
    file = documents / "articles/kien-giang-2018.md"
    line = replace_in(file, "provinces: [Kiên Giang]", "provinces: [Hà Nội, Kiên Gian]")
    (error,) = errors_of(documents)
    assert (error.file, error.line, error.field) == (file, line, "provinces.1")
    assert "'Kiên Gian'" in error.problem
    assert "có phải 'Kiên Giang'?" in error.problem


@pytest.mark.parametrize("name", ["Kiên Giang", "An Giang", "Hà Nội"])
def test_provinces_of_before_and_after_the_mergers_are_known(name: str):
    check(corpus_of(article("a", provinces=[name])))


def test_a_table_of_a_document_that_is_not_there_is_an_error(documents: Path):
    file = documents / "criteria/202-xa.yaml"
    line = replace_in(file, f"document: {NEW}", "document: 999/QĐ-TTg")
    (error,) = errors_of(documents)
    assert (error.file, error.line, error.field) == (file, line, "document")


def test_a_mentioned_document_has_no_table():
    with pytest.raises(FolderError, match=NEW):
        check(corpus_of(tables=[criteria_table(NEW)], mentioned=[NEW]))


def test_two_tables_of_one_document_and_level_are_an_error(documents: Path):
    copy = write(documents / "criteria/bảng-khác.yaml", FILES["criteria/202-xa.yaml"])
    (error,) = errors_of(documents)
    assert error.file == copy
    assert str(documents / "criteria/202-xa.yaml") in error.problem
    replace_in(copy, "level: xã", "level: xã nâng cao")
    check(read([documents]))


def test_a_document_is_not_both_there_and_only_mentioned(documents: Path):
    with (documents / "mentioned.yaml").open("a", encoding="utf-8") as file:
        file.write(f"- number: {OLD}\n  source: x\n")
    (error,) = errors_of(documents)
    assert error.field == "number"
    assert "mentioned.yaml" in error.problem


def test_every_inconsistency_is_told_at_once(documents: Path):
    replace_in(documents / "regulations/202-qd-ttg.md", "number: 114/2003/NĐ-CP", "number: 7/QĐ-A")
    replace_in(documents / "criteria/202-xa.yaml", f"document: {NEW}", "document: 999/QĐ-TTg")
    replace_in(
        documents / "articles/kien-giang-2018.md", "provinces: [Kiên Giang]", "provinces: [Ngoài]"
    )
    assert len(errors_of(documents)) == 3


def test_a_document_both_there_and_mentioned_is_named_by_its_line(documents: Path):
    with (documents / "mentioned.yaml").open("a", encoding="utf-8") as file:
        file.write(f"- number: {OLD}\n  source: x\n")
    (error,) = errors_of(documents)
    assert error.line is not None
