"""How a new message changes what a conversation carries: what it adds, keeps and drops.

A follow-up (`còn giai đoạn trước?`, `thế 18.2?`, `quyết định đó ai ký?`) inherits what it does not
say; any other message is a new subject and inherits nothing but the person's place.
"""

from __future__ import annotations

import re
from dataclasses import asdict, replace

from knowledge.references import levels, of_rows, parser, remarks, times
from knowledge.references.aspect import OF_FIELDS, OF_VALIDITY, Aspect
from knowledge.references.aspects import aspects, subject
from knowledge.references.context import Context
from knowledge.references.follow_up import (
    claims_a_field,
    is_follow_up,
    leans_only,
    own_words,
)
from knowledge.references.mention import Mention
from knowledge.references.parser import References
from knowledge.text import fold

_COUNTED = re.compile(r"(?:bao nhieu|may)? ?(?:%|phan tram|ty le|so) ?$")
# An article is known by its place and day: what it says of another title is asked of it.
_REPORT = re.compile(r"-\d{4}-\d{2}-\d{2}$")
# A number and nothing else: the answer to `văn bản nào?`, `tiêu chí nào?`
_NUMBER = re.compile(r"\W*(?:số\s|so\s)?(\d{1,5}(?:/\d{4})?)(?:\s(?:ạ|a|nhé|nhe))?\W*")
_COUNTS_ROWS = re.compile(r"\b(?:bao nhieu|may|nhung|cac) (?:chi tieu|noi dung)\b")
# Criteria are counted of a set, never of one of them: `giai đoạn này có mấy tiêu chí?`
_COUNTS_CRITERIA = re.compile(
    r"\b(?:bao nhieu|may|tong so|so) tieu chi\b(?! (?:con|nho|thanh phan))"
)
_LONGEST_CRITERION = 2
# `điều kiện của xã` in a talk on districts.
_OF_UNIT = re.compile(
    r"\b(?:cua|doi voi|cho|con|the|rieng|cap) (xa|huyen|tinh)\b(?! (?:hoi|nao|uy))"
)
_UNITS = ("xã", "huyện", "tỉnh")
_PLACE = ("region", "province", "group")


def stated(references: References) -> Context:
    """What the message itself says."""
    place = {name: references.first(name) for name in _PLACE}
    found = aspects(references.text)
    return Context(
        document=references.first(parser.DOCUMENT),
        criterion=references.first(parser.INDICATOR) or references.first(parser.CRITERION),
        period=references.first(parser.PERIOD) or references.first(parser.TIME),
        level=_level(references),
        aspect=found[0].value if found else None,
        **place,
    )


def _level(references: References) -> str | None:
    """The level that a message is about; `bao nhiêu % xã nâng cao` counts communes of one."""
    mentions = [mention for mention in references.mentions if mention.kind == parser.LEVEL]
    about = [m for m in mentions if not _COUNTED.search(fold(references.text[: m.start]))]
    return next((mention.value for mention in about), None)


def _names_a_document(before: Context) -> bool:
    """Whether the question talked about named its document, and did not merely get it told."""
    return parser.parse(before.subject or "").first(parser.DOCUMENT) is not None


def _asks_more(before: Context, references: References) -> bool:
    """`mấy tiêu chí vậy` after a question on a document, or an answer that named one."""
    bare = not references.mentions and not subject(references.remainder)
    of_set = before.row or before.criterion or "bo tieu chi" in fold(references.text)
    told_of = before.document is not None and not of_set
    asked = aspects(references.text)
    if bare and _COUNTS_ROWS.search(fold(references.text)):  # of the criterion talked about
        told_of = told_of or "." not in (before.address or ".")
    return bare and bool(asked) and (_names_a_document(before) or told_of)


def _claims(before: Context, references: References, *, pointed: bool = False) -> bool:
    """`ký năm 2010 phải không?`, or `năm 2010 phải không?` after `ban hành năm nào?`."""
    if pointed:  # `thông tư này có hiệu lực từ 14/5 đúng không`
        kept = tuple(m for m in references.mentions if m.kind != parser.DOCUMENT)
        references = References(references.text, kept)
    told_of = before.aspect in {aspect.value for aspect in OF_VALIDITY}
    return claims_a_field(references, told_of=told_of)


def _is_a_part(before: Context, references: References) -> bool:
    """`chỉ tiêu 18.5 theo văn bản nào`, where criterion 18 of one period was talked about."""
    named = references.first(parser.INDICATOR)
    alone = all(mention.kind == parser.INDICATOR for mention in references.mentions)
    if named is None or not (alone and before.period):
        return False
    return named.split(".")[0] == before.criterion


def _is_incomplete(before: Context) -> bool:
    """Whether a question asks for something without saying of what."""
    return bool(before.aspect and not (before.document or before.criterion or before.told))


def completed_by_number(before: Context, references: References) -> References:
    """`318`; `17`, where it was asked back which criterion is meant."""
    match = _NUMBER.fullmatch(references.text)
    long = match is not None and len(match[1]) > _LONGEST_CRITERION
    other = any(mention.kind != parser.DOCUMENT for mention in references.mentions)
    if match is None or other or not (long or _is_incomplete(before)):
        return references
    of_fields = {aspect.value for aspect in OF_FIELDS}
    of_document = before.aspect in of_fields or len(match[1]) > _LONGEST_CRITERION
    kind = parser.DOCUMENT if of_document else parser.CRITERION
    value = f"văn bản {match[1]}" if of_document else match[1]
    mention = Mention(kind, value, match.start(1), match.end(1))
    return References(references.text, (mention,))


def _is_completed(before: Context, references: References) -> bool:
    """Whether a message names what an incomplete question before it left out."""
    asked = parser.parse(before.subject or "")
    if not _is_incomplete(before) or asked.mentions or (own_words(asked) and not leans_only(asked)):
        return False
    return bool(references.mentions) and not aspects(references.text)


def merge(before: Context, references: References, *, continues: bool = False) -> Context:
    """The context in which a message is to be answered.

    Args:
        before: what the conversation carries (the slots).
        references: the mentions of the new message.
        continues: whether it is a follow-up however it is worded.
    """
    now = stated(references)
    leans = is_follow_up(references) or _asks_more(before, references)
    leans = leans or _NUMBER.fullmatch(references.text) is not None
    leans = leans or _claims(before, references) or of_rows.go_on(before, references)
    leans = leans or _is_a_part(before, references)
    completed = not continues and _is_completed(before, references)
    follows = continues or (leans and not before.is_fresh) or completed
    claims = follows and _claims(before, references, pointed=continues)
    if claims:
        now = replace(now, period=None)  # the day is what is claimed, not the time asked about
    if now == Context(aspect=now.aspect) and not follows:
        return replace(now, **_place_of(before), subject=references.text)
    if remarks.of_other_places(references.text):
        before = replace(before, region=None, province=None, group=None)
    if not follows:
        place = _place_of(now) if any(_place_of(now).values()) else _place_of(before)
        return replace(now, **place, subject=references.text)
    if completed:
        asked = before.subject if leans_only(parser.parse(before.subject or "")) else None
        before = replace(before, subject=" ".join(filter(None, (asked, references.text))))
    above = not now.level and levels.units(references.text)[:1] in (["huyen"], ["tinh"])
    matter = "" if claims else own_words(references)
    return _inherit(before, now, matter, references.text, above=above)


def _inherit(before: Context, now: Context, matter: str, asked: str, *, above: bool) -> Context:
    """What a follow-up carries.

    Args:
        before: what the conversation carries.
        now: what the message says.
        matter: what it is about in its own words; empty where it says nothing of its own.
        asked: the message.
        above: whether it speaks of a district or province, so of no title of communes.
    """
    kept = asdict(before)
    if before.level in levels.ABOVE_COMMUNES and not matter and levels.counts_communes(asked):
        now = replace(now, level=None)  # `xã nâng cao phải bao nhiêu %?` of a district
    named = _names_a_document(before)
    if now.document:
        kept |= {"period": None, "level": None}
    if now.level == levels.NEWEST:
        kept |= {"period": None}
    if not now.criterion and not matter and _COUNTS_CRITERIA.search(fold(asked)):
        kept |= {"criterion": None, "row": None}
    if now.criterion and not now.document and not named:
        kept |= {"document": None}
    relative = now.period in ("previous", "next")
    # `giờ còn hiệu lực không?`: the time is when the document talked about holds or does not.
    on_a_day = now.aspect == Aspect.STATUS.value and not times.is_period(now.period)
    of_which = now.aspect == Aspect.BASIS.value
    reported = _REPORT.search(before.document or "") is not None
    # `thế cuối năm 2019?` after an article
    which = of_which or before.aspect == Aspect.BASIS.value
    stays = reported and not (matter or which or times.is_period(now.period))
    if (now.period and not (relative or on_a_day or stays)) or (
        now.level and (of_which or not (named or reported))
    ):
        # Another period or title is another set: its decision is looked up anew, unless a
        # document that was named by its number is asked about another level.
        kept |= {"document": None}
    if before.level and before.level.startswith("xã") and above:
        kept |= {"level": None}
    if any(_place_of(now).values()):
        kept |= dict.fromkeys(_PLACE)
        if now.province and not named:  # what was told of another province
            kept |= {"document": None}
    of_fields = {aspect.value for aspect in OF_FIELDS}
    if matter and before.aspect in of_fields:
        kept |= {"aspect": None}
    placed = any(_place_of(now).values()) and now.aspect is None
    if placed and before.aspect in of_fields | {Aspect.BASIS.value, Aspect.GUIDANCE.value}:
        # `quay lại 491 đi, Đông Nam Bộ thì sao?`: decisions are asked for of no region
        of_region = now.region or now.group
        kept |= {"aspect": Aspect.REQUIREMENT.value if of_region else None}
    of_household = before.aspect == Aspect.REQUIREMENT.value and of_rows.counts_households(asked)
    if now.aspect == Aspect.RESULT.value and of_household:
        now = replace(now, aspect=before.aspect)
    compares = before.aspect == Aspect.DIFFERENCE.value and now.criterion
    if compares and now.aspect in (Aspect.TITLE.value, Aspect.ABOUT.value):
        now = replace(now, aspect=before.aspect)  # `tiêu chí 11 trước tên gì?`
    counted = before.aspect == Aspect.COUNT.value and now.aspect == Aspect.REQUIREMENT.value
    if counted and not now.criterion:  # `giai đoạn trước thì bao nhiêu`
        now = replace(now, aspect=None)
    if now.aspect == Aspect.ABOUT.value and not (now.document or now.criterion):
        now = replace(now, aspect=None)
    unit = _OF_UNIT.search(fold(asked)) if before.level in levels.ABOVE_COMMUNES else None
    if unit and not now.level:
        now = replace(now, level=next(one for one in _UNITS if fold(one) == unit[1]))
    said = {name: value for name, value in asdict(now).items() if value is not None}
    return Context(**kept | said)


def _place_of(context: Context) -> dict[str, str | None]:
    return {name: getattr(context, name) for name in _PLACE}
