"""Of when and from where a reported figure is: `số liệu này của năm nào?` after an article."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.conversation import repeated, told
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_FIGURE = re.compile(
    r"\b(?:so lieu|con so|so|ket qua|thong tin)(?: xa)? (?:do|nay|ay|tren|vua roi)\b"
)
_BARE = re.compile(
    r"^\W*(?:the |vay |ma )*(?:so lieu|con so|so|ket qua|thong tin)"
    r"(?: (?:la|cua|lay|tinh|den|vao|tu|o))* "
)
_WHEN = re.compile(
    r"\b(?:nam nao|khi nao|bao gio|ngay nao|thang nao|thoi diem nao|luc nao|nguon|o dau|tu dau|"
    r"bai (?:bao )?nao|bao nao|cua ai)\b"
)
# `đến cuối năm 2018`, `tháng 02/2024`
_THEN = re.compile(
    r"\b(?:(?:tính đến|đến) )?(?:(?:cuối|hết|đầu) )?(?:năm|tháng \d{1,2}[/ ]|quý \S+ )\W?\d{4}\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.;])\s+|\n")


def answer(query: Query, catalogue: Catalogue, passages: Iterable[Passage] = ()) -> Answer | None:
    """The article that reported what was told, and its day; None where none is asked for."""
    folded = fold(query.question)
    figure = _FIGURE.search(folded) or _BARE.match(folded)
    goes_on = query.follows or not query.references.mentions
    if not (goes_on and figure and _WHEN.search(folded)):
        return None
    numbers = [*told.read(query.before)[:1], query.before.document or ""]
    article = next((catalogue.articles[n] for n in numbers if n in catalogue.articles), None)
    if article is None:
        return None
    named = wording.named_article(article)
    last = _told_last(query, [passage for passage in passages if passage.document == article.id])
    then = _dated(last) if last else None
    source = f"Số liệu lấy từ {named} ({article.title})"
    said = (
        f"{source}; bài ghi thời điểm như sau:\n{wording.bullets([then])}"
        if then
        else f"{source}, tính đến thời điểm ghi trong bài, không muộn hơn ngày đăng."
    )
    return Answer(
        Outcome.ANSWERED,
        Kind.ARTICLE,
        said,
        query.today,
        citations=(citing.of_article(article), *([citing.of_passage(last)] if last else [])),
    )


def _told_last(query: Query, passages: Iterable[Passage]) -> Passage | None:
    """The passage that was told last."""
    return next((one for one in passages if repeated.digest(one.text) == query.before.lead), None)


def _dated(passage: Passage) -> str | None:
    """The sentence of a passage that says of when its figures are."""
    sentences = _SENTENCES.split(passage.text)
    found = next((one.strip() for one in sentences if _THEN.search(one)), None)
    return f"{found.rstrip('.:;')}." if found else None
