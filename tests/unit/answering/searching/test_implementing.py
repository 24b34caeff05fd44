import datetime as dt

import pytest

from knowledge.answering.answer import Answer
from knowledge.answering.query import resolve
from knowledge.answering.searching import implementing
from knowledge.corpus.catalogue import Catalogue
from tests.unit.builders import corpus_of, regulation
from tests.unit.builders import relation as related

TODAY = dt.date(2026, 11, 22)
LAW, PLAN = "90/2024/QH15", "91/NQ-CP"


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue(
        corpus_of(
            regulation(LAW, type="Nghị quyết", issuer="Quốc hội"),
            regulation(
                PLAN,
                type="Nghị quyết",
                issuer="Chính phủ",
                signer="Nguyễn Văn A",
                relations=[related("guides", LAW)],
            ),
        )
    )


def asked(question: str, catalogue: Catalogue) -> Answer | None:
    return implementing.answer(resolve(question, TODAY), catalogue)


@pytest.mark.parametrize(
    "question",
    [
        f"Chính phủ triển khai Nghị quyết {LAW} bằng nghị quyết nào, ai ký?",
        f"sau khi Quốc hội có nghị quyết {LAW} thì chính phủ ra nghị quyết số mấy, ai ký",
        f"Để thực hiện {LAW}, Chính phủ ban hành văn bản nào và do ai ký?",
    ],
)
def test_what_carries_a_document_out_is_told_with_the_field_asked(
    question: str, catalogue: Catalogue
):
    answer = asked(question, catalogue)
    assert answer is not None
    assert answer.citations[0].document == PLAN
    assert "Nguyễn Văn A" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        f"Nghị quyết {LAW} do ai ký?",
        f"Quốc hội ban hành Nghị quyết {LAW} để làm gì?",
        f"Bộ Y tế thực hiện Nghị quyết {LAW} bằng thông tư nào?",
    ],
)
def test_nothing_is_told_where_no_such_document_is_asked_for_or_known(
    question: str, catalogue: Catalogue
):
    assert asked(question, catalogue) is None


def test_whether_there_is_one_yet_is_answered_with_it(catalogue: Catalogue):
    answer = asked(f"Chính phủ đã có kế hoạch thực hiện Nghị quyết {LAW} chưa?", catalogue)
    assert answer is not None
    assert answer.citations[0].document == PLAN
