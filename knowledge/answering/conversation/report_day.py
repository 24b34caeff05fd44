"""Of when and from where a reported figure is: `số liệu này của năm nào?` after an article."""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.conversation import told
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.text import fold

_FIGURE = re.compile(
    r"\b(?:so lieu|con so|so|ket qua|thong tin)(?: xa)? (?:do|nay|ay|tren|vua roi)\b"
)
_WHEN = re.compile(
    r"\b(?:nam nao|khi nao|bao gio|ngay nao|thang nao|thoi diem nao|luc nao|nguon|o dau|tu dau|"
    r"bai (?:bao )?nao|bao nao|cua ai)\b"
)


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """The article that reported what was told, and its day; None where none is asked for."""
    folded = fold(query.question)
    if not (query.follows and _FIGURE.search(folded) and _WHEN.search(folded)):
        return None
    numbers = [*told.read(query.before)[:1], query.before.document or ""]
    article = next((catalogue.articles[n] for n in numbers if n in catalogue.articles), None)
    if article is None:
        return None
    named = wording.named_article(article)
    said = (
        f"Số liệu lấy từ {named} ({article.title}), tính đến thời điểm ghi trong bài, không muộn "
        "hơn ngày đăng."
    )
    return Answer(
        Outcome.ANSWERED,
        Kind.ARTICLE,
        said,
        query.today,
        citations=(citing.of_article(article),),
    )
