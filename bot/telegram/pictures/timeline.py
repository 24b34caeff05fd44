"""A line of documents as a picture: which replaced, amended or followed which, and when."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PIL import Image, ImageDraw

from bot.telegram.answers import Answer
from bot.telegram.pictures.canvas import (
    ACCENT,
    BAND,
    FOOTER,
    INK,
    LINE,
    MARGIN,
    PAPER,
    RULE,
    SMALL_SIZE,
    SOFT,
    TEXT_SIZE,
    TITLE_SIZE,
    WIDTH,
    font,
    height,
    png,
    wrap,
    write,
)

_TITLE = "Dòng thời gian hiệu lực"
_RELATIONS = {"replaces": "thay thế", "amends": "sửa đổi", "succeeds": "tiếp theo giai đoạn của"}
_GOVERNS = "đang áp dụng"
_UNVERIFIED = "chưa đối chiếu nguyên văn"

_AXIS = MARGIN + 24
_DOT = 14
_TEXT_LEFT = MARGIN + 80
_GAP = 28
_PAD = 20


def caption(answer: Answer) -> str | None:
    """The same line in words; None if there is no line."""
    line = answer.get("history") or []
    if len(line) < 2:
        return None
    rows = []
    for station in line:
        heading, details = _words(station)
        mark = "▶" if station["asked"] else "•"
        rows.append(f"{mark} {heading}: {'; '.join(details)}")
    return "\n".join([f"{_TITLE}:", *rows])


def draw(answer: Answer) -> bytes:
    """The picture as PNG."""
    heading_face, face = font(TEXT_SIZE, bold=True), font(SMALL_SIZE)
    title_face = font(TITLE_SIZE, bold=True)
    room = WIDTH - MARGIN - _TEXT_LEFT - 2 * _PAD
    stations = []
    for station in answer["history"]:
        heading, details = _words(station)
        stations.append(
            (
                station,
                wrap(heading, heading_face, room),
                [line for detail in details for line in wrap(detail, face, room)],
            )
        )
    heights = [
        height(len(heading), heading_face) + height(len(details), face) + 2 * _PAD
        for _, heading, details in stations
    ]
    top = MARGIN + height(1, title_face) + _GAP
    total = int(top + sum(heights) + _GAP * len(heights) + SMALL_SIZE * LINE + MARGIN)
    image = Image.new("RGB", (WIDTH, total), PAPER)
    canvas = ImageDraw.Draw(image)
    write(canvas, (MARGIN, MARGIN), [_TITLE], title_face, ACCENT)
    end = top + sum(heights) + _GAP * (len(heights) - 1)
    canvas.line((_AXIS, top + _GAP, _AXIS, end - _GAP), fill=RULE, width=6)
    y = top
    for (station, lines, small), tall in zip(stations, heights, strict=True):
        box = (_TEXT_LEFT, y, WIDTH - MARGIN, y + tall)
        edge = ACCENT if station["asked"] else RULE
        canvas.rounded_rectangle(
            box, 14, fill=BAND if station["governs"] else PAPER, outline=edge, width=3
        )
        colour = ACCENT if station["governs"] else SOFT
        middle = y + tall / 2
        canvas.ellipse((_AXIS - _DOT, middle - _DOT, _AXIS + _DOT, middle + _DOT), fill=colour)
        at = write(canvas, (_TEXT_LEFT + _PAD, y + _PAD), lines, heading_face, INK)
        write(canvas, (_TEXT_LEFT + _PAD, at), small, face, SOFT)
        y += tall + _GAP
    write(canvas, (MARGIN, y), [FOOTER], font(SMALL_SIZE), SOFT)
    return png(image)


def _words(station: dict[str, Any]) -> tuple[str, list[str]]:
    """Heading and details of a document of the line."""
    heading = station["name"]
    if station["period"]:
        heading += f" (giai đoạn {station['period']})"
    details = [_span(station)]
    if station["relation"]:
        relation = f"{_RELATIONS[station['relation']]} {station['target']}"
        details.append(relation if station["verified"] else f"{relation} ({_UNVERIFIED})")
    return heading, details


def _span(station: dict[str, Any]) -> str:
    since = f"từ {_day(station['since'])}" if station["since"] else "không rõ ngày bắt đầu"
    if station["governs"]:
        return f"{since}, {_GOVERNS}"
    if station["over"]:
        return f"{since}, giai đoạn kết thúc {_day(station['until'])}"
    return f"{since} đến {_day(station['until'])}" if station["until"] else since


def _day(iso: str) -> str:
    """A date as official texts write it: `08/3/2022`, `15/02/2026`."""
    day = dt.date.fromisoformat(iso)
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
