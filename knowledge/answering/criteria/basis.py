"""Which decision governs a criterion, with what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Citation, Kind, Outcome
from knowledge.answering.criteria import current, guidance, no_guidance
from knowledge.answering.documents.related import Related, line, related
from knowledge.answering.query import Query
from knowledge.answering.rows.choice import Choice
from knowledge.answering.rows.target import Target, suggestions
from knowledge.corpus.catalogue import Catalogue, Incoming, criterion_of
from knowledge.corpus.fields import Level
from knowledge.references import issuers, numbers
from knowledge.references.aspect import Aspect
from knowledge.text import fold

_TYPE_ASKED = re.compile(r"\b(nghi dinh|thong tu|cong van|nghi quyet|luat) (?:nao|gi|so may)\b")


def answer(query: Query, catalogue: Catalogue, targets: Sequence[Target], choice: Choice) -> Answer:
    """Which decision governs the targets: the set in force first, the others in a line each."""
    main = targets[0]
    lines = [_line(catalogue, target, choice) for target in targets]
    lead = lines[0]
    if len(targets) > 1:
        head = wording.upper_first(main.numbered)
        lead = f"{head} được quy định khác nhau theo từng bộ tiêu chí:\n{wording.bullets(lines)}"
    asks_guidance = query.wants(Aspect.GUIDANCE)
    body = issuers.find(query.question) if asks_guidance else None
    guides = guidance.told(catalogue, targets, choice, body) if asks_guidance else None
    if (
        asks_guidance
        and not guides
        and (nothing := no_guidance.answer(query, catalogue, main, choice))
    ):
        return nothing
    beside = related(catalogue, main.table, main.address) if main.row else Related((), (), ())
    details = None if choice.open else _beside(query, beside, main, told=bool(guides))
    citations = [_citation(target) for target in targets]
    citations += guidance.cited(catalogue, targets, body) if guides else []
    citations += current.cited(catalogue, targets, choice)
    if not choice.open:
        citations += [citing.of_regulation(item.regulation) for item in beside.all]
    answered = main.row is not None or choice.open
    return Answer(
        Outcome.ANSWERED if answered else Outcome.CORRECTED,
        Kind.BASIS,
        wording.paragraphs(
            guides or _nothing_guides(query, beside, main),
            lead,
            current.ended(catalogue, targets, choice),
            details,
            _advanced(query, catalogue, choice, main),
            choice.note,
        ),
        query.today,
        period=None if choice.open else str(main.table.period),
        citations=citing.unique(citations),
        suggestions=suggestions(targets),
    )


def missing(
    query: Query, catalogue: Catalogue, targets: Sequence[Target], choice: Choice
) -> Answer:
    """No set has a criterion of that number."""
    if len(targets) == 1:
        lead = wording.upper_first(absent(catalogue, targets[0])) + "."
    else:
        noun = "chỉ tiêu" if targets[0].is_indicator else "tiêu chí"
        sets = [
            f"{target.table.document} ({choice.when(target.table).lower()}): "
            f"{target.table.counts.criteria} tiêu chí"
            for target in targets
        ]
        lead = (
            f"Không có {noun} {targets[0].address} trong bộ tiêu chí nào:\n{wording.bullets(sets)}"
        )
    unsure = choice.doubtful or not all(_complete(target) for target in targets)
    return Answer(
        Outcome.UNKNOWN if unsure else Outcome.CORRECTED,
        Kind.BASIS,
        wording.paragraphs(choice.note if choice.doubtful else None, lead)
        if choice.doubtful
        else wording.paragraphs(lead, choice.note),
        query.today,
        citations=citing.unique(citing.of_table(target.table) for target in targets),
        suggestions=(f"Liệt kê các tiêu chí của {targets[0].table.document}",),
    )


def _nothing_guides(query: Query, beside: Related, target: Target) -> str | None:
    """Says so where it is asked who guides a row and nothing is known that does."""
    asked = query.aspects[:1] == [Aspect.GUIDANCE] and target.row is not None
    if not asked or beside.guidance:
        return None
    return f"Kho không ghi nhận văn bản hướng dẫn riêng {target.numbered} này."


def _complete(target: Target) -> bool:
    """Whether the absence of a row means that the set has no such row."""
    parent = criterion_of(target.table, target.address)
    if parent is None:
        return True
    return bool(parent.indicators) and target.table.indicator_word == "chỉ tiêu"


def absent(catalogue: Catalogue, target: Target) -> str:
    """Why a set has no such criterion, and where its subject went."""
    table, regulation = target.table, catalogue.regulations[target.table.document]
    parent = criterion_of(table, target.address)
    if parent is not None:
        if not _complete(target):
            return f"chưa có {target.numbered} trong kho; {target.annex}"
        known = [indicator.number for indicator in parent.indicators if indicator.number]
        undivided = known == [parent.number]
        of_rows = "không chia thành chỉ tiêu" if undivided else f"gồm {wording.listed(known)}"
        return (
            f"không có {target.numbered}: tiêu chí {parent.number} ({parent.name}) của "
            f"{wording.named(regulation)} {of_rows}"
        )
    start = wording.since(regulation)
    said = (
        f"không có {target.numbered}: {table.title} ({wording.named(regulation)}"
        f"{f', {start}' if start else ''}) có {table.counts.criteria} tiêu chí"
    )
    taken_up = current.handed_on(table, target.address)
    return f"{said}; {taken_up}" if taken_up else said


def _line(catalogue: Catalogue, target: Target, choice: Choice) -> str:
    when = choice.when(target.table)
    if not target.row:
        return f"{when} {absent(catalogue, target)}."
    regulation = catalogue.regulations[target.table.document]
    amended = [
        wording.named(item.regulation)
        for item in related(catalogue, target.table, target.address).amendments
    ]
    change = f", sửa đổi bởi {wording.listed(amended)}" if amended else ""
    start = f", {wording.since(regulation)}" if regulation.effective else ""
    return (
        f"{when}: {target.named}{wording.of_title(target.table)} do {wording.named(regulation)} "
        f"của {regulation.issuer} quy định{start}{change}."
    )


def _citation(target: Target) -> Citation:
    return (
        citing.of_row(target.table, target.address, target.named)
        if target.row
        else (citing.of_table(target.table))
    )


def _beside(query: Query, beside: Related, target: Target, *, told: bool) -> str | None:
    """What stands beside the decision; the guides only where they are not told already."""
    parts: list[str] = []
    of_type: list[Incoming] = []
    asked = _TYPE_ASKED.search(fold(f"{query.question} {query.context.subject or ''}"))
    if asked:
        noun = wording.upper_first(numbers.TYPES[asked[1]])
        of_type = [item for item in beside.all if item.regulation.type == noun]
        if of_type:
            lines = wording.bullets(line(item, target.table) for item in of_type)
            parts.append(f"Riêng {noun.lower()}:\n{lines}")
        else:
            parts.append(
                f"Trong kho không có {noun.lower()} nào gắn với {target.numbered} ở giai đoạn "
                f"{target.table.period}."
            )
    for title, items in (
        ("Văn bản hướng dẫn", () if told else beside.guidance),
        ("Văn bản đặt ra chuẩn để xét", beside.standards),
    ):
        rest = [item for item in items if item not in of_type]
        if rest:
            lines = wording.bullets(line(item, target.table) for item in rest)
            parts.append(f"{title}:\n{lines}")
    return wording.paragraphs(*parts) or None


def _advanced(query: Query, catalogue: Catalogue, choice: Choice, main: Target) -> str | None:
    """The same number in the set for `nâng cao` is another criterion: say so."""
    if query.context.level or choice.open or not main.row:
        return None
    for table in catalogue.tables_at(Level.COMMUNE_ADVANCED):
        other = Target(table, main.address)
        if table.document == main.table.document and other.row and other.named != main.named:
            return (
                f"Lưu ý: ở bộ {wording.LEVEL_NAMES[table.level]} ({table.document}, "
                f"{table.annex}), {other.named} là nội dung khác."
            )
    return None
