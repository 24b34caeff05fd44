import asyncio

import httpx
import pytest

from bot.secrets import CONNECTOR, HEADER, secret
from bot.telegram.rasa import AnswerFailedError, Rasa, RasaAwayError, RasaSilentError


def ask(handler):
    async def scenario():
        rasa = Rasa("http://rasa", httpx.MockTransport(handler))
        try:
            return await rasa.ask("c", "câu hỏi", 7, {"place": {}})
        finally:
            await rasa.close()

    return asyncio.run(scenario())


def test_the_structured_answer_is_taken():
    def handler(request):
        assert request.headers[HEADER] == secret(CONNECTOR)
        return httpx.Response(200, json=[{"text": "a"}, {"custom": {"text": "b"}}])

    assert ask(handler) == {"text": "b"}


def lost(request):
    raise httpx.ConnectError("từ chối")


@pytest.mark.parametrize(
    ("handler", "error"),
    [
        (lambda _: httpx.Response(200, json=[]), RasaSilentError),
        (lambda _: httpx.Response(200, json=[{"text": "xin lỗi"}]), AnswerFailedError),
        (lambda _: httpx.Response(504), RasaAwayError),
        (lambda _: httpx.Response(200, text="<html>"), RasaAwayError),
        (lost, RasaAwayError),
    ],
)
def test_every_failure_has_its_name(handler, error):
    with pytest.raises(error):
        ask(handler)
