"""`Trước đó theo nghị định 34 thì mấy người?`: the matter talked about, by another document.

Who names a document and says nothing new of the matter asks the earlier question of it: how many
cán bộ, công chức, and not whatever else it counts. `Loại 2` beside it changes that too.
"""

from __future__ import annotations

import re

from knowledge.answering.conversation import told
from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references import ordinals
from knowledge.references.aspect import Aspect
from knowledge.references.aspects import aspects, subject
from knowledge.references.follow_up import own_words, points_back
from knowledge.references.parser import DOCUMENT, parse

_SAME_QUESTION = frozenset({None, Aspect.REQUIREMENT.value})
# Who is counted, and that it was earlier, is no matter of its own.
_SAID_ANYHOW = frozenset(["nguoi", "xua", "hon", "truoc", "cu", "duoc", "so", "luong"])
_EARLIER = re.compile(r"\b(?:trước|truoc) (?:đó|do)\b", re.IGNORECASE)
_LONGEST = 40


def resolved(query: Query, catalogue: Catalogue) -> Query:
    """The earlier question asked of the document that is named; the query where it says more."""
    named = [mention for mention in query.references.mentions if mention.kind == DOCUMENT]
    alone = len(named) == 1 == len(query.references.mentions)
    of_row = query.before.address
    earlier = query.before.subject
    if not (alone and earlier) or of_row or query.before.aspect not in _SAME_QUESTION:
        return query
    if set(aspects(query.question)) - {Aspect.REQUIREMENT} or not _of_another(query, catalogue):
        return query
    matter = subject(parse(earlier).remainder).split()
    rest = query.references.without(DOCUMENT)
    said = set(own_words(parse(_without_numbered(rest))).split())
    # `còn QĐ 263?`, and nothing else, is looked up with the earlier question beside it
    points = points_back(_EARLIER.sub(" ", query.question))
    says = bool(said or ordinals.find(rest)) and not points
    known = bool(matter) and not said - set(matter) - _SAID_ANYHOW
    if not (says and known) or len(earlier.split()) > _LONGEST:
        return query
    which = next((rest[one.start : one.end] for one in ordinals.find(rest)), "")
    asked = parse(ordinals.exchanged(which, earlier) or earlier).without(DOCUMENT)
    spoken = query.question[named[0].start : named[0].end].strip()
    asked = re.sub(r"\btheo\W*$|\btheo (?=\W|l[àa]\b|th[ìi]\b)", "", asked.rstrip(" ?")).strip()
    question = f"Theo {spoken}, {asked}?"
    return resolve(question, query.today, query.before.without_subject(), query.courtesy)


def _of_another(query: Query, catalogue: Catalogue) -> bool:
    """Whether the document named is another one than that told of last."""
    meant = {one.number for one in catalogue.find(query.references.values(DOCUMENT)[0])}
    last = next(iter(told.read(query.before)), None)
    return bool(meant) and last in catalogue.regulations and last not in meant


def _without_numbered(text: str) -> str:
    """The text without what is told apart by a number: `loại 2`."""
    for one in reversed(ordinals.find(text)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text
