"""What was told of last and comes nearest to a message that nothing else answers.

`Tiền đền bù đất có cộng vào không?` after how the income of a commune is counted: most of what
such a message says stands in another provision of the same document, in other words. Asked of
the whole knowledge it is too vague; asked of what is talked about it need not be so sure.
"""

from __future__ import annotations

from knowledge.answering.answer import Answer, Kind
from knowledge.answering.conversation import carried, told
from knowledge.answering.outside import refusals, scope
from knowledge.answering.query import Query
from knowledge.answering.searching import free
from knowledge.answering.searching.confidence import coverage
from knowledge.indexing.index import Index
from knowledge.references import follow_up, ordinals
from knowledge.references.aspect import Aspect
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR, PROVINCE
from knowledge.retrieval.passage import Passage
from knowledge.text import syllables

# Measured on conversations: below either, what is found is as often wrong as right.
_CONFIDENCE = 0.25
_COVERED = 0.45
_LONGEST = 24
_OTHER_MATTER = frozenset({DOCUMENT, CRITERION, INDICATOR, PROVINCE})


def instead(query: Query, index: Index, found: Answer) -> Answer | None:
    """The provision told of last that comes nearest; None where none comes near enough."""
    kinds = {mention.kind for mention in query.references.mentions}
    apart = kinds & _OTHER_MATTER or query.wants(Aspect.RESULT, Aspect.SIGNER)
    none = refusals.is_personal(query) or scope.is_of_no_rule(query.question)
    long = len(syllables(query.question)) > _LONGEST
    own = follow_up.own_words(query.references)
    if found.kind is not Kind.REFUSAL or query.before.is_fresh or apart or none or long or not own:
        return None
    numbers = set(told.read(query.before))
    leaning = follow_up.leaning(query.references)

    def near(passage: Passage) -> bool:
        idle = passage.overview or passage.note or not passage.known
        if passage.document not in numbers or idle:
            return False
        said = f"{passage.provision} {passage.text}"
        named = all(term in said.lower() for term in leaning)
        another = ordinals.contradicts(query.question, said)
        covered = coverage(own, passage, index.retriever, pairing=False) >= _COVERED
        return named and not another and covered

    longer = carried.continuing(query)
    said = free.reply(longer, index, near, _CONFIDENCE)
    return carried.in_context(longer, said, index.catalogue) if said else None
