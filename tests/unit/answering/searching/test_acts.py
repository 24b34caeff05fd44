import pytest

from knowledge.answering.searching import acts
from tests.unit.builders import passage

GRANTS = passage(provision="Điều kiện công nhận thôn", text="Thôn phải trồng 90 cây.")
WITHDRAWS = passage(provision="Khi thôn bị thu hồi", text="Thôn chặt cây bị thu hồi danh hiệu.")


@pytest.mark.parametrize(
    "question",
    [
        "Khi nào thôn bị thu hồi quyết định công nhận?",
        "thon chat cay co bi tuoc danh hieu khong",
        "Điều kiện nào thì thôn mất bằng công nhận?",
    ],
)
def test_a_withdrawal_is_not_told_from_the_conditions_of_granting(question: str):
    assert not acts.fits(question, GRANTS)
    assert acts.fits(question, WITHDRAWS)
    assert acts.is_about_it(question, WITHDRAWS)


def test_conditions_are_told_from_the_provision_on_them():
    assert acts.is_about_it("Thôn cần điều kiện gì?", GRANTS)
    assert not acts.is_about_it("Thôn cần mấy cây?", GRANTS)


def test_that_conditions_are_not_known_is_no_provision_on_them():
    unknown = passage(provision="Điều kiện khác", text="Chưa có nguồn.", known=False)
    assert not acts.is_about_it("Thôn cần điều kiện gì?", unknown)


@pytest.mark.parametrize("question", ["Tiền thuê mặt bằng ghi thế nào?", "rut tien o dau"])
def test_other_things_that_are_lost_are_no_titles(question: str):
    assert not acts.of_withdrawal(question)
    assert acts.fits(question, GRANTS)


def test_the_title_of_a_rule_on_both_makes_no_provision_one_on_withdrawal():
    conditions = passage(
        title="Quy định công nhận và thu hồi", provision="Điều kiện", text="Thôn phải trồng cây."
    )
    assert not acts.fits("khi nào thu hồi quyết định công nhận thôn", conditions)
