"""The ways in which a follow-up points to one of the documents that were told of.

By its year, its serial, its type, its issuer, its period, by what it does to another one, or as
the latest of its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from knowledge.answering.conversation import body_pointing
from knowledge.answering.conversation.nouns import NOUN, Pointed, of_type
from knowledge.answering.documents import document_relations
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import SUCCESSION, Regulation, RelationType
from knowledge.references import issuers, numbers
from knowledge.references.aspect import OF_FIELDS, OF_VALIDITY, Aspect
from knowledge.references.aspects import aspects
from knowledge.references.follow_up import own_words
from knowledge.references.mention import PERIOD, TIME
from knowledge.text import fold

_THAT = r"(?:do|nay|ay|kia|tren|noi tren|vua roi|vua neu)"
# `nghị định thay thế đó`, `công văn hướng dẫn chỗ này`
_DOES = r"(?:(?:thay the|thay|sua doi|sua|bo sung|huong dan|moi|ve|cho|viec|vu|phan) )"
# `Bộ Y tế hướng dẫn việc này`: here it is what a body does
_GUIDING = r"(?!huong dan (?:viec|vu|phan|cho|ve) )"
THAT = re.compile(rf"\b{_GUIDING}({NOUN}) {_DOES}{{0,3}}{_THAT}\b")
_THAT_ONE = re.compile(rf"\b(cai|ban) {_DOES}{{0,2}}(?:do|ay|kia)\b")
_LAST = re.compile(rf"\b({NOUN}|cai|ban) (?:cuoi cung|cuoi|sau cung|vua noi|vua ke)\b")
_FIRST = re.compile(rf"\b({NOUN}|cai|ban) (?:dau tien|cu nhat|goc|(?:luc|hoi|ban) dau)\b")
_LATEST = re.compile(
    rf"\b({NOUN}|cai|ban) (?:moi nhat|gan nhat|hien hanh|dang (?:ap dung|dung|co hieu luc))\b"
)
# `thay mấy quyết định cũ` asks which they are
_BY_AGE = re.compile(
    rf"\b(?<!may )(?<!cac )(?<!nhung )(?<!nhieu )({NOUN}|cai|ban) (cu|moi)\b(?! nhat)"
    rf"(?: (?:truoc )?{_THAT}\b)?"
)
_SERIAL = re.compile(rf"\b({NOUN}|cai|ban|con) (?:so )?(\d{{2,5}})\b(?![/.,]\d)")
_OF_YEAR = re.compile(
    rf"\b(?:cai )?({NOUN}|cai)(?: (?:ra|ky|cua|ban hanh|trong|hoi|nam))* (20[0-4]\d)\b(?!-)"
)
OBJECT = re.compile(rf"\bthay(?: the)?(?: cho)?(?: cai)? ({NOUN}) (?:nao|gi)\b")
_ACTING = re.compile(
    rf"\b({NOUN}) (?:da )?(sua|thay|huong dan)(?: doi| the)?(?: cho)?(?! (?:nao|gi|boi|bang))\b"
)
_ACTED_ON = re.compile(
    rf"\b({NOUN}|cai|ban) (?:da )?bi (sua|thay)(?: doi| the)?\b(?! (?:boi|bang)\b)"
)
_ACTS = {
    "sua": RelationType.AMENDS,
    "thay": RelationType.REPLACES,
    "huong dan": RelationType.GUIDES,
}
_OF_ITSELF = OF_VALIDITY | {Aspect.SIGNER, Aspect.ISSUER, Aspect.TITLE}
_NOW = "now"


def _by_year(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Pointed | None:
    match = _OF_YEAR.search(fold(query.question))
    if match is None:
        return None
    fitting = [r for r in of_type(match[1], known) if r.year == match[2]]
    return (fitting[0].number, *match.span()) if fitting else None


def _by_age(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Pointed | None:
    """`thông tư cũ đó`, `quyết định mới`: of one that replaced another, either."""
    match = _BY_AGE.search(fold(query.question))
    others = [mention for mention in query.references.mentions if mention.value != _NOW]
    plainly = match is not None and THAT.search(match[0] + " ") is not None
    if match is None or others or not (plainly or _only_aged(query)):
        return None
    first = known[0]
    replacing = next((one for one in known if first.number in _passed_on(one)), None)
    if replacing:  # the old one was told last
        meant = first if match[2] == "cu" else replacing
        return (meant.number, *match.span()) if of_type(match[1], [meant]) else None
    earlier = _passed_on(first) if of_type(match[1], [first]) else []
    if not earlier:
        return None
    among = [one.number for one in known if one.number in earlier] or earlier
    return (first.number if match[2] == "moi" else among[0], *match.span())


def _passed_on(regulation: Regulation) -> list[str]:
    """The numbers of what a document replaced or followed."""
    return [one.number for one in regulation.relations if one.type in SUCCESSION]


def _only_aged(query: Query) -> bool:
    """Whether a message has no words of its own but that the document is the old or new one."""
    return set(own_words(query.references).split()) <= {"cu", "moi"}


def _by_type(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Pointed | None:
    folded = fold(query.question)
    match = THAT.search(folded)
    if match is None:
        return None
    fitting = of_type(match[1], known)
    replaced = OBJECT.search(folded)
    if replaced:
        fitting = of_type(replaced[1], fitting) or fitting
    issuer = issuers.find(query.question)
    if issuer and re.match(r" cua\b", folded[match.end() :]):
        fitting = [r for r in fitting if issuers.issued_by(r.issuer, issuer)]
    return (fitting[0].number, *match.span()) if fitting else None


def _by_serial(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Pointed | None:
    """`cái 1214 ấy`: one told of, by its serial alone."""
    for match in _SERIAL.finditer(fold(query.question)):
        for regulation in of_type(match[1], known):
            parts = numbers.take_apart(regulation.number)
            if parts and parts.serial == match[2]:
                return (regulation.number, *match.span())
    return None


def _by_place(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Pointed | None:
    """`ai ký bản đó?`, `ai ký cái cuối?`: the result of the last answer; `cái đầu tiên`."""
    folded = fold(query.question)
    first = _FIRST.search(folded)
    match = first or _THAT_ONE.search(folded) or _LAST.search(folded)
    own = aspects(query.question)[:1]
    if match is None or not set(own) & OF_FIELDS or own == [Aspect.REPLACES]:
        return None
    fitting = of_type(match[1], known)
    if first:
        fitting = sorted(fitting, key=lambda regulation: str(regulation.signed or "9"))
    return (fitting[0].number, *match.span()) if fitting else None


def by_latest(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Pointed | None:
    """`bản mới nhất là quyết định nào?`: the last of the line of the document talked about."""
    match = _LATEST.search(fold(query.question))
    others = [m for m in query.references.mentions if m.value != _NOW]
    of_row = query.before.address
    if match is None or others or of_row or own_words(query.references):
        return None
    last = document_relations.latest(catalogue, known[0])
    return (last.number, *match.span()) if last is not known[0] or query.before.told else None


def _by_relation(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Pointed | None:
    """`ai ký quyết định sửa nó?`: what acts on a document told of."""
    match = _ACTING.search(fold(query.question))
    if match is None or not set(aspects(query.question)) & _OF_ITSELF:
        return None
    act = _ACTS[match[2]]
    acting = [one for one in known if any(relation.type is act for relation in one.relations)]
    acting += [i.regulation for one in known for i in catalogue.incoming(one.number, act)]
    fitting = of_type(match[1], acting)
    return (fitting[0].number, *match.span()) if fitting else None


def _as_acted_on(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Pointed | None:
    """`cái bị thay còn hiệu lực không?`: what the document told of has acted on."""
    match = _ACTED_ON.search(fold(query.question))
    if match is None or not set(aspects(query.question)) & _OF_ITSELF:
        return None
    act = _ACTS[match[2]]
    numbers = [r.number for one in known[:1] for r in one.relations if r.type is act]
    fitting = of_type(match[1], [r for number in numbers for r in catalogue.find(number)])
    return (fitting[0].number, *match.span()) if fitting else None


def _by_period(query: Query, catalogue: Catalogue, known: Sequence[Regulation]) -> Pointed | None:
    """`giai đoạn sau` of a document that is no set of criteria: what succeeds it."""
    mention = next((m for m in query.references.mentions if m.kind in (TIME, PERIOD)), None)
    about = known[0]
    which = Aspect.BASIS in aspects(query.question) and not own_words(query.references)
    of_row = query.before.address
    if mention is None or (of_row and not which):
        return None
    if mention.kind == PERIOD:
        of_period = [r for r in known[1:] if str(r.period) == mention.value]
        if not which:  # `rồi 2021-2025?` after the decision of another period
            of_period = [r for r in of_period if r.type == about.type and _bare_after_basis(query)]
        found = [] if of_row else [r.number for r in of_period]
    elif catalogue.tables_of(about.number):
        return None
    elif mention.value == "next":
        after = catalogue.successors(about.number)
        found = [document_relations.standing(catalogue, regulation) for regulation in after]
    elif mention.value == "previous":
        found = [regulation.number for regulation in catalogue.predecessors(about)]
    else:
        return None
    return (found[0], mention.start, mention.end) if found else None


def _bare_after_basis(query: Query) -> bool:
    """Whether a message has nothing but a time, after it was asked which document governs."""
    which = query.before.aspect == Aspect.BASIS.value and not aspects(query.question)
    return which and len(query.references.mentions) == 1 and not own_words(query.references)


READERS: tuple[Callable[[Query, Catalogue, Sequence[Regulation]], Pointed | None], ...] = (
    _by_year,
    _by_serial,
    _by_age,
    by_latest,
    _by_relation,
    _as_acted_on,
    _by_type,
    _by_place,
    body_pointing.by_issuer,
    _by_period,
    body_pointing.by_kind,
)
"""The ways to point, the plainest first."""
