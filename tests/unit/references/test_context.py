from knowledge.references.context import Context, is_follow_up, merge
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
