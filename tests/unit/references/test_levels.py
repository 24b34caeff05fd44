import pytest

from knowledge.references import levels


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
