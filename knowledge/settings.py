"""Every setting of the product, read from environment variables.

Shared by both interpreters (3.10 for Rasa, 3.11 for the rest): standard
library only. The README's table of settings is checked against `SETTINGS`.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import SettingError

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Setting:
    """One environment variable: its name, default and meaning (in Vietnamese, for the README)."""

    name: str
    default: str
    meaning: str


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "NTM_DOCUMENTS",
        "",
        "thư mục tài liệu riêng của cơ quan, đặt thêm lên trên `knowledge/documents`; "
        "nhiều thư mục cách nhau bằng dấu hai chấm",
    ),
    Setting("NTM_INDEX", "var/index", "nơi lưu các phiên bản chỉ mục"),
    Setting(
        "NTM_EMBEDDING_MODEL",
        "knowledge/model",
        "thư mục hoặc tên mô hình sentence-transformers dùng để nhúng văn bản",
    ),
    Setting("NTM_TODAY", "", "cố định ngày hôm nay (YYYY-MM-DD), dùng khi kiểm thử"),
    Setting("NTM_ACTIONS_URL", "http://127.0.0.1:5055/webhook", "địa chỉ máy chủ hành động"),
    Setting("NTM_RASA_URL", "http://127.0.0.1:5005", "địa chỉ máy chủ Rasa"),
)

_DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


def _value(name: str, environ: Mapping[str, str] | None = None) -> str:
    environ = os.environ if environ is None else environ
    return environ.get(name, "").strip() or _DEFAULTS[name]


def _path(text: str) -> Path:
    path = Path(text).expanduser()
    return path if path.is_absolute() else ROOT / path


def shipped_documents() -> Path:
    """The knowledge folder that ships with the repository."""
    return ROOT / "knowledge" / "documents"


def document_folders() -> list[Path]:
    """The shipped knowledge folder first, then the office's own folders."""
    own = [_path(part) for part in _value("NTM_DOCUMENTS").split(os.pathsep) if part]
    return [shipped_documents(), *own]


def index_folder() -> Path:
    """Where index versions are kept."""
    return _path(_value("NTM_INDEX"))


def embedding_model() -> str:
    """A local folder (absolute) or the name of a sentence-transformers model."""
    text = _value("NTM_EMBEDDING_MODEL")
    local = _path(text)
    return str(local) if local.exists() else text


def actions_url() -> str:
    """Where Rasa finds the action server's webhook."""
    return _value("NTM_ACTIONS_URL")


def rasa_url() -> str:
    """Where other processes find Rasa's HTTP server."""
    return _value("NTM_RASA_URL").rstrip("/")


def today() -> dt.date:
    """Today's date, or the date fixed by `NTM_TODAY`.

    Raises:
        SettingError: `NTM_TODAY` is not a date of the form YYYY-MM-DD.
    """
    text = _value("NTM_TODAY")
    if not text:
        return dt.date.today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise SettingError(f"NTM_TODAY: '{text}' không phải ngày dạng YYYY-MM-DD") from error
