"""Whether a message asks if a document guides something, or by what it is guided."""

import pytest

from knowledge.answering.searching import guides_it


@pytest.mark.parametrize(
    "message",
    [
        "Thông tư 52 có hướng dẫn xã hiện đại không?",
        "thong tu nay co huong dan tieu chi 3.1 ko",
        "công văn ấy có nhắc đến thu nhập không",
    ],
)
def test_it_is_asked_if_it_guides_that(message: str):
    assert guides_it.asked(message)


@pytest.mark.parametrize(
    "message",
    [
        "Quyết định 51 có hướng dẫn chưa?",
        "quyet dinh 51 co huong dan gi khong",
        "tiêu chí 5 có hướng dẫn cụ thể không",
        "văn bản nào hướng dẫn tiêu chí 5",
    ],
)
def test_it_is_asked_what_guides_it(message: str):
    assert not guides_it.asked(message)
