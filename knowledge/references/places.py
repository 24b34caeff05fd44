"""Regions, commune groups and provinces as the criteria sets use them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from knowledge.references.generic import says_nothing
from knowledge.references.mention import GROUP, PROVINCE, REGION, Mention
from knowledge.text import fold, marks, strip_diacritics

# The seven regions of 491, 1980 and 318/QĐ-TTg.
REGIONS: dict[str, str] = {
    "TDMNPB": "Trung du miền núi phía Bắc",
    "DBSH": "Đồng bằng sông Hồng",
    "BTB": "Bắc Trung Bộ",
    "DHNTB": "Duyên hải Nam Trung Bộ",
    "TN": "Tây Nguyên",
    "DNB": "Đông Nam Bộ",
    "DBSCL": "Đồng bằng sông Cửu Long",
}

# The three commune groups of 51/2025/QĐ-TTg.
GROUPS: dict[str, str] = {
    "nhom_1": "xã nhóm 1",
    "nhom_2": "xã nhóm 2",
    "nhom_3": "xã nhóm 3",
}

_REGION_NAMES = {
    "TDMNPB": (
        "trung du(?:,| va)? mien nui(?: (?:phia bac|bac bo))?|mien nui phia bac|tdmnpb|tdmn|"
        "(?:trung du )?(?:mien nui pb|mnpb)|nui (?:phia bac|pb)|vung trung du"
    ),
    "DBSH": "(?:(?:dong bang|db) )?song hong|dbsh",
    "BTB": "bac trung bo|btb",
    "DHNTB": "(?:duyen hai )?nam trung bo|duyen hai mien trung|dhntb|dh nam trung bo",
    "TN": "tay nguyen|vung tn",
    "DNB": "(?:mien )?dong nam bo|dnb|mien dong",
    "DBSCL": "(?:(?:dong bang|db) )?song cuu long|dbscl|(?:mien )?tay nam bo|mien tay",
}
_REGION_PATTERNS = {
    key: re.compile(rf"(?<![a-z])(?:vung |khu vuc )?(?:{names})(?![a-z])")
    for key, names in _REGION_NAMES.items()
}
_GROUP = re.compile(r"(?<![a-z])(?:xa )?(?:thuoc )?nhom (?:xa )?(?:so )?([123])(?!\d)")


@dataclass(frozen=True)
class Province:
    """A province before or after the mergers of 2025.

    Attributes:
        name: as written officially.
        region: key of `REGIONS`; None for present provinces that join several regions.
        now: the present province it belongs to.
    """

    name: str
    region: str | None
    now: str


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    file = Path(__file__).with_name("provinces.yaml")
    data: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return data


@lru_cache(maxsize=1)
def provinces() -> dict[str, Province]:
    """Former and present provinces by name, from `provinces.yaml` beside this module."""
    data = _data()
    former = [Province(row["name"], row["region"], row["now"]) for row in data["former"]]
    found = {province.name: province for province in former}
    for row in data["present"]:
        regions = {province.region for province in former if province.now == row["name"]}
        only = regions.pop() if len(regions) == 1 else None
        found.setdefault(row["name"], Province(row["name"], only, row["name"]))
    return found


@lru_cache(maxsize=1)
def _province_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {fold(name): name for name in provinces()}
    names |= {fold(alias): name for alias, name in _data()["aliases"].items()}
    longest_first = sorted(names, key=len, reverse=True)
    # `Bà Rịa - Vũng Tàu` is typed with and without spaces around the dash.
    joined = "|".join(re.escape(name).replace(r"\ \-\ ", r"\s?-?\s?") for name in longest_first)
    return re.compile(rf"(?<![a-z])(?:tinh |tp\.? ?|thanh pho )?({joined})(?![a-z])"), names


def find(folded: str, text: str) -> Iterator[Mention]:
    """Place mentions.

    Args:
        folded: the folded text.
        text: the same text with its diacritics; a province name typed with
            diacritics must have the right ones (`hòa bình` is, `cao bang` may be a place).
    """
    for key, pattern in _REGION_PATTERNS.items():
        for match in pattern.finditer(folded):
            yield Mention(REGION, key, *match.span())
    for match in _GROUP.finditer(folded):
        yield Mention(GROUP, f"nhom_{match[1]}", *match.span())
    pattern, names = _province_pattern()
    for match in pattern.finditer(folded):
        name = names.get(match[1]) or names.get(re.sub(r"\s?-?\s?", " ", match[1]))
        if name is None:
            name = next(names[key] for key in names if fold(key).replace(" - ", " ") == match[1])
        typed = text[match.start(1) : match.end(1)].lower()
        plain = typed == strip_diacritics(typed)
        if plain or fold(typed) != fold(name) or _is_spelt_so(typed, name.lower()):
            yield Mention(PROVINCE, name, *match.span())


def _is_spelt_so(typed: str, name: str) -> bool:
    """Whether a name has its diacritics, or lacks some in one syllable: `lâm đông`.

    `xã Đông Sơn là` has more of them than Sơn La, and is another word.
    """
    if marks(typed) == marks(name):
        return True
    syllables = list(zip(typed.split(), name.split(), strict=False))
    exact = any(marks(one) == marks(right) != "" for one, right in syllables)
    wrong = [one for one, right in syllables if not set(marks(one)) <= set(marks(right))]
    # `Quảng Nình` is mistyped; `Sơn là` has a word of its own.
    return exact and not any(says_nothing(fold(one), one) for one in wrong)
