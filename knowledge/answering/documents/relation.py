"""Whether one document replaced, amended or guides another: `nó có thay QĐ 33/2022 không?`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.documents.related import UNCHECKED
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation, Relation, RelationType
from knowledge.references.mention import Mention
from knowledge.references.numbers import TYPES
from knowledge.references.parser import DOCUMENT
from knowledge.text import fold

_VERB = re.compile(
    r"\b(thay(?: the)?|sua(?: doi)?(?:,? bo sung)?|bo sung|huong dan|can cu(?: vao)?)"
    r"(?: (?:cho|ca|luon|boi|bang))?(?: no| quyet dinh do| van ban do)?"
    rf"(?: (?:{'|'.join(TYPES)}))?(?: so)?\W*$"
)
_PASSIVE = re.compile(r"\b(?:bi|duoc)\W*$")
_ASKS = re.compile(
    r"\b(?:khong|chua|phai khong|dung khong)\b\W*(?:a|vay|nhi|the)?\W*$|\b(?:a|ha|nhi)\W*$"
)
# What is claimed, not only asked.
_CLAIMS = re.compile(r"\b(?:phai|(?<!\bap )(?<!\bcon )dung) (?:khong|chua|chu|vay)\b")
_MOST_OTHERS = 4
_RELATIONS = {
    "thay": RelationType.REPLACES,
    "sua": RelationType.AMENDS,
    "bo": RelationType.AMENDS,
    "huong": RelationType.GUIDES,
    "can": RelationType.BASED_ON,
}
VERBS = {
    RelationType.REPLACES: "thay thế",
    RelationType.AMENDS: "sửa đổi, bổ sung",
    RelationType.GUIDES: "hướng dẫn",
    RelationType.BASED_ON: "căn cứ vào",
    RelationType.SUCCEEDS: "nối tiếp",
    RelationType.SETS_STANDARD: "đặt ra chuẩn dùng trong",
    RelationType.CITES: "dẫn chiếu",
}


@dataclass(frozen=True)
class Claim:
    """That one document stands to another in some way."""

    acting: Regulation
    type: RelationType
    other: Regulation


_NOT_CHECKED = (
    "Chưa khẳng định được. Có nguồn ghi {}, nhưng kho chưa đối chiếu được với điều khoản thi hành "
    "của văn bản; cần xem nguyên văn trước khi dẫn."
)


def answer(query: Query, catalogue: Catalogue, found: Sequence[Regulation]) -> Answer | None:
    """Says whether the relation that is asked about is known; None where none is asked about."""
    claim = _claim(query, catalogue, found)
    if claim is None:
        return None
    there = [r for r in claim.acting.relations if r.number == claim.other.number]
    back = [r for r in claim.other.relations if r.number == claim.acting.number]
    of_type = next((r for r in there if r.type is claim.type), None)
    said = f"{wording.named(claim.acting)} {VERBS[claim.type]} {wording.named(claim.other)}"
    if of_type and of_type.verified:
        outcome, text = Outcome.ANSWERED, f"Có. {said}."
    elif of_type:
        outcome, text = Outcome.UNKNOWN, _NOT_CHECKED.format(said)
    else:
        known = [_told(claim.acting, r, claim.other) for r in there]
        known += [_told(claim.other, r, claim.acting) for r in back]
        otherwise = _otherwise(claim, catalogue)
        put_right = known or (otherwise and _CLAIMS.search(fold(query.question)))
        outcome = Outcome.CORRECTED if put_right else Outcome.UNKNOWN
        told = wording.bullets(dict.fromkeys([*known, *otherwise]))
        text = wording.paragraphs(f"Kho không ghi nhận {said}.", told or None)
    return Answer(
        outcome,
        Kind.DOCUMENT,
        text,
        query.today,
        citations=citing.unique(
            citing.of_regulation(regulation) for regulation in (claim.acting, claim.other)
        ),
        suggestions=tuple(
            f"{regulation.number} còn hiệu lực không?" for regulation in (claim.acting, claim.other)
        ),
    )


def _otherwise(claim: Claim, catalogue: Catalogue) -> list[str]:
    """What the one does to others in the way claimed, and what others do so to the other one."""
    told = [
        _told(claim.acting, relation, regulation)
        for relation in claim.acting.relations
        if relation.type is claim.type
        for regulation in catalogue.find(relation.number)
    ]
    told += [
        _told(incoming.regulation, incoming.relation, claim.other)
        for incoming in catalogue.incoming(claim.other.number, claim.type)
    ]
    return told[:_MOST_OTHERS]


def _claim(query: Query, catalogue: Catalogue, found: Sequence[Regulation]) -> Claim | None:
    folded = fold(query.question)
    mentions = [m for m in query.references.mentions if m.kind == DOCUMENT]
    if len(folded) != len(query.question) or not mentions or not _ASKS.search(folded):
        return None
    before = mentions[0].value if len(mentions) > 1 else query.before.document
    others = catalogue.find(mentions[-1].value)
    subjects = catalogue.find(before) if before else []
    if len(subjects) != 1 or len(others) != 1 or subjects == others:
        return None
    return _read(folded, mentions, subjects[0], others[0])


def _read(
    folded: str, mentions: Sequence[Mention], subject: Regulation, other: Regulation
) -> Claim | None:
    """The claim in `A có thay B không` and in `B có thay nó không`."""
    last = mentions[-1]
    active = _VERB.search(folded[: last.start])
    if active:
        passive = _PASSIVE.search(folded[: active.start()])
        kind = _RELATIONS[active[1].split()[0]]
        return Claim(other, kind, subject) if passive else Claim(subject, kind, other)
    after = _VERB.search(_ASKS.sub("", folded[last.end :]).rstrip(" ?") + " ")
    if after and len(mentions) == 1:
        return Claim(other, _RELATIONS[after[1].split()[0]], subject)
    return None


def _told(acting: Regulation, relation: Relation, other: Regulation) -> str:
    verb = VERBS[relation.type]
    return f"{wording.named(acting)} {verb} {wording.named(other)}{_unchecked(relation)}."


def _unchecked(relation: Relation) -> str:
    return "" if relation.verified else f" ({UNCHECKED})"
