import pytest

from knowledge.answering.searching import units_meant
from knowledge.corpus.fields import Nature
from tests.unit.builders import passage

OF_DISTRICTS = passage(text="Huyện bị thu hồi danh hiệu khi có từ ba xã trở lên mất danh hiệu.")
OF_COMMUNES = passage(text="Xã bị thu hồi danh hiệu khi bỏ hoang giếng làng.")


def test_a_rule_on_the_other_unit_does_not_fit():
    assert not units_meant.fits("xã bị thu hồi khi nào?", OF_DISTRICTS)
    assert units_meant.fits("xã bị thu hồi khi nào?", OF_COMMUNES)
    assert units_meant.fits("huyen bi thu hoi khi nao", OF_DISTRICTS)


@pytest.mark.parametrize("question", ["khi nào bị thu hồi?", "thu hồi xã và huyện khác gì?"])
def test_where_no_single_unit_is_meant_either_fits(question: str):
    assert units_meant.fits(question, OF_DISTRICTS)
    assert units_meant.fits(question, OF_COMMUNES)


def test_what_an_article_reports_fits():
    report = passage(text="Tỉnh có 9 xã được công nhận.", nature=Nature.ARTICLE_SUMMARY)
    assert units_meant.fits("mấy huyện được công nhận?", report)
