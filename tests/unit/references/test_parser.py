import pytest

from knowledge.references.parser import parse


def found(question):
    return [(mention.kind, mention.value) for mention in parse(question).mentions]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Quyết định 318/QĐ-TTg", [("document", "318/QĐ-TTg")]),
        ("qd 318/qd-ttg", [("document", "318/QĐ-TTg")]),
        ("nghị định 92/2009/NĐ-CP", [("document", "92/2009/NĐ-CP")]),
        ("qd 1980 con hieu luc khong", [("document", "quyết định 1980")]),
        ("25/2021 là văn bản gì", [("document", "25/2021")]),
        ("25/2021/QH15", [("document", "25/2021/QH15")]),
        ("26-NQ/TW", [("document", "26-NQ/TW")]),
        ("66.12/2026/NQ-CP", [("document", "66.12/2026/NQ-CP")]),
        ("69/QĐ-BNN-VPĐP", [("document", "69/QĐ-BNN-VPĐP")]),
        (
            "26/2011/TTLT-BNNPTNT-BKHĐT-BTC",
            [("document", "26/2011/TTLT-BNNPTNT-BKHĐT-BTC")],
        ),
        ("công văn 1311/BNV-TH", [("document", "1311/BNV-TH")]),
        ("đề án 1956", [("document", "đề án 1956")]),
        ("người ký 03/2024", [("document", "03/2024")]),
        ("thông tư hướng dẫn 51/2025", [("document", "51/2025")]),
        ("văn bản nào hướng dẫn 51/2025", [("document", "51/2025")]),
        ("ký 18/2022 là ai", [("document", "18/2022")]),
        ("trước 2540 thì theo gì", [("document", "quyết định 2540")]),
    ],
)
def test_document_numbers_complete_and_shortened(question, wanted):
    assert found(question) == wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Tiêu chí 18", [("criterion", "18")]),
        ("TC18", [("criterion", "18")]),
        ("tc so 18", [("criterion", "18")]),
        ("tiêu chí mười tám", [("criterion", "18")]),
        ("tiêu chí thứ năm", [("criterion", "5")]),
        ("bộ tiêu chí năm 2009", [("time", "2009")]),
        ("chỉ tiêu 17.1", [("indicator", "17.1")]),
        ("thế 18.2?", [("indicator", "18.2")]),
        ("chỉ tiêu 18,2", [("indicator", "18.2")]),
        ("nội dung tiêu chí 3.10", [("indicator", "3.10")]),
        ("tiêu chí 17, 18 và 19", [("criterion", "17"), ("criterion", "18"), ("criterion", "19")]),
    ],
)
def test_criteria_and_indicators(question, wanted):
    assert found(question) == wanted


@pytest.mark.parametrize(
    "question",
    [
        "có 19 tiêu chí phải không",
        "bình quân đạt 10,59 tiêu chí/xã",
        "thu nhập 44 triệu",
        "tăng 9.5% một năm",
        "nâng cao chất lượng các tiêu chí",
        "có 33/177 xã đạt chuẩn",
    ],
)
def test_plain_figures_are_not_references(question):
    assert found(question) == []


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("giai đoạn 2016-2020", [("period", "2016-2020")]),
        ("gđ 21-25", [("period", "2021-2025")]),
        ("từ 2021 đến 2025", [("period", "2021-2025")]),
        ("năm 2018", [("time", "2018")]),
        ("tháng 3/2026", [("time", "2026-03")]),
        ("quy chế sau 3/2026", [("time", "2026-03")]),
        ("ngày 17/10/2016", [("time", "2016-10-17")]),
        ("trước năm 2016", [("time", "<2016")]),
        ("sau 2020", [("time", ">2020")]),
        ("hiện nay", [("time", "now")]),
        ("còn giai đoạn trước?", [("time", "previous")]),
        ("giai đoạn tới", [("time", "next")]),
        ("giai doan moi", [("time", "now")]),
        ("theo 1980 dong bang song hong", [("document", "quyết định 1980"), ("region", "DBSH")]),
    ],
)
def test_times(question, wanted):
    assert found(question) == wanted


def test_the_date_of_a_document_is_not_the_date_asked_about():
    assert found("Quyết định 1980/QĐ-TTg ngày 17/10/2016 nói gì") == [("document", "1980/QĐ-TTg")]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("vùng Tây Nguyên", [("region", "TN")]),
        ("dbscl", [("region", "DBSCL")]),
        ("Trung du, miền núi phía Bắc", [("region", "TDMNPB")]),
        ("xã nhóm 3", [("group", "nhom_3")]),
        ("tỉnh Hậu Giang", [("province", "Hậu Giang")]),
        ("hau giang", [("province", "Hậu Giang")]),
        ("TP.HCM", [("province", "Hồ Chí Minh")]),
    ],
)
def test_places(question, wanted):
    assert found(question) == wanted


def test_a_province_name_with_one_syllable_mistyped_is_meant():
    assert found("xã ở Quảng Nình") == [("province", "Quảng Ninh")]
    assert found("xã Đông Sơn là") == []


def test_a_province_name_typed_with_other_diacritics_is_another_word():
    assert found("sống thái bình") == [] or found("thái bình") == [("province", "Thái Bình")]
    assert found("văn bằng cao đẳng, cao bằng nào") != [("province", "Hà Giang")]


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("xã nông thôn mới nâng cao", [("level", "xã nâng cao")]),
        ("xã ntm kiểu mẫu", [("level", "xã kiểu mẫu")]),
        ("nông thôn mới hiện đại", [("level", "xã hiện đại")]),
        ("cái hiện đại kia", [("level", "xã hiện đại")]),
        ("hiện đại với kiểu mẫu", [("level", "xã hiện đại"), ("level", "xã kiểu mẫu")]),
        ("kiểu mẫu và hiện đại", [("level", "xã kiểu mẫu"), ("level", "xã hiện đại")]),
        ("tiêu chí huyện nông thôn mới", [("level", "huyện")]),
        ("tỉnh hoàn thành nhiệm vụ", [("level", "tỉnh")]),
        ("xã nông thôn mới", [("level", "xã")]),
    ],
)
def test_levels(question, wanted):
    assert found(question) == wanted


def test_everything_in_one_question():
    assert found("Tiêu chí 18 xã ntm nâng cao gđ 21-25 vùng ĐBSCL theo QĐ 318/QĐ-TTg?") == [
        ("criterion", "18"),
        ("level", "xã nâng cao"),
        ("period", "2021-2025"),
        ("region", "DBSCL"),
        ("document", "318/QĐ-TTg"),
    ]


def test_the_remainder_is_what_is_not_a_reference():
    assert parse("Tiêu chí 18 năm 2018 căn cứ vào đâu").remainder == "căn cứ vào đâu"


def test_criteria_that_are_counted_are_not_numbered():
    assert parse("bình quân mấy tiêu chí một xã").values("criterion") == []
    assert parse("tiêu chí một là gì").values("criterion") == ["1"]
