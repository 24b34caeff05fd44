from knowledge.answering import wording
from knowledge.corpus.criteria import Indicator
from tests.unit.builders import indicator


def rows(**names: str | None) -> list[Indicator]:
    numbers = [key.replace("n", "").replace("_", ".") for key in names]
    values = zip(numbers, names.values(), strict=True)
    return [Indicator.model_validate(indicator(number, name=name)) for number, name in values]


def test_rows_with_a_name_have_a_line_each():
    found = wording.row_names(rows(n2_1="Đường xã", n2_2="Đường thôn"), "chỉ tiêu")
    assert found == ["2.1: Đường xã", "2.2: Đường thôn"]


def test_neighbours_without_a_name_share_a_line():
    found = wording.row_names(rows(n2_1="Đường xã", n2_2=None, n2_3=None, n2_4=None), "chỉ tiêu")
    assert found == ["2.1: Đường xã", f"2.2 đến 2.4: {wording.UNNAMED}"]


def test_one_row_without_a_name_stands_alone():
    found = wording.row_names(rows(n2_1=None, n2_2="Đường thôn", n2_3=None), "chỉ tiêu")
    assert found == [f"2.1: {wording.UNNAMED}", "2.2: Đường thôn", f"2.3: {wording.UNNAMED}"]
