import pytest

from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects, subject


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("văn bản nào bỏ cấp tổng", "bo cap tong"),
        ("bộ nào quy định", ""),
        ("tiêu chí chợ", "cho"),
        ("cho tôi hỏi", ""),
        ("làng nghề", "lang nghe"),
    ],
)
def test_a_filler_word_typed_as_another_word_is_none(question: str, matter: str):
    assert subject(question) == matter


def test_what_an_amendment_changes_is_not_asked_of_its_amendments():
    assert Aspect.AMENDED_BY not in aspects("kế hoạch được điều chỉnh cụ thể những gì")
    assert Aspect.AMENDED_BY in aspects("kế hoạch có được điều chỉnh không")


def test_what_was_amended_is_asked_for_in_the_passive():
    assert aspects("văn bản này đã bị sửa gì chưa")[0] is Aspect.AMENDED_BY
    assert Aspect.AMENDED_BY not in aspects("quyết định 202 đã sửa đổi những gì")


def test_what_comes_after_a_document_replaced_it():
    assert aspects("sau 101/2012 thì đến nghị định nào nữa")[0] is Aspect.REPLACED_BY


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("vị bộ trưởng nào đứng ra ký", Aspect.SIGNER),
        ("áp dụng thông tư này, hiệu lực từ hôm nào", Aspect.EFFECTIVE),
        ("hai nội dung này có cùng một việc không", Aspect.DIFFERENCE),
        ("tiêu chí ấy đổi tên ra sao", Aspect.DIFFERENCE),
        ("vẫn chấm theo quyết định cũ được không", Aspect.STATUS),
        ("thay lần lượt bằng những văn bản nào", Aspect.HISTORY),
    ],
)
def test_ways_of_asking_are_told(question: str, aspect: Aspect):
    assert aspect in aspects(question)


def test_a_year_that_is_given_is_not_asked_for():
    assert Aspect.SIGNED not in aspects("bộ tiêu chí ban hành năm 2012 có bao nhiêu nhóm")
    assert Aspect.SIGNED in aspects("bộ tiêu chí ban hành năm nào")


def test_what_an_answer_is_for_is_not_what_is_asked():
    assert subject("còn hiệu lực không, để tôi đưa vào tờ trình?") == ""


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("cái nào thay?", Aspect.REPLACED_BY),
        ("còn sau nó?", Aspect.REPLACED_BY),
        ("bị quyết định nào thay rồi", Aspect.REPLACED_BY),
        ("thay những cái nào", Aspect.REPLACES),
        ("trước cái đó là văn bản nào", Aspect.REPLACES),
        ("thôi áp dụng từ ngày nào", Aspect.STATUS),
    ],
)
def test_a_thing_may_stand_for_the_document(question: str, aspect: Aspect):
    assert aspects(question)[0] is aspect
    assert subject(question) == ""


def test_a_thing_is_no_matter_but_for_the_words_it_is_half_of():
    assert subject("cái cầu") == "cau"
    assert subject("cải tạo vườn") == "cai tao vuon"


@pytest.mark.parametrize(
    "question",
    [
        "muốn đạt phải chuẩn bị, xã phải có những gì",
        "bến đò đòi xã những gì",
        "can dap ung dieu gi",
    ],
)
def test_what_is_demanded_is_asked_with_many_verbs(question: str):
    assert Aspect.REQUIREMENT in aspects(question)


def test_the_number_of_a_criterion_is_not_that_of_a_document():
    assert Aspect.BASIS not in aspects("tiêu chí bến đò là số mấy")
    assert Aspect.WHICH_CRITERION in aspects("tiêu chí bến đò đứng thứ mấy")
    assert Aspect.BASIS in aspects("tiêu chí bến đò theo quyết định số mấy")


def test_what_adjusts_a_document_amends_it_and_what_adjusts_a_criterion_governs_it():
    assert aspects("điều chỉnh bởi vb nào")[0] is Aspect.AMENDED_BY
    assert aspects("thong tu 17 sua boi thong tu nao")[0] is Aspect.AMENDED_BY
    assert Aspect.AMENDED_BY not in aspects("tiêu chí 5 điều chỉnh bởi văn bản nào")


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("thay thế mấy quyết định cũ, là những số nào", Aspect.REPLACES),
        ("qd 909 bo noi vu ngay nao", Aspect.SIGNED),
        ("ngày cụ thể là ngày nào", Aspect.SIGNED),
    ],
)
def test_fields_are_asked_for_in_few_words(question: str, aspect: Aspect):
    assert aspect in aspects(question)


def test_a_day_of_something_else_is_not_the_day_of_the_document():
    assert Aspect.SIGNED not in aspects("theo qd 909 nộp báo cáo ngày nào")


def test_a_belief_is_no_matter():
    assert subject("em cứ tưởng hồi đó") == subject("hồi đó")


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("bao nhiêu xã của tỉnh A đạt tiêu chí chợ", True),
        ("có mấy xã ở huyện B hoàn thành", True),
        ("bao nhiêu xã thì đạt", False),
    ],
)
def test_communes_of_a_place_that_reached_something_are_a_result(question: str, result: bool):
    assert (Aspect.RESULT in aspects(question)) is result


def test_so_much_a_year_is_no_day():
    assert Aspect.SIGNED not in aspects("hộ nghèo giảm mỗi năm bao nhiêu")
    assert Aspect.SIGNED in aspects("qd 909 năm bao nhiêu")


def test_what_a_document_guides_is_what_it_is_about():
    assert Aspect.ABOUT in aspects("công văn 909 hướng dẫn việc gì")
