"""What is asked of an article as such: who wrote it, when it appeared, which places it names."""

from __future__ import annotations

import re

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.conversation import article_pointing
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.answering.searching.confidence import coverage
from knowledge.corpus.document import Article
from knowledge.indexing.index import Index
from knowledge.references.follow_up import own_words
from knowledge.references.parser import PROVINCE
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_ARTICLE = r"(?:bai(?: bao| viet)?|tin)"
_WROTE = re.compile(
    rf"\bai (?:la )?(?:da )?(?:viet|tac gia)\b|\btac gia\b|\b{_ARTICLE} (?:(?:do|nay|ay|tren) )*"
    r"(?:cua ai|do ai)\b|\b(?:bao|trang) (?:nao|gi)\b"
)
_APPEARED = re.compile(
    rf"(?:\b{_ARTICLE} (?:do |nay |ay )?|^\W*)(?:dang|ra|xuat ban)(?: \w+)? (?:ngay|khi|hom|nam)\b|"
    r"\b(?:ngay|hom|khi|nam) nao (?:thi )?(?:duoc )?(?:dang|xuat ban)\b"
)
_ON_A_PLACE = re.compile(rf"\b{_ARTICLE} (?:viet )?ve\b")
# `là những xã nào?` after a number of them, and nothing else
_WHICH_PLACES = re.compile(
    r"\b(?:nhung|cac|ten(?: cac)?|ten nhung) (?:xa|huyen)(?: (?:do|nay|ay))?(?: nao| gi| la gi)?\b|"
    r"^\W*(?:la |do la |gom )?(?:xa|huyen) nao\b"
)
_NAMES = re.compile(r"\b(?:liet ke|ten|danh sach)\b")
_PLACE = re.compile(r"\b(?:xã|huyện|là|và|,) ([^\W\d_a-zà-ỹ]\w+ [^\W\d_a-zà-ỹ]\w+)")
_ON_IT = 0.7
# The number of the decision that a report tells of without it.
_ITS_NUMBER = re.compile(
    r"^\W*(?:the |vay )?(?:quyet dinh|qd)(?: cong nhan)?(?: (?:do|nay|ay))?(?: la)? so "
    r"(?:may|bao nhieu|gi|nao)\b"
)


def answer(query: Query, index: Index) -> Answer | None:
    """A field of the article told of last, or the names it does not tell; None for the rest."""
    folded = fold(query.question)
    places = query.references.values(PROVINCE)
    if places and _ON_A_PLACE.search(folded) and _WROTE.search(folded):
        on_it = [a for a in index.catalogue.articles_about({places[0]}) if a.provinces[0] in places]
        return _told(query, on_it[0]) if on_it else None
    article = article_pointing.talked_about(query, index.catalogue)
    if article is None or query.references.mentions:
        return None
    if _WROTE.search(folded) or _APPEARED.search(folded):
        return _told(query, article)
    if _ITS_NUMBER.search(folded):
        return _not_told(query, article, "số của quyết định này")
    if _WHICH_PLACES.search(folded) and not own_words(query.references):
        return _names(query, index, article)
    return None


def _told(query: Query, article: Article) -> Answer:
    author = f" của tác giả {article.author}" if article.author else ""
    paper = f", đăng trên {article.publisher}" if article.publisher else ""
    said = f"Bài “{article.title}”{author}, ngày {wording.date(article.published)}{paper}."
    return _of(query, article, Outcome.ANSWERED if author else Outcome.UNKNOWN, said)


def _names(query: Query, index: Index, article: Article) -> Answer:
    """That the article gives no list, in the words of the knowledge where it says so itself."""

    def no_list(passage: Passage) -> bool:
        said = _NAMES.search(fold(passage.text))
        return passage.document == article.id and not passage.known and said is not None

    def lists(passage: Passage) -> bool:
        of_it = passage.document == article.id and passage.known
        names = set(_PLACE.findall(passage.text))
        earlier = query.before.subject or ""
        told_of = coverage(earlier, passage, index.retriever, pairing=False) >= _ON_IT
        return of_it and len(names) > 1 and told_of

    listed = free.reply(query, index, lists, 0.0)
    return (
        listed
        or free.reply(query, index, no_list, 0.0)
        or _not_told(query, article, "danh sách này")
    )


def _not_told(query: Query, article: Article, what: str) -> Answer:
    said = f"{wording.upper_first(wording.named_article(article))} không nêu {what}."
    where = "Anh/chị hỏi Văn phòng Điều phối nông thôn mới của tỉnh."
    return _of(query, article, Outcome.UNKNOWN, wording.paragraphs(said, where))


def _of(query: Query, article: Article, outcome: Outcome, said: str) -> Answer:
    return Answer(outcome, Kind.ARTICLE, said, query.today, citations=(citing.of_article(article),))
