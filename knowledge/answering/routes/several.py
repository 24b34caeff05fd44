"""Questions that name several criteria or indicators: one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.query import Query
from knowledge.answering.routes import criterion
from knowledge.corpus.criteria import CriteriaTable
from knowledge.indexing.index import Index

_MOST = 4
_BASIS = "Căn cứ: "
# The best of the outcomes is that of the whole: what is missing is said where it is missing.
_RANK = (Outcome.ANSWERED, Outcome.CORRECTED, Outcome.UNKNOWN)


def answer(
    query: Query, index: Index, addresses: Sequence[str], only: Sequence[CriteriaTable] = ()
) -> Answer:
    """Answers on each criterion or indicator; the first one is what a follow-up inherits.

    Args:
        query: names them all.
        index: the serving index.
        addresses: `11`, `17.1`; at least one.
        only: the tables of the document that the question names, if it names one.
    """
    told = []
    for address in addresses[:_MOST]:
        context = replace(query.context, criterion=address)
        told.append(criterion.by_its_number(replace(query, context=context), index, only))
    leads = [one.direct for one in told]
    bases = [part for one in told for part in one.text.split("\n\n") if part.startswith(_BASIS)]
    return replace(
        told[0],
        outcome=min((one.outcome for one in told), key=_rank),
        text=wording.paragraphs(*dict.fromkeys(leads), *list(dict.fromkeys(bases))[:1]),
        table=None,
        citations=citing.unique(citation for one in told for citation in one.citations),
    )


def _rank(outcome: Outcome) -> int:
    return _RANK.index(outcome) if outcome in _RANK else len(_RANK)
