"""/xa: the person's province, region or commune group, by buttons."""

from __future__ import annotations

from bot.telegram import buttons
from bot.telegram.desk import Desk
from bot.telegram.incoming import Incoming
from bot.telegram.places import drop_place, place_of, set_place
from bot.telegram.rendering import escape
from bot.telegram.replies import Button, Keyboard, Reply
from knowledge.references.places import GROUPS, REGIONS, provinces
from knowledge.text import fold

_NOW = "Nơi đang đặt: <b>{place}</b>.\n"
_CHOOSE = (
    "Anh/chị chọn nơi công tác; tôi sẽ dùng cho những câu hỏi không nêu địa bàn. Chọn tỉnh là đủ "
    "để biết vùng; nhóm xã dùng cho bộ tiêu chí 2026-2030."
)
_WHICH = {"region": "Chọn vùng:", "province": "Chọn tỉnh, thành phố:", "group": "Chọn nhóm xã:"}
_SET = "Đã đặt: <b>{place}</b>. Đổi lại lúc nào cũng được bằng /xa."
_DROPPED = "Đã bỏ nơi công tác đã đặt."
_UNKNOWN = "Tôi không thấy nơi này trong danh mục. Anh/chị chọn lại bằng /xa."
_COLUMNS = 2


async def choose(desk: Desk, incoming: Incoming) -> list[Reply]:
    """The first choice: by what."""
    place = await place_of(desk, incoming)
    text = _CHOOSE
    for field, value in place.items():
        text = _NOW.format(place=escape(_choices(field).get(value, value))) + text
    rows = [
        (Button("Tỉnh, thành phố", _data("province")),),
        (Button("Vùng", _data("region")), Button("Nhóm xã", _data("group"))),
    ]
    if place:
        rows.append((Button("Bỏ nơi đã đặt", _data("none")),))
    return [Reply(text, buttons=tuple(rows))]


async def pressed(desk: Desk, incoming: Incoming, argument: str) -> list[Reply]:
    """A button of /xa: `region` opens the choice, `region:TN` sets it, `none` forgets it."""
    field, _, key = argument.partition(":")
    if field == "none":
        await drop_place(desk, incoming)
        return [Reply(_DROPPED)]
    if field not in _WHICH:
        return [Reply(_UNKNOWN)]
    if not key:
        return [Reply(_WHICH[field], buttons=_keyboard(field))]
    values = {_key(value): value for value in _choices(field)}
    if key not in values:
        return [Reply(_UNKNOWN)]
    await set_place(desk, incoming, field, values[key])
    return [Reply(_SET.format(place=escape(_choices(field)[values[key]])))]


def _choices(field: str) -> dict[str, str]:
    """What can be chosen: values of the context and what they are called."""
    if field == "region":
        return {code: f"vùng {name}" for code, name in REGIONS.items()}
    if field == "group":
        return GROUPS
    return {name: name for name, province in provinces().items() if province.now == name}


def _keyboard(field: str) -> Keyboard:
    choices = sorted(_choices(field).items(), key=lambda item: fold(item[1]))
    made = [
        Button(name[:1].upper() + name[1:], _data(f"{field}:{_key(value)}"))
        for value, name in choices
    ]
    return tuple(tuple(made[at : at + _COLUMNS]) for at in range(0, len(made), _COLUMNS))


def _key(value: str) -> str:
    """A value as button data: plain letters, so that its bytes are few."""
    return fold(value).replace(" ", "-")


def _data(argument: str) -> str:
    return buttons.data(buttons.PLACE, argument=argument)
