"""Which decision governs a matter that a set has no row known by name for."""

from __future__ import annotations

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target, by_name
from knowledge.indexing.index import Index


def answer(query: Query, index: Index) -> Answer | None:
    """The decision of the set, for a matter that other sets have a row for and this one may have.

    `quyết định nào quy định tiêu chí nước sạch của xã nâng cao`: the decision governs whatever
    the set demands; which row it is, the knowledge cannot say.
    """
    choice = choose(query, index.catalogue)
    others = [t for t in index.catalogue.tables if t not in choice.all]
    if not choice.tables or not by_name(query, index.retriever, others):
        return None
    main = choice.tables[0]
    regulation = index.catalogue.regulations[main.document]
    return Answer(
        Outcome.ANSWERED,
        Kind.BASIS,
        wording.paragraphs(
            f"Các tiêu chí {wording.LEVEL_NAMES[main.level]} giai đoạn {main.period} do "
            f"{wording.named(regulation)} của {regulation.issuer} quy định ({main.annex}). Kho "
            "chưa có tên chỉ tiêu nào của bộ này về nội dung được hỏi nên chưa nói được đó là "
            f"chỉ tiêu số mấy; {Target(main, '').annex}.",
            choice.note,
        ),
        query.today,
        period=str(main.period),
        citations=(citing.of_table(main),),
        suggestions=(f"Liệt kê các tiêu chí của {main.document}",),
    )
