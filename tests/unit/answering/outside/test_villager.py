import pytest

from knowledge.answering.outside import villager


@pytest.mark.parametrize(
    "question",
    [
        "Bà Lê Thị Hạnh ở xóm 5 có thuộc hộ cận nghèo không?",
        "Anh Giàng A Sử, bản Nậm Khao đã được hỗ trợ nhà ở chưa?",
        "ong tran van tu o thon 2 da nop tien chua",
        "ông Hòa ở ấp 3 có nợ tiền làm đường không",
    ],
)
def test_how_matters_stand_with_a_villager_is_personal(question: str):
    assert villager.asked_about(question)


@pytest.mark.parametrize(
    "question",
    [
        "Xã có nhà văn hóa thôn nào đã đạt chuẩn chưa?",
        "tieu chi duong truc thon co duoc giam khong",
        "ba ho dan o thon 3 co duoc tinh khong",
        "Hộ dân ở thôn có được vay không?",
    ],
)
def test_households_and_villages_are_not(question: str):
    assert not villager.asked_about(question)
