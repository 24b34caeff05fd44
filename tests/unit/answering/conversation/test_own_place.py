import datetime as dt

import pytest

from knowledge.answering.conversation import own_place
from knowledge.answering.query import resolve
from knowledge.references.context import Context

TODAY = dt.date(2026, 11, 22)
KNOWN = Context(region="TN", subject="tiêu chí 3 Tây Nguyên bao nhiêu?")


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("nhà tiêu hợp vệ sinh cột mình", "nhà tiêu hợp vệ sinh"),
        ("kenh muong vung cua xa minh", "kenh muong"),
        ("ở vùng mình nước sạch bao nhiêu", "nước sạch bao nhiêu"),
    ],
)
def test_the_place_that_is_known_is_left_out(message: str, left: str):
    query = own_place.resolved(resolve(message, TODAY, KNOWN))
    assert query.question == left


def test_it_stays_where_no_place_is_known_or_nothing_else_is_said():
    alone = resolve("cột vùng mình", TODAY, KNOWN)
    assert own_place.resolved(alone) == alone
    fresh = resolve("kênh mương vùng mình", TODAY)
    assert own_place.resolved(fresh) == fresh
