"""Whether a message leans on the one before it, by its wording alone."""

from __future__ import annotations

import re

from knowledge.references import issuers, parser, particles, remarks
from knowledge.references.aspect import OF_FIELDS, Aspect
from knowledge.references.aspects import aspects, subject, without_aspects
from knowledge.references.parser import References
from knowledge.text import fold, syllables

_OPENS_A_FOLLOW_UP = re.compile(
    r"^\W*(?:the con|vay con|con|the thi|the|vay thi|vay|tuong tu|con neu|neu|va|sau khi|"
    r"truoc khi|"
    r"(?:sang|qua|den|toi)(?= (?:giai doan|gd|thoi ky|nam|bo|qd|quyet dinh|[1-9]\d{2,3}\b))|"
    r"(?:a )?(?:nham|khong)(?: roi)?,? (?:phai,? )?(?:y |toi |minh |em )|"
    r"(?:a )?nham|y (?:cua )?(?:toi|minh|em|anh|chi) la|y la|trong do|trong so do)\b"
)
_POINTS_BACK = re.compile(
    r"\b(?:(?:van ban|quyet dinh|nghi dinh|thong tu|nghi quyet|cong van|tieu chi|chi tieu|qd|vb|"
    r"noi dung|bo|bai|tinh|giai doan|gd|vung) (?:do|nay|ay|kia|tren|noi tren|vua roi)|no|cai do|"
    r"cai nay|dieu (?:do|nay)|viec (?:do|nay)|"
    r"(?:ca )?(?:hai|2) (?:ben|bo|cai|loai|giai doan|van ban|quyet dinh)(?: (?:do|nay|kia|ay))?)\b"
)
# `nợ` is no pronoun: with its diacritics it shows, without them by what is owed.
_IT = re.compile(r"\bno\b")
_DEBT = re.compile(
    r"\bnợ\b|\bno(?= (?:dong|nha thau|xay dung|xdcb|tien|cong|doanh nghiep|von|thue)\b)",
    re.IGNORECASE,
)
# `nợ 200 triệu`: what someone has reached or owes is no matter.
_AMOUNT = re.compile(r"\b\d[\d.,]* ?(?:nghin|ngan|trieu|ty|phan tram|%)(?: dong)?(?!\w)")
# With its diacritics `đó` is nothing but a pointer; without them it may be `do` or `đo`.
_THAT = re.compile(r"\b(?:đó|này|ấy)\b")
# `ở đô thị?`, `riêng xã biên giới?`
_OF_ANOTHER_PLACE = re.compile(r"^\W*(?:o|tai|rieng|doi voi|neu la) ")
_SHORTEST = 5
_LONGEST = 12
_SHORTEST_BASIS = 5
_SHORT_REASON = 8
_ENDS_A_FOLLOW_UP = re.compile(
    r"(?:thi sao|thi the nao|\bnua)\W*$|"
    # `kênh mương thì sao, 3.2 đó`
    r"^\W*(?:\w+ ){1,5}thi sao\b.{0,12}$"
)
_CIRCUMSTANCES = frozenset(
    {parser.PERIOD, parser.TIME, parser.REGION, parser.PROVINCE, parser.GROUP, parser.LEVEL}
)
_PLACES = frozenset({parser.REGION, parser.PROVINCE, parser.GROUP, parser.LEVEL})
# Words that are about something only together with a matter: `hồ sơ gồm những gì`.
_LEANING = (
    *("hồ sơ", "điều kiện", "trình tự", "thủ tục", "minh chứng", "chứng minh", "thẩm quyền"),
    *("kinh phí", "nguồn vốn", "thời hạn", "số liệu", "tỷ lệ", "bắt buộc", "cách đánh giá"),
    *("đánh giá", "giấy tờ"),
)
_TERMS = {fold(term): term for term in _LEANING}
_FILLERS = ("cu the", "noi dung")
_LEANS = re.compile(rf"\b(?:{'|'.join((*_TERMS, *_FILLERS))})\b")
# `tôi nghe nói là ông A ký mà?`, `ký năm 2023 đúng không`: a field told of, said otherwise.
_CLAIMS = re.compile(
    r"\b(?:nghe noi|tuong|nho la|biet la|hinh nhu|co phai)\b|\b(?:dung|phai) (?:khong|chua)\b|"
    r"\b(?:nhi|ha|ma|chu|a)\W*$"
)
_FIELD = re.compile(r"\b(?:k[iy]|ban hanh|phe duyet|hieu luc|ra doi)\b")
_HOW_MUCH = re.compile(r"\b(?:bao nhieu|may (?:%|phan tram|trieu|lan)|muc)\b")
_BY_IT = re.compile(r"^\W*(?:tinh |xet |neu |thi )?theo\b")


def is_follow_up(references: References) -> bool:
    """Whether a message leans on the one before it."""
    folded = fold(references.text)
    if points_back(references.text):
        return True
    if asks_only_for_a_field(references) or claims_a_field(references):
        return True
    if _remarks(references):
        return True
    if _OPENS_A_FOLLOW_UP.match(folded):
        return bool(references.mentions) or len(syllables(folded)) <= _LONGEST
    if _ENDS_A_FOLLOW_UP.search(folded):
        return True
    if _OF_ANOTHER_PLACE.match(folded) and len(syllables(folded)) <= _SHORTEST:
        return True
    if not references.mentions:
        return leans_only(references)
    if own_words(references) or remarks.asks_why(references.text):
        return False
    kinds = {mention.kind for mention in references.mentions}
    if parser.LEVEL in kinds and Aspect.COUNT in aspects(references.text):
        return False  # `bộ xã nâng cao có bao nhiêu chỉ tiêu`
    if parser.DOCUMENT in kinds:
        return _names_another_document(references, kinds)
    if not syllables(references.remainder):
        return True  # `18.2?`
    # `giai đoạn trước thì bao nhiêu`, `nếu là xã ở Cà Mau`: a time or a place and nothing else.
    if parser.PROVINCE in kinds and aspects(references.remainder):
        return False
    return kinds <= _CIRCUMSTANCES and len(syllables(folded)) <= _LONGEST


def points_back(text: str) -> bool:
    """Whether a message has a pronoun for what was told: `nó`, `quyết định đó`."""
    return bool(_POINTS_BACK.search(_read(text)) or _THAT.search(text.lower()))


def has_it(text: str) -> bool:
    """Whether a message has the pronoun `nó` for what is talked about."""
    return _IT.search(_read(text)) is not None


def _read(text: str) -> str:
    """The folded text in which `nợ` is not taken for `nó`."""
    return fold(_DEBT.sub("n0", text))


def _remarks(references: References) -> bool:
    """`nói rõ hơn đi`, `sao lại thế?`, `quay lại câu lúc nãy`: of the conversation itself."""
    text = references.text
    length = len(syllables(fold(text)))
    everywhere = remarks.of_other_places(text) and not references.mentions
    of_the_whole = remarks.of_the_whole(text) and Aspect.RESULT not in aspects(text)
    if of_the_whole and length <= _SHORT_REASON and not own_words(references):
        return True
    if remarks.goes_back(text) or (everywhere and length <= _SHORT_REASON):
        return True
    if remarks.asks_more(text):
        return length <= _LONGEST or not references.mentions
    return remarks.asks_why(text) and length <= _SHORT_REASON and not references.mentions


def leans(text: str) -> bool:
    """Whether a message has words that are about something only together with a matter."""
    return bool(_LEANS.search(fold(text)))


def leans_only(references: References) -> bool:
    """`hồ sơ gồm những gì`: asks, but names no matter that it asks about."""
    folded = fold(references.text)
    if references.mentions or not _LEANS.search(folded) or len(syllables(folded)) > _LONGEST:
        return False
    goes_on = _ENDS_A_FOLLOW_UP.search(folded) or _POINTS_BACK.search(_read(references.text))
    rest = _without(remarks.without(references.text), _LEANS, _POINTS_BACK)
    return bool(aspects(references.text) or goes_on) and not subject(rest)


def leaning(references: References) -> list[str]:
    """The terms of a message that are about something only together with a matter, as spelt."""
    found = _LEANS.findall(fold(references.text))
    return [_TERMS[term] for term in found if term not in _FILLERS]


def said(references: References) -> str:
    """What a message says besides how it asks, and how it goes on with what was talked about."""
    rest = remarks.without(references.remainder)
    rest = _without(rest, _OPENS_A_FOLLOW_UP, _ENDS_A_FOLLOW_UP, _POINTS_BACK)
    return without_aspects(issuers.without(rest))


def _without(text: str, *patterns: re.Pattern[str]) -> str:
    """The text, as typed, without what patterns over the folded text find."""
    folded = _read(text)
    if len(folded) != len(text):
        text = fold(text)
        folded = _read(text)
    for pattern in patterns:
        for match in pattern.finditer(folded):
            start, end = match.span()
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def own_words(references: References) -> str:
    """The (folded) words of a message that what it goes on with must have."""
    if leans_only(references):
        return fold(" ".join(leaning(references)))
    rest = _without(remarks.without(references.remainder), _POINTS_BACK, _AMOUNT)
    rest = issuers.without(rest)
    own = subject(rest)
    return "" if particles.are_all(own, rest) else own


def asks_only_for_a_field(references: References) -> bool:
    """`có hiệu lực từ khi nào`, `theo nghị định nào`: a field of a document not named."""
    text = references.text
    found = aspects(text)
    if references.mentions or not found or subject(text):
        return False
    short = len(syllables(text)) <= _SHORTEST_BASIS
    if found[0] in OF_FIELDS | {Aspect.GUIDANCE}:
        return True
    return found[0] is Aspect.BASIS and short


def claims_a_field(references: References, *, told_of: bool = False) -> bool:
    """`ông A ký mà?`, `ký ngày 1/3/2023 đúng không`: who or when, of a document not named.

    Args:
        references: of the message.
        told_of: whether the day of a document has just been told, so that a day is enough.
    """
    folded = fold(references.text)
    of_days = all(mention.kind == parser.TIME for mention in references.mentions)
    of_field = _FIELD.search(folded) or (told_of and not own_words(references))
    short = len(syllables(folded)) <= _LONGEST
    return bool(_CLAIMS.search(folded) and of_field) and of_days and short


def _names_another_document(references: References, kinds: set[str]) -> bool:
    """`theo QĐ 1980, vùng Đông Nam Bộ`: a document, perhaps a place, and the question before."""
    if not kinds <= _CIRCUMSTANCES | {parser.DOCUMENT}:
        return False
    folded = fold(references.remainder)
    if not syllables(references.remainder) and references.text.rstrip().endswith("?"):
        return True  # `QĐ 318?` after a question on another one
    if not aspects(references.remainder):
        return bool(_BY_IT.match(fold(references.text))) or bool(kinds & _PLACES)
    return aspects(references.remainder) == [Aspect.REQUIREMENT] and bool(_HOW_MUCH.search(folded))
