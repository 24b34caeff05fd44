import pytest

from knowledge.references import levels
from knowledge.text import fold


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Huyện cần bao nhiêu xã?", ["huyen", "xa"]),
        ("huyen can bao nhieu xa", ["huyen", "xa"]),
        ("Hợp tác xã và kinh tế - xã hội", []),
        ("cách tính thu nhập", []),
        ("cach tinh thu nhap", []),
        ("Thị xã hoàn thành", []),
        ("Xa quá, đường tỉnh xa", ["tinh"]),
    ],
)
def test_units_of_administration_are_read_in_order(text: str, units: list[str]):
    assert levels.units(text) == units


@pytest.mark.parametrize(
    "question",
    [
        "Xã nông thôn mới (không phải nâng cao) phải đạt gì?",
        "xa nong thon moi chu khong phai kieu mau thi muc bao nhieu",
    ],
)
def test_a_title_that_is_denied_is_cut_out(question: str):
    left = levels.without_denied(question)
    assert [mention.value for mention in levels.find(fold(left))] == ["xã"]


def test_a_title_that_is_asked_about_is_kept():
    question = "Bộ này không phải nâng cao à?"
    assert levels.without_denied(question) == question


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Không còn cấp huyện thì hồ sơ nộp đâu?", []),
        ("bo cap huyen roi, xa gui ho so len dau", []),
        ("Bỏ cấp huyện rồi phải không?", ["huyện"]),
        ("Giờ còn huyện nông thôn mới không?", ["huyện"]),
        ("Huyện muốn đạt chuẩn phải nộp gì?", ["huyện"]),
    ],
)
def test_a_level_that_is_gone_is_not_what_paperwork_is_asked_of(question, values):
    assert [mention.value for mention in levels.find(fold(question))] == values


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("năm sau xã tính lên nâng cao", True),
        ("dang ky ve dich nang cao thi can gi", True),
        ("phấn đấu nâng cao tay nghề", False),
        ("đời sống được nâng cao", False),
    ],
)
def test_a_title_is_seen_after_what_is_done_to_reach_it(text: str, title: bool):
    found = [mention.value for mention in levels.find(fold(text))]
    assert ("xã nâng cao" in found) is title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("nâng cao với kiểu mẫu khác gì", True),
        ("kiểu mẫu với nâng cao cái nào hơn", True),
        ("xã nông thôn mới và nâng cao khác gì", True),
        ("giữ gìn và nâng cao đời sống", False),
    ],
)
def test_a_title_beside_another_needs_no_more_words(text: str, title: bool):
    found = [mention.value for mention in levels.find(fold(text))]
    assert ("xã nâng cao" in found) is title


def test_a_province_may_be_looked_upon_as_having_reached_it():
    found = levels.find(fold("để một tỉnh được xem là hoàn thành nhiệm vụ"))
    assert [mention.value for mention in found] == ["tỉnh"]
