"""What a conversation carries from one question to the next.

The carried values are Rasa slots; this module says what a new message adds to
them, keeps, and drops. A follow-up (`còn giai đoạn trước?`, `thế 18.2?`,
`quyết định đó ai ký?`) inherits what it does not say; any other message is a
new subject and inherits nothing but the person's place.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, fields, replace

from knowledge.references import parser
from knowledge.references.aspects import (
    OF_RELATIONS,
    OF_VALIDITY,
    Aspect,
    aspects,
    subject,
)
from knowledge.references.parser import References
from knowledge.text import fold, syllables

_OPENS_A_FOLLOW_UP = re.compile(
    r"^\W*(?:the con|vay con|con|the thi|the|vay thi|vay|tuong tu|con neu|neu|va|sau khi|"
    r"truoc khi|(?:a )?(?:nham|khong)(?: roi)?,? (?:phai,? )?(?:y |toi |minh |em )|"
    r"(?:a )?nham|y (?:cua )?(?:toi|minh|em) la|y la)\b"
)
_POINTS_BACK = re.compile(
    r"\b(?:(?:van ban|quyet dinh|nghi dinh|thong tu|tieu chi|chi tieu|qd|vb|bo|bai|tinh|giai doan|"
    r"vung) (?:do|nay|ay|kia|tren|noi tren|vua roi)|no|cai do|cai nay|dieu do|viec do)\b"
)
# With its diacritics `đó` is nothing but a pointer; without them it may be `do` or `đo`.
_THAT = re.compile(r"\b(?:đó|này|ấy)\b")
_LONGEST_FOLLOW_UP = 12
_SHORTEST_BASIS = 5
_ENDS_A_FOLLOW_UP = re.compile(r"(?:thi sao|thi the nao|\bnua)\W*$")
_CIRCUMSTANCES = frozenset(
    {parser.PERIOD, parser.TIME, parser.REGION, parser.PROVINCE, parser.GROUP, parser.LEVEL}
)


@dataclass(frozen=True)
class Context:
    """Values a follow-up can inherit; each is a slot of the same name.

    Attributes:
        document: number of the document talked about.
        criterion: criterion or indicator talked about (`18`, `17.1`).
        period: planning period or time (`2021-2025`, `2018`, `previous`).
        level, region, province, group: as in the references.
        aspect: what was asked about it.
        subject: the question in words, where it had no criterion or document.
    """

    document: str | None = None
    criterion: str | None = None
    period: str | None = None
    level: str | None = None
    region: str | None = None
    province: str | None = None
    group: str | None = None
    aspect: str | None = None
    subject: str | None = None

    def without_subject(self) -> Context:
        """Only the place, which is remembered across subjects."""
        return Context(region=self.region, province=self.province, group=self.group)

    def as_slots(self) -> dict[str, str | None]:
        """Slot values by name."""
        return asdict(self)


SLOTS = tuple(field.name for field in fields(Context))
_PLACE = ("region", "province", "group")


def stated(references: References) -> Context:
    """What the message itself says."""
    place = {name: references.first(name) for name in _PLACE}
    found = aspects(references.text)
    return Context(
        document=references.first(parser.DOCUMENT),
        criterion=references.first(parser.INDICATOR) or references.first(parser.CRITERION),
        period=references.first(parser.PERIOD) or references.first(parser.TIME),
        level=references.first(parser.LEVEL),
        aspect=found[0].value if found else None,
        **place,
    )


def is_follow_up(references: References) -> bool:
    """Whether a message leans on the one before it."""
    folded = fold(references.text)
    if _POINTS_BACK.search(folded) or _THAT.search(references.text.lower()):
        return True
    if not references.mentions and _asks_only_for_a_field(references.text):
        return True
    if _OPENS_A_FOLLOW_UP.match(folded):
        return bool(references.mentions) or len(syllables(folded)) <= _LONGEST_FOLLOW_UP
    if _ENDS_A_FOLLOW_UP.search(folded):
        return True
    if subject(references.remainder) or not references.mentions:
        return False
    if not syllables(references.remainder) and not references.values(parser.DOCUMENT):
        return True  # `18.2?`
    # `giai đoạn trước thì bao nhiêu`, `nếu là xã ở Cà Mau`: a time or a place and nothing else.
    kinds = {mention.kind for mention in references.mentions}
    if parser.PROVINCE in kinds and aspects(references.remainder):
        return False
    return kinds <= _CIRCUMSTANCES and len(syllables(folded)) <= _LONGEST_FOLLOW_UP


def _asks_only_for_a_field(text: str) -> bool:
    """`có hiệu lực từ khi nào`, `theo nghị định nào`: a field of a document not named."""
    found = aspects(text)
    if not found or subject(text):
        return False
    short = len(syllables(text)) <= _SHORTEST_BASIS
    return found[0] in OF_RELATIONS | OF_VALIDITY or (found[0] is Aspect.BASIS and short)


def _names_a_document(before: Context) -> bool:
    """Whether the question talked about named its document, and did not merely get it told."""
    return parser.parse(before.subject or "").first(parser.DOCUMENT) is not None


def _asks_more(before: Context, references: References) -> bool:
    """`mấy tiêu chí vậy` after a question on a document that was named."""
    bare = not references.mentions and not subject(references.remainder)
    return bare and bool(aspects(references.text)) and _names_a_document(before)


def merge(before: Context, references: References, *, continues: bool = False) -> Context:
    """The context in which a message is to be answered.

    Args:
        before: what the conversation carries (the slots).
        references: the mentions of the new message.
        continues: whether it is a follow-up however it is worded.
    """
    now = stated(references)
    follows = continues or is_follow_up(references) or _asks_more(before, references)
    if now == Context(aspect=now.aspect) and not follows:
        return replace(now, **_place_of(before), subject=references.text)
    if not follows:
        place = _place_of(now) if any(_place_of(now).values()) else _place_of(before)
        return replace(now, **place, subject=references.text)
    return _inherit(before, now, subject(references.remainder))


def _inherit(before: Context, now: Context, matter: str) -> Context:
    """What a follow-up carries.

    Args:
        before: what the conversation carries.
        now: what the message says.
        matter: what it is about in its own words; empty where it says nothing of its own.
    """
    kept = asdict(before)
    named = _names_a_document(before)
    if now.document:
        kept |= {"period": None, "level": None}
    if now.criterion and not now.document and not named:
        kept |= {"document": None}
    relative = now.period in ("previous", "next")
    if (now.period and not relative) or (now.level and not named):
        # Another period or title is another set: its decision is looked up anew, unless a
        # document that was named by its number is asked about another level.
        kept |= {"document": None}
    if any(_place_of(now).values()):
        kept |= dict.fromkeys(_PLACE)
        if now.province and not named:  # what was told of another province
            kept |= {"document": None}
    of_fields = {aspect.value for aspect in OF_RELATIONS | OF_VALIDITY}
    if matter and before.aspect in of_fields:
        kept |= {"aspect": None}
    counted = before.aspect == Aspect.COUNT.value and now.aspect == Aspect.REQUIREMENT.value
    if counted and not now.criterion:  # `giai đoạn trước thì bao nhiêu`
        now = replace(now, aspect=None)
    if now.aspect == Aspect.ABOUT.value and not (now.document or now.criterion):
        now = replace(now, aspect=None)
    said = {name: value for name, value in asdict(now).items() if value is not None}
    return Context(**kept | said)


def _place_of(context: Context) -> dict[str, str | None]:
    return {name: getattr(context, name) for name in _PLACE}
