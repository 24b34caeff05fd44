import re

import pytest

from knowledge.references.number_words import SPELT, value


@pytest.mark.parametrize(
    ("said", "number"),
    [("mot", 1), ("tu", 4), ("muoi", 10), ("muoi lam", 15), ("hai muoi", 20), ("ba muoi mot", 31)],
)
def test_number_words_say_their_number(said, number):
    assert re.fullmatch(SPELT, said)
    assert value(said) == number


@pytest.mark.parametrize("said", ["", "xa", "muoi xa", "xa muoi"])
def test_other_words_say_none(said):
    assert value(said) is None
