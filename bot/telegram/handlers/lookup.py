"""/tieuchi, /vanban and /sosanh: commands that ask a question for the person."""

from __future__ import annotations

from bot.telegram.desk import Desk
from bot.telegram.handlers.question import ask
from bot.telegram.incoming import Incoming
from bot.telegram.replies import Reply

_WHICH_DOCUMENT = (
    "Anh/chị viết kèm số hiệu, ví dụ: <code>/vanban 1980/QĐ-TTg</code> hoặc "
    "<code>/vanban 318</code>."
)
_COMPARE_WHAT = (
    "Anh/chị viết kèm tiêu chí, ví dụ: <code>/sosanh 18</code> hoặc "
    "<code>/sosanh thu nhập giai đoạn 2016-2020 và 2021-2025</code>."
)
_NO_CONTEXT: dict[str, None] = {}


async def criterion(desk: Desk, incoming: Incoming) -> list[Reply]:
    """`/tieuchi 18`: the criterion; without a number: the list."""
    if not incoming.text:
        question = "Liệt kê các tiêu chí xã nông thôn mới"
    elif incoming.text[0].isdigit():
        kind = "Chỉ tiêu" if "." in incoming.text.split()[0] else "Tiêu chí"
        question = f"{kind} {incoming.text} quy định gì?"
    else:
        question = f"Tiêu chí {incoming.text}"
    return await ask(desk, incoming, question, _NO_CONTEXT)


async def document(desk: Desk, incoming: Incoming) -> list[Reply]:
    """`/vanban 1980/QĐ-TTg`: the document and its validity."""
    if not incoming.text:
        return [Reply(_WHICH_DOCUMENT)]
    named = incoming.text if not incoming.text[0].isdigit() else f"văn bản {incoming.text}"
    return await ask(desk, incoming, f"{named} còn hiệu lực không?", _NO_CONTEXT)


async def comparison(desk: Desk, incoming: Incoming) -> list[Reply]:
    """`/sosanh 18`: the criterion now and before."""
    if not incoming.text:
        return [Reply(_COMPARE_WHAT)]
    about = f"tiêu chí {incoming.text}" if incoming.text[0].isdigit() else incoming.text
    if "giai đoạn" not in about.lower() and "20" not in about:
        about += " giai đoạn này khác giai đoạn trước thế nào?"
    else:
        about = f"so sánh {about}"
    return await ask(desk, incoming, about, _NO_CONTEXT)
