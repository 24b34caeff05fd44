"""The groups that the criteria of a set stand in: `nhóm hạ tầng kinh tế - xã hội gồm gì`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.criteria import commune_groups
from knowledge.answering.query import Query
from knowledge.answering.rows.choice import Choice
from knowledge.answering.rows.sets import choose
from knowledge.answering.rows.target import Target
from knowledge.corpus.catalogue import Catalogue, criterion_of
from knowledge.corpus.criteria import CriteriaTable
from knowledge.references import ordinals
from knowledge.references.aspect import OF_RELATIONS, OF_VALIDITY
from knowledge.references.places import GROUPS
from knowledge.text import fold, syllables

_GROUP = re.compile(r"(?<!xa )\bnhom (?!xa\b|[123]\b)(?:tieu chi )?(?:ve )?(?:so )?(.+)")
_WHICH = re.compile(r"^nhom (?:tieu chi )?(?:nao|gi|may|so may)\b")
# `nhóm 3`, `nhóm thứ ba`, `nhóm cuối`: of communes only where that is said.
_NUMBERED = re.compile(
    rf"(?<!xa )\bnhom (?!xa\b)(?:tieu chi )?(?:(?:so|thu) )*(?:(\d{{1,2}}|{ordinals.SPELT})\b"
    r"(?! (?:tieu chi|nhom|\d))|(dau|cuoi))"
)
_COMMUNES = re.compile(r"\bxa (?:thuoc |o )?nhom (?:so )?(\d+|bon|nam|sau|bay)\b(?! \d)")
_NUMBERS = {"bon": 4, "nam": 5, "sau": 6, "bay": 7}
_ROMAN = {"i": "I", "ii": "II", "iii": "III", "iv": "IV", "v": "V"}
# Of the name of a group so much must be said, and no more of it can be meant by chance.
_MUCH = 0.6
_OF_ANY = frozenset(["va", "xa", "hoi"])


def answer(query: Query, catalogue: Catalogue, only: Sequence[CriteriaTable] = ()) -> Answer | None:
    """The criteria of the group that the question names; None where it names none.

    Args:
        query: the question.
        catalogue: of the serving index.
        only: the tables of the document that the question names.
    """
    if none := _no_such_communes(query, catalogue):
        return none
    if of_communes := commune_groups.answer(query, catalogue, only):
        return of_communes
    said = _GROUP.search(fold(query.question))
    if said is None or query.wants(*OF_RELATIONS, *OF_VALIDITY):
        return None
    choice = choose(query, catalogue, only)
    address = query.context.criterion
    if address and _WHICH.search(said[0]):
        return of_row(query, catalogue, choice, address)
    named = [(table, key) for table in choice.all if (key := _meant(said[1], table))]
    return _told(query, catalogue, choice, named) if named else None


def of_row(query: Query, catalogue: Catalogue, choice: Choice, address: str) -> Answer | None:
    """The group that a criterion is in, with the others of it; None where no set has groups.

    Args:
        query: the question.
        catalogue: of the serving index.
        choice: the sets meant.
        address: of the criterion or of one of its indicators.
    """
    number = address.split(".")[0]
    named = [(table, key) for table in choice.all if (key := _group_of(table, number))]
    lead = _belongs(named[0][0], number) if named else None
    return _told(query, catalogue, choice, named, lead) if named else None


def _told(
    query: Query,
    catalogue: Catalogue,
    choice: Choice,
    named: Sequence[tuple[CriteriaTable, str]],
    lead: str | None = None,
) -> Answer:
    lines = [_line(catalogue, table, key, choice) for table, key in named]
    return Answer(
        Outcome.ANSWERED,
        Kind.STRUCTURE,
        wording.paragraphs(lead, *lines, choice.note),
        query.today,
        period=None if choice.open else str(named[0][0].period),
        citations=citing.unique(citing.of_table(table) for table, _ in named),
        suggestions=(f"Liệt kê các tiêu chí của {named[0][0].document}",),
    )


def is_of_criteria(query: Query, catalogue: Catalogue) -> bool:
    """Whether a follow-up on a set means one of the groups of its criteria by its number."""
    numbered = _NUMBERED.search(fold(query.question)) is not None
    tables = [] if query.names_documents else catalogue.tables_of(query.before.document or "")
    return numbered and any(table.groups for table in tables)


def by_number(query: Query, catalogue: Catalogue) -> Answer | None:
    """The group of the set talked about that a follow-up numbers; None where it does not."""
    said = _NUMBERED.search(fold(query.question))
    tables = catalogue.tables_of(query.before.document or "")
    table = next((table for table in tables if table.groups), None)
    if said is None or table is None or not is_of_criteria(query, catalogue):
        return None
    keys = list(table.groups)
    at_an_end = {"dau": 1, "cuoi": len(keys)}.get(said[2] or "")
    number = at_an_end or ordinals.value(said[1] or "") or 0
    choice = choose(query, catalogue, [table])
    known = 0 < number <= len(keys)
    return Answer(
        Outcome.ANSWERED if known else Outcome.CORRECTED,
        Kind.STRUCTURE,
        _line(catalogue, table, keys[number - 1], choice)
        if known
        else f"Không có nhóm này: bộ tiêu chí của {table.document} có {len(keys)} nhóm.",
        query.today,
        period=str(table.period),
        citations=(citing.of_table(table),),
        suggestions=(f"Liệt kê các tiêu chí của {table.document}",),
    )


def _group_of(table: CriteriaTable, address: str) -> str | None:
    """The group that a criterion of a set stands in."""
    criterion = criterion_of(table, address)
    return criterion.group if criterion and criterion.group in table.groups else None


def _belongs(table: CriteriaTable, address: str) -> str:
    """Which group a criterion is in, for the set that comes first."""
    key = _group_of(table, address) or ""
    return f"{wording.upper_first(Target(table, address).named)} thuộc nhóm {table.groups[key]}."


def _no_such_communes(query: Query, catalogue: Catalogue) -> Answer | None:
    """A group of communes beyond those that any set has: `xã nhóm 5`."""
    said = _COMMUNES.search(fold(query.question))
    number = (_NUMBERS.get(said[1]) or int(said[1])) if said else 1
    if said is None or 0 < number <= len(GROUPS):
        return None
    tables = [table for table in catalogue.tables if table.scale == "nhóm xã"][-1:]
    groups = wording.in_words(len(GROUPS))
    set_of = f" giai đoạn {tables[0].period} ({tables[0].document})" if tables else ""
    return Answer(
        Outcome.CORRECTED,
        Kind.STRUCTURE,
        f"Không có nhóm xã này: bộ tiêu chí{set_of} chỉ chia xã thành {groups} nhóm.",
        query.today,
        citations=citing.unique(citing.of_table(table) for table in tables),
    )


def _meant(said: str, table: CriteriaTable) -> str | None:
    """The key of the group whose name the words after `nhóm` are."""
    first, *_ = said.split()
    if first in _ROMAN:
        return _ROMAN[first] if _ROMAN[first] in table.groups else None
    begins = [key for key, name in table.groups.items() if _start(name) == _start(said)]
    if begins:
        return begins[0]
    there = set(syllables(said))
    best, meant = 0.0, None
    for key, name in table.groups.items():
        words = set(syllables(name)) - _OF_ANY
        share = len(words & there) / len(words)
        if share > best:
            best, meant = share, key
    return meant if best >= _MUCH else None


def _start(text: str) -> list[str]:
    return syllables(text)[:2]


def _line(catalogue: Catalogue, table: CriteriaTable, key: str, choice: Choice) -> str:
    criteria = [c for c in table.criteria if c.group == key]
    decision = wording.named(catalogue.regulations[table.document])
    listed = "\n".join(f"{c.number}. {c.name}" for c in criteria)
    return (
        f"{choice.when(table)} ({decision}), nhóm {key} ({table.groups[key]}) là một trong "
        f"{len(table.groups)} nhóm của bộ tiêu chí, có {len(criteria)} tiêu chí:\n{listed}"
    )
