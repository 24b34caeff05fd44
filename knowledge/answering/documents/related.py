"""Which documents stand beside a criterion: amendments, guidance, standards."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.answering import wording
from knowledge.corpus.catalogue import Catalogue, Incoming, criterion_of
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import RelationType
from knowledge.text import fold

# A guide without stated provisions is taken to guide the whole set only if it
# says so by this topic; the guidance of one ministry covers its own criteria.
_WHOLE_SET = "bộ tiêu chí"
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
        found = catalogue.incoming(table.document, kind)
        return tuple(item for item in found if _bears_on(item, address) or _is_about(item, name))

    criterion = criterion_of(table, address)
    name = fold(criterion.name) if criterion and criterion.name else ""

    return Related(
        amendments=acting(RelationType.AMENDS),
        guidance=acting(RelationType.GUIDES),
        standards=acting(RelationType.SETS_STANDARD),
    )


def _is_about(item: Incoming, name: str) -> bool:
    """Whether guidance has the subject of a criterion, whose (folded) name is given."""
    guides = item.relation.type is RelationType.GUIDES
    return guides and bool(name) and any(fold(topic) in name for topic in item.regulation.topics)


def _bears_on(item: Incoming, address: str) -> bool:
    if item.relation.provisions:
        return any(_same(stated, address) for stated in item.relation.provisions)
    of_provisions = [number for p in item.regulation.provisions for number in p.criteria]
    if of_provisions and item.relation.type is not RelationType.SETS_STANDARD:
        return any(_same(stated, address) for stated in of_provisions)
    return _WHOLE_SET in item.regulation.topics


def _same(stated: str, address: str) -> bool:
    """Whether a stated criterion or indicator and the one asked about cover each other."""
    return stated == address or stated.split(".")[0] == address or stated == address.split(".")[0]


def line(item: Incoming, table: CriteriaTable) -> str:
    """One related document in one line, with what it concerns."""
    concerns = [wording.numbered(table, number) for number in item.relation.provisions]
    parts = [wording.named(item.regulation)]
    if start := wording.since(item.regulation):
        parts.append(start)
    if concerns:
        parts.append(f"về {wording.listed(concerns)}")
    if not item.relation.verified:
        parts.append(UNCHECKED)
    return ", ".join(parts)
