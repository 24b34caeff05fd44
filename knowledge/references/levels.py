"""The level or title a question is about: xã, xã nâng cao, kiểu mẫu, hiện đại, huyện, tỉnh."""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.references.mention import LEVEL, Mention
from knowledge.text import fold, normalise, strip_diacritics

_NTM = r"(?:nong thon moi|ntm)"
_BEFORE_ADVANCED = rf"(?:{_NTM}|chuan|tieu chi|bo|xa|cap|muc|dat)"
# `huyện muốn đạt chuẩn`
_WANTS = r"(?:(?:muon|can|phai|de|de duoc|muon duoc) )?"
# `huyện nông thôn mới nâng cao` is a title of districts.
_NOT_OF_DISTRICTS = r"\b(?<!huyen )(?<!huyen dat )(?<!huyen dat chuan )"
# `nâng cao chất lượng` is a verb with its object, not the title.
_NO_OBJECT = (
    r"(?! (?:chat luong|nang luc|nhan thuc|hieu qua|trinh do|doi song|thu nhap|vai tro|"
    r"trach nhiem|nang suat|dan tri))"
)
# What is done to reach a title. After `lên` it can be nothing else; after other verbs it is one
# where nothing follows that could be the object of `nâng cao`.
_REACHED = (
    r"(?:phan dau|dang k[iy]|xet|cong nhan|ve dich|danh hieu|lam|thuc hien|dien|muc tieu|huong toi|"
    r"tham dinh|ra soat|chon|cham|thanh|hoan thanh|de nghi)"
    r"(?: (?:len|dat|lam|chuan|xa|danh hieu|loai|muc))*"
)
_WITHOUT_OBJECT = (
    r"(?=\W*$|[,.;:?!)]|\s(?:thi|la|gi|nao|can|phai|co|khong|duoc|giai|gd|nam|theo|o|tai|cua|"
    r"cho|do|va|hay|hoac|chua|bao|may|ra|vung|chi tieu|tieu chi|tc)\b)"
)
# `khu dân cư kiểu mẫu`, `thôn kiểu mẫu` are titles of their own.
_NO_OTHER_MODEL = r"(?<!khu dan cu )(?<!\bthon )(?<!\bban )(?<!\bap )(?<!\bho )(?<!vuon )"
_ALONE = (
    r"^(?:con |the |the con |vay |con ben )?{}(?=\W*$| thi(?: [a-z]+){{1,4}}\W*$)|"
    r"\b(?:ben|loai|hang|cai) {}\b"
)
_WAYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "xã nâng cao",
        (
            rf"{_NOT_OF_DISTRICTS}(?:xa )?(?:dat )?(?:chuan )?{_BEFORE_ADVANCED} nang cao"
            rf"{_NO_OBJECT}",
            # `xã nâng cao thu nhập bao nhiêu triệu`: a commune raises it, but not by so much
            rf"\b(?:xa|{_NTM}) nang cao"
            r"(?= thu nhap (?:\w+ ){0,4}(?:bao nhieu|may|phai dat|muc)\b)",
            _ALONE.format("nang cao", "nang cao"),
            rf"\b(?:cua|len(?: (?:dat|lam|chuan|xa|danh hieu|loai|muc))*) nang cao{_NO_OBJECT}",
            rf"\b{_REACHED} nang cao{_WITHOUT_OBJECT}",
            # `nâng cao với kiểu mẫu khác nhau ra sao`
            rf"\bnang cao(?= (?:voi|va|vs|hay|hoac|so voi|khac) (?:xa )?(?:{_NTM} )?"
            r"(?:kieu mau|hien dai))",
            r"(?:(?<=nong thon moi )|(?<=ntm )|(?<=kieu mau )|(?<=xa thuong ))"
            rf"(?:voi|va|hay) nang cao{_NO_OBJECT}",
            r"(?:ntm|xa) ?nc\b",
        ),
    ),
    ("xã kiểu mẫu", (rf"(?:xa )?(?:{_NTM} )?{_NO_OTHER_MODEL}kieu mau", r"ntm ?km\b")),
    (
        "xã hiện đại",
        (
            rf"(?:xa )?{_NTM} hien dai(?! hoa)",
            r"xa hien dai(?! hoa)",
            _ALONE.format("hien dai", "hien dai"),
            rf"\b(?:len|{_REACHED}) hien dai(?! hoa){_WITHOUT_OBJECT}",
            rf"\bhien dai(?= (?:voi|va|vs|hay|hoac|so voi|khac) (?:xa )?(?:{_NTM} )?"
            r"(?:kieu mau|nang cao))",
            r"(?:(?<=kieu mau )|(?<=nang cao ))(?:voi|va|hay) hien dai\b(?! hoa)",
        ),
    ),
    (
        "huyện",
        (
            r"cap huyen|tieu chi huyen|bo tieu chi (?:quoc gia )?(?:ve )?huyen",
            rf"huyen {_WANTS}(?:(?:dat )?(?:chuan )?{_NTM}(?: nang cao{_NO_OBJECT})?|"
            r"dat chuan|nang cao|dac thu)",
            r"^(?:con |the |the con |vay )?(?:doi voi )?(?:cap )?huyen(?: thi)?(?: sao| the nao)\b",
            r"^(?:con|the|the con)(?: cap)? huyen\b|(?:cong nhan|xet) huyen",
        ),
    ),
    (
        "tỉnh",
        (
            r"(?<!ubnd )(?<!uy ban nhan dan )cap tinh(?! quy dinh)",
            r"(?<=dieu kien cua )tinh\b|(?<=dieu kien doi voi )tinh\b|(?<=dieu kien cho )tinh\b",
            r"^(?:con|the|the con)(?: cap)? tinh\b(?! (?:nao|gi|do|nay)\b)",
            r"^(?:con |the |the con |vay )?(?:doi voi )?(?:cap )?tinh(?: thi)?(?: sao| the nao)\b",
            rf"(?:de mot )?tinh (?:duoc (?:xem|coi|cong nhan) la (?:da )?)?{_WANTS}"
            rf"(?:{_NTM}|hoan thanh)",
            r"tinh,? thanh pho (?:truc thuoc trung uong )?hoan thanh",
        ),
    ),
    (
        "xã",
        (
            r"cap xa|xa thuong(?! (?:truc|xuyen|tru))|xa dat chuan(?= (?:va|voi|so voi) xa)",
            r"\bxa (?:binh )?thuong(?= thi|\W*$)",
            rf"xa (?:dat )?(?:chuan )?{_NTM}(?! (?:nang cao{_NO_OBJECT}|kieu mau|hien dai))"
            r"(?: (?:binh )?thuong\b(?! xuyen))?",
        ),
    ),
)
_TITLES = frozenset({"xã nâng cao", "xã kiểu mẫu", "xã hiện đại"})
# Beside a title `xã đạt chuẩn` is the commune without one.
_ORDINARY = re.compile(
    r"(?<![a-z])xa (?:dat )?(?:chuan|thuong)(?! (?:nang|kieu|hien|ntm|nong|tiep|truc|xuyen|tru))"
)
# `xã nông thôn mới (không phải nâng cao)` asks for the one, not for the other.
_DENIED = re.compile(
    r"\b(?:khong|chu khong)(?: phai)?(?: la| noi| hoi| tinh)? (?:ve )?(?:loai |muc |xa )?$"
)
_DENIED_LEVEL = re.compile(
    r"[(,]? ?\b(?:chu )?khong phai(?: la)? (?:loai |muc |xa )?(?:ntm |nong thon moi )?"
    r"(?:nang cao|kieu mau|hien dai)(?: dau| nhe| nha)?[),]?(?! (?:khong|chua|a\b|ha\b)|\W*[?]?$)"
)
# `bỏ cấp huyện rồi, hồ sơ xã gửi đâu?` takes it as told that there are none; the commune asks.
_GONE = re.compile(
    r"\b(?:khong con|khong co|da het|bo|giai the|ket thuc|cham dut)"
    r"(?: (?:han|luon|di|mat|hoat dong))*(?: (?:don vi|chinh quyen))? ?$"
)
# `xã nâng cao phải bao nhiêu %` of a district counts its communes of that title.
_SHARE = re.compile(r"\bxa (?:\w+ ){1,5}(?:bao nhieu|may) ?(?:%|phan tram)")
NEWEST = "xã hiện đại"
"""No set before that of 2026-2030 knows this title: it is of no other time talked about."""
ABOVE_COMMUNES = frozenset({"huyện", "tỉnh"})
# `bỏ cấp huyện rồi thì điều kiện của tỉnh ra sao?`
_TOLD = re.compile(
    r"^\W*(?:(?:bay )?gio |nay |hien nay |gio day )?(?:da )?"
    r"(?:bo|khong con|khong co|het|giai the|cham dut|ket thuc)(?: han| hoat dong)* "
    r"(?:(?:cap|don vi|chinh quyen|hanh chinh) )*huyen(?: (?:roi|nua|xong|di))*\W*"
    r"(?:\b(?:thi|nen|vay)\b\W*)*"
    r"(?=.*\b(?:tinh|thanh pho)\b)(?=.*\b(?:dieu kien|tieu chi|muc|dat|hoan thanh|can)\b)"
)
_PAPERWORK = re.compile(r"\b(?:ho so|nop|gui|trinh(?! tu)|tham tra|tham dinh)\b")
_PATTERNS = tuple((value, re.compile("|".join(ways))) for value, ways in _WAYS)


# Bare words for a unit of administration. Without diacritics `tinh` is mostly `tính`, so that
# only what can be nothing else is taken for `tỉnh`.
_UNITS = {
    "xã": re.compile(r"(?<!thi )(?<!hop tac )(?<!lien )\bxa\b(?! (?:hoi|vien|loi|xoi|hon))"),
    "huyện": re.compile(r"\bhuyen\b"),
    "tỉnh": re.compile(r"\btinh\b(?! (?:uy|toan|trang|tu))"),
}
_BARE_PROVINCE = re.compile(r"(?:\bcap |\bubnd |^|\bcua |\bdoi voi )$")


def units(question: str) -> list[str]:
    """The units of administration, folded, that a question speaks of, in order of appearance."""
    lowered = normalise(question).lower()
    folded = strip_diacritics(lowered)
    found: dict[str, int] = {}
    for unit, pattern in _UNITS.items():
        for match in pattern.finditer(folded):
            typed = lowered[match.start() : match.end()] == unit
            bare = folded == lowered and (
                unit != "tỉnh" or _BARE_PROVINCE.search(folded[: match.start()])
            )
            if typed or bare:
                found.setdefault(match[0], match.start())
    return sorted(found, key=lambda unit: found[unit])


def without_denied(question: str) -> str:
    """The question without the level that it says it does not mean, or tells there is no more."""
    text = normalise(question)
    folded = fold(text)
    told = _TOLD.match(folded)
    if told and len(folded) == len(text) and not _PAPERWORK.search(folded):
        return text[told.end() :]
    denied = _DENIED_LEVEL.search(folded)
    if denied is None or len(folded) != len(text):
        return question
    return f"{text[: denied.start()]} {text[denied.end() :]}"


def find(folded: str) -> Iterator[Mention]:
    """Level mentions in folded text, the most specific first."""
    titled = False
    for value, pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            before, after = folded[: match.start()], folded[match.end() :]
            told = _GONE.search(before) and _PAPERWORK.search(after)
            if not (told or _DENIED.search(before)):
                titled = titled or value in _TITLES
                yield Mention(LEVEL, value, *match.span())
    if titled:
        yield from (Mention(LEVEL, "xã", *match.span()) for match in _ORDINARY.finditer(folded))


def counts_communes(text: str) -> bool:
    """Whether a share of the communes of a title is asked for."""
    return _SHARE.search(fold(text)) is not None
