"""After a number that no document has, a question with a matter of its own is asked anew."""

from __future__ import annotations

from knowledge.answering.query import Query, resolve
from knowledge.corpus.catalogue import Catalogue
from knowledge.references.aspect import OF_FIELDS
from knowledge.references.aspects import aspects
from knowledge.references.follow_up import own_words


def left(query: Query, catalogue: Catalogue) -> Query:
    """The query on its own, where it only seems to go on with a document that is not known."""
    last = query.before.document
    if not last or query.names_documents or _is_known(last, catalogue):
        return query
    of_field = bool(set(aspects(query.question)) & OF_FIELDS)
    of_its_own = own_words(query.references) or (query.references.mentions and not of_field)
    if not of_its_own:  # `ai ký?` is still asked of the number that is not known
        return query
    return resolve(query.question, query.today, query.before.without_subject(), query.courtesy)


def _is_known(number: str, catalogue: Catalogue) -> bool:
    found = catalogue.find(number) or catalogue.find_mentioned(number)
    return bool(found) or number in catalogue.articles
