"""Keys of the VNI input method that stayed digits."""

import pytest

from knowledge.references import vni


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("na8m", "nam"),
        ("phap luat5", "phap luat"),
        ("d9u7o7c5", "duoc"),
        ("ngu7o7i2 da6n", "nguoi dan"),
        ("hai lo2ng", "hai long"),
        ("CO6NG nhận", "cong nhận"),
    ],
)
def test_what_they_leave_is_taken_out(typed: str, meant: str):
    assert vni.without(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "nhóm2",
        "chi tieu6",
        "điều5",
        "xa3",
        "năm2018",
        "qd51",
        "tc18",
        "18a",
        "a1",
        "1980/QĐ-TTg",
        "thon25",
        "co2h",
    ],
)
def test_numbers_stay_numbers(typed: str):
    assert vni.without(typed) == typed


def test_what_is_spared_stays_as_typed():
    assert vni.without("xem na8m", [(4, 8)]) == "xem na8m"
