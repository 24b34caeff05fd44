import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import buttons
from bot.telegram.buttons import Press

DIGEST = "0123456789ab"


def labels(keyboard):
    return [button.text for row in keyboard for button in row]


def test_data_comes_back_as_it_was_meant():
    assert buttons.read(buttons.data(buttons.PERIOD, DIGEST, "2016-2020")) == Press(
        "p", DIGEST, "2016-2020"
    )
    assert buttons.read(buttons.data(buttons.PLACE, argument="region:tn")) == Press(
        "a", argument="region:tn"
    )


def test_data_that_telegram_would_refuse_is_never_made():
    with pytest.raises(ValueError, match="64"):
        buttons.data(buttons.PLACE, argument="ă" * 40)


@given(st.text(max_size=70))
def test_forged_data_is_read_as_nothing_or_as_something_harmless(text):
    press = buttons.read(text)
    assert press is None or not press.digest or len(press.digest) == 12


def test_other_periods_of_the_answer_are_offered(answer):
    shown = labels(buttons.under(answer, DIGEST))
    assert "2016-2020" in shown
    assert "2021-2025" not in shown
    assert "❓ Hỏi gì tiếp?" in shown


def test_a_long_answer_offers_the_rest(answer):
    answer["text"] = "\n\n".join(["đoạn " * 300] * 3)
    assert "⬇️ Xem thêm" in labels(buttons.under(answer, DIGEST))
    assert "⬇️ Xem thêm" not in labels(buttons.under(answer, DIGEST, shown=9))


def test_all_data_fits(answer):
    for keyboard in (
        buttons.under(answer, DIGEST),
        buttons.regions(DIGEST),
        buttons.reasons(DIGEST),
    ):
        assert all(len(b.data.encode()) <= 64 for row in keyboard for b in row)


def test_a_refusal_offers_nothing_narrower(answer):
    answer |= {"outcome": "unknown", "citations": [], "suggestions": []}
    assert labels(buttons.under(answer, DIGEST)) == ["👍", "👎"]


def test_small_talk_is_not_judged(answer):
    answer |= {"kind": "courtesy", "citations": []}
    assert labels(buttons.under(answer, DIGEST)) == ["❓ Hỏi gì tiếp?"]


def test_what_was_just_asked_and_what_is_badly_written_is_not_suggested(answer):
    answer["context"]["subject"] = "hoi gi tiep"
    answer["suggestions"] += ["muc tieu chi 4", "Câu khác?"]
    shown = [b for row in buttons.under(answer, DIGEST) for b in row if b.data.startswith("n:")]
    assert [(b.text, b.data) for b in shown] == [("❓ Câu khác?", f"n:{DIGEST}:2")]
