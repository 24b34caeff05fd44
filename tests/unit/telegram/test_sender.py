import asyncio
import datetime as dt

import pytest
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter

from bot.telegram.pacing import Pacing
from bot.telegram.replies import Button, Reply
from bot.telegram.sender import Sender, UndeliverableError

REPLY = Reply("<b>a</b> &amp;", buttons=((Button("x", "s:1"),),), reply_to=3)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch):
    monkeypatch.setattr("bot.telegram.sender._FIRST_WAIT", 0.01)


def send(bot, reply=REPLY, picture=None):
    async def painter(digest):
        return picture

    asyncio.run(Sender(bot, Pacing(), painter).send(5, reply))


def test_html_with_buttons_as_a_reply(bot):
    send(bot)
    ((method, arguments, named),) = bot.calls
    assert (method, arguments) == ("send_message", (5, REPLY.html))
    assert named["parse_mode"] == "HTML"
    assert named["reply_parameters"].message_id == 3
    assert named["reply_markup"].inline_keyboard[0][0].callback_data == "s:1"


def test_refused_markup_goes_as_plain_text(bot):
    bot.errors = [BadRequest("can't parse entities")]
    send(bot)
    assert bot.texts() == [REPLY.html, "a &"]


def test_what_is_refused_twice_is_undeliverable(bot):
    bot.errors = [BadRequest("x"), BadRequest("x")]
    with pytest.raises(UndeliverableError):
        send(bot)


def test_a_person_who_has_left_is_undeliverable(bot):
    bot.errors = [Forbidden("blocked")]
    with pytest.raises(UndeliverableError):
        send(bot)


def test_a_lost_connection_is_tried_again(bot):
    bot.errors = [NetworkError("x")]
    send(bot)
    assert len(bot.calls) == 2


def test_telegram_says_how_long_to_wait(bot):
    bot.errors = [RetryAfter(dt.timedelta(seconds=0.2))]
    send(bot)
    assert len(bot.calls) == 2


def test_a_picture_with_its_caption_or_the_caption_alone(bot):
    reply = Reply("bảng", picture="0123456789ab")
    send(bot, reply, b"png")
    send(bot, reply, None)
    assert [method for method, *_ in bot.calls] == ["send_photo", "send_message"]


def test_buttons_that_already_are_as_they_should_be(bot):
    bot.errors = [BadRequest("Message is not modified")]
    send(bot, Reply(edits=9))
    assert [method for method, *_ in bot.calls] == ["edit_message_reply_markup"]
