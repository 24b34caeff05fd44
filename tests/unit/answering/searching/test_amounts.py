import pytest

from knowledge.answering.searching import amounts
from tests.unit.builders import passage


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Nhà nước hỗ trợ bao nhiêu phần trăm tiền xây cầu?", "Xã phải có 80% cầu đạt chuẩn."),
        ("Đổ rác bừa bãi bị phạt bao nhiêu tiền?", "Kinh phí thu gom rác là 5 triệu đồng."),
        ("mot xa cap bao nhieu tien moi xa mot nam", "Tổng vốn là 900 tỷ đồng."),
        ("Đường làng phải rộng bao nhiêu mét?", "Sân bóng có diện tích 500 m2."),
        ("Được vay vốn bao nhiêu?", "Thu nhập là 50 triệu đồng."),
    ],
)
def test_an_amount_of_another_matter_is_no_answer(question: str, text: str):
    assert not amounts.fits(question, passage(text=text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Nhà nước hỗ trợ bao nhiêu tiền xây cầu?", "Mỗi cầu được hỗ trợ 30 triệu đồng."),
        ("Đường làng phải rộng bao nhiêu mét?", "Đường làng rộng từ 3,5 m."),
        ("Thu nhập phải từ bao nhiêu triệu mới đạt?", "Thu nhập là 50 triệu đồng."),
        ("vay thu nhap la bao nhieu trieu", "Thu nhập là 50 triệu đồng."),
        ("Xã nâng cao cần bao nhiêu phần trăm hộ?", "Từ 90% số hộ."),
    ],
)
def test_what_speaks_of_the_amount_asked_for_may_answer(question: str, text: str):
    assert amounts.fits(question, passage(text=text))


def test_what_is_not_known_need_name_no_amount():
    unknown = passage(text="Chưa có mức hỗ trợ.", known=False)
    assert amounts.fits("hỗ trợ bao nhiêu tiền", unknown)


def test_the_programme_of_the_nation_is_no_price():
    said = passage(text="Chương trình đặt mục tiêu 50% số xã.")
    assert amounts.fits("chương trình quốc gia xây dựng bến đò cần bao nhiêu % xã", said)
