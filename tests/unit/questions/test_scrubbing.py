from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import settings
from knowledge.evaluation import golden
from knowledge.questions.scrubbing import LONGEST, scrubbed
from knowledge.references.places import REGIONS, provinces
from knowledge.text import compose

GOLDEN = Path(__file__).parents[2] / "golden"
# The only golden questions with somebody's name in them.
NAMED = (
    "mình là Hương",
    "em la Tu ",
    "ong Tran Duc Thang",
    "ông Tr",
    "Nguyễn Văn Lưu",
    "Phạm Minh Chính",
    "Vũ Đức Đam",
    "ong nguyen van a",
    "Nguyễn Xuân Cường",
    "Trịnh Thị Thủy",
    "Phạm Bình Minh",
    "ong nguyen van hung",
    "Nhà anh Ba",
    "Trần Đức Thắng",
    "tôi là Thắng",
    "Nguyễn Văn Bình",
    "Trần Hồng Hà",
    "Trần Thị Hoa",
    "ong Le Van Tam",
    "Nguyễn Văn Hùng",
    "Nguyễn Tấn Dũng",
    "ông Hà ở xóm",
    "Nguyễn Thị Mai",
    "vbpl.vn",
)


@pytest.mark.parametrize(
    "number",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "0912-345-678",
        "+84 912 345 678",
        "84912345678",
        "(024) 3825 1234",
        "02438251234",
        "001099012345",
        "001 099 012 345",
        "123456789",
        "0101234567",
        "0101234567-001",
        "19031234567890",
        "B1234567",
    ],
)
@pytest.mark.parametrize("question", ["gọi {} nhé", "{}", "Số của tôi:{}.", "sđt {}, tiêu chí 18"])
def test_a_number_of_a_person_is_taken_out(number: str, question: str):
    said = scrubbed(question.format(number))
    assert number not in said
    assert "[số" in said


@pytest.mark.parametrize(
    "question",
    ["cccd 123 456", "CMND số 12345678", "zalo: 123456", "mã số thuế là 1234567", "stk 1234567"],
)
def test_a_short_number_is_taken_out_where_it_is_announced(question: str):
    assert not any(char.isdigit() for char in scrubbed(question))


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 1980/QĐ-TTg ngày 17/10/2016 của Thủ tướng Chính phủ",
        "26/2011/TTLT-BNNPTNT-BKHĐT-BTC còn hiệu lực không",
        "từ 01-12-2016 đến 31.12.2020",
        "giai đoạn 2016-2020 2021-2025",
        "năm 2019 2020 2021 2022",
        "2017 (2016-2020) và 19 2021-2025",
        "kinh phí 1.500.000.000 đồng, mỗi xã 196.332.000 đồng",
        "chỉ tiêu 17.1, 17.2, 17.3 đạt 95%, 98,5%",
        "Bộ Nông nghiệp và Môi trường, Bộ Nội vụ, Ủy ban nhân dân cấp tỉnh",
        "TP. Hồ Chí Minh, thành phố Hà Nội, Bà Rịa - Vũng Tàu, huyện Cô Tô",
        "Ý tôi là QĐ 491 cơ",
        "ý em là Bắc Trung Bộ",
        "tay nguyen thi sao",
        "khối Đại Đoàn Kết, Đoàn Thanh niên, Chương trình Nông Thôn Mới",
        "đường Nguyễn Huệ, xã Trần Phán, trường Lê Quý Đôn",
        "anh chị cho hỏi, ông Chủ tịch xã và bà Phó Chủ tịch",
        "tôi là Cán bộ xã, em là công chức văn hóa",
        "ty le thi hanh phap luat, thi tran thi xa, le van hoa",
        "tiêu chí tên là gì",
        "đạt ≥ 90 % hộ; 53/53 xã; 12 hộ",
    ],
)
def test_what_belongs_to_no_person_stays(question: str):
    assert scrubbed(question) == compose(question)


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Tôi là Nguyễn Văn An, xã Ea Kao", "Tôi là [tên], xã Ea Kao"),
        ("tôi tên Hương", "tôi tên [tên]"),
        ("tên tôi là Lò Văn Phủ hỏi", "tên tôi là [tên] hỏi"),
        ("ông Tuấn chủ tịch xã", "ông [tên] chủ tịch xã"),
        ("ông Bí thư Trần Minh nói", "ông Bí thư [tên] nói"),
        ("của Nguyễn Thị Minh Khai và Lê Hoàng", "của [tên] và [tên]"),
        ("bà H'Linh Niê", "bà [tên]'Linh Niê"),
        ("nguyễn văn tám ở thôn 2", "[tên] ở thôn 2"),
        ("em ten la tran thi hoa o xa", "em ten la [tên] o xa"),
        ("nguyen van a xin hoi", "[tên] hoi"),
        ("NGUYỄN VĂN TÈO", "[tên]"),
        ("đồng chí Y Thanh Hà Niê Kđăm", "đồng chí [tên]"),
    ],
)
def test_a_name_is_taken_out(question: str, left: str):
    assert scrubbed(question) == left


@pytest.mark.parametrize(
    "address",
    ["an.nguyen@gmail.com", "https://zalo.me/0912", "www.abc.vn/x?y=1", "fb.com/toi", "@tuan_1990"],
)
def test_an_address_is_taken_out(address: str):
    said = scrubbed(f"xem {address} giúp tôi")
    assert said.startswith("xem [")
    assert said.endswith("] giúp tôi")


def test_food_and_goods_are_no_family_name():
    for question in ("an toan thuc pham thi xem o dau", "moi san pham thi ghi gi"):
        assert scrubbed(question) == question


def test_only_the_beginning_of_an_endless_question_is_kept():
    assert len(scrubbed("tiêu chí " * 1000)) <= LONGEST


@pytest.mark.parametrize("name", [*provinces(), *REGIONS.values()])
def test_no_province_or_region_is_taken_for_a_person(name: str):
    for question in (f"tỉnh {name}", f"{name} có bao nhiêu xã đạt chuẩn", f"vùng {name} và Hà Nội"):
        assert scrubbed(question) == question


@pytest.mark.parametrize("name", ["questions.jsonl", "tuning.jsonl", "dialogues.jsonl"])
def test_golden_questions_without_a_person_stay_what_they_are(name: str):
    turns = [
        turn
        for case in golden.read(GOLDEN / name)
        if case.split == "tune"
        for turn in case.turns
        if not any(part in turn.question for part in NAMED)
    ]
    assert [t.question for t in turns if scrubbed(t.question) != compose(t.question)] == []


def test_the_titles_of_the_shipped_documents_stay_what_they_are():
    titles = [
        line.removeprefix("title: ").strip("'\"")
        for file in settings.shipped_documents().rglob("regulations/*.md")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("title: ")
    ]
    assert len(titles) > 50
    assert [title for title in titles if scrubbed(title) != compose(title)[:LONGEST]] == []


@given(st.text(max_size=300))
def test_anything_can_be_scrubbed_and_a_second_time_changes_nothing(text: str):
    once = scrubbed(text)
    assert scrubbed(once) == once


@given(st.from_regex(r"0[35789]\d{8}", fullmatch=True), st.sampled_from([" ", ".", "-", ""]))
def test_no_telephone_number_gets_through(number: str, between: str):
    typed = between.join((number[:4], number[4:7], number[7:]))
    assert typed not in scrubbed(f"liên hệ {typed} để hỏi")
