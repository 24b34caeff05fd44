"""The documents that an answer tells of, its result first: what a follow-up can point to.

After `thông tư nào hướng dẫn QĐ 27/2025?` the circular is talked about as much as
the decision that the question names: `ai ký?` asks for its signer.
"""

from __future__ import annotations

import re

from knowledge.answering import citing
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.documents import document_relations
from knowledge.answering.query import Query
from knowledge.answering.searching.kind_asked import kind_in
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation, RelationType
from knowledge.references.aspect import OF_RELATIONS, Aspect
from knowledge.references.aspects import aspects
from knowledge.references.context import TOLD_SEPARATOR, Context
from knowledge.references.parser import DOCUMENT

# Share of a message's own words that a passage told of has, where nothing else can be meant.
PLAINLY = 0.85
# Looked for in the documents told of only, a passage needs little confidence.
ENOUGH = 0.2
_MOST = 8
_ACTING = frozenset(
    {Aspect.AMENDED_BY, Aspect.REPLACED_BY, Aspect.GUIDANCE, Aspect.BASIS, Aspect.HISTORY}
)
_CHANGES = (RelationType.AMENDS, RelationType.REPLACES)
_ROW = re.compile(r"(?:tiêu chí|chỉ tiêu) (\d{1,2}(?:\.\d{1,2})?)$")


def read(context: Context) -> list[str]:
    """The documents told of last, the result first."""
    return context.documents_told


def regulations(context: Context, catalogue: Catalogue) -> list[Regulation]:
    """The legal texts among the documents told of last, the result first."""
    return [found for number in read(context) for found in catalogue.find(number)[:1]]


def near(context: Context, catalogue: Catalogue) -> set[str]:
    """The documents told of last, and what amends or replaces them."""
    numbers = read(context)
    acting = [i for number in numbers for i in catalogue.incoming(number, *_CHANGES)]
    return {*numbers, *(item.regulation.number for item in acting)}


def noted(query: Query, found: Answer, catalogue: Catalogue, context: Context) -> Context:
    """The context with what an answer tells of; as it was where it tells of nothing."""
    cited = list(dict.fromkeys(citation.document for citation in found.citations))
    if not cited and found.outcome is Outcome.UNKNOWN:  # where to look is told instead
        cited = [citation.document for citation in citing.named_in(found.text, catalogue)]
    if not cited:
        return context
    first = _results(query, catalogue, cited) or _quoted(query, found, catalogue)
    earlier = read(query.before) if query.follows else []
    told = list(dict.fromkeys([*first, *cited, *earlier]))[:_MOST]
    return Context(**context.as_slots() | {"told": TOLD_SEPARATOR.join(told), "row": row(found)})


def _results(query: Query, catalogue: Catalogue, cited: list[str]) -> list[str]:
    """Those of the documents cited that are what was asked for, latest first."""
    own = aspects(query.question)
    named = query.references.values(DOCUMENT) or [query.context.document or cited[0]]
    about = [regulation for number in named for regulation in catalogue.find(number)]
    kind = kind_in(query.question)
    found = {
        other.number: other
        for regulation in about
        for other in document_relations.acting_on(own, catalogue, regulation)
        if other.number in cited
    }
    of_kind = kind.named or (kind.type is not None and query.names_documents)
    asks_which = bool(set(own) & {Aspect.BASIS, Aspect.GUIDANCE}) and not set(own) & OF_RELATIONS
    if not found and of_kind and asks_which:
        apart = {regulation.number for regulation in about} if query.names_documents else set()
        known = [catalogue.regulations[n] for n in cited if n in catalogue.regulations]
        found = {other.number: other for other in known if other.number not in apart}
        return [number for number, other in found.items() if kind.fits(other)]
    fitting = {number: other for number, other in found.items() if kind.fits(other)} or found
    return sorted(fitting, key=lambda number: str(fitting[number].signed or ""), reverse=True)


def _quoted(query: Query, found: Answer, catalogue: Catalogue) -> list[str]:
    """What a passage of the document talked about names, where it is asked which one acts on it."""
    if found.kind is not Kind.PROVISION or not set(aspects(query.question)) & _ACTING:
        return []
    about = found.citations[0].document
    if about not in (*query.references.values(DOCUMENT), query.context.document):
        return []
    named = [citation.document for citation in citing.named_in(found.direct, catalogue)]
    acting = [catalogue.regulations[number] for number in named if number != about]
    acting = [one for one in acting if any(r.number == about for r in one.relations)]
    acting.sort(key=lambda one: str(one.signed or ""), reverse=True)
    return list(dict.fromkeys(one.number for one in acting))


def row(found: Answer) -> str | None:
    """The criterion or indicator of the first row cited."""
    places = (_ROW.search(citation.provision or "") for citation in found.citations)
    return next((place[1] for place in places if place), None)
