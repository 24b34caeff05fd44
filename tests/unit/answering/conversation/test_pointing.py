"""Which of the documents told of a follow-up means."""

import datetime as dt

import pytest

from knowledge.answering.conversation import pointing
from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.context import Context
from tests.unit.builders import corpus_of, criteria_table, regulation, relation

TODAY = dt.date(2026, 11, 22)
SET, OLDER, AMENDING = "202/QĐ-TTg", "101/QĐ-TTg", "404/QĐ-TTg"
LETTER, DECREE = "303/BNV-TH", "55/2024/NĐ-CP"
JOINT = "7/2011/TTLT-BNV-BTC"
TOLD = "; ".join((LETTER, AMENDING, DECREE))


@pytest.fixture
def catalogue() -> Catalogue:
    documents = [
        regulation(OLDER, signed="2010-01-05"),
        regulation(SET, signed="2016-10-17", relations=[relation("replaces", OLDER)]),
        regulation(AMENDING, signed="2021-02-03", relations=[relation("amends", SET)]),
        regulation(LETTER, type="Công văn", issuer="Bộ Nội vụ", signed="2022-04-04"),
        regulation(DECREE, type="Nghị định", signed="2024-05-06"),
        regulation(JOINT, type="Thông tư liên tịch", signed="2011-05-06"),
    ]
    return Catalogue(corpus_of(*documents, tables=[criteria_table(SET)]))


def read(question: str, catalogue: Catalogue, **carried: str) -> Query:
    before = Context(**{"document": SET, "told": TOLD, "subject": "QĐ 202 thế nào?"} | carried)
    return pointing.resolved(resolve(question, TODAY, before), catalogue)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("công văn đó ai ký?", LETTER),
        ("nghị định ấy có hiệu lực từ ngày nào", DECREE),
        ("cái quyết định năm 2021 ai ký", AMENDING),
        ("cái năm 2024 ký ngày nào", DECREE),
        ("văn bản đó của Bộ Nội vụ ai ký", LETTER),
        ("văn bản của Bộ Nội vụ ai ký", LETTER),
        ("ai ký quyết định sửa nó?", AMENDING),
        ("quay lại quyết định lúc đầu, nó ký ngày nào?", SET),
    ],
)
def test_a_type_a_year_or_an_issuer_tells_the_document_meant(
    question: str, number: str, catalogue: Catalogue
):
    query = read(question, catalogue)
    assert query.references.values("document") == [number]
    assert query.context.document == number
    assert query.points_to_a_document


def test_a_field_alone_is_asked_of_the_result_of_the_last_answer(catalogue: Catalogue):
    assert read("ai ký?", catalogue).context.document == LETTER


def test_it_is_the_document_talked_about(catalogue: Catalogue):
    assert read("nó còn hiệu lực không?", catalogue).context.document == SET


def test_the_line_is_walked_on(catalogue: Catalogue):
    query = read("trước nữa?", catalogue, aspect="replaces", told=OLDER)
    assert query.context.document == OLDER


def test_the_period_before_is_that_of_the_document_replaced(catalogue: Catalogue):
    query = read("giai đoạn sau thì theo văn bản nào?", catalogue, document=OLDER, told=OLDER)
    assert query.references.values("document") == [SET]


def test_a_type_that_nothing_told_of_has_points_to_none(catalogue: Catalogue):
    query = read("thông tư đó hiệu lực đến khi nào?", catalogue)
    assert not query.names_documents
    assert pointing.unresolved(query) == "thong tu"


def test_a_document_that_is_named_is_meant(catalogue: Catalogue):
    query = read(f"{DECREE} ai ký?", catalogue)
    assert query.references.values("document") == [DECREE]
    assert not query.points_to_a_document


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("cái 303 đó ai ký?", LETTER),
        ("bản ấy có hiệu lực từ khi nào", LETTER),
        ("văn bản sửa đổi đó ký ngày nào", AMENDING),
        ("cái cũ nhất ký năm nào", SET),
    ],
)
def test_a_serial_or_a_place_in_the_talk_tells_the_document_meant(
    question: str, number: str, catalogue: Catalogue
):
    assert read(question, catalogue).references.values("document") == [number]


def test_the_latest_is_that_of_the_line_talked_about(catalogue: Catalogue):
    query = read("bản mới nhất là quyết định nào?", catalogue, document=OLDER, told=OLDER)
    assert query.references.values("document") == [SET]


def test_asked_once_more_what_was_replaced_the_line_is_walked_on(catalogue: Catalogue):
    query = read("cái đó lại thay cái nào nữa?", catalogue, aspect="replaces", told=SET)
    assert query.context.document == OLDER


def test_what_replaced_it_is_asked_of_the_document_talked_about(catalogue: Catalogue):
    query = read("thay bằng cái gì rồi?", catalogue, document=OLDER, told=OLDER)
    assert query.context.document == OLDER


@pytest.mark.parametrize(
    ("question", "told", "number"),
    [
        ("quyết định cũ đó ký ngày nào?", (SET, OLDER), OLDER),
        ("quyet dinh cu ai ky", (OLDER, SET), OLDER),
        ("quyết định mới ai ký?", (SET, OLDER), SET),
        ("bản mới hiệu lực từ ngày nào?", (OLDER, SET), SET),
        ("cái cũ hướng dẫn quyết định nào", (SET, OLDER), OLDER),
    ],
)
def test_the_old_and_the_new_one_are_told_by_what_replaced_what(
    question: str, told: tuple[str, str], number: str, catalogue: Catalogue
):
    query = read(question, catalogue, document=SET, told="; ".join(told))
    assert query.references.values("document") == [number]


def test_an_old_one_with_a_matter_of_its_own_is_no_pointer(catalogue: Catalogue):
    query = read("văn bản cũ của xã Hòa An lưu ở kho nào", catalogue, told=f"{SET}; {OLDER}")
    assert query.references.values("document") == []


def test_whether_it_holds_now_is_asked_of_the_one_talked_about(catalogue: Catalogue):
    assert read("giờ còn hiệu lực không?", catalogue, told=SET).context.document == SET


def test_a_body_named_alone_means_the_document_it_issued(catalogue: Catalogue):
    assert read("Bộ Nội vụ ban hành hôm nào?", catalogue).context.document == LETTER


def test_before_the_document_just_told_is_what_that_one_replaced(catalogue: Catalogue):
    carried = {"aspect": "basis", "document": AMENDING, "told": f"{SET}; {AMENDING}"}
    assert read("trước nữa?", catalogue, **carried).context.document == SET


def test_another_decision_of_the_same_province_is_within_reach():
    decisions = [
        regulation("33/2022/QĐ-UBND", provinces=["Gia Lai"]),
        regulation("26/2024/QĐ-UBND", provinces=["Gia Lai"]),
    ]
    before = Context(document="33/2022/QĐ-UBND", told="33/2022/QĐ-UBND", subject="Gia Lai có gì?")
    query = resolve("cái năm 2024 chia mấy vùng", TODAY, before)
    read_so = pointing.resolved(query, Catalogue(corpus_of(*decisions)))
    assert read_so.context.document == "26/2024/QĐ-UBND"


def test_a_joint_circular_is_a_circular(catalogue: Catalogue):
    assert read("thông tư đó ai ký?", catalogue, told=JOINT).context.document == JOINT


def test_old_documents_that_are_asked_for_are_not_pointed_to(catalogue: Catalogue):
    query = read("thay thế mấy quyết định cũ, số nào?", catalogue, told=f"{SET}; {OLDER}")
    assert OLDER not in query.references.values("document")


def test_what_was_acted_on_is_that_of_the_document_told_of(catalogue: Catalogue):
    query = read("cái bị thay còn hiệu lực không", catalogue, told=SET)
    assert query.references.values("document") == [OLDER]
    assert not read("nó bị thay bởi cái nào", catalogue, told=SET).names_documents
