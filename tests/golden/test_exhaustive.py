"""Every field of every regulation and every cell of every criteria table is asked for.

The questions are generated (`wordings`), so that a document or a table that is added
to the folder is tested without another line. A failure lists each wording that went
wrong with what is wrong about its answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pytest

from knowledge import settings
from knowledge.answering.answer import Answer, Kind
from knowledge.assistant import Assistant
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import CriteriaTable, Criterion, Indicator
from knowledge.corpus.document import Regulation, RelationType
from knowledge.indexing.build import checked_corpus
from tests.golden import expectations as expect
from tests.golden import wordings

CATALOGUE = Catalogue(checked_corpus([settings.shipped_documents()]))
ISSUERS = {regulation.issuer for regulation in CATALOGUE.regulations.values()}
CRITERIA = [
    pytest.param(table, criterion, id=f"{table.document} {table.level} {criterion.number}")
    for table in CATALOGUE.tables
    for criterion in table.criteria
]
WITHOUT_ROWS = [pair for pair in CRITERIA if not pair.values[1].indicators]
ROWS = [
    pytest.param(table, row, id=f"{table.document} {table.level} {row.number}")
    for table in CATALOGUE.tables
    for criterion in table.criteria
    for row in criterion.indicators
    if row.number
]


def _relation(
    answer: Answer, regulation: Regulation, kind: RelationType, incoming: bool
) -> Iterator[str]:
    """Whether just the documents at the other end are named, unchecked relations as such."""
    if incoming:
        found = [
            (i.regulation.number, i.relation) for i in CATALOGUE.incoming(regulation.number, kind)
        ]
    else:
        found = [(r.number, r) for r in regulation.relations if r.type is kind]
    said = expect.lead(answer)
    if incoming and not found and answer.kind is Kind.PROVISION:
        # Told by the document's own page, of a change by one that has no file.
        own = [expect.documents(expect.plain(citation.text)) for citation in answer.citations]
        yield from expect.names_only(said, [], set().union(*own))
        return
    beside = [regulation.number]
    if kind is RelationType.REPLACES and incoming:
        beside += _successors(regulation)
    if kind is RelationType.REPLACES and not incoming:
        beside += [r.number for r in regulation.relations if r.type is RelationType.SUCCEEDS]
    yield from expect.names_only(said, [number for number, _ in found], beside)
    if not found:
        yield from expect.does_not_know(said)
    if any(not relation.verified for _, relation in found) and "chưa đối chiếu" not in said:
        yield "không nói quan hệ chưa đối chiếu"


def _successors(regulation: Regulation) -> Iterator[str]:
    """The documents of the following periods, which may be told with a replacement."""
    for item in CATALOGUE.incoming(regulation.number, RelationType.SUCCEEDS):
        yield item.regulation.number
        yield from _successors(item.regulation)


def _issuer(answer: Answer, wanted: str) -> Iterator[str]:
    """Whether the issuer is named, and not one whose name holds its name."""
    said = expect.lead(answer)
    named = [issuer for issuer in ISSUERS if expect.plain(issuer) in said]
    whole = [one for one in named if not any(one != other and one in other for other in named)]
    if wanted not in whole:
        yield f"không nói '{wanted}'"


def _text(answer: Answer, value: str | None) -> Iterator[str]:
    said = expect.lead(answer)
    return expect.says(said, value) if value else expect.does_not_know(said)


def _wrong(answer: Answer, regulation: Regulation, field: str) -> Iterator[str]:
    """What is wrong with the answer for one field."""
    yield from expect.cites(answer, regulation.number)
    if field == "issuer":
        yield from _issuer(answer, regulation.issuer)
    elif field in ("signer", "title"):
        yield from _text(answer, getattr(regulation, field))
    elif field in ("signed", "effective"):
        day = getattr(regulation, field)
        yield from expect.gives_day(expect.lead(answer), day, regulation)
    else:
        kind = RelationType.REPLACES if field.startswith("replace") else RelationType.AMENDS
        yield from _relation(answer, regulation, kind, incoming=field.endswith("_by"))


def _failures(
    assistant: Assistant, questions: Iterable[str], wrong: Callable[[Answer], Iterable[str]]
) -> Iterator[str]:
    for question in questions:
        answer = assistant.ask(question)
        if problems := list(wrong(answer)):
            yield f"{question}\n  {'; '.join(problems)}\n  » {answer.text.split(chr(10))[0]}"


@pytest.mark.parametrize("field", wordings.FIELDS)
@pytest.mark.parametrize("number", CATALOGUE.regulations)
def test_every_field_of_a_regulation(assistant: Assistant, number: str, field: str):
    regulation = CATALOGUE.regulations[number]
    questions = wordings.of_field(regulation, field)
    wrong = partial(_wrong, regulation=regulation, field=field)
    failures = list(_failures(assistant, questions, wrong))
    assert not failures, "\n" + "\n".join(failures)


@pytest.mark.parametrize(("table", "row"), ROWS)
def test_every_cell_of_a_row(assistant: Assistant, table: CriteriaTable, row: Indicator):
    failures = []
    for turn, place in enumerate((None, *row.places)):
        questions = wordings.of_cell(table, row, place, turn + sum(map(ord, str(row.number))))
        wrong = partial(expect.of_cell, table=table, row=row, place=place)
        failures += _failures(assistant, questions, wrong)
    assert not failures, "\n" + "\n".join(failures)


@pytest.mark.parametrize(("table", "criterion"), CRITERIA)
def test_every_criterion_is_named(assistant: Assistant, table: CriteriaTable, criterion: Criterion):
    def wrong(answer: Answer) -> Iterator[str]:
        yield from expect.says(expect.lead(answer), criterion.name)
        yield from expect.cites_row(answer, table, criterion)

    failures = list(_failures(assistant, wordings.of_name(table, criterion), wrong))
    assert not failures, "\n" + "\n".join(failures)


@pytest.mark.parametrize(("table", "criterion"), WITHOUT_ROWS)
def test_a_criterion_of_which_no_row_is_known_is_a_gap(
    assistant: Assistant, table: CriteriaTable, criterion: Criterion
):
    def wrong(answer: Answer) -> Iterator[str]:
        yield from expect.does_not_know(expect.lead(answer))
        yield from expect.says(expect.plain(answer.text), table.annex)
        yield from expect.cites(answer, table.document)
        if not answer.abstained:
            yield f"outcome là {answer.outcome}"

    failures = list(_failures(assistant, wordings.of_content(table, criterion), wrong))
    assert not failures, "\n" + "\n".join(failures)
