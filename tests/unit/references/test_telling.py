import pytest

from knowledge.references import telling


@pytest.mark.parametrize(
    "told",
    [
        "Tôi là văn thư của xã.",
        "Tối nay em phải đi trực.",
        "Chú lớn tuổi rồi không quen máy móc,",
        "Nhà cô ở xa lắm,",
    ],
)
def test_what_tells_of_the_person_is_left_out(told: str):
    assert telling.without(f"{told} chỉ tiêu 17.1 là gì?") == "chỉ tiêu 17.1 là gì?"


def test_it_is_left_out_behind_the_question_too():
    asked = telling.without("Chỉ tiêu 17.1 là gì? Em tìm mãi mà chưa thấy.")
    assert asked == "Chỉ tiêu 17.1 là gì?"


@pytest.mark.parametrize(
    "message",
    [
        "Xã tôi thuộc khu vực III. Theo quyết định 51 là nhóm mấy?",
        "Xã em mới sáp nhập. Ai công nhận?",
        "Năm ngoái xã tôi tăng 9%. Vậy đạt không?",
        "Mình vừa nghỉ việc ở công ty, thất nghiệp được lãnh mấy tháng lương vậy?",
    ],
)
def test_what_tells_of_the_case_stays(message: str):
    assert telling.without(message) == message


def test_of_where_somebody_is_the_place_is_left():
    asked = telling.without("Xã chị ở Lai Châu, thu nhập phải bao nhiêu mới đạt?")
    assert asked == "Lai Châu, thu nhập phải bao nhiêu mới đạt?"


def test_a_place_alone_stays_whole():
    assert telling.without("Xã tôi ở Lai Châu") == "Xã tôi ở Lai Châu"


@pytest.mark.parametrize(
    "told",
    [
        "Em vừa được giao phụ trách nông thôn mới,",
        "toi la can bo van phong nong thon moi cua xa,",
        "Cháu mới về làm ở ban chỉ đạo xây dựng nông thôn mới huyện.",
    ],
)
def test_the_office_of_who_asks_is_left_out_before_the_question(told: str):
    asked = "cho em hỏi chỉ tiêu 17.1 là gì?"
    assert telling.without(f"{told} {asked}") == asked


@pytest.mark.parametrize(
    "message",
    [
        "Em phụ trách tiêu chí môi trường, cho em hỏi tiêu chí này theo văn bản nào?",
        "Tôi làm ở xã đã đạt chuẩn nông thôn mới, cho tôi hỏi xã được thưởng gì?",
    ],
)
def test_a_matter_told_with_the_office_stays(message: str):
    assert telling.without(message) == message


@pytest.mark.parametrize(
    "told",
    [
        "Hôm nay tập huấn có người hỏi",
        "Sáng nay anh Hùng bên huyện gọi xuống hỏi",
        "Họp thôn bà con thắc mắc là",
        "Đọc mãi chưa hiểu,",
        "Để chuẩn bị cho buổi họp ngày mai,",
        "Tôi là phóng viên báo địa phương,",
    ],
)
def test_on_whose_behalf_it_is_asked_is_left_out(told: str):
    assert telling.without(f"{told} chỉ tiêu 17.1 là gì?") == "chỉ tiêu 17.1 là gì?"


@pytest.mark.parametrize(
    "message",
    [
        "cho toi nghi quyet cua hoi dong nhan dan xa ve tieu chi 5",
        "Tôi có thể hỏi những loại câu nào?",
        "Cho tôi xin số của ông Hà để hỏi thẳng về Quyết định 51/2025",
        "Chị em hội phụ nữ xã làm gì ở tiêu chí 18?",
    ],
)
def test_what_is_asked_for_stays_though_asking_is_spoken_of(message: str):
    assert telling.without(message) == message


def test_the_one_clause_that_asks_is_known_where_the_others_name_nothing():
    message = "Hồi đi học tôi lơ mơ, xã nào phải làm chợ?"
    assert telling.clause_that_asks(message) == "xã nào phải làm chợ?"


def test_no_clause_stands_alone_where_another_names_the_case():
    assert telling.clause_that_asks("Xã tôi theo Quyết định 318, phải đạt bao nhiêu?") is None


def test_when_and_where_the_other_clauses_say_it_is_stays_with_the_one_that_asks():
    message = "Năm 2018 xã tôi được công nhận, tiêu chí môi trường gồm gì?"
    assert telling.clause_that_asks(message) == "Năm 2018 tiêu chí môi trường gồm gì?"


def test_the_title_named_around_stays_with_the_clause_that_asks_by_which_decision():
    message = "Xã tôi đang lập hồ sơ đề nghị xã nâng cao, xin hỏi theo quyết định nào?"
    found = telling.clause_with_names(message)
    assert found
    assert found.endswith("xã nâng cao xin hỏi theo quyết định nào?")


@pytest.mark.parametrize(
    "message",
    [
        "Xã nâng cao của tôi bị thu hồi danh hiệu, theo quyết định nào?",
        "Xã tôi là xã nâng cao, phải đạt bao nhiêu?",
        "Tôi mới nhận việc, theo quyết định nào?",
        "Xã tôi theo Quyết định 318, sau đó theo quyết định nào?",
    ],
)
def test_a_case_of_its_own_or_another_question_is_not_cut_down(message: str):
    assert telling.clause_with_names(message) is None
