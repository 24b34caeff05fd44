import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.incoming import Form, clean, read
from tests.unit.telegram.conftest import BOT_ID, BOT_NAME
from tests.unit.telegram.updates import message, press


def said(*arguments, **named):
    return read(message(*arguments, **named), BOT_ID, BOT_NAME)


def test_a_text():
    incoming = said("tiêu chí 18")
    assert (incoming.form, incoming.text, incoming.lane) == (Form.TEXT, "tiêu chí 18", "7:7")


def test_a_command_with_its_remainder_also_in_a_group():
    incoming = said("/tieuchi@NTM_bot  18 ", chat=-3)
    assert (incoming.form, incoming.command, incoming.text) == (Form.COMMAND, "tieuchi", "18")


def test_a_command_for_another_bot_is_not_for_this_one():
    assert said("/start@other", chat=-3).form is Form.NOTHING


def test_a_slash_without_a_mark_is_a_question():
    update = message("x")
    update["message"]["text"] = "/1980/QĐ-TTg"
    assert read(update, BOT_ID, BOT_NAME).form is Form.TEXT


@pytest.mark.parametrize(
    ("text", "extra", "form"),
    [
        ("chuyện riêng", {}, Form.NOTHING),
        ("@ntm_bot tiêu chí 18", {}, Form.TEXT),
        ("còn gì", {"reply_to_message": message("x", user=BOT_ID)["message"]}, Form.TEXT),
    ],
)
def test_in_groups_only_what_is_addressed(text, extra, form):
    incoming = said(text, chat=-3, **extra)
    assert incoming.form is form
    assert "ntm_bot" not in incoming.text


def test_a_button():
    incoming = read(press("s:0"), BOT_ID, BOT_NAME)
    assert (incoming.form, incoming.data, incoming.message_id) == (Form.BUTTON, "s:0", 9)


def test_voice_is_something_else_and_service_messages_are_nothing():
    voice = {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}}
    assert said(**voice).form is Form.OTHER
    assert said(pinned_message=message("x")["message"]).form is Form.NOTHING
    assert read({"update_id": 1, "something_new": {}}, 1, "b").form is Form.NOTHING


def test_long_texts_are_cut():
    incoming = said("dài " * 5000)
    assert incoming.cut
    assert len(incoming.text) == 2000


def test_marks_that_turn_the_direction_and_control_characters_go():
    assert clean("a\u202eb\u0000c\u200b\ud800") == "ab c"


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    incoming = said(text)
    assert "\u202e" not in incoming.text
