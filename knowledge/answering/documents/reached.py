"""A document that is named only by what it did to another: `văn bản sửa 18/2022 ký ngày nào?`.

The number in the message is where one starts from; what is asked about is what replaced, amended
or guides it, what it replaced or amended, or what came before it. The message is read as though
it had named that, and the answer says how the two are tied.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from knowledge.answering import wording
from knowledge.answering.answer import Answer, Kind
from knowledge.answering.documents.related import UNCHECKED
from knowledge.answering.documents.relation import VERBS
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import SUCCESSION, Regulation, Relation, RelationType
from knowledge.references.aspect import OF_VALIDITY, Aspect
from knowledge.references.aspects import aspects
from knowledge.references.carrying import merge
from knowledge.references.numbers import TYPES
from knowledge.references.parser import DOCUMENT, parse
from knowledge.text import fold

_TYPE = rf"(?:(?:{'|'.join(TYPES)}) )?(?:so )?"
# `văn bản nào thay …` asks which it is; the document itself answers that.
_NOUN = (
    r"\b(?P<noun>van ban|vb|quyet dinh|qd|thong tu|tt|nghi dinh|nd|nghi quyet|nq|cong van|"
    r"bo tieu chi|bo|cai|thang)(?: (?!nao\b|gi\b|may\b|khong\b|so\b)[a-z]+){0,2}? "
)
_VERB = r"(?P<verb>thay the|thay|sua doi(?:,? bo sung)?|bo sung|sua|huong dan)"
_ACTING = re.compile(rf"{_NOUN}{_VERB}(?: (?:cho|cua|thi hanh))? {_TYPE}$")
_BEFORE = re.compile(rf"{_NOUN}(?:(?:dung|lien|ngay|ke|ra|ban hanh|co) )?truoc {_TYPE}$")
_AFTER = re.compile(rf"{_NOUN}(?:(?:dung|lien|ngay|ke|ra|ban hanh|co) )?sau {_TYPE}$")
_ACTED_ON = re.compile(rf"{_NOUN.rstrip()} (?:bi|ma|duoc|do) {_TYPE}$")
_DONE = re.compile(rf" (?:da )?{_VERB}(?: (?:the|di))?\b")
_TYPES: dict[str, Collection[RelationType]] = {
    "thay": SUCCESSION,
    "sua": (RelationType.AMENDS,),
    "bo": (RelationType.AMENDS,),
    "huong": (RelationType.GUIDES,),
}
_FIELDS = OF_VALIDITY | {Aspect.SIGNER, Aspect.ISSUER, Aspect.TITLE}
_MOST = 2


@dataclass(frozen=True)
class _Tied:
    """A document, and the relation that ties it to the one that the message names."""

    regulation: Regulation
    relation: Relation
    acts: bool

    def said(self, start: Regulation) -> str:
        """The relation as a sentence."""
        acting, other = (self.regulation, start) if self.acts else (start, self.regulation)
        unchecked = "" if self.relation.verified else f" ({UNCHECKED})"
        verb = VERBS[self.relation.type]
        return f"{wording.named(acting)} {verb} {wording.named(other)}{unchecked}."


def named(query: Query, catalogue: Catalogue) -> Query:
    """The query as though it had named what it means; as it is where it names no relation."""
    folded = fold(query.question)
    mentions = [one for one in query.references.mentions if one.kind == DOCUMENT]
    if len(mentions) != 1 or len(folded) != len(query.question):
        return query
    start = catalogue.only(mentions[0].value)
    if start is None:
        return query
    before, after = folded[: mentions[0].start], folded[mentions[0].end :]
    done = _DONE.match(after)
    if phrase := _ACTING.search(before):
        found = _acting(catalogue, start, _types(phrase))
    elif phrase := _AFTER.search(before):
        found = _acting(catalogue, start, SUCCESSION)
    elif phrase := _BEFORE.search(before):
        found = _acted_on(catalogue, start, SUCCESSION)
    elif done and (phrase := _ACTED_ON.search(before)):
        found = _acted_on(catalogue, start, _types(done))
    if phrase:
        found = _of_the_kind(phrase["noun"], found)
    if not phrase or not 0 < len(found) <= _MOST:
        return query
    head = query.question[: phrase.start()]
    tail = query.question[mentions[0].end + (done.end() if done else 0) :]
    if not set(aspects(f"{head} {tail}")) & _FIELDS:
        return query
    meant = [f"{one.regulation.type} {one.regulation.number}" for one in found]
    references = parse(f"{head}{wording.listed(meant)}{tail}")
    ties = tuple(one.said(start) for one in found)
    return replace(query, references=references, context=merge(query.before, references), ties=ties)


def noted(query: Query, answer: Answer) -> Answer:
    """The answer with how what it tells of is tied to what the message names."""
    if not query.ties or answer.kind is not Kind.DOCUMENT:
        return answer
    lead, gap, rest = answer.text.partition("\n\n")
    apart = "\n" if "\n" in lead else " "
    return replace(answer, text=f"{lead}{apart}{' '.join(query.ties)}{gap}{rest}")


def _of_the_kind(noun: str, found: list[_Tied]) -> list[_Tied]:
    """Those of the kind of document that is said, where any is."""
    kind = TYPES.get(noun)
    return [one for one in found if one.regulation.type.lower() == kind] or found


def _types(phrase: re.Match[str]) -> Collection[RelationType]:
    return _TYPES[phrase["verb"].split()[0]]


def _acting(
    catalogue: Catalogue, start: Regulation, types: Collection[RelationType]
) -> list[_Tied]:
    found = catalogue.incoming(start.number, *types)
    return [_Tied(item.regulation, item.relation, acts=True) for item in found]


def _acted_on(
    catalogue: Catalogue, start: Regulation, types: Collection[RelationType]
) -> list[_Tied]:
    known = catalogue.regulations
    return [
        _Tied(known[relation.number], relation, acts=False)
        for relation in start.relations
        if relation.type in types and relation.number in known
    ]
