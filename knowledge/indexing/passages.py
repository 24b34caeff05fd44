"""Corpus to passages: one for each provision and one for each row of a criteria table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.corpus.contents import Corpus
from knowledge.corpus.criteria import CriteriaTable, Criterion, Indicator
from knowledge.corpus.document import AnyDocument, Regulation
from knowledge.corpus.fields import Nature
from knowledge.indexing.phrased import phrased
from knowledge.retrieval.passage import Passage

OVERVIEW = "giới thiệu chung"
RULE = "quy định chung"
GAP = "điều chưa biết"


def passages_of(corpus: Corpus) -> list[Passage]:
    """Every passage of the corpus, in a stable order."""
    found: list[Passage] = []
    for document in corpus.documents.values():
        found.extend(_of_document(document))
    for table in corpus.tables:
        found.extend(_of_table(table))
    return phrased(found, corpus)


def _of_document(document: AnyDocument) -> Iterator[Passage]:
    title = _title(document)
    level = document.levels[0].value if len(document.levels) == 1 else None
    period = str(document.period) if document.period else None
    yield Passage(
        document=document.identity,
        provision=OVERVIEW,
        nature=document.nature,
        title=title,
        heading=", ".join(document.topics),
        text=document.about,
        questions=document.questions,
        caveats=document.caveats,
        sources=document.sources,
        provinces=document.provinces,
        level=level,
        period=period,
        overview=True,
    )
    for provision in document.provisions:
        yield Passage(
            document=document.identity,
            provision=provision.address,
            nature=provision.nature or document.nature,
            title=title,
            heading=provision.heading,
            text=provision.text,
            questions=provision.questions,
            caveats=provision.caveats,
            now=provision.now,
            sources=provision.sources,
            criteria=provision.criteria,
            provinces=document.provinces,
            level=level,
            period=period,
            known=provision.known,
        )


def _title(document: AnyDocument) -> str:
    if isinstance(document, Regulation):
        parts = (document.type, document.number, document.title or "", *document.aliases)
    else:
        parts = ("Bài báo", document.title or "", *document.provinces)
    return " ".join(part for part in parts if part)


def _of_table(table: CriteriaTable) -> Iterator[Passage]:
    for criterion in table.criteria:
        yield _row(table, criterion, f"tiêu chí {criterion.number}", criterion.name, criterion)
        for place, indicator in enumerate(criterion.indicators, start=1):
            # Some numbers are not known yet: their rows are told apart by their place.
            unnumbered = f"thứ {place} của tiêu chí {criterion.number}"
            address = f"{table.indicator_word} {indicator.number or unnumbered}"
            if indicator.name and indicator.number:
                yield _row(table, criterion, address, indicator.name, indicator)
            name = f"{criterion.name}. {indicator.name or ''}"
            note = f"ghi chú {address}"
            yield from _said(table, note, indicator.notes, name, of_row=indicator.number)
    yield from _said(table, RULE, table.rules)
    yield from _said(table, GAP, table.gaps, known=False)


def _said(
    table: CriteriaTable,
    provision: str,
    texts: Sequence[str],
    heading: str = "",
    *,
    known: bool = True,
    of_row: str | None = None,
) -> Iterator[Passage]:
    """Sentences of a table: rules, gaps, and notes, which stand for the row they are about."""
    for position, text in enumerate(texts, start=1):
        yield Passage(
            document=table.document,
            provision=f"{provision}, mục {position} ({table.level})",
            nature=Nature.DIGEST,
            title=table.title,
            heading=heading,
            text=text,
            sources=table.sources,
            level=table.level.value,
            period=str(table.period),
            known=known,
            criteria=(of_row,) if of_row else (),
            row=of_row is not None,
            note=of_row is not None,
        )


def _row(
    table: CriteriaTable,
    criterion: Criterion,
    address: str,
    name: str,
    row: Criterion | Indicator,
) -> Passage:
    number = row.number or criterion.number
    return Passage(
        document=table.document,
        provision=f"{address} ({table.level})",
        nature=Nature.DIGEST,
        title=table.title,
        heading=f"{criterion.name} {criterion.group or ''}".strip(),
        text=name,
        questions=row.questions,
        sources=row.sources or criterion.sources,
        criteria=(number,),
        level=table.level.value,
        period=str(table.period),
        row=True,
    )
