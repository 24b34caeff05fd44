"""The settings of the Telegram process as one typed value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from knowledge import settings
from knowledge.errors import SettingError


class Access(StrEnum):
    """Who may ask."""

    OPEN = "open"
    LIST = "list"
    APPROVAL = "approval"


@dataclass(frozen=True)
class Options:
    """What the office has chosen.

    Attributes:
        api_url: Bot API server, without a slash at the end.
        per_minute: messages a minute from one person before they are slowed.
        recent_hours: older questions get an apology instead of a late answer.
        documents: folder that takes files sent by maintainers; None if the office has none.
    """

    token: str
    api_url: str
    rasa_url: str
    database_url: str
    access: Access = Access.OPEN
    allowed: frozenset[int] = frozenset()
    admins: frozenset[int] = frozenset()
    maintainers: frozenset[int] = frozenset()
    webhook_url: str = ""
    webhook_host: str = "127.0.0.1"
    webhook_port: int = 8443
    per_minute: int = 20
    recent_hours: int = 12
    retention_days: int = 90
    documents: Path | None = None


def from_settings() -> Options:
    """Reads the environment.

    Raises:
        SettingError: a setting cannot be used, or there is no token.
    """
    token = settings.text("NTM_TELEGRAM_TOKEN")
    if not token:
        raise SettingError("NTM_TELEGRAM_TOKEN chưa đặt; lấy mã của bot ở @BotFather")
    access = settings.text("NTM_TELEGRAM_ACCESS")
    if access not in tuple(Access):
        raise SettingError(f"NTM_TELEGRAM_ACCESS: '{access}' phải là một trong {', '.join(Access)}")
    listen = urlsplit("//" + settings.text("NTM_TELEGRAM_WEBHOOK_LISTEN"))
    folders = settings.document_folders()[1:]
    return Options(
        token=token,
        api_url=settings.text("NTM_TELEGRAM_API_URL").rstrip("/"),
        rasa_url=settings.rasa_url(),
        database_url=settings.database_url(),
        access=Access(access),
        allowed=settings.identifiers("NTM_TELEGRAM_ALLOWED"),
        admins=settings.identifiers("NTM_TELEGRAM_ADMINS"),
        maintainers=settings.identifiers("NTM_TELEGRAM_MAINTAINERS"),
        webhook_url=settings.text("NTM_TELEGRAM_WEBHOOK_URL"),
        webhook_host=listen.hostname or "127.0.0.1",
        webhook_port=listen.port or 8443,
        per_minute=settings.number("NTM_TELEGRAM_PER_MINUTE"),
        recent_hours=settings.number("NTM_TELEGRAM_RECENT_HOURS"),
        retention_days=settings.number("NTM_RETENTION_DAYS"),
        documents=folders[0] if folders else None,
    )
