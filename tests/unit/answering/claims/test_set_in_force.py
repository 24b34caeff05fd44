import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.claims import set_in_force
from knowledge.answering.query import resolve
from knowledge.indexing.index import Index
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import corpus_of, criteria_table, criterion, index_of, passage, regulation

TODAY = dt.date(2026, 11, 22)
SET = "77/QĐ-TTg"


@pytest.fixture
def index(model: EmbeddingModel) -> Index:
    table = criteria_table(SET, criterion("1", name="Giếng làng"), period="2026-2030")
    start = {"signed": dt.date(2026, 1, 1), "effective": dt.date(2026, 3, 5)}
    corpus = corpus_of(regulation(SET, period="2026-2030", **start), tables=[table])
    row = passage(
        SET,
        "tiêu chí 1",
        heading="Giếng làng",
        text="Giếng làng",
        criteria=("1",),
        level="xã",
        row=True,
    )
    return index_of(corpus, [row], model)


def asked(question: str, index: Index) -> Answer | None:
    return set_in_force.answer(resolve(question, TODAY), index)


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Bộ tiêu chí mới áp dụng từ 01/7/2026 phải không?", Outcome.CORRECTED),
        ("bo tieu chi moi co hieu luc tu 05/3/2026 phai khong", Outcome.ANSWERED),
        ("Nghe nói bỏ tiêu chí giếng làng rồi, đúng không?", Outcome.CORRECTED),
        ("bo han tieu chi gieng lang phai khong", Outcome.CORRECTED),
        ("Bộ tiêu chí xã nông thôn mới 2026-2030 do Quốc hội ban hành chứ?", Outcome.CORRECTED),
    ],
)
def test_a_claim_is_confirmed_or_put_right(question: str, outcome: Outcome, index: Index):
    answer = asked(question, index)
    assert answer is not None
    assert answer.outcome is outcome


@pytest.mark.parametrize(
    "question",
    ["Bộ tiêu chí mới áp dụng từ ngày nào?", "Bỏ tiêu chí bóng đá rồi phải không?"],
)
def test_what_claims_nothing_that_is_known_is_left_alone(question: str, index: Index):
    assert asked(question, index) is None
