"""How the documents of the knowledge stand to each other, in words: what replaced what."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Citation
from knowledge.answering.documents.related import UNCHECKED
from knowledge.answering.documents.validity import validity
from knowledge.answering.query import Query
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue, Incoming
from knowledge.corpus.document import SUCCESSION, Regulation, Relation, RelationType
from knowledge.corpus.history import history
from knowledge.references.aspect import Aspect

_MOST = 8
# So many of the aspects asked for are told.
MOST_ASPECTS = 3
_RELATED: dict[Aspect, RelationType] = {
    Aspect.REPLACED_BY: RelationType.REPLACES,
    Aspect.REPLACES: RelationType.REPLACES,
    Aspect.AMENDED_BY: RelationType.AMENDS,
    Aspect.AMENDS: RelationType.AMENDS,
    Aspect.GUIDANCE: RelationType.GUIDES,
    Aspect.GUIDES: RelationType.GUIDES,
    Aspect.BASED_ON: RelationType.BASED_ON,
}
# One document follows another: in its stead, or for the period after it.
_INCOMING = (Aspect.REPLACED_BY, Aspect.AMENDED_BY, Aspect.GUIDANCE)


def beside(query: Query, catalogue: Catalogue, regulation: Regulation) -> list[Citation]:
    """The documents that the answer names beside the one asked about."""
    asked = query.aspects[:MOST_ASPECTS]
    numbers: list[str] = []
    if query.wants(Aspect.HISTORY):
        numbers += [s.number for s in history(catalogue, regulation.number, query.today)]
    for aspect in asked:
        kind = _RELATED.get(aspect)
        kinds = SUCCESSION if kind is RelationType.REPLACES else (kind,)
        if kind and aspect not in _INCOMING:
            numbers += [r.number for r in regulation.relations if r.type in kinds]
    known = [catalogue.regulations[n] for n in numbers if n in catalogue.regulations]
    known += acting_on(asked, catalogue, regulation)
    return [citing.of_regulation(other) for other in known]


def acting_on(
    asked: Sequence[Aspect], catalogue: Catalogue, regulation: Regulation
) -> list[Regulation]:
    """What replaced, amended or guides a regulation, as far as the aspects ask for it."""
    kinds = [_RELATED[aspect] for aspect in asked if aspect in _INCOMING]
    found = [
        item.regulation for kind in kinds for item in catalogue.incoming(regulation.number, kind)
    ]
    if Aspect.REPLACED_BY in asked:
        following = catalogue.incoming(regulation.number, RelationType.SUCCEEDS)
        found += [item.regulation for item in following]
    return found


def replaced_by(query: Query, catalogue: Catalogue, regulation: Regulation) -> str:
    """What replaced it, what followed it, and whether it holds."""
    replacing = catalogue.incoming(regulation.number, RelationType.REPLACES)
    following = catalogue.incoming(regulation.number, RelationType.SUCCEEDS)
    if replacing:
        said = f"{wording.named(regulation)} được thay thế bởi {_acting(replacing)}."
    else:
        said = f"Kho không ghi nhận văn bản nào thay thế {wording.named(regulation)}."
    if following:
        said += f" Văn bản của giai đoạn sau là {_acting(following)}."
    return f"{said} {validity(catalogue, regulation, query.today)}" if not replacing else said


def replaces(catalogue: Catalogue, regulation: Regulation) -> str:
    """What it replaced, or else what it followed."""
    said = outgoing(catalogue, regulation, RelationType.REPLACES, "thay thế")
    earlier = [r for r in regulation.relations if r.type is RelationType.SUCCEEDS]
    if not earlier or any(r.type is RelationType.REPLACES for r in regulation.relations):
        return said
    names = wording.listed([_target(catalogue, relation) for relation in earlier])
    return f"{said} Văn bản của giai đoạn trước là {names}."


def _acting(items: Sequence[Incoming]) -> str:
    names = []
    for item in items[:_MOST]:
        start = wording.since(item.regulation)
        extra = [part for part in (start, "" if item.relation.verified else UNCHECKED) if part]
        names.append(wording.named(item.regulation) + (f" ({'; '.join(extra)})" if extra else ""))
    return wording.listed(names)


def incoming(catalogue: Catalogue, regulation: Regulation, kind: RelationType, verb: str) -> str:
    """The documents that act on it, after a passive verb."""
    items = catalogue.incoming(regulation.number, kind)
    if not items:
        return f"Kho không ghi nhận {wording.named(regulation)} {verb} văn bản nào."
    return f"{wording.named(regulation)} {verb} {_acting(items)}."


def outgoing(catalogue: Catalogue, regulation: Regulation, kind: RelationType, verb: str) -> str:
    """The documents that it acts on, after an active verb."""
    relations = [relation for relation in regulation.relations if relation.type is kind]
    if not relations:
        return f"Kho không ghi nhận {wording.named(regulation)} {verb} văn bản nào."
    targets = wording.listed([_target(catalogue, relation) for relation in relations])
    return f"{wording.named(regulation)} {verb} {targets}."


def _target(catalogue: Catalogue, relation: Relation) -> str:
    acted_on = catalogue.regulations.get(relation.number)
    parts = [wording.named(acted_on) if acted_on else relation.number]
    tables = catalogue.tables_of(relation.number)
    if relation.provisions and tables:
        rows = [Target(tables[0], address).named for address in relation.provisions]
        parts.append(f"({wording.listed(rows)})")
    if not relation.verified:
        parts.append(f"({UNCHECKED})")
    return " ".join(parts)


def latest(catalogue: Catalogue, regulation: Regulation) -> Regulation:
    """The last document of the line that begins with one."""
    seen: set[str] = set()
    while regulation.number not in seen:
        seen.add(regulation.number)
        after = catalogue.successors(regulation.number)
        regulation = max(after, key=lambda one: str(one.signed or ""), default=regulation)
    return regulation


def earlier(catalogue: Catalogue, regulation: Regulation) -> Regulation | None:
    """The document that one replaced or followed, as far as it is known."""
    return next(iter(catalogue.predecessors(regulation)), None)


def standing(catalogue: Catalogue, regulation: Regulation) -> str:
    """The document, or the one of its own period that replaced it."""
    for item in catalogue.incoming(regulation.number, RelationType.REPLACES):
        if item.regulation.period == regulation.period:
            return item.regulation.number
    return regulation.number
