import datetime as dt

import pytest

from knowledge.questions.entry import Entry, Reason
from knowledge.questions.grouping import groups

DAY = dt.date(2026, 11, 22)
# Other questions, so that rare words are rare.
OTHERS = (
    "Ai ký Quyết định 318?",
    "Bài học của Hà Giang",
    "Thủ tục cấp sổ đỏ ở xã",
    "Chợ nông thôn cần diện tích bao nhiêu",
)


def entry(number: int, question: str, times: int = 1, context: str = "") -> Entry:
    return Entry(number, question, Reason.UNKNOWN, "", None, context, times, DAY, DAY)


def together(*questions: str) -> bool:
    entries = [entry(at, question) for at, question in enumerate((*questions, *OTHERS))]
    return any({e.question for e in group.entries} == set(questions) for group in groups(entries))


def test_nothing_has_no_groups():
    assert groups([]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mức thu nhập năm 2026 là bao nhiêu?", "muc thu nhap nam 2026 bao nhieu"),
        ("Thủ tục đăng ký kết hôn cần gì?", "thu tuc dang ky ket hon"),
        ("Xã hiện đại cần điều kiện gì?", "điều kiện để xã hiện đại gồm những gì vậy"),
    ],
)
def test_the_same_in_other_words_is_one_group(one: str, other: str):
    assert together(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mức của tiêu chí 17 là bao nhiêu?", "Mức của tiêu chí 18 là bao nhiêu?"),
        ("Thu nhập năm 2026 là bao nhiêu?", "Kết hôn cần giấy tờ gì?"),
    ],
)
def test_other_figures_or_other_matters_are_two_groups(one: str, other: str):
    assert not together(one, other)


def test_a_follow_up_is_grouped_by_what_it_was_about():
    questions = [
        entry(1, "còn Tây Nguyên?", context="criterion=17"),
        entry(2, "còn tây nguyên", context="criterion=17"),
        entry(3, "còn Tây Nguyên?", context="criterion=18"),
    ]
    assert sorted(len(group.entries) for group in groups(questions)) == [1, 2]


def test_the_most_asked_come_first():
    found = groups([entry(1, "sổ đỏ", 2), entry(2, "kết hôn", 5), entry(3, "ket hon", 9)])
    assert [group.times for group in found] == [14, 2]
    assert [e.id for e in found[0].entries] == [3, 2]
