"""What a document is about as a whole: `Quyết định 320 quy định gì?`, `… nói về nội dung gì?`.

Any one of its provisions would be as good an answer as any other, so its title and introduction
are told, and what the knowledge holds of its content is offered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering import wording
from knowledge.answering.answer import Answer, Outcome
from knowledge.answering.documents import document
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.corpus.fields import Nature
from knowledge.references import issuers
from knowledge.references.aspect import OF_RELATIONS, Aspect
from knowledge.references.aspects import subject
from knowledge.references.parser import DOCUMENT, PERIOD, TIME
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_OF = r"(?:ve|nhung|cac|cai|la|van de|noi dung|chuyen|viec|dieu|chinh|co ban|chu yeu|gom|co|den)"
_TELLS = r"(?:quy dinh|noi|viet|ghi|neu|de cap|(?<!van )ban|noi dung|co|gom|bao gom|huong dan)"
_ASKED = re.compile(
    rf"\b{_TELLS}(?: {_OF})* (?:gi|nao|the nao|ra sao)\b|\bve (?:viec|chuyen|van de|cai) gi\b|"
    r"\b(?:tom tat|noi dung (?:chinh|co ban|chu yeu))\b"
)
# `đòi xã phải có gì` asks for one thing of it.
_DEMANDS = re.compile(r"\b(?:yeu cau|doi hoi|doi|bat) (?:xa|huyen|tinh|thon|dan|ho|phai|can)\b")
_PART = re.compile(r"\b(?:phu luc|chuong|phan|muc|dieu|khoan|diem) (?:[ivx]+|\d+)\b")
_OWN_KINDS = frozenset([DOCUMENT, PERIOD, TIME])
# What it does to other documents, or they to it, and whether it holds are told by themselves.
_OF_ITSELF = frozenset({Aspect.SIGNER, Aspect.ISSUER, Aspect.TITLE})
_OF_OTHERS = (OF_RELATIONS | {Aspect.STATUS, Aspect.GUIDANCE}) - _OF_ITSELF
_NUMBER = re.compile(r"\d")
_MOST = 8


def asked(query: Query) -> bool:
    """Whether a message asks what the document that it names is about, and nothing more."""
    kinds = {mention.kind for mention in query.references.mentions}
    if DOCUMENT not in kinds or kinds - _OWN_KINDS or query.wants(*_OF_OTHERS):
        return False
    folded = fold(query.question)
    if _DEMANDS.search(folded):
        return False
    own = subject(issuers.without(query.core.remainder))
    return not own and not _PART.search(folded) and _ASKED.search(folded) is not None


def answer(
    query: Query, catalogue: Catalogue, passages: Sequence[Passage], found: Sequence[Regulation]
) -> Answer | None:
    """Title and introduction, with what is known of the content; None where more is asked."""
    if len(found) != 1 or not asked(query):
        return None
    said = document.answer(query, catalogue, found)
    lead, *rest = said.text.split("\n\n")
    if found[0].about not in lead:  # a field of the document is asked for as well
        lead = f"{lead} {found[0].about}"
    known = _contents(passages, found[0])
    offered = f"Những nội dung của văn bản này có trong kho:\n{wording.bullets(known)}"
    text = wording.paragraphs(lead, *rest, offered if known else None)
    return replace(said, outcome=Outcome.ANSWERED, text=text)


def _contents(passages: Sequence[Passage], regulation: Regulation) -> list[str]:
    """The headings of what the knowledge tells of a document in its own words, in their order.

    A number in a heading would have to be proven, and one such as `Điều 3` says nothing by itself.
    """
    headings = [
        passage.provision
        for passage in passages
        if passage.document == regulation.number
        and passage.known
        and not _NUMBER.search(passage.provision)
        and not (passage.row or passage.overview or passage.nature is Nature.ORIGINAL)
    ]
    return list(dict.fromkeys(headings))[:_MOST]
