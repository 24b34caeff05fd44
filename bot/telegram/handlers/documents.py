"""A document sent by a maintainer: offered for the office's knowledge folder."""

from __future__ import annotations

import logging
import os
import re
import secrets
import time
from pathlib import Path

from sqlalchemy.engine import Connection

from bot.telegram import buttons, limits
from bot.telegram.database import execute
from bot.telegram.desk import Desk
from bot.telegram.handlers.media import hint
from bot.telegram.incoming import Incoming
from bot.telegram.rendering import escape
from bot.telegram.replies import Button, Reply

_log = logging.getLogger(__name__)

_KINDS = frozenset({".pdf", ".docx"})
_YES = "y"
_NO = "n"
_FORBIDDEN = re.compile(r"[^\w.() -]+")
_NAME_LENGTH = 100

_WRONG_KIND = (
    "Kho nhận tệp PDF hoặc DOCX qua Telegram; tệp loại khác anh/chị chép thẳng vào thư mục."
)
_TOO_LARGE = "Tệp lớn quá {size} MB, Telegram không cho tôi tải; anh/chị chép thẳng vào thư mục."
_NO_FOLDER = "Cơ quan chưa đặt thư mục tài liệu riêng (NTM_DOCUMENTS) nên tôi không có chỗ để tệp."
_OFFER = "Đưa <b>{name}</b> vào kho tài liệu của cơ quan?"
_STORED = (
    "Đã đưa <b>{name}</b> vào kho. Tài liệu được dùng để trả lời sau lần dựng chỉ mục tới "
    "(<code>make index</code>)."
)
_EXISTS = "Kho đã có tệp tên <b>{name}</b>; tôi không ghi đè. Anh/chị đổi tên rồi gửi lại."
_DECLINED = "Không đưa vào kho."
_GONE = "Lời đề nghị này đã hết hạn; anh/chị gửi lại tệp giúp tôi."


async def offered(desk: Desk, incoming: Incoming) -> list[Reply]:
    """Asks whether a sent file is meant for the folder."""
    file = incoming.file
    if file is None or not desk.access.is_maintainer(incoming.user_id):
        return await hint(desk, incoming)
    name = safe_name(file.name)
    if Path(name).suffix.lower() not in _KINDS:
        return [Reply(_WRONG_KIND)]
    if file.size > limits.DOCUMENT_BYTES:
        return [Reply(_TOO_LARGE.format(size=limits.DOCUMENT_BYTES // 1_000_000))]
    if desk.options.documents is None:
        return [Reply(_NO_FOLDER)]
    offer = secrets.token_hex(8)
    await desk.database.run(
        lambda connection: execute(
            connection,
            "INSERT INTO offers (id, person, file_id, name, offered_at) "
            "VALUES (:id, :person, :file, :name, :now)",
            id=offer,
            person=desk.people.person(incoming.user_id),
            file=file.id,
            name=name,
            now=time.time(),
        )
    )
    choice = (
        Button("Đưa vào kho", buttons.data(buttons.FILE, argument=f"{offer}:{_YES}")),
        Button("Không", buttons.data(buttons.FILE, argument=f"{offer}:{_NO}")),
    )
    return [Reply(_OFFER.format(name=escape(name)), buttons=(choice,))]


async def decided(desk: Desk, incoming: Incoming, argument: str) -> list[Reply]:
    """Fetches the file, or does not."""
    offer, _, decision = argument.partition(":")
    person = desk.people.person(incoming.user_id)

    def find(connection: Connection) -> tuple[str, str] | None:
        row = execute(
            connection,
            "SELECT file_id, name FROM offers WHERE id = :id AND person = :person",
            id=offer,
            person=person,
        ).first()
        return None if row is None else (row._mapping["file_id"], row._mapping["name"])

    found = await desk.database.run(find)
    folder = desk.options.documents
    if found is None or folder is None or not desk.access.is_maintainer(incoming.user_id):
        return [Reply(_GONE)]
    closed = Reply(edits=incoming.message_id)
    if decision != _YES:
        return [closed, Reply(_DECLINED)]
    file_id, name = found
    text = _STORED if await _fetch(desk, file_id, folder / name, offer) else _EXISTS
    return [closed, Reply(text.format(name=escape(name)))]


async def _fetch(desk: Desk, file_id: str, target: Path, offer: str) -> bool:
    """Fetches a file aside and moves it into place; never over one that is there."""
    aside = target.with_name(f".{offer}.part")
    if target.exists():
        return False
    file = await desk.bot.get_file(file_id)
    content = bytes(await file.download_as_bytearray())
    target.parent.mkdir(parents=True, exist_ok=True)
    aside.write_bytes(content)
    try:
        os.link(aside, target)
    except FileExistsError:
        return False
    finally:
        aside.unlink()
    _log.info("đã nhận tài liệu %s (%d byte) qua Telegram", target.name, len(content))
    return True


def safe_name(name: str) -> str:
    """A file name that stays in its folder: no separators, no leading dots, not too long."""
    path = Path(_FORBIDDEN.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).lstrip(". "))
    return f"{path.stem[:_NAME_LENGTH] or 'tai-lieu'}{path.suffix.lower()}"
