"""Which documents stand beside a criterion: amendments, guidance, standards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answering import wording
from knowledge.corpus.catalogue import Catalogue, Incoming, criterion_of
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Regulation, RelationType
from knowledge.corpus.fields import Level
from knowledge.text import fold

# A guide without stated provisions is taken to guide the whole set only if it
# says so by this topic; the guidance of one ministry covers its own criteria.
_WHOLE_SET = "bộ tiêu chí"
# `Sổ tay hướng dẫn thực hiện Bộ tiêu chí …`: whichever of its provisions are known
_OF_EVERY_ROW = re.compile(r"\bhuong dan (?:thuc hien )?bo tieu chi\b")
UNCHECKED = "quan hệ này chưa đối chiếu với nguyên văn"


@dataclass(frozen=True)
class Related:
    """Documents that bear on one criterion of one table, by what they do."""

    amendments: tuple[Incoming, ...]
    guidance: tuple[Incoming, ...]
    standards: tuple[Incoming, ...]

    @property
    def all(self) -> tuple[Incoming, ...]:
        """Every one of them."""
        return (*self.amendments, *self.guidance, *self.standards)


def related(catalogue: Catalogue, table: CriteriaTable, address: str) -> Related:
    """The documents that bear on a criterion or indicator of a table."""

    def acting(kind: RelationType) -> tuple[Incoming, ...]:
        found = [
            item
            for item in catalogue.incoming(table.document, kind)
            if _is_for(item.regulation, table, of_document)
        ]
        return tuple(item for item in found if _concerns(item, address, name, numbers_hold))

    of_document = catalogue.tables_of(table.document)
    name = _called(table, address)
    of_communes = [other for other in of_document if other.level is Level.COMMUNE] or [table]
    numbers_hold = _called(of_communes[0], address) == name

    return Related(
        amendments=acting(RelationType.AMENDS),
        guidance=acting(RelationType.GUIDES),
        standards=acting(RelationType.SETS_STANDARD),
    )


def guiding_the_set(catalogue: Catalogue, table: CriteriaTable) -> list[Incoming]:
    """The documents that guide any row of a table."""
    of_document = catalogue.tables_of(table.document)
    incoming = catalogue.incoming(table.document, RelationType.GUIDES)
    return [item for item in incoming if _is_for(item.regulation, table, of_document)]


def _called(table: CriteriaTable, address: str) -> str:
    """The (folded) name of a criterion, or of the one that an indicator belongs to."""
    criterion = criterion_of(table, address)
    return fold(criterion.name) if criterion and criterion.name else ""


def _is_for(
    regulation: Regulation, table: CriteriaTable, of_document: Sequence[CriteriaTable]
) -> bool:
    """Whether a regulation that names levels of a decision's sets names that of this one."""
    levels = {other.level for other in of_document} & set(regulation.levels)
    return not levels or table.level in levels


def _concerns(item: Incoming, address: str, name: str, numbers_hold: bool) -> bool:
    """Whether a document concerns a criterion.

    Args:
        item: how it acts on the decision of the set.
        address: the criterion or indicator.
        name: the (folded) name of the criterion.
        numbers_hold: whether that number is the same criterion in the set for communes, by whose
            numbers documents on several sets of a decision name what they concern.
    """
    if not numbers_hold:
        return _is_of_the_whole_set(item) or _is_about(item, name)
    stated = item.relation.provisions
    return _bears_on(item, address) or (not stated and _is_about(item, name))


def _is_of_the_whole_set(item: Incoming) -> bool:
    return not item.relation.provisions and not of_provisions(item.regulation) and _is_on_sets(item)


def _is_about(item: Incoming, name: str) -> bool:
    """Whether a document has the subject of a criterion, whose (folded) name is given."""
    acts = item.relation.type in (RelationType.GUIDES, RelationType.AMENDS)
    return acts and bool(name) and any(fold(topic) in name for topic in item.regulation.topics)


def _bears_on(item: Incoming, address: str) -> bool:
    if item.relation.provisions:
        return any(covers(stated, address) for stated in item.relation.provisions)
    told = of_provisions(item.regulation)
    of_every_row = item.relation.type is RelationType.GUIDES and is_of_every_row(item.regulation)
    if told and not of_every_row and item.relation.type is not RelationType.SETS_STANDARD:
        return any(covers(stated, address) for stated in told)
    return _is_on_sets(item)


def is_of_every_row(guide: Regulation) -> bool:
    """Whether a guide is of a whole set by its title, whichever of its provisions are known."""
    return _OF_EVERY_ROW.search(fold(guide.title or "")) is not None


def of_provisions(regulation: Regulation) -> list[str]:
    """The criteria and indicators that the provisions of a document are about."""
    return [number for provision in regulation.provisions for number in provision.criteria]


def _is_on_sets(item: Incoming) -> bool:
    return _WHOLE_SET in item.regulation.topics


def covers(stated: str, address: str) -> bool:
    """Whether a stated criterion or indicator and the one asked about cover each other."""
    return stated == address or stated.split(".")[0] == address or stated == address.split(".")[0]


def line(item: Incoming, table: CriteriaTable) -> str:
    """One related document in one line, with what it concerns."""
    concerns = [wording.numbered(table, number) for number in item.relation.provisions]
    parts = [f"{wording.named(item.regulation)} của {item.regulation.issuer}"]
    if start := wording.since(item.regulation):
        parts.append(start)
    if concerns:
        parts.append(f"về {wording.listed(concerns)}")
    if not item.relation.verified:
        parts.append(UNCHECKED)
    return ", ".join(parts)
