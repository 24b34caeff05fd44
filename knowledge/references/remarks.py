"""What a message says about the conversation itself: more of it, why, back to what came before.

`Cụ thể hơn về an ninh đi`, `sao lại tụt thế?`, `quay lại chỉ tiêu 17.1 lúc nãy`: such words go on
with what was told and are no matter that a passage could speak of.
"""

from __future__ import annotations

import re

from knowledge.text import fold

_THEN = re.compile(r"^\W*(?:vậy|thế)(?: thì| là)? ", re.IGNORECASE)
_MORE = re.compile(
    r"\b(?:noi|giai thich|trinh bay|ke|neu|liet ke)(?: (?:cho|giup|anh|chi|em|minh|toi))*"
    r" (?:lai |them |tiep )?(?:cho )?(?:ro|ky|cu the|chi tiet|day du|them|tiep|het)\b"
    r"(?: (?:hon|ra|them|nua|duoc khong))*|"
    r"\b(?:cu the|chi tiet|ro|ro rang|ky|day du)(?: hon| them)+"
    r"(?: nua| chut| ti| mot chut| duoc khong)*|"
    r"\b(?:cu the|chi tiet) (?:la )?(?:gi|nhung gi|the nao|ra sao)\W*$|"
    r"\bcu the (?:di|nhe|giup)\b|"
    r"\bcon (?:co )?(?:nhung )?(?:gi|cai gi|dieu gi|yeu cau gi|quy dinh gi)(?: khac| nua)+"
    r"(?: khong)?|\bngoai ra(?: con| thi)? (?:gi|nhung gi|co gi)(?: nua| khac)*(?: khong)?|"
    r"\b(?:chi )?(?:the|vay|co the|co vay) thoi (?:a|sao|ha)\b|\bhet chua\b"
)
_WHY = re.compile(
    r"\b(?:tai sao|vi sao|sao lai|do dau ma|co gi ma|ly do(?: gi| vi sao)?|nguyen nhan(?: gi)?)\b|"
    r"^\W*(?:the |vay |ua |o )?sao\b(?! (?:luc|y|chep))"
)
# `lúc nãy` with its diacritics is a while ago; without them it may be `lúc này`, now.
_A_WHILE_AGO = re.compile(r"\b(?:lúc|hồi|ban|vừa|khi|mới)\s+nãy\b")
_BACK = re.compile(
    r"\bquay (?:nguoc )?(?:lai|ve)(?: (?:voi|cau hoi|chuyen|cai))*\b|"
    r"\b(?:tro|ve) lai(?= (?:voi|cau|chuyen|van de|tieu chi|chi tieu|noi dung)\b)|"
    r"\bhoi (?:lai|tiep)(?! can)(?: ve)?\b|"
    r"\b(?:hoi nay|(?<!van )ban nay|vua nay|khi nay|cau (?:truoc|dau|hoi truoc)|(?:o|ben) tren)\b"
)
_OTHER_PLACES = re.compile(
    r"\b(?:(?:cac |nhung )?(?:vung|nhom|noi|vung mien) (?:khac|con lai)|tung (?:vung|nhom)|"
    r"(?:tat ca|moi) (?:cac )?(?:vung|nhom)|cac (?:vung|nhom) (?:thi sao|the nao|ra sao))\b|"
    r"^\W*(?:the |con |vay )+(?:muc )?(?:cua )?quoc gia\b"
)
_WHOLE = re.compile(
    r"\b(?:cua |o )?(?:(?:muc )?(?:chung )?(?:ca nuoc|toan quoc)|muc (?:binh quan )?chung)\b"
)
# `tôi cần`, `em đang hỏi`, `ý anh là`: who means what is said, and not what.
_MEANT = re.compile(
    r"\b(?:toi|minh|em|anh|chi)(?: (?:dang|can|muon|hoi|noi|tim|xem|biet|dinh|tinh|la))+"
    r"(?: (?:la|cho|ve))?\b|\b(?:tinh|xet|lay) theo\b|\b(?:hinh|duong) nhu(?: la)?\b"
)
_POLITE = re.compile(
    r"^\W*(?:thoi|a|u|uh|o|ok|vang|da|the a|vay a)\b,? |"
    r"\b(?:thoi )?cung duoc(?: roi| a| nhe)*\W*$|"
    r"\b(?:di|giup|voi|xem nao|nhe|nha|luon|duoc khong|co ma|co a)"
    r"(?: (?:a|em|anh|chi|ban|nhe))*\W*$"
)


def asks_more(text: str) -> bool:
    """Whether more of what was told is asked for: `nói rõ hơn`, `còn gì nữa không`."""
    return bool(_MORE.search(fold(text)))


def asks_why(text: str) -> bool:
    """Whether the reason of something is asked for."""
    return bool(_WHY.search(fold(text)))


def goes_back(text: str) -> bool:
    """Whether a message returns to what was talked about before."""
    return bool(_A_WHILE_AGO.search(text.lower()) or _BACK.search(fold(text)))


def of_other_places(text: str) -> bool:
    """`các vùng khác thì sao`: what holds in all the places, not in the one talked about."""
    return bool(_OTHER_PLACES.search(fold(text)))


def of_the_whole(text: str) -> bool:
    """`mức chung cả nước thì sao`: what holds where no place has a threshold of its own."""
    return bool(_WHOLE.search(fold(text)))


def without(text: str) -> str:
    """The text, folded where its length asks for it, without the remarks."""
    folded = fold(text)
    if len(folded) != len(text):
        text = folded
    for pattern, seen in (
        (_A_WHILE_AGO, text.lower()),
        *((one, folded) for one in (_MORE, _WHY, _BACK, _OTHER_PLACES, _WHOLE, _MEANT, _POLITE)),
    ):
        for match in pattern.finditer(seen):
            start, end = match.span()
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def without_then(text: str) -> str:
    """The text without `vậy` or `thế` at its start: `vậy vốn` is not `vay vốn`."""
    return _THEN.sub("", text)
