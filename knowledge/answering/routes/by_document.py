"""Questions that name documents: their criteria, their fields, their content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering.answer import Answer
from knowledge.answering.claims import premise
from knowledge.answering.comparing import comparison
from knowledge.answering.criteria import (
    amended,
    groups,
    guides_row,
    named_elsewhere,
    no_such_row,
    structure,
)
from knowledge.answering.documents import (
    document,
    missing,
    predecessor,
    quoting,
    relation,
    whole,
)
from knowledge.answering.outside import refusals
from knowledge.answering.query import Query
from knowledge.answering.routes import criterion, reported, several
from knowledge.answering.rows import annex
from knowledge.answering.rows.target import NAMED
from knowledge.answering.searching import (
    candidates,
    changed,
    counted,
    free,
    guides_it,
    implementing,
    of_its_part,
    status_not_known,
    summarised,
    what_changed,
)
from knowledge.corpus.document import Regulation
from knowledge.indexing.index import Index
from knowledge.references import issuers, levels
from knowledge.references.aspect import OF_FIELDS, OF_RELATIONS, OF_VALIDITY, Aspect
from knowledge.references.aspects import subject
from knowledge.references.follow_up import own_words, points_back
from knowledge.references.parser import CRITERION, GROUP, INDICATOR
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

# `sổ tay hướng dẫn bộ tiêu chí 1980` asks for the guide of the whole set unless a criterion
# is named beyond doubt.
_SURE = 0.85
# `quy định chợ thế nào`, `nói gì về công nhận`: what it says on one thing.
_SAYS_ON = re.compile(
    r"\b(?:noi|quy dinh|ghi|neu|yeu cau|doi hoi) (?:gi|the nao|ra sao|sao) "
    r"(?:ve|cho|voi|doi voi) \w|"
    r"\b(?:noi|quy dinh|ghi|neu|yeu cau|doi hoi) (?!gi\b|the nao|ra sao|noi dung|nhung|ve)"
    r"(?:\w+ ){1,6}(?:the nao|ra sao|nhu nao)\b"
)
_OF_CONTENT = (Aspect.COUNT, Aspect.LIST, Aspect.REQUIREMENT, Aspect.DIFFERENCE)


def answer(
    query: Query, index: Index, named: Sequence[str], *, carried: bool = False
) -> Answer | None:
    """Answers about the documents that a question, or the one before it, names.

    Args:
        query: the question.
        index: the serving index.
        named: numbers as written, or the id of an article talked about; at least one.
        carried: whether the question before this one names them, not this one.

    Returns:
        None where the document talked about does not tell what is asked.
    """
    catalogue = index.catalogue
    if named[0] in catalogue.articles:
        return _of_article(query, index, named[0])
    if not catalogue.find(named[0]):
        return _not_found(query, index, named[0])
    found = catalogue.find(named[0])
    if near := predecessor.answer(query, catalogue) or implementing.answer(query, catalogue):
        return near
    if predecessor.is_only_a_time(query, catalogue) and query.topic:
        return None
    if of_a_row := amended.answer(query, index, found):
        return of_a_row
    of_content = query.wants(Aspect.REQUIREMENT, Aspect.COUNT) and not query.wants(
        *OF_RELATIONS, *OF_VALIDITY
    )
    if len(named) > 1 and (query.wants(Aspect.DIFFERENCE) or of_content):
        compared = comparison.of_documents(query, index, [catalogue.find(n) for n in named])
        if compared:
            return compared
    if compared := _with_the_one_talked_about(query, index, found):
        return compared
    if query.times and query.wants(Aspect.DIFFERENCE) and len(query.places) == 1:
        tables = [t for regulation in found for t in catalogue.tables_of(regulation.number)]
        if tables and (compared := comparison.answer(query, index, tables)):
            return compared
    said = (
        quoting.answer(query, catalogue, found)
        or of_its_part.answer(query, index, found)
        or what_changed.answer(query, index, found)
        or _whether_it_guides(query, index, found)
        or summarised.answer(query, index, found)
        or relation.answer(query, catalogue, found)
        or (premise.answer(query, catalogue, found[0]) if len(found) == 1 else None)
        or status_not_known.answer(query, index, found)
        or changed.answer(query, index, found)
        or _from_criteria(query, index, found)
        or counted.answer(query, index, found)
        or whole.answer(query, catalogue, index.retriever.passages, found)
        or (named_elsewhere.answer(query, index) if query.references.values(GROUP) else None)
        or _from_content(query, index, found, named)
    )
    if said or (carried and _of_other_matter(query)):
        return said
    says_on = _SAYS_ON.search(fold(query.question)) is not None
    wants_content = (query.wants(Aspect.REQUIREMENT) or says_on) and not document.asks_for_a_field(
        query
    )
    if wants_content and query.topic and len(found) == 1:
        return refusals.not_in(query, found[0])
    return document.answer(query, catalogue, found)


def _with_the_one_talked_about(
    query: Query, index: Index, found: Sequence[Regulation]
) -> Answer | None:
    """`bộ này khác gì bộ cũ QĐ 318?`: the set pointed to beside the one that is named."""
    talked_about = index.catalogue.find(query.before.document or "")
    apart = len(talked_about) == len(found) == 1 and talked_about != list(found)
    if not (apart and query.wants(Aspect.DIFFERENCE) and points_back(query.question)):
        return None
    return comparison.of_documents(query, index, [talked_about, found])


def _of_other_matter(query: Query) -> bool:
    """Whether a follow-up brings a matter of its own that is no field of a document."""
    own = subject(query.references.remainder)
    return bool(own) and not document.asks_for_a_field(query)


def _of_article(query: Query, index: Index, article: str) -> Answer | None:
    """A follow-up on what an article reports; of another year only what names that year."""
    years = {value.lstrip("<>")[:4] for value in query.time_values}
    bare = bool(years) and not own_words(query.references)

    def of_it(passage: Passage) -> bool:
        then = not bare or any(year in passage.text for year in years)
        return passage.document == article and then

    found = free.reply(query, index, of_it, candidates.NARROW_THRESHOLD)
    if not bare:
        return found
    return reported.not_an_aim(query, found) if found else refusals.no_figure(query)


def _not_found(query: Query, index: Index, reference: str) -> Answer:
    """A document known only because others name it is told from what they say."""
    # What others say about a document does not tell what one of its Điều says.
    if not (quoting.asked(query.question) or Aspect.SIGNER in query.own_aspects):
        mentioned = index.catalogue.find_mentioned(reference)
        number = re.escape(fold(mentioned[0].number if mentioned else reference))
        named = re.compile(rf"(?<![\w/]){number}(?![\w-])")

        def names_it(passage: Passage) -> bool:
            return named.search(fold(passage.text)) is not None

        if reply := free.reply(query, index, names_it, candidates.NARROW_THRESHOLD):
            return reply
    return missing.answer(query, index.catalogue, reference)


def _whether_it_guides(query: Query, index: Index, found: Sequence[Regulation]) -> Answer | None:
    """Whether a guide guides the criterion, or else the matter, that is asked about."""
    if not guides_it.asked(query.question):
        return None
    if query.context.criterion:
        return guides_row.answer(query, index.catalogue, found)
    return guides_it.answer(query, index, found)


def _from_criteria(query: Query, index: Index, found: Sequence[Regulation]) -> Answer | None:
    of_all = [t for regulation in found for t in index.catalogue.tables_of(regulation.number)]
    tables = annex.those_named(query.question, of_all)
    if not tables:
        return None
    if of_group := groups.answer(query, index.catalogue, tables):
        return of_group
    by_number = query.references.first(CRITERION) or query.references.first(INDICATOR)
    numbered = [*query.references.values(CRITERION), *query.references.values(INDICATOR)]
    if len(numbered) > 1 and not query.wants(Aspect.DIFFERENCE):
        return several.answer(query, index, numbered, tables)
    of_row = by_number or query.wants(Aspect.GUIDANCE) or not document.asks_for_a_field(query)
    of_row = of_row or _of_the_name(query)
    if query.context.criterion and of_row:
        return criterion.by_its_number(query, index, tables)
    of_fields = query.wants(*OF_FIELDS - {Aspect.TITLE})
    if query.wants(Aspect.TITLE) and not query.wants(Aspect.WHICH_CRITERION):
        of_fields = True
    of_units = query.context.level in levels.ABOVE_COMMUNES and query.level not in {
        table.level for table in tables
    }
    if query.topic and not of_fields and not of_units:
        sure = query.wants(Aspect.GUIDANCE) and not by_number
        found_row = criterion.by_its_name(query, index, tables, _SURE if sure else NAMED)
        if found_row is None and no_such_row.asked(query):
            return no_such_row.answer(query, index.catalogue, tables)
        return found_row
    of_set = structure.asks_for_structure(query) and not query.wants(*OF_RELATIONS, Aspect.GUIDANCE)
    of_communes = query.references.values(GROUP)
    if of_set and not query.topic and not of_communes:
        return structure.not_of_level(query, index.catalogue, tables) or structure.answer(
            query, index.catalogue, tables
        )
    return None


def _of_the_name(query: Query) -> bool:
    """`qua 1980 tên là gì?`: what the criterion talked about is called, not the document."""
    asked = set(query.aspects) & OF_FIELDS
    return query.follows and asked <= {Aspect.TITLE}


def _from_content(
    query: Query, index: Index, found: Sequence[Regulation], named: Sequence[str]
) -> Answer | None:
    """What the documents themselves say on the matter."""
    of_group = bool(query.references.values(GROUP))
    topic = issuers.without(query.topic).strip()
    of_content = topic or of_group or query.wants(*_OF_CONTENT)
    if not of_content or query.wants(*OF_RELATIONS, *OF_VALIDITY):
        return None
    numbers = {regulation.number for regulation in found}
    for other in named[1:]:
        numbers |= {regulation.number for regulation in index.catalogue.find(other)}
    threshold = (
        candidates.THRESHOLD if document.asks_for_a_field(query) else candidates.NARROW_THRESHOLD
    )
    return free.reply(query, index, lambda passage: passage.document in numbers, threshold)
