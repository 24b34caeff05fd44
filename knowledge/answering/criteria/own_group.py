"""Which group a commune is in: `xã khu vực I xếp nhóm mấy`, `nông nghiệp còn 8% thì nhóm nào`.

The set in force has thresholds by groups of communes. What puts a commune in one is told in
full: whether a commune meets it only the commune knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import citing, spans, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.criteria.commune_groups import SCALE, is_rule_of
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.fields import Level
from knowledge.references.parser import CRITERION, DOCUMENT, GROUP, INDICATOR, LEVEL
from knowledge.references.places import GROUPS
from knowledge.text import fold

_NUMBER = r"(?:nhom )?[123]"
# `xã nhóm nào phải có hợp tác xã` asks for something else.
_WHICH = re.compile(
    r"\b(?:thuoc|xep|vao|la|thi|cham|theo|o|tinh|vay)\b(?: \w+){0,2}? nhom (?:xa )?(?:so )?"
    rf"(?:may|nao|gi|bao nhieu|{_NUMBER}(?:[, ]+{_NUMBER})* hay {_NUMBER})\b"
    r"(?= (?:vay|a|ha|day|the|nhi|em|anh|chi|theo|cua|trong|roi|hay|cho dung|"
    r"de|va|con|hien nay|bay gio)\b|\W*$|\s*[,.;?!])|"
    r"\bnhom (?:xa )?cua xa\b"
)
_ONE_NAMED = re.compile(r"\b(?:co|vay|la|thi|xep|vao|thuoc)\b.{0,15}\bnhom (?:so )?[123]\b")
_ZONE = re.compile(r"\bkhu vuc (iii|ii|i|[123])\b")
_OF_COMMUNES = re.compile(
    r"\bxa\b|\bkhu vuc (?:iii|ii|i|[123])\b|\bbai ngang\b|\bhai dao\b|\bbien gioi\b|"
    r"\bkho khan\b|\bdan toc\b|\bdo thi\b"
)
_OTHER_CASE = re.compile(
    r"\b(?:lien ke|sat|giap|gan|len) (?:do thi|thanh pho|phuong)\b|\bdo thi (?:moi|hoa)\b|"
    r"\b(?:nong nghiep|ruong|dat|co cau)\b.{0,20}\d+ ?(?:%|phan tram)|"
    r"\d ?(?:%|phan tram) (?:\w+ ){0,2}(?:nong nghiep|ruong)"
)
# What tells a commune's case; a group that is named beside it is asked about.
_CASE = re.compile(
    rf"{_ZONE.pattern}|{_OTHER_CASE.pattern}|"
    r"\bbai ngang\b|\bhai dao\b|\bbien gioi\b|\bkho khan\b|\bdan toc\b"
)
# Of rows and thresholds, of the draft that newspapers told of, of what a province lays down.
_OTHERWISE = re.compile(
    r"\b(?:tieu chi|chi tieu|noi dung|muc|bao nhieu|may (?:%|trieu)|du thao|bao|thu nhap|tinh)\b"
)
_OPEN = "Xã thuộc nhóm nào là tùy xã vào trường hợp nào dưới đây."
_ROMAN = {"1": "I", "2": "II", "3": "III"}


def answer(query: Query, catalogue: Catalogue) -> Answer | None:
    """What puts a commune in each group, the case that is named first; None where not asked."""
    folded = fold(query.question)
    which = _WHICH.search(folded) and (_OF_COMMUNES.search(folded) or query.context.group)
    claimed = query.references.values(GROUP) and _CASE.search(folded) and _ONE_NAMED.search(folded)
    if not (which or claimed) or (claimed and not which and _OTHERWISE.search(folded)):
        return None
    of_row = query.references.values(CRITERION) or query.references.values(INDICATOR)
    levels = set(query.references.values(LEVEL)) - {Level.COMMUNE.value}
    table = next((t for t in reversed(catalogue.tables) if t.scale == SCALE), None)
    if table is None or of_row or levels or not spans.fits(query.time, table.period):
        return None
    named = query.references.values(DOCUMENT)
    decision = catalogue.regulations[table.document]
    if named and decision not in catalogue.find_all(named):
        return None
    rules = [rule for key in GROUPS for rule in table.rules if is_rule_of(key, rule)]
    if not rules:
        return None
    told = [(rule, _of_zone(zone, rule)) for zone in _zones(folded) for rule in _on_zones(rules)]
    rest = [rule for rule in rules if rule not in dict(told)]
    of_set = f"Các nhóm {'khác' if told else 'xã'} theo {wording.named(decision)}:"
    return Answer(
        Outcome.ANSWERED,
        Kind.STRUCTURE,
        wording.paragraphs(
            "\n".join(dict.fromkeys(said for _, said in told)) or _OPEN,
            f"{of_set}\n{wording.bullets(rest)}",
        ),
        query.today,
        period=str(table.period),
        citations=(citing.of_table(table),),
        suggestions=(f"Liệt kê các tiêu chí của {table.document}",),
    )


def _zones(folded: str) -> list[str]:
    """The zones of ethnic areas that alone decide: `I`, `II`, `III`; none beside another case."""
    if _OTHER_CASE.search(folded):
        return []
    return [_ROMAN.get(zone, zone.upper()) for zone in dict.fromkeys(_ZONE.findall(folded))]


def _on_zones(rules: Sequence[str]) -> list[str]:
    """The rules on groups that zones decide."""
    return [rule for rule in rules if "khu vực" in rule]


def _of_zone(zone: str, rule: str) -> str:
    """The rule, and that it does not have a zone where it does not."""
    if re.search(rf"khu vực {zone}\b", rule):
        return rule
    return f"{rule.rstrip('.')}; không có xã khu vực {zone}."
