import pytest

from knowledge.references.carrying import completed_by_number, merge
from knowledge.references.context import Context
from knowledge.references.follow_up import is_follow_up
from knowledge.references.parser import parse


def after(*messages):
    context = Context()
    for message in messages:
        context = merge(context, parse(message))
    return context


def test_a_follow_up_with_a_period_keeps_the_criterion_and_the_aspect():
    context = after("Tiêu chí 18 do văn bản nào quy định?", "còn giai đoạn 2021-2025?")
    assert (context.criterion, context.period, context.aspect) == ("18", "2021-2025", "basis")


def test_a_follow_up_with_an_indicator_replaces_the_criterion():
    context = after("chỉ tiêu 17.1 vùng Tây Nguyên bao nhiêu?", "thế 18.2?")
    assert (context.criterion, context.region) == ("18.2", "TN")


def test_a_follow_up_with_a_region_keeps_the_indicator():
    context = after("chỉ tiêu 17.1 vùng Tây Nguyên", "còn vùng đồng bằng sông Cửu Long?")
    assert (context.criterion, context.region) == ("17.1", "DBSCL")


def test_pointing_back_keeps_the_document():
    carried = Context(document="318/QĐ-TTg", criterion="18", aspect="basis")
    context = merge(carried, parse("quyết định đó ai ký?"))
    assert (context.document, context.aspect) == ("318/QĐ-TTg", "signer")


def test_a_new_subject_does_not_drag_the_old_one_along():
    context = after("Tiêu chí 18 năm 2018 căn cứ vào đâu", "Kiên Giang có bao nhiêu xã nâng cao?")
    assert context.criterion is None
    assert context.period is None
    assert context.province == "Kiên Giang"


def test_the_place_is_remembered_across_subjects():
    context = after(
        "chỉ tiêu 17.1 vùng Tây Nguyên", "Tỷ lệ hộ nghèo theo tiêu chí 11 là bao nhiêu?"
    )
    assert (context.criterion, context.region) == ("11", "TN")


def test_a_new_place_replaces_the_whole_old_one():
    context = after("chỉ tiêu 17.1 vùng Tây Nguyên", "còn tỉnh Hậu Giang?")
    assert (context.region, context.province) == (None, "Hậu Giang")


def test_a_bare_reference_is_a_follow_up_and_a_question_is_not():
    assert is_follow_up(parse("18.2?"))
    assert is_follow_up(parse("giai đoạn 2021-2025?"))
    assert not is_follow_up(parse("Tiêu chí 18 do văn bản nào quy định?"))


def test_nothing_is_followed_up_where_nothing_was_talked_about():
    context = merge(Context(region="TN"), parse("hồ sơ gồm những gì?"))
    assert (context.subject, context.region) == ("hồ sơ gồm những gì?", "TN")


def test_an_incomplete_question_is_completed_by_what_the_next_message_names():
    context = after("văn bản ấy ai ký?", "Công văn 303/BNV-TH của Bộ Nội vụ")
    assert (context.document, context.aspect) == ("303/BNV-TH", "signer")


def test_a_whole_question_completes_nothing():
    context = after("mức là bao nhiêu?", "Quyết định 101/QĐ-TTg ai ký?")
    assert context.aspect == "signer"


def test_a_claimed_day_is_not_the_time_asked_about():
    carried = Context(document="101/QĐ-TTg", aspect="signer", subject="QĐ 101 ai ký?")
    context = merge(carried, parse("ký ngày 2/3/2015 đúng không?"))
    assert (context.document, context.period, context.aspect) == ("101/QĐ-TTg", None, "signed")


def test_communes_that_are_counted_are_not_the_level_asked_about():
    carried = Context(level="tỉnh", subject="tỉnh hoàn thành cần gì?")
    assert merge(carried, parse("thế cần bao nhiêu % xã nâng cao?")).level == "tỉnh"


def test_another_level_of_which_the_decision_is_asked_leaves_the_document_named():
    context = after("điều kiện theo QĐ 101/QĐ-TTg", "còn cấp tỉnh theo quyết định nào?")
    assert (context.document, context.level) == (None, "tỉnh")


def test_a_set_told_of_is_asked_for_more_unless_a_criterion_was():
    told = Context(document="101/QĐ-TTg", subject="chuẩn này theo văn bản nào?")
    assert merge(told, parse("có mấy tiêu chí?")).document == "101/QĐ-TTg"
    of_row = Context(document="101/QĐ-TTg", row="17.1", subject="nước sạch bao nhiêu?")
    assert merge(of_row, parse("có mấy tiêu chí?")).document is None


@pytest.mark.parametrize(
    ("aspect", "typed", "document", "criterion"),
    [
        ("signer", "318", "văn bản 318", None),
        ("status", "số 1980 ạ", "văn bản 1980", None),
        ("requirement", "17", None, "17"),
    ],
)
def test_a_number_alone_completes_a_question_that_was_asked_back(
    aspect: str, typed: str, document: str | None, criterion: str | None
):
    before = Context(aspect=aspect, subject="ai ký?")
    references = completed_by_number(before, parse(typed))
    assert references.first("document") == document
    assert references.first("criterion") == criterion


def test_a_long_number_alone_is_that_of_a_document_and_asks_what_was_asked():
    before = Context(document="101/QĐ-TTg", aspect="signer", subject="QĐ 101 ai ký?")
    references = completed_by_number(before, parse("318"))
    assert references.first("document") == "văn bản 318"
    assert merge(before, references).aspect == "signer"


@pytest.mark.parametrize("typed", ["17", "2026"])
def test_a_short_number_or_a_year_alone_is_none(typed: str):
    before = Context(document="101/QĐ-TTg", aspect="signer", subject="QĐ 101 ai ký?")
    assert completed_by_number(before, parse(typed)).first("document") is None


def test_all_places_leave_the_one_talked_about():
    before = Context(criterion="3", region="TN", aspect="requirement", subject="tiêu chí 3?")
    assert merge(before, parse("các vùng khác thì sao?")).region is None


def test_the_indicators_of_the_criterion_talked_about_are_counted():
    before = Context(criterion="6", period="2016-2020", subject="tiêu chí 6 2016-2020 tên gì?")
    after = merge(before, parse("có mấy chỉ tiêu"))
    assert (after.criterion, after.period) == ("6", "2016-2020")


def test_a_share_of_communes_is_asked_of_the_district_talked_about():
    before = Context(level="huyện", told="9/QĐ-TTg", subject="huyện nông thôn mới theo đâu?")
    assert merge(before, parse("xã nâng cao phải bao nhiêu %")).level == "huyện"
    assert merge(before, parse("xã nâng cao thì sao")).level == "xã nâng cao"


def test_another_year_stays_with_an_article_and_a_period_does_not():
    before = Context(document="gia-lai-2018-03-04", told="x", subject="Gia Lai mấy xã đạt?")
    assert merge(before, parse("thế cuối năm 2019")).document == before.document
    assert merge(before, parse("còn giai đoạn 2021-2025?")).document is None


def test_an_indicator_of_the_criterion_talked_about_keeps_the_period():
    part = after("tiêu chí 18 giai đoạn 2016-2020 có gì", "chỉ tiêu 18.5 xét theo quyết định nào")
    other = after("tiêu chí 18 giai đoạn 2016-2020 có gì", "chỉ tiêu 17.5 xét theo quyết định nào")
    assert (part.criterion, part.period) == ("18.5", "2016-2020")
    assert (other.criterion, other.period) == ("17.5", None)


def test_with_a_place_alone_nothing_was_talked_about_yet():
    assert Context(region="TN", province="Kon Tum", group="2").is_fresh
    assert not Context(region="TN", subject="đường xã").is_fresh
