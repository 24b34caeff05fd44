"""Sentences of a message that tell of the person who asks, and not of the matter.

`Tôi là kế toán xã. …`, `Chiều nay tôi phải họp. …`, `… Em đọc mãi mà chưa thấy.`: left out, they
leave the question as it is. What tells of the commune's case stays, for the answer may hang on it:
a number, a place, words of the field. A place alone keeps its name: `Xã em ở Tây Nguyên, …`.
"""

from __future__ import annotations

import re

from knowledge.references.aspect import OF_RELATIONS
from knowledge.references.aspects import aspects
from knowledge.references.parser import GROUP, LEVEL, PERIOD, PROVINCE, REGION, TIME, parse
from knowledge.text import fold, syllables

# Over the text as typed: `co`, `con`, `chi` without diacritics are seldom `cô`, `con`, `chị`.
_PERSON = (
    r"(?:(?:nhà|nha|bên|ben|chỗ|cho|xã|xa|phòng|phong|cơ quan|co quan|đơn vị|don vi|sếp|sep|vợ|"
    r"chồng|quê|que|thôn|thon) )?"
    r"(?:chúng tôi|chung toi|chúng em|chung em|bọn em|bon em|tụi em|tui em|tôi|toi|tui|mình|minh|"
    r"em|e|anh|chị|cô|chú|bác|cháu|chau)"
)
_WHEN = (
    r"(?:(?:sáng|sang|trưa|trua|chiều|chieu|tối|hôm|hom|đêm|mai|tuần|tuan|lát|lat|lúc|luc)"
    r"(?: (?:nay|qua|mai|sau|nữa|nua|trước|truoc|rồi|roi|kia))* )?"
)
_TELLS = re.compile(rf"^\W*(?:thật ra |that ra |tại |vì |do |chẳng là )?{_WHEN}{_PERSON}\b")
_OF_THE_CASE = re.compile(
    r"\d|\b(?:dat|chua dat|no|nhap|tach|hop nhat|sap xep|sap nhap|cong nhan|thu hoi|ngheo|dan toc|"
    r"bien gioi|dao|khu vuc|nhom|vung(?! (?:cao|sau|xa))|loai|(?<!dia )phuong|thi tran|do thi|"
    r"tieu chi|chi tieu|chuan(?! bi)|ntm|"
    r"nong thon|ho so|de nghi|xet|ocop|htx|hop tac|von|tien|trieu|ty|phan tram|quy hoach|"
    r"nham|(?:viet|go|hoi|noi) (?:lon|sai)|nho|tuong|nghe (?:noi|ke|bao|dau)|"
    r"(?<!chua )(?<!khong )(?<!chang )thay|bao (?:la|rang)|van ban|quyet dinh|thong tu|nghi dinh)\b"
)
_QUESTION = re.compile(
    r"\b(?:bao nhieu|may(?! (?:moc|tinh))|gi|nao|ai|sao|bao gio|bao lau|o dau|"
    r"(?:duoc|phai|dung|co|roi) (?:khong|chua)(?=\W*$))\b|\?"
)
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+(?=\D)|\n|,\s+(?=\D)")
_CIRCUMSTANCES = frozenset({PERIOD, TIME, REGION, PROVINCE, GROUP})
_RECOGNISED = re.compile(
    r"\b(?:da |moi |vua )?(?:duoc cong nhan|dat chuan|dat|ve dich)"
    r"(?: (?:roi|xong|ntm|nong thon moi))*\b"
)
_WHICH_DECISION = re.compile(
    r"\b(?:quyet dinh|qd|van ban|vb|bo tieu chi|thong tu|nghi dinh)(?: so)? (?:nao|gi|may)\b"
)
# What such a case falls under is another matter than the set of criteria.
_OF_ITS_OWN = re.compile(
    r"\b(?:thu hoi|mat (?:chuan|danh hieu)|rot|sap nhap|nhap|tach|sap xep|von|tien|no dong|"
    r"kinh phi|khen|thuong|khieu nai)\b"
)
_CLAUSE = re.compile(r"(?<=[.!?;:,])\s+|\n")
_AT = re.compile(
    rf"^\W*{_PERSON} (?:(?:thì|thi|đang|dang|lại|cũng) )*"
    r"(?:(?:nằm |nam |công tác |cong tac )?(?:ở|o)|thuộc|thuoc|tại)(?= )"
)
# Before such words they told who asks: `Em phụ trách nông thôn mới, cho em hỏi`.
_NOW_ASKS = re.compile(
    r"^[\s,;:]*(?:(?:anh|chi|ban|ad|bot|co|chu|bac|admin) )?(?:vui long |lam on )?"
    r"(?:cho|xin|muon|can)(?: phep)?(?: (?:toi|em|e|minh|chau|ben em|chung toi|duoc|xin))* hoi\b"
)
_OFFICE = re.compile(
    r"\b(?:phu trach|phan cong|theo doi|duoc giao|nhan (?:nhiem vu|viec|cong tac|cong viec)|"
    r"cong tac|la (?:can bo|cong chuc|chu tich|pho chu tich|bi thu|nhan vien|chuyen vien|ke toan|"
    r"truong (?:thon|ban|phong))|lam (?:o|viec|tai|nong thon moi|ntm)|"
    r"moi (?:ve|chuyen|vao|len|nhan)|tham gia|thuc tap|dang lam)\b"
)
_BOARD = re.compile(r"\b(?:ban chi dao|lanh dao|chi dao)\b")
_FIELD = re.compile(r"\b(?:(?:xay dung )?nong thon(?: moi)?|(?:xd ?)?ntm)\b")
# Said of oneself whoever is meant: `đọc mãi chưa hiểu`, `ko rành lắm`, `mạng yếu`.
_OF_ONESELF = re.compile(
    r"\b(?:doc|tim|tra|xem|coi|hoi|search|google)(?: (?:di|tra|lai|cuu|kiem))* (?:mai|hoai)\b|"
    r"^\W*(?:doc|tim|tra|xem|coi) .*\b(?:chua|khong|ko|k) (?:ra|hieu|thay|ro)\b|"
    r"^\W*(?:khong|ko|k|chua|chang) (?:ranh|quen|ro|hieu|nam|biet)\b|mang (?:yeu|cham|lag)|"
    r"^\W*(?:de|nham|phuc vu|chuan bi)(?: (?:chuan bi|phuc vu))?(?: cho)? .*\b(?:hop|giao ban|"
    r"hoi nghi|tap huan|buoi|bao cao|thi|lam viec|kiem tra|doan)\b|^\W*dang (?:gap|voi|ban)"
)
# `Hôm nay tập huấn có người hỏi …`, `Sáng nay anh Hùng gọi xuống hỏi …`: it is passed on.
_PASSED_ON = re.compile(
    r"^(?P<told>[^,.?!;:]*(?:[,?] ?)?)(?<!\by )\b(?:nguoi|ai do|toi|em|minh|ba con|dan|sep|"
    r"lanh dao|chu tich|bi thu|ban|co|chu|bac|anh|chi|dong chi|doan)"
    r"(?: (?!cho|xin|de|the)\w+){0,6}? (?P<verb>hoi|thac mac)"
    r"(?: (?:toi|em|minh|la|rang|ve|them|chut|xiu|ti|that|"
    r"(?:cai|dieu|viec|chuyen|cau) nay))*[,:]? "
    r"(?!y kien|dap|han|tham|cuoi|dong|vien|nghi|nhap|gi\b|nhung|loai|cau|ban\b|ad\b|bot\b|"
    r"(?:lien hiep )?phu nu|nong dan|cuu|nguoi cao|thanh nien|chu thap)"
)
_TODAY = re.compile(
    r"\b(?:sang|trua|chieu|toi|hom|dem|ngay|lat|luc)(?: (?:nay|qua|mai|kia|truoc|sau|nua))+\b|"
    r"\b(?:ben|tren|duoi) (?:huyen|tinh|so|xa|uy ban|thon)\b|\bhop (?:thon|xa|dan)\b"
)
# A file or a report that one is busy with is no case of its own.
_BUSY = re.compile(
    r"\b(?:gap|kip|dang|phai|can|de)(?: (?:gap|de|cho|kip|lam|soan|hoan thien|chuan bi|nop))* "
    r"(?:lam|soan|hoan thien|chuan bi|kip|gap)(?: (?:cho|de|kip|them))* (?:ho so|van ban)\b|"
    r"\b(?:kip|gap) (?:nop )?(?:ho so|van ban)\b"
)
_LONGEST = 14
_LONGEST_OF_OFFICE = 24
_SHORT = 6
_TWO = 2


def without(text: str) -> str:
    """The text without what tells of the person alone; as it is where nothing else asks."""
    if (asked := _passed_on(text)) != text:
        return asked
    parts = [part for part in _SENTENCE.split(text) if part.strip()]
    if len(parts) < _TWO:
        return text
    first, last = parts[0], parts[-1]
    after = text[text.index(first) + len(first) :]
    if (_is_idle(first) and _asks(after)) or _introduces(first, after):
        return after.lstrip(" ,;:\n")
    before = text[: text.rindex(last)]
    if _is_idle(last) and (_QUESTION.search(fold(before)) or parse(before).mentions):
        return before.rstrip(" ,;:\n")
    return _without_being_at(text, first, after)


def clause_that_asks(text: str) -> str | None:
    """The one clause of a message that asks, where the others say nothing of the field.

    When and where they say it stays: `năm 2018 xã tôi được công nhận, tiêu chí 5 gồm gì?` asks
    of 2018. Whether they say more is only known by what they do not name: for where the whole
    finds nothing.
    """
    apart = _asking_apart(text)
    if apart is None:
        return None
    asking, others = apart
    said = [mention for part in others for mention in parse(part).mentions]
    bare = [_bare(part) for part in others]
    named = any(mention.kind not in _CIRCUMSTANCES for mention in said)
    if named or any(_OF_THE_CASE.search(_BUSY.sub(" ", fold(part))) for part in bare):
        return None
    when = [part[m.start : m.end].strip() for part in others for m in parse(part).mentions]
    return " ".join([*when, asking])


def clause_with_names(text: str) -> str | None:
    """The one clause that asks by which decision, with what the others name but not their words.

    `Xã tôi đang lập hồ sơ đề nghị công nhận xã nâng cao, xin cho biết căn cứ theo quyết định nào`:
    of the title, whatever is told of the file.
    """
    apart = _asking_apart(text)
    if apart is None or not _WHICH_DECISION.search(fold(apart[0])):
        return None
    asking, others = apart
    if any(_OF_ITS_OWN.search(fold(part)) for part in others):
        return None
    own = {mention.kind for mention in parse(asking).mentions}
    named = [part[m.start : m.end] for part in others for m in parse(part).mentions]
    kinds = {mention.kind for part in others for mention in parse(part).mentions}
    if not kinds or kinds & own or not kinds <= _CIRCUMSTANCES | {LEVEL}:
        return None
    return f"{' '.join(name.strip() for name in named)} {asking}"


def _asking_apart(text: str) -> tuple[str, list[str]] | None:
    """The one clause that asks, and the others; None unless there is just one, and others."""
    parts = [part.strip() for part in _CLAUSE.split(text) if part.strip()]
    asking = [part for part in parts if _QUESTION.search(fold(part))]
    others = [part for part in parts if part not in asking]
    return (asking[0], others) if len(asking) == 1 and others else None


def _bare(part: str) -> str:
    """A clause without when and where, and that the commune was recognised then."""
    for mention in reversed(parse(part).mentions):
        part = f"{part[: mention.start]} {part[mention.end :]}"
    return _RECOGNISED.sub(" ", fold(part))


def _is_idle(part: str) -> bool:
    folded = fold(part)
    of_oneself = _TELLS.match(part.lower()) or _OF_ONESELF.search(folded)
    told = of_oneself is not None and len(syllables(folded)) <= _LONGEST
    names = (
        _OF_THE_CASE.search(_BUSY.sub(" ", folded))
        or _QUESTION.search(folded)
        or parse(part).mentions
    )
    return told and not names and not set(aspects(part)) & OF_RELATIONS


def _passed_on(text: str) -> str:
    """What somebody was asked, without who asked it and when."""
    folded = fold(text)
    match = _PASSED_ON.match(folded)
    if match is None or len(folded) != len(text) or len(syllables(match[0])) > _LONGEST:
        return text
    told, asked = text[: match.end()], text[match.end() :]
    if match["verb"] == "hoi" and not re.search(r"\bh[oỏ]i\b", told.lower()):
        return text
    told = _TODAY.sub(" ", fold(told))
    names = _OF_THE_CASE.search(told) or parse(told).mentions
    return text if names or not _asks(asked) else asked


def _introduces(part: str, after: str) -> bool:
    """Whether who asks tells what they are charged with, and asks in so many words after it.

    The field as such is what every question here is about: to be charged with it says nothing.
    """
    folded = fold(part)
    if not (_NOW_ASKS.match(fold(after)) and _TELLS.match(part.lower()) and _OFFICE.search(folded)):
        return False
    rest = _FIELD.sub(" ", _BOARD.sub(" ", folded))
    names = _OF_THE_CASE.search(rest) or _QUESTION.search(rest) or parse(rest).mentions
    return not names and len(syllables(folded)) <= _LONGEST_OF_OFFICE


def _asks(rest: str) -> bool:
    """Whether the rest asks of the field, or so little that it goes on with what was told."""
    folded = fold(rest)
    of_field = parse(rest).mentions or _OF_THE_CASE.search(folded)
    short = len(syllables(folded)) <= _SHORT
    return bool(of_field) or (short and _QUESTION.search(folded) is not None)


def _without_being_at(text: str, first: str, after: str) -> str:
    """`Xã em ở Đắk Lắk vùng Tây Nguyên, …`: the names of the place are enough."""
    match = _AT.match(first.lower())
    if match and len(first.lower()) == len(first) and parse(first).mentions and _asks(after):
        return f"{first[match.end() :].strip()}{after}"
    return text
