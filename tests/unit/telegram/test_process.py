import logging

import pytest

from bot.secrets import secret
from bot.telegram import logs, options
from knowledge.errors import SettingError

TOKEN = "123:AAbbCC-secret"


def test_the_token_is_never_logged():
    formatter = logs.Redacting(TOKEN)
    try:
        raise ValueError(f"https://api/bot{TOKEN}/getMe")
    except ValueError as error:
        record = logging.LogRecord(
            "a", 40, "b", 1, "%s AAbbCC-secret", (TOKEN,), (ValueError, error, None)
        )
    line = formatter.format(record)
    assert "AAbbCC-secret" not in line
    assert "***" in line


def test_settings_that_cannot_be_used_are_named(monkeypatch):
    with pytest.raises(SettingError, match="NTM_TELEGRAM_TOKEN"):
        options.from_settings()
    monkeypatch.setenv("NTM_TELEGRAM_TOKEN", TOKEN)
    for name, value in {
        "NTM_TELEGRAM_ACCESS": "ai cũng được",
        "NTM_TELEGRAM_ADMINS": "12, x",
        "NTM_TELEGRAM_PER_MINUTE": "0",
    }.items():
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            with pytest.raises(SettingError, match=name):
                options.from_settings()


def test_settings(monkeypatch):
    monkeypatch.setenv("NTM_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("NTM_TELEGRAM_ADMINS", "1, 2 3")
    monkeypatch.setenv("NTM_TELEGRAM_WEBHOOK_LISTEN", "0.0.0.0:9000")
    chosen = options.from_settings()
    assert chosen.admins == {1, 2, 3}
    assert (chosen.webhook_host, chosen.webhook_port) == ("0.0.0.0", 9000)
    assert chosen.database_url.startswith("sqlite:////")


def test_a_secret_is_made_once_and_for_its_user_only(tmp_path):
    assert secret("x") == secret("x") != secret("y")
    assert (tmp_path / "secrets" / "x").stat().st_mode & 0o077 == 0
