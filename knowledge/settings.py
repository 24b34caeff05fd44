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
from typing import Literal

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
        "thư mục hoặc tên mô hình sentence-transformers dùng để nhúng văn bản; các mô hình có "
        "thể chọn: [docs/mo-hinh-nhung.md](docs/mo-hinh-nhung.md)",
    ),
    Setting(
        "NTM_INDEX_SEARCH",
        "auto",
        "cách tìm theo véc-tơ: `exact` so với mọi đoạn, `approximate` chỉ đọc những cụm gần câu "
        "hỏi nhất, `auto` là `exact` đến 400.000 đoạn rồi `approximate`",
    ),
    Setting("NTM_MAX_FILE_MB", "100", "tệp gốc lớn hơn số MB này bị từ chối khi đưa vào kho"),
    Setting("NTM_TODAY", "", "cố định ngày hôm nay (YYYY-MM-DD), dùng khi kiểm thử"),
    Setting("NTM_ACTIONS_URL", "http://127.0.0.1:5055/webhook", "địa chỉ máy chủ hành động"),
    Setting("NTM_RASA_URL", "http://127.0.0.1:5005", "địa chỉ máy chủ Rasa"),
    Setting(
        "NTM_SECRETS",
        "var/secrets",
        "thư mục giữ khóa giữa hai tiến trình và muối băm, tự sinh khi chưa có",
    ),
    Setting(
        "NTM_TELEGRAM_TOKEN", "", "mã bí mật của bot, lấy ở @BotFather; trống thì không chạy bot"
    ),
    Setting(
        "NTM_TELEGRAM_API_URL",
        "https://api.telegram.org",
        "máy chủ Bot API (tự dựng hoặc kiểm thử)",
    ),
    Setting(
        "NTM_DATABASE_URL",
        "sqlite:///var/telegram.db",
        "cơ sở dữ liệu của bot; PostgreSQL: `postgresql+psycopg://tên:mật-khẩu@máy/csdl`",
    ),
    Setting(
        "NTM_TELEGRAM_ACCESS",
        "open",
        "ai được hỏi: `open` mọi người, `list` những mã số trong NTM_TELEGRAM_ALLOWED, "
        "`approval` người có mã mời do quản trị viên cấp",
    ),
    Setting("NTM_TELEGRAM_ALLOWED", "", "mã số Telegram được hỏi, cách nhau bằng dấu phẩy"),
    Setting("NTM_TELEGRAM_ADMINS", "", "mã số Telegram của quản trị viên"),
    Setting(
        "NTM_TELEGRAM_MAINTAINERS", "", "mã số Telegram của người được gửi tài liệu vào kho qua bot"
    ),
    Setting(
        "NTM_TELEGRAM_WEBHOOK_URL",
        "",
        "địa chỉ https công khai để Telegram gọi vào; trống thì bot tự hỏi (polling)",
    ),
    Setting(
        "NTM_TELEGRAM_WEBHOOK_LISTEN", "127.0.0.1:8443", "nơi bot nghe khi dùng webhook (sau proxy)"
    ),
    Setting(
        "NTM_TELEGRAM_PER_MINUTE", "20", "số tin nhắn mỗi phút của một người trước khi bị giãn"
    ),
    Setting(
        "NTM_TELEGRAM_RECENT_HOURS",
        "12",
        "sau khi gián đoạn, câu hỏi cũ hơn số giờ này chỉ được xin lỗi, không trả lời muộn",
    ),
    Setting(
        "NTM_QUESTIONS",
        "var/questions.db",
        "tệp ghi những câu hỏi chưa trả lời được hoặc còn ngờ, đã bỏ tên và số của cá nhân; "
        "xem bằng `ntm questions`",
    ),
    Setting(
        "NTM_RETENTION_DAYS",
        "90",
        "số ngày giữ dữ liệu hội thoại và câu hỏi đã ghi trước khi tự xóa",
    ),
)

_DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


def _value(name: str, environ: Mapping[str, str] | None = None) -> str:
    environ = os.environ if environ is None else environ
    return environ.get(name, "").strip() or _DEFAULTS[name]


def _path(text: str) -> Path:
    path = Path(text).expanduser()
    return path if path.is_absolute() else ROOT / path


def identifiers(name: str) -> frozenset[int]:
    """A setting that lists numbers, separated by commas or spaces.

    Raises:
        SettingError: something in it is not a whole number.
    """
    parts = _value(name).replace(",", " ").split()
    try:
        return frozenset(int(part) for part in parts)
    except ValueError as error:
        raise SettingError(f"{name}: chỉ gồm các mã số, cách nhau bằng dấu phẩy") from error


def number(name: str) -> int:
    """A setting that is a whole number above zero.

    Raises:
        SettingError: it is not.
    """
    text = _value(name)
    if not text.isdecimal() or int(text) < 1:
        raise SettingError(f"{name}: '{text}' không phải số nguyên dương")
    return int(text)


def text(name: str) -> str:
    """A setting as it stands, without surrounding spaces."""
    return _value(name)


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


Search = Literal["auto", "exact", "approximate"]


def index_search() -> Search:
    """How the dense index searches.

    Raises:
        SettingError: it is none of the three ways.
    """
    text = _value("NTM_INDEX_SEARCH")
    ways: tuple[Search, ...] = ("auto", "exact", "approximate")
    for way in ways:
        if text == way:
            return way
    raise SettingError(f"NTM_INDEX_SEARCH: '{text}' không phải {', '.join(ways)}")


def actions_url() -> str:
    """Where Rasa finds the action server's webhook."""
    return _value("NTM_ACTIONS_URL")


def rasa_url() -> str:
    """Where other processes find Rasa's HTTP server."""
    return _value("NTM_RASA_URL").rstrip("/")


def secrets_folder() -> Path:
    """Where keys that nobody needs to know are made and kept."""
    return _path(_value("NTM_SECRETS"))


def questions_file() -> Path:
    """Where questions that were not answered well are kept for the maintainers."""
    return _path(_value("NTM_QUESTIONS"))


def database_url() -> str:
    """SQLAlchemy address of the database; a relative SQLite path is the root's."""
    url = _value("NTM_DATABASE_URL")
    scheme, _, path = url.partition(":///")
    if scheme.startswith("sqlite") and path and not path.startswith(("/", ":")):
        return f"{scheme}:///{ROOT / path}"
    return url


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
