"""Documents by number: signer, dates, validity, what replaced or amended them, their subject."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Citation, Kind, Outcome
from knowledge.answering.documents import document_relations as relations
from knowledge.answering.documents import on_day
from knowledge.answering.documents.validity import ended_by, validity
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Article, Regulation, RelationType
from knowledge.corpus.history import history
from knowledge.references.aspect import OF_FIELDS, Aspect
from knowledge.references.aspects import asked_at
from knowledge.text import fold

# How every sentence begins that says what the knowledge lacks.
_UNKNOWN = "Kho chưa có"
_SUBJECT = re.compile(r"ve (?:viec|chuyen) gi|trich yeu")

# Of a document itself: `căn cứ vào nghị quyết nào`, `thực hiện nghị quyết nào của Đảng`.
_GROUNDS = re.compile(
    r"\b(?:can cu|dua (?:tren|vao)|co so)\b|"
    r"\b(?:thuc hien|trien khai|cu the hoa) (?:nghi quyet|luat|quyet dinh|nghi dinh|van ban) "
    r"(?:nao|gi|so may)\b"
)
_ACTING = (Aspect.REPLACED_BY, Aspect.AMENDED_BY)
_FEW = 2
# It is asked what guides a document, and not what that document guides.
_GUIDED = re.compile(
    r"\b(?:nao|gi|ai|may) (?:da )?huong dan\b|\bduoc huong dan\b|\bhuong dan (?:boi|cho no|no)\b|"
    r"\b(?:co|da co|chua co) (?:\w+ ){0,2}huong dan\b"
)
_GUIDE = "huong dan"
_ASPECTS = OF_FIELDS | {Aspect.GUIDANCE}


def asks_for_a_field(query: Query) -> bool:
    """Whether the question is about a field of the document rather than its content."""
    return query.wants(*_ASPECTS)


def answer(
    query: Query,
    catalogue: Catalogue,
    found: Sequence[Regulation],
    *,
    several: str = "Số này là của nhiều văn bản:",
) -> Answer:
    """Answers from the fields of the regulations that a number can mean.

    Args:
        query: the question.
        catalogue: of the serving index.
        found: the regulations; at least one.
        several: what is said before the fields of more than one.
    """
    told = [_one(query, catalogue, regulation) for regulation in found]
    parts = [" ".join(said) for said in told]
    citations: list[Citation] = [citing.of_regulation(regulation) for regulation in found]
    errors = [_article_error(catalogue, regulation) for regulation in found]
    citations += [citing.of_article(article) for _, article in filter(None, errors)]
    for regulation in found:
        citations += relations.beside(query, catalogue, regulation)
        if query.wants(Aspect.STATUS):
            day, _ = on_day.asked(query, regulation)
            citations += map(citing.of_regulation, ended_by(catalogue, regulation, day))
    caveats = [caveat for regulation in found for caveat in regulation.caveats]
    caveats = caveats or [error for error, _ in filter(None, errors)]
    lead = parts[0] if len(parts) == 1 else f"{several}\n{wording.bullets(parts)}".strip()
    basis = "Căn cứ: " + "; ".join(wording.named_in_full(regulation) for regulation in found) + "."
    unknown = all(said.startswith(_UNKNOWN) for part in told for said in part)
    return Answer(
        Outcome.UNKNOWN if unknown else Outcome.ANSWERED,
        Kind.DOCUMENT,
        wording.paragraphs(lead, *(f"Lưu ý: {caveat}" for caveat in caveats), basis),
        query.today,
        period=str(found[0].period) if found[0].period else None,
        citations=citing.unique(citations),
        suggestions=tuple(_suggestions(found[0])),
    )


def _one(query: Query, catalogue: Catalogue, regulation: Regulation) -> list[str]:
    """What is told of one regulation: a piece for each aspect asked for."""
    tellers: dict[Aspect, Callable[[], str]] = {
        Aspect.HISTORY: lambda: _line(query, catalogue, regulation),
        Aspect.SIGNER: lambda: signer(regulation),
        Aspect.ISSUER: lambda: f"{wording.named(regulation)} do {regulation.issuer} ban hành.",
        Aspect.REPLACED_BY: lambda: relations.replaced_by(query, catalogue, regulation),
        Aspect.REPLACES: lambda: relations.replaces(catalogue, regulation),
        Aspect.AMENDED_BY: lambda: relations.incoming(
            catalogue, regulation, RelationType.AMENDS, "được sửa đổi, bổ sung bởi"
        ),
        Aspect.AMENDS: lambda: relations.outgoing(
            catalogue, regulation, RelationType.AMENDS, "sửa đổi, bổ sung"
        ),
        Aspect.BASED_ON: lambda: relations.outgoing(
            catalogue, regulation, RelationType.BASED_ON, "căn cứ vào"
        ),
        Aspect.GUIDES: lambda: _guides(query, catalogue, regulation),
        Aspect.EFFECTIVE: lambda: _effective(regulation),
        Aspect.STATUS: lambda: validity(catalogue, regulation, *on_day.asked(query, regulation)),
        Aspect.SIGNED: lambda: _signed(regulation),
        Aspect.TITLE: lambda: _title(query, regulation),
        Aspect.GUIDANCE: lambda: _guidance(query, catalogue, regulation),
    }
    asked = [aspect for aspect in query.aspects if aspect in tellers]
    if not asked and _GROUNDS.search(fold(query.question)):
        asked = [Aspect.BASED_ON]
    if not asked:
        return [overview(query, catalogue, regulation)]
    if Aspect.GUIDES in asked and Aspect.GUIDANCE in asked:
        # `hướng dẫn tiêu chí nào?` is asked of what a guide guides, of others who guides them
        guides = any(relation.type is RelationType.GUIDES for relation in regulation.relations)
        asked.remove(Aspect.GUIDANCE if guides else Aspect.GUIDES)
    by_name = fold(regulation.type) == _GUIDE and fold(query.question).count(_GUIDE) == 1
    if len(asked) > 1 and by_name:  # `Hướng dẫn 1064 ký ngày nào?`: it is only called so
        asked = [aspect for aspect in asked if aspect is not Aspect.GUIDANCE]
    if Aspect.EFFECTIVE in asked and Aspect.SIGNER in asked:
        asked = [aspect for aspect in asked if aspect is not Aspect.SIGNED]
    told = [tellers[aspect]() for aspect in asked[: relations.MOST_ASPECTS]]
    return [*told, *_of_what_acts(query, catalogue, regulation)]


def _guides(query: Query, catalogue: Catalogue, regulation: Regulation) -> str:
    """What it guides; where the rows are asked for and not noted, with what it is about."""
    said = relations.outgoing(catalogue, regulation, RelationType.GUIDES, "hướng dẫn")
    guided = [one for one in regulation.relations if one.type is RelationType.GUIDES]
    of_rows = query.wants(Aspect.WHICH_CRITERION) and not any(one.provisions for one in guided)
    return f"{said} {regulation.about}" if guided and of_rows else said


def _guidance(query: Query, catalogue: Catalogue, regulation: Regulation) -> str:
    """What guides it; of a guide that nothing guides, what it guides, unless that is asked."""
    guides = any(relation.type is RelationType.GUIDES for relation in regulation.relations)
    guided = catalogue.incoming(regulation.number, RelationType.GUIDES)
    if guides and not guided and not _GUIDED.search(fold(query.question)):
        return f"{_guides(query, catalogue, regulation)} {regulation.about}"
    return relations.incoming(catalogue, regulation, RelationType.GUIDES, "được hướng dẫn bởi")


def _of_what_acts(query: Query, catalogue: Catalogue, regulation: Regulation) -> list[str]:
    """Who signed what acts on it, where that is asked after what acts: `… sửa, ai ký`."""
    relation = next((one for one in _ACTING if query.wants(one)), None)
    if relation is None or not query.wants(Aspect.SIGNER):
        return []
    if asked_at(query.question, Aspect.SIGNER) < asked_at(query.question, relation):
        return []
    return [signer(one) for one in relations.acting_on([relation], catalogue, regulation)[:_FEW]]


def overview(query: Query, catalogue: Catalogue, regulation: Regulation) -> str:
    """Who issued it, when, what it is about, whether it holds."""
    return (
        f"{wording.named_in_full(regulation)}. {regulation.about} "
        f"{validity(catalogue, regulation, query.today)}"
    )


def signer(regulation: Regulation) -> str:
    """Who signed it, or that this is not known."""
    if not regulation.signer:
        return f"Kho chưa có tên người ký {wording.named(regulation)}."
    title = f" ({regulation.signer_title})" if regulation.signer_title else ""
    return f"Người ký {wording.named(regulation)} là {regulation.signer}{title}."


def _signed(regulation: Regulation) -> str:
    if not regulation.signed:
        return f"Kho chưa có ngày ký được xác nhận của {regulation.type} {regulation.number}."
    return (
        f"{regulation.type} {regulation.number} của {regulation.issuer} "
        f"được ký ngày {wording.date(regulation.signed)}."
    )


def _effective(regulation: Regulation) -> str:
    if not regulation.effective:
        return f"Kho chưa có ngày hiệu lực của {wording.named(regulation)}."
    return f"{wording.named(regulation)} có hiệu lực từ ngày {wording.date(regulation.effective)}."


def _title(query: Query, regulation: Regulation) -> str:
    if not regulation.title and _SUBJECT.search(fold(query.question)):
        return f"{wording.named(regulation)}: {regulation.about} Kho chưa có tên đầy đủ."
    if not regulation.title:
        return (
            f"Kho chưa có tên đầy đủ được xác nhận của {wording.named(regulation)}. "
            f"{regulation.about}"
        )
    said = f"{wording.named(regulation)} của {regulation.issuer} có tên: {regulation.title}."
    return f"{said} {regulation.about}" if _SUBJECT.search(fold(query.question)) else said


def _line(query: Query, catalogue: Catalogue, regulation: Regulation) -> str:
    """The documents before and after it, earliest first."""
    stations = history(catalogue, regulation.number, query.today)
    named = [catalogue.regulations[station.number] for station in stations]
    if len(named) == 1:
        return f"Kho không ghi nhận văn bản nào trước hay sau {wording.named(regulation)}."
    lines = [f"{validity(catalogue, one, query.today)}" for one in named]
    return f"Các văn bản nối tiếp nhau, cũ nhất trước:\n{wording.bullets(lines)}"


def _article_error(catalogue: Catalogue, regulation: Regulation) -> tuple[str, Article] | None:
    """An article in the knowledge that reports this document wrongly."""
    for article in catalogue.articles.values():
        for correction in article.corrections:
            if regulation.number in correction.stated or regulation.number in correction.correct:
                where = wording.upper_first(wording.named_article(article))
                return f"{where} ghi “{correction.stated}”. {correction.explanation}", article
    return None


def _suggestions(regulation: Regulation) -> list[str]:
    return [
        f"{regulation.number} còn hiệu lực không?",
        f"{regulation.number} được thay thế bởi văn bản nào?",
    ]
