"""Everything that is not looked up by an identifier: retrieval, and the decision to answer.

Confidence is the share of the question's content, weighed by rarity, that the
best passage contains. A fused score says nothing about that: it is relative to
the other passages of the same query.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.claims import year_told
from knowledge.answering.documents import quoting
from knowledge.answering.documents.validity import no_longer
from knowledge.answering.query import Query
from knowledge.answering.searching import detail, doubt, fitting, later, signs, timing
from knowledge.answering.searching.candidates import (
    THRESHOLD,
    Found,
    candidates,
    least,
)
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Article, Regulation
from knowledge.corpus.fields import Nature
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect
from knowledge.references.parser import PROVINCE, TIME
from knowledge.retrieval.passage import Passage
from knowledge.text import syllables

_MOST_OTHERS = 3


Accept = Callable[[Passage], bool]


def reply(
    query: Query, index: Index, accept: Accept, threshold: float = THRESHOLD
) -> Answer | None:
    """Answers from the best passage that is accepted; None where none covers the question.

    Args:
        query: the question.
        index: the serving index.
        accept: passages it is false for are left out.
        threshold: least confidence.
    """
    found = candidates(query, index.retriever, lambda passage: not passage.row and accept(passage))
    found = timing.of_the_time(query, index.catalogue, found)
    able = [one for one in found if fitting.fits(query, one.passage)]
    # The best by all that speaks for it may be less sure than another of the same document.
    enough = [
        one
        for one in able
        if one.passage.document == able[0].passage.document
        and (one.worded if threshold > THRESHOLD else one.confidence)
        >= least(query, one, threshold)
    ]
    if not enough:
        return None
    main = detail.rather(query, timing.of_its_own(query, index.catalogue, enough), found)
    now = later.instead(query, index, accept, main) if threshold == THRESHOLD else None
    first = [now, main] if now else [main]
    told = [one.passage for one in first]
    found = [*first, *(one for one in found if one.passage not in told)]
    said = quoting.checked(answer(query, index.catalogue, timing.in_time(query, found)))
    # Within one document or province the wording need not say it all.
    return said if threshold < THRESHOLD else doubt.with_choices(said, found)


def about_province(
    query: Query, catalogue: Catalogue, provinces: Sequence[str] = ()
) -> Callable[[Passage], bool] | None:
    """Accepts what is about the provinces that the message itself names; None if nothing is.

    A provincial decision answers only for its own period.

    Args:
        query: the question.
        catalogue: of the serving index.
        provinces: meant where the message names none.
    """
    wanted = set(query.references.values(PROVINCE) or provinces)
    own = {article.id for article in catalogue.articles_about(wanted)}
    asked = query.time

    def accept(passage: Passage) -> bool:
        if passage.document in own:
            return _is_about(catalogue.articles[passage.document], passage, wanted)
        in_period = asked is None or signs.overlaps(passage, asked)
        return in_period and bool(wanted & set(passage.provinces))

    known = own or any(wanted & set(r.provinces) for r in catalogue.regulations.values())
    return accept if wanted and known else None


def _is_about(article: Article, passage: Passage, wanted: set[str]) -> bool:
    """Whether a passage of an article on several provinces is about one that is asked about.

    What names none of them is about the one in the article's title.
    """
    if len(article.provinces) == 1:
        return True
    said = f"{passage.provision} {passage.text}"
    named = [one for one in article.provinces if one in said]
    named = named or [one for one in article.provinces if one in (article.title or "")]
    return not named or bool(wanted & set(named))


def answer(query: Query, catalogue: Catalogue, chosen: Sequence[Found]) -> Answer:
    """Answers with the first passage, as what it is; the others in one line each."""
    main, others = chosen[0], chosen[1 : 1 + _MOST_OTHERS]
    passage = main.passage
    document = _document(catalogue, passage)
    elsewhen = _of_another_time(query, document, passage)
    return Answer(
        Outcome.ANSWERED if passage.known and not elsewhen else Outcome.UNKNOWN,
        Kind.ARTICLE if isinstance(document, Article) else Kind.PROVISION,
        wording.paragraphs(
            elsewhen,
            _introduced(document, passage) if passage.overview else quoting.shown(passage),
            basis(document, passage),
            *(f"Nay: {change}" for change in passage.now),
            None if query.time or passage.now else _no_longer(query, catalogue, document),
            *(f"Lưu ý: {caveat}" for caveat in passage.caveats),
            *(() if passage.caveats else _corrections(document, passage)),
            _others([found.passage for found in others]),
        ),
        query.today,
        period=passage.period,
        citations=citing.unique(
            [
                *(citing.of_passage(found.passage) for found in (main, *others)),
                *citing.named_in(
                    " ".join([passage.text, *(() if query.time else passage.now)]), catalogue
                ),
            ]
        ),
        suggestions=passage.questions[1:3],
        confidence=round(main.confidence, 3),
    )


def _introduced(document: Regulation | Article, passage: Passage) -> str:
    """What a document is about, said of it by name."""
    if isinstance(document, Article):
        return quoting.shown(passage)
    return f"{wording.named_in_full(document)}. {passage.text}"


def _of_another_time(query: Query, document: Regulation | Article, passage: Passage) -> str | None:
    """Says so where the passage is of a period that the question does not ask about."""
    direct = passage.text.split("\n")[0]
    if year := year_told.missing_of_text(query, direct):
        return f"Kho chưa có số liệu của năm {year} về việc này. Số liệu đã có, để tham khảo:"
    asked = query.time
    if asked is None or isinstance(document, Article) or not passage.period:
        return None
    names_it = query.context.period and query.context.period in passage.text
    if signs.overlaps(passage, asked) or names_it or _is_compared(query, passage):
        return None
    return (
        "Kho chưa có quy định về việc này cho thời gian được hỏi. Quy định của giai đoạn "
        f"{passage.period}, để tham khảo:"
    )


def _is_compared(query: Query, passage: Passage) -> bool:
    """Whether the other time is what the document asked about is compared with."""
    named = [value.split("-") for value in query.references.values(TIME)]
    months = [f"{int(value[1])}/{value[0]}" for value in named if len(value) > 1]
    told = any(month in passage.text for month in months)
    return told or (query.wants(Aspect.DIFFERENCE) and query.names_documents)


def _no_longer(query: Query, catalogue: Catalogue, document: Regulation | Article) -> str | None:
    """A text that holds no more is told as such where the question did not name a time."""
    if isinstance(document, Article):
        return None
    return no_longer(catalogue, document, query.today)


def _document(catalogue: Catalogue, passage: Passage) -> Regulation | Article:
    return catalogue.regulations.get(passage.document) or catalogue.articles[passage.document]


def _others(passages: Sequence[Passage]) -> str | None:
    lines = [f"{p.period}: {p.text.splitlines()[0].split('. ')[0].rstrip('.:')}." for p in passages]
    return f"Giai đoạn khác:\n{wording.bullets(lines)}" if lines else None


def basis(document: Regulation | Article, passage: Passage) -> str:
    """Where the passage stands and whose words it is."""
    if isinstance(document, Article):
        return (
            f"Tóm lược theo {wording.named_article(document)} ({document.title}); "
            "số liệu và nhận định là của bài báo tại thời điểm đăng."
        )
    where = f"{wording.named(document)}, {passage.provision}"
    if passage.nature is Nature.ORIGINAL:
        return f"Trích nguyên văn {where}."
    return f"Tóm lược theo {where}; không phải nguyên văn."


def _corrections(document: Regulation | Article, passage: Passage) -> Sequence[str]:
    """Errors of the article that concern what the passage tells."""
    if not isinstance(document, Article):
        return ()
    found = [c for c in document.corrections if _concerns(c.correct, passage.text)]
    return [f"Lưu ý: bài báo ghi {c.stated}. {c.explanation}" for c in found]


def _concerns(correct: str, text: str) -> bool:
    """Whether a correction and a passage speak of the same number."""
    rare = [token for token in syllables(correct) if any(char.isdigit() for char in token)]
    return bool(rare) and all(token in syllables(text) for token in rare[:2])
