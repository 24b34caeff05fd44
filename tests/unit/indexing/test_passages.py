from pathlib import Path

import pytest

from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.fields import Nature
from knowledge.corpus.folder import read
from knowledge.indexing.passages import GAP, OVERVIEW, RULE, passages_of
from knowledge.retrieval.passage import Passage
from tests.unit.builders import (
    ARTICLE,
    LETTER,
    NEW,
    OLD,
    SOURCE,
    article,
    corpus_of,
    criteria_table,
    criterion,
    indicator,
    regulation,
)


@pytest.fixture
def passages(documents: Path) -> dict[tuple[str, str], Passage]:
    found = passages_of(read([documents]))
    by_identity = {item.identity: item for item in found}
    assert len(by_identity) == len(found)
    return by_identity


def of_table(table: CriteriaTable) -> dict[str, Passage]:
    return {item.provision: item for item in passages_of(corpus_of(tables=[table]))}


def test_every_document_provision_and_row_is_a_passage(passages: dict[tuple[str, str], Passage]):
    assert set(passages) == {
        (OLD, OVERVIEW),
        (OLD, "Điều 1"),
        (NEW, OVERVIEW),
        (NEW, "Điều 1"),
        (NEW, "Điều 2 khoản 1"),
        (NEW, "Kinh phí thẩm định hồ sơ"),
        (LETTER, OVERVIEW),
        (LETTER, "Mục 1"),
        (ARTICLE, OVERVIEW),
        (ARTICLE, "Phong trào đường hoa"),
        (NEW, "tiêu chí 1 (xã)"),
        (NEW, "chỉ tiêu 1.1 (xã)"),
        (NEW, "chỉ tiêu 1.2 (xã)"),
        (NEW, "ghi chú chỉ tiêu 1.2, mục 1 (xã)"),
        (NEW, "tiêu chí 2 (xã)"),
        (NEW, "chỉ tiêu 2.1 (xã)"),
        (NEW, f"{RULE}, mục 1 (xã)"),
        (NEW, f"{GAP}, mục 1 (xã)"),
    }


def test_equal_texts_in_two_documents_are_two_passages(passages: dict[tuple[str, str], Passage]):
    first, second = passages[(OLD, "Điều 1")], passages[(NEW, "Điều 1")]
    assert first.text == second.text
    assert first.document != second.document


def test_a_provision_keeps_what_is_told_with_it(passages: dict[tuple[str, str], Passage]):
    found = passages[(NEW, "Điều 2 khoản 1")]
    assert found.heading == "Thẩm quyền quy định"
    assert found.text.startswith("Ủy ban nhân dân cấp tỉnh quy định")
    assert found.questions[1] == "cap nao quy dinh muc thu gom rac thai"
    assert found.caveats == ("Văn bản của tỉnh chưa có trong kho.",)
    assert found.now == ("Cấp xã tự rà soát từ tháng 7/2025.",)
    assert found.sources == (f"{SOURCE}/202", f"{SOURCE}/202-khac")
    assert found.criteria == ("2", "2.1")
    assert (found.level, found.period) == ("xã", "2016-2020")
    assert (found.nature, found.known, found.row) == (Nature.DIGEST, True, False)


def test_what_is_not_known_is_marked_so(passages: dict[tuple[str, str], Passage]):
    unknown = {item.provision for item in passages.values() if not item.known}
    assert unknown == {"Kinh phí thẩm định hồ sơ", f"{GAP}, mục 1 (xã)"}


def test_a_title_has_everything_the_document_is_called(passages: dict[tuple[str, str], Passage]):
    title = passages[(NEW, OVERVIEW)].title
    assert title.startswith(f"Quyết định {NEW} Ban hành Bộ tiêu chí")
    assert title.endswith("Bộ tiêu chí mẫu")
    assert passages[(LETTER, OVERVIEW)].title == f"Công văn {LETTER}"
    assert passages[(ARTICLE, OVERVIEW)].title == (
        "Bài báo Kiên Giang chung tay làm đường hoa Kiên Giang"
    )


def test_passages_of_an_article_are_summaries_with_its_provinces(
    passages: dict[tuple[str, str], Passage],
):
    found = [item for item in passages.values() if item.document == ARTICLE]
    assert {item.nature for item in found} == {Nature.ARTICLE_SUMMARY}
    assert {item.provinces for item in found} == {("Kiên Giang",)}


def test_only_rows_of_a_table_are_rows(passages: dict[tuple[str, str], Passage]):
    rows = {item.provision for item in passages.values() if item.row and not item.note}
    assert rows == {
        "tiêu chí 1 (xã)",
        "chỉ tiêu 1.1 (xã)",
        "chỉ tiêu 1.2 (xã)",
        "tiêu chí 2 (xã)",
        "chỉ tiêu 2.1 (xã)",
    }


def test_a_note_stands_for_the_row_it_is_about(passages: dict[tuple[str, str], Passage]):
    notes = [item for item in passages.values() if item.note]
    assert notes
    for note in notes:
        assert note.row
        assert note.provision.startswith(f"ghi chú chỉ tiêu {note.criteria[0]},")


def test_a_row_knows_its_number_its_criterion_and_its_sources(
    passages: dict[tuple[str, str], Passage],
):
    found = passages[(NEW, "chỉ tiêu 1.1 (xã)")]
    assert found.criteria == ("1.1",)
    assert found.text == "Tỷ lệ đường trục xã được nhựa hóa"
    assert found.heading.startswith("Đường giao thông")
    assert found.sources == (f"{SOURCE}/202-1",)
    assert passages[(NEW, "tiêu chí 2 (xã)")].sources == (f"{SOURCE}/202",)


def test_a_row_without_a_name_is_no_passage():
    rows = of_table(criteria_table(NEW, criterion("1", {"number": "1.1", "name": None})))
    assert list(rows) == ["tiêu chí 1 (xã)"]


def test_tables_of_two_levels_are_told_apart():
    tables = [criteria_table(NEW), criteria_table(NEW, level="xã nâng cao")]
    found = passages_of(corpus_of(tables=tables))
    assert len({item.identity for item in found}) == len(found) == 4
    assert {item.level for item in found} == {"xã", "xã nâng cao"}


def test_the_rows_are_called_as_the_table_calls_them():
    table = criteria_table(NEW, indicator_word="nội dung tiêu chí")
    assert "nội dung tiêu chí 1.1 (xã)" in of_table(table)


@pytest.mark.parametrize(("levels", "level"), [([], None), (["xã"], "xã"), (["xã", "huyện"], None)])
def test_a_document_of_several_levels_is_of_none(levels: list[str], level: str | None):
    (found,) = passages_of(corpus_of(regulation(NEW, levels=levels)))
    assert found.level == level


def test_the_order_is_stable():
    corpus = corpus_of(regulation(NEW), article("a"), tables=[criteria_table(NEW)])
    assert passages_of(corpus) == passages_of(corpus)


def test_notes_of_rows_without_a_number_have_an_address_of_their_own():
    rows = [indicator(None, name=f"Chưa rõ số {n}", notes=[f"ghi chú {n}"]) for n in (1, 2)]
    found = passages_of(corpus_of(tables=[criteria_table(NEW, criterion("1", *rows))]))
    assert not any("None" in item.provision for item in found)
    assert len({item.identity for item in found}) == len(found)
