"""The client of Rasa's connector (`bot.connector`)."""

from __future__ import annotations

from typing import Any

import httpx

from bot.secrets import CONNECTOR, HEADER, secret
from bot.telegram.answers import Answer

# Longer than the connector's own budget, so that its word on what went wrong arrives.
_WITHIN = 30.0
_CONNECT_WITHIN = 3.0


class RasaError(Exception):
    """No answer came."""


class RasaAwayError(RasaError):
    """Rasa cannot be reached, is starting, or took too long: a matter of time."""


class RasaSilentError(RasaError):
    """Rasa replied with nothing: the action server is away or the dialogue failed."""


class AnswerFailedError(RasaError):
    """The action met an error with this very question."""


class Rasa:
    """Asks, exports, forgets.

    Args:
        url: Rasa's address.
        transport: for tests.
    """

    def __init__(self, url: str, transport: httpx.AsyncBaseTransport | None = None):
        self._client = httpx.AsyncClient(
            base_url=f"{url}/webhooks/assistant",
            headers={HEADER: secret(CONNECTOR)},
            timeout=httpx.Timeout(_WITHIN, connect=_CONNECT_WITHIN),
            limits=httpx.Limits(max_connections=50),
            transport=transport,
            trust_env=False,
        )

    async def ask(
        self, conversation: str, text: str, update_id: int, payload: dict[str, Any]
    ) -> Answer:
        """Asks one question.

        Raises:
            RasaAwayError: try again later.
            RasaSilentError: try again later.
            AnswerFailedError: trying again may not help.
        """
        body = {"sender": conversation, "text": text, "update": update_id, "payload": payload}
        messages = await self._post("message", body)
        for message in messages:
            if isinstance(message.get("custom"), dict):
                answer: Answer = message["custom"]
                return answer
        if messages:
            raise AnswerFailedError("máy chủ hành động báo lỗi khi trả lời câu này")
        raise RasaSilentError("Rasa không trả lời gì; máy chủ hành động có thể đang ngừng")

    async def forget(self, conversation: str) -> None:
        """Removes a conversation from Rasa; raises RasaAwayError."""
        await self._post("forget", {"sender": conversation})

    async def forget_before(self, moment: float) -> None:
        """Removes what is older than a moment; raises RasaAwayError."""
        await self._post("purge", {"before": moment})

    async def export(self, conversation: str) -> list[dict[str, Any]]:
        """What Rasa remembers of a conversation; raises RasaAwayError."""
        events: list[dict[str, Any]] = await self._post("export", {"sender": conversation})
        return events

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()

    async def _post(self, path: str, body: dict[str, Any]) -> Any:
        try:
            response = await self._client.post(f"/{path}", json=body)
            response.raise_for_status()
            return response.json()
        except (httpx.HTTPError, ValueError) as error:
            raise RasaAwayError(f"{type(error).__name__}: {error}") from error
