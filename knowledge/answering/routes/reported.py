"""What is reported of places: how many communes reached what, and which ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.answering import wording
from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.comparing import by_province
from knowledge.answering.outside import refusals
from knowledge.answering.query import Query
from knowledge.answering.searching import candidates, free
from knowledge.corpus.fields import Level, Nature
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects
from knowledge.references.parser import CRITERION, DOCUMENT, GROUP, INDICATOR, PROVINCE
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.retriever import everything
from knowledge.text import fold

_AIM = "không phải kết quả"
# `phấn đấu thêm bao nhiêu xã`: the aim itself is asked for.
_AIMED = re.compile(
    r"\b(?:muc tieu|phan dau|dat ra|de ra|dang ky|du kien|ke hoach|huong toi|chi tieu giao)\b"
)
_FIGURE = re.compile(
    r"\d[\d./,]*\s*(?:%|xã|huyện|thôn|hộ|phường)|\b(?:chưa|không) (?:có|còn) (?:xã|huyện|thôn) nào"
)
_COUNTED = re.compile(
    r"(?<!phai )(?<!can )\b(?:co|duoc) (?:tat ca |tong cong )?(?:bao nhieu|may) "
    r"(?!(?:bo )?tieu chi|chi tieu|noi dung|nhom|van ban|quyet dinh|cong van|phan tram|dieu\b|"
    r"ban\b|vung|bai|trieu|tien|ty\b)"
)
# `hướng dẫn của Sơn La yêu cầu 100%`: of what is to be reached there.
_DEMANDS = re.compile(r"\b(?:yeu cau|phai|quy dinh|huong dan)\b")
# A figure that was reached, not the extent of a scheme: `thực hiện ở 27 xã`.
_REACHED = re.compile(r"\b(?:đạt|hoàn thành|công nhận|về đích|đủ điều kiện)\b", re.IGNORECASE)
# Where place and kind of figure are those talked about, little is left to say.
_FOLLOWING = 0.2
_OTHER_LISTS = r"(?:tieu chi|chi tieu|noi dung|van ban|nhom)"
_LIST = re.compile(
    r"\b(?:danh sach|danh muc|liet ke|ke ten|(?<!doi )ten(?! moi| khac| cu| goi))"
    rf"(?: (?!{_OTHER_LISTS})\w+){{0,3}}? "
    r"(?:xa|huyen|thon|phuong|tinh)\b(?! (?:nhom|hoi))(?!.*\b(?:tieu chi|chi tieu|noi dung)\b)"
)
_OF_A_LIST = re.compile(r"\b(?:danh sach(?: \w+){0,2}|ten(?: cac| tung)?) (?:xa|huyen)\b")
_WHOLE = re.compile(r"\b(?:ca|toan) (?:tinh|thanh pho)\b")
# `Huyện Nhà Bè có 6/6 xã`: what one of its communes or districts reached says nothing of all.
# `Số xã nâng cao` is no answer to how many communes are of the new countryside at all.
_TITLE = re.compile(r"\b(?:nang cao|kieu mau|hien dai)\b")
_A_PART = re.compile(r"\b(?:[Xx]ã|[Hh]uyện|[Tt]hị trấn) [A-ZĐÂÊÔƠƯ]")
# A district or a province is judged by how many of its communes reached the standard.
_ABOVE_COMMUNES = (Level.DISTRICT.value, Level.PROVINCE.value)


def asks_for_a_result(query: Query) -> bool:
    """Whether it is asked how many communes reached something."""
    counted = bool(query.references.values(PROVINCE)) and not query.names_documents
    counted = counted and _COUNTED.search(fold(query.question)) is not None
    of_communes = query.context.level not in _ABOVE_COMMUNES
    return (query.wants(Aspect.RESULT) or counted) and of_communes


def result(query: Query, index: Index) -> Answer:
    """A figure that is reported, never a threshold."""
    earlier = aspects(query.before.subject or "")
    if Aspect.RESULT in aspects(query.question) and Aspect.RESULT not in earlier:
        # `vậy đạt bao nhiêu xã?` counts communes, whatever was asked before
        query = replace(query, context=replace(query.context, subject=query.question))
    if of_each := by_province.answer(query, index):
        return of_each
    if _is_to_come(query) or _after_the_report(query, index):
        return refusals.no_figure(query)
    named = query.references.values(PROVINCE)
    home = [query.context.province] if query.context.province else []
    narrow = free.about_province(query, index.catalogue, home)
    if named and narrow is None:
        return told_elsewhere(query, index, named) or refusals.no_figure(query)
    narrow = narrow or _of_article_talked_about(query, index)
    threshold = candidates.NARROW_THRESHOLD if narrow else candidates.THRESHOLD
    if narrow and query.follows and not named:
        threshold = _FOLLOWING
    accept = narrow or candidates.fitting(query)
    whole = _WHOLE.search(fold(query.question)) is not None
    title = fold(query.context.level or "").removeprefix("xa").strip()

    def reported(passage: Passage) -> bool:
        return passage.nature is Nature.ARTICLE_SUMMARY or not passage.provinces

    def tells(passage: Passage) -> bool:
        of_part = whole and _A_PART.search(passage.text.split(". ")[0]) is not None
        other_title = not title and _TITLE.search(fold(passage.provision)) is not None
        return (
            accept(passage)
            and not (of_part or other_title)
            and _FIGURE.search(passage.text) is not None
            and (reported(passage) or _REACHED.search(passage.text) is not None)
        )

    def of_title(passage: Passage) -> bool:
        return tells(passage) and title in fold(passage.text.split(". ")[0])

    found = free.reply(query, index, of_title, threshold) if title and narrow else None
    found = found or free.reply(query, index, tells, threshold)
    if narrow and (found is None or found.abstained):
        found = _of_the_rows_named(query, index, tells) or found
    return not_an_aim(query, found) if found else refusals.no_figure(query)


def _of_the_rows_named(query: Query, index: Index, tells: free.Accept) -> Answer | None:
    """What is told of the rows that a message names, of whatever time, where it names none.

    The time talked about may be the day of an article on another place.
    """
    rows = {*query.references.values(CRITERION), *query.references.values(INDICATOR)}
    if not rows or query.times:
        return None
    anytime = replace(query, context=replace(query.context, period=None))

    def of_rows(passage: Passage) -> bool:
        return passage.known and bool(rows & set(passage.criteria)) and tells(passage)

    return free.reply(anytime, index, of_rows, candidates.NARROW_THRESHOLD)


def _is_to_come(query: Query) -> bool:
    """Whether the message names a time still ahead: nothing can be reported of it."""
    aimed = _AIMED.search(fold(query.question)) is not None
    return bool(query.times) and query.times[0].first > query.today and not aimed


def _after_the_report(query: Query, index: Index) -> bool:
    """Whether a time is named that the article talked about was written before."""
    article = index.catalogue.articles.get(query.context.document or "")
    if article is None or not (query.follows and query.times):
        return False
    return query.times[0].first > article.published


def lists_places(query: Query) -> bool:
    """Whether the communes or districts themselves are to be named, one by one."""
    listed = _LIST.search(fold(query.question)) is not None
    return listed and not query.references.values(GROUP)


def list_of_places(query: Query, index: Index) -> Answer:
    """What is told of such a list in the province or document named; else that there is none."""
    accept = free.about_province(query, index.catalogue)
    named = index.catalogue.find_all(query.references.values(DOCUMENT))
    numbers = {regulation.number for regulation in named}

    def of_a_list(passage: Passage) -> bool:
        about = accept(passage) if accept else not numbers or passage.document in numbers
        return about and _OF_A_LIST.search(fold(f"{passage.provision} {passage.text}")) is not None

    found = free.reply(query, index, of_a_list, candidates.NARROW_THRESHOLD)
    return found or refusals.no_list(query)


def told_elsewhere(
    query: Query, index: Index, named: Sequence[str], accept: free.Accept = everything
) -> Answer | None:
    """A figure of a place that a text on the whole country tells."""
    places = [fold(place) for place in named]

    def tells_of_it(passage: Passage) -> bool:
        parts = [part for part in passage.text.split(". ") if any(p in fold(part) for p in places)]
        parts = [part for part in parts if not _DEMANDS.search(fold(part))]
        told = passage.known and not passage.row and any(map(_FIGURE.search, parts))
        return told and accept(passage)

    # The day on which it was so there need not be the one talked about.
    anytime = replace(query, context=replace(query.context, period=None))
    return free.reply(anytime, index, tells_of_it, candidates.NARROW_THRESHOLD)


def not_an_aim(query: Query, found: Answer) -> Answer:
    """What was only aimed at is told, but the question for the result stays unanswered."""
    if _AIM not in found.text or _AIMED.search(fold(query.question)):
        return found
    text = wording.paragraphs("Kho chưa có kết quả này, chỉ có mục tiêu đã đặt ra.", found.text)
    return replace(found, outcome=Outcome.UNKNOWN, text=text)


def _of_article_talked_about(query: Query, index: Index) -> Callable[[Passage], bool] | None:
    article = query.context.document
    if article not in index.catalogue.articles:
        return None
    return lambda passage: passage.document == article
