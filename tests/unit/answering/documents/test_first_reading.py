import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.documents import first_reading
from knowledge.answering.query import resolve
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, criteria_table, criterion, regulation, relation

TODAY = dt.date(2026, 11, 22)
SET, PROGRAMME, EARLIER = "77/QĐ-TTg", "88/QĐ-TTg", "66/QĐ-TTg"
GUIDE, PROCEDURE = "9/2026/TT-BTC", "5/2022/QĐ-TTg"
NOW = {"period": "2026-2030", "effective": dt.date(2026, 2, 1), "signed": dt.date(2026, 1, 1)}


@pytest.fixture
def catalogue() -> Catalogue:
    follows = [relation("succeeds", EARLIER)]
    procedure = {"topics": ["công nhận và thu hồi"], "relations": follows, "period": "2021-2025"}
    return Catalogue(
        corpus_of(
            regulation(SET, **NOW),
            regulation(EARLIER, period="2016-2020"),
            regulation(
                PROGRAMME, topics=["chương trình mục tiêu quốc gia"], relations=follows, **NOW
            ),
            regulation(GUIDE, type="Thông tư", relations=[relation("guides", SET)], **NOW),
            regulation(PROCEDURE, **procedure),
            tables=[criteria_table(SET, criterion("1", name="Đường"), period="2026-2030")],
        )
    )


def asked(question: str, catalogue: Catalogue) -> Answer | None:
    return first_reading.answer(resolve(question, TODAY), catalogue)


@pytest.mark.parametrize(
    "question",
    [
        "Em mới nhận việc ở xã, nên xem văn bản nào về nông thôn mới?",
        "lan dau lam nong thon moi thi doc tai lieu gi",
        "Muốn hiểu nông thôn mới nên nghiên cứu quyết định nào trước?",
    ],
)
def test_the_documents_in_force_come_first(question: str, catalogue: Catalogue):
    answer = asked(question, catalogue)
    assert answer is not None
    assert [c.document for c in answer.citations][:2] == [SET, PROGRAMME]
    assert GUIDE in answer.text


def test_a_procedure_of_an_earlier_period_is_told_as_such(catalogue: Catalogue):
    answer = asked("Em mới vào nghề, đọc văn bản nào để làm nông thôn mới?", catalogue)
    assert answer is not None
    assert "chưa xác định được văn bản của giai đoạn 2026-2030" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Trước năm 2016 chương trình nông thôn mới theo quyết định nào?",
        "Xã nông thôn mới vào diện xét phải xem thông tư nào?",
        f"Mới nhận việc, đọc {SET} ở phần nào của nông thôn mới?",
    ],
)
def test_questions_on_one_matter_are_left_alone(question: str, catalogue: Catalogue):
    assert asked(question, catalogue) is None
