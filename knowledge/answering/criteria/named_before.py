"""The decision that governs, now, a criterion which only the sets before call so.

`tiêu chí giao thông hiện nay theo văn bản nào`: the set in force has no criterion of that name.
Its decision is told all the same, with what is known of where the matter went.
"""

from __future__ import annotations

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.criteria import current, named_elsewhere
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import by_name
from knowledge.corpus.criteria import CriteriaTable
from knowledge.indexing.index import Index
from knowledge.references.aspect import Aspect

# The name must plainly be that of the earlier criterion.
_PLAINLY = 0.85
_ITSELF = 0.88


def answer(query: Query, index: Index) -> Answer | None:
    """The set of the time asked about, for a criterion named as in a set before it.

    Returns:
        None where no decision is asked for, the set is known row by row or names it so itself,
        or no set before it does.
    """
    if not query.time or query.aspects[:1] not in ([Aspect.BASIS], [Aspect.GUIDANCE]):
        return None
    choice = choose(query, index.catalogue)
    main = choice.tables[0] if choice.tables else None
    if main is None or main not in choice.current or not named_elsewhere.lacks_rows(main):
        return None
    found = named_elsewhere.in_sets_before(query, index, main, _PLAINLY)
    if not found or found[0].is_indicator or _has_it(query, index, main):
        return None
    latest = found[0]
    decision = index.catalogue.regulations[main.document]
    before = index.catalogue.regulations[latest.table.document]
    since = wording.since(decision)
    guides = query.wants(Aspect.GUIDANCE)
    return Answer(
        Outcome.UNKNOWN if guides else Outcome.ANSWERED,
        Kind.BASIS,
        wording.paragraphs(
            "Kho không ghi nhận văn bản hướng dẫn riêng nội dung này." if guides else None,
            f"Hiện nay các tiêu chí {wording.LEVEL_NAMES[main.level]} do {wording.named(decision)} "
            f"của {decision.issuer} quy định{f', {since}' if since else ''}; bộ này không có tiêu "
            f"chí mang tên ấy. {wording.upper_first(current.taken_up(main, latest))}.",
            f"Giai đoạn {latest.table.period}, nay đã hết: {latest.named} do "
            f"{wording.named(before)} quy định.",
        ),
        query.today,
        period=str(main.period),
        citations=(
            citing.of_table(main),
            citing.of_row(latest.table, latest.address, latest.named),
        ),
        suggestions=(f"Liệt kê các tiêu chí của {main.document}",),
    )


def _has_it(query: Query, index: Index, table: CriteriaTable) -> bool:
    """Whether the set names it itself: an indicator plainly, for a long name has many words."""
    named = by_name(query, index.retriever, [table])
    return any(not one.is_indicator or one.likeness >= _ITSELF for one in named)
