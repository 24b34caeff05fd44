"""Which documents guide a criterion, set by set: `tiêu chí 17 bộ nào hướng dẫn?`."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Citation
from knowledge.answering.documents.related import (
    guiding_the_set,
    is_of_every_row,
    line,
    related,
)
from knowledge.answering.rows.choice import Choice
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue, Incoming
from knowledge.corpus.document import Regulation, RelationType
from knowledge.references import issuers


def of(catalogue: Catalogue, target: Target, body: str | None = None) -> list[Incoming]:
    """What guides a row: documents on that criterion before those on the whole set.

    Args:
        catalogue: of the serving index.
        target: the row; nothing guides one that its set has not.
        body: the issuing body asked for, folded as the documents name it; None for any.
    """
    if not target.row:
        return []
    found = related(catalogue, target.table, target.address).guidance
    of_body = [i for i in found if body is None or issuers.issued_by(i.regulation.issuer, body)]
    return sorted(of_body, key=_is_general)


def of_other_rows(catalogue: Catalogue, target: Target, body: str) -> list[Incoming]:
    """What a body says on other rows of the set of a target."""
    found = guiding_the_set(catalogue, target.table)
    return [item for item in found if issuers.issued_by(item.regulation.issuer, body)]


def told(
    catalogue: Catalogue, targets: Sequence[Target], choice: Choice, body: str | None = None
) -> str | None:
    """The guides of every set that has any, and which sets have none; None where none has.

    Args:
        catalogue: of the serving index.
        targets: the rows asked about, the set in force first.
        choice: the sets they were chosen from.
        body: as in `of`.
    """
    with_row = [(target, of(catalogue, target, body)) for target in targets if target.row]
    guided = [(target, items) for target, items in with_row if items]
    if not guided:
        return None
    if len(with_row) == 1:
        target, items = guided[0]
        head = f"Văn bản hướng dẫn {target.named}{wording.of_title(target.table)}"
        lines = wording.bullets(_line(catalogue, item, target) for item in items)
        return wording.paragraphs(
            f"{head}, {_when(target, choice)}:\n{lines}", _only_general(items)
        )
    parts = [
        f"{choice.when(target.table)}, {target.named}{wording.of_title(target.table)}:\n"
        + "\n".join(f"  + {_line(catalogue, item, target)}" for item in items)
        for target, items in guided
    ]
    without = [
        f"{_when(target, choice)} ({target.table.document})"
        for target, items in with_row
        if not items
    ]
    by_whom = " của cơ quan này" if body else ""
    return wording.paragraphs(
        f"Văn bản hướng dẫn của từng bộ tiêu chí:\n{wording.bullets(parts)}",
        f"Kho chưa ghi nhận văn bản hướng dẫn{by_whom} cho: {wording.listed(without)}."
        if without
        else None,
        _only_general([item for _, items in guided for item in items]),
    )


def cited(
    catalogue: Catalogue, targets: Sequence[Target], body: str | None = None
) -> list[Citation]:
    """The documents that `told` names: the guides, and what has replaced them."""
    guides = [item.regulation for target in targets for item in of(catalogue, target, body)]
    after = [later for guide in guides for later in _replacing(catalogue, guide)]
    return [citing.of_regulation(regulation) for regulation in (*guides, *after)]


def _only_general(items: Sequence[Incoming]) -> str | None:
    """Said where what guides a row guides all the others of its set as well."""
    if not all(_is_general(item) for item in items):
        return None
    return "Kho chưa ghi nhận hướng dẫn riêng cho nội dung này; trên đây là hướng dẫn chung cả bộ."


def _is_general(item: Incoming) -> bool:
    """Whether a document guides the whole set rather than some criteria."""
    if item.relation.provisions:
        return False
    of_some = any(provision.criteria for provision in item.regulation.provisions)
    general = "bộ tiêu chí" in item.regulation.topics and not of_some
    return general or is_of_every_row(item.regulation)


def _line(catalogue: Catalogue, item: Incoming, target: Target) -> str:
    """One guide, and what has replaced it."""
    after = [wording.named(later) for later in _replacing(catalogue, item.regulation)]
    since = f", đã được {wording.listed(after)} thay thế" if after else ""
    return f"{line(item, target.table)}{since}"


def _replacing(catalogue: Catalogue, guide: Regulation) -> list[Regulation]:
    incoming = catalogue.incoming(guide.number, RelationType.REPLACES)
    return [item.regulation for item in incoming if item.relation.verified]


def _when(target: Target, choice: Choice) -> str:
    return wording.lower_first(choice.when(target.table))
