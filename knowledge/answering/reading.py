"""How a message is read before it is answered: what it points to is read as though it were named.

Each reading starts from the one before it, and leaves alone what it does not understand.
"""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answering.comparing import latter
from knowledge.answering.conversation import (
    article_pointing,
    bare_serial,
    group_pointing,
    guided_row,
    item_pointing,
    matter_kept,
    own_place,
    period_before,
    place_pointing,
    pointing,
    regions_pointing,
    row_beside,
    row_everywhere,
    row_naming,
    row_of_name,
    row_pointing,
    sets_compared,
    this_period,
    unit_exchanged,
    unknown_number,
)
from knowledge.answering.documents import called, reached
from knowledge.answering.query import Query
from knowledge.answering.searching import own_set
from knowledge.corpus.catalogue import Catalogue
from knowledge.indexing.index import Index

Reading = Callable[[Query, Index], Query]


def _of_catalogue(reading: Callable[[Query, Catalogue], Query]) -> Reading:
    return lambda query, index: reading(query, index.catalogue)


def _of_words(reading: Callable[[Query], Query]) -> Reading:
    return lambda query, index: reading(query)


_READINGS: tuple[Reading, ...] = (
    _of_catalogue(called.named),
    _of_catalogue(bare_serial.named),
    _of_catalogue(reached.named),
    own_set.resolved,
    _of_catalogue(latter.named),
    _of_catalogue(unknown_number.left),
    _of_words(unit_exchanged.resolved),
    _of_words(own_place.resolved),
    _of_words(row_pointing.of_another),
    _of_words(regions_pointing.resolved),
    _of_catalogue(this_period.resolved),
    _of_words(row_everywhere.resolved),
    _of_catalogue(row_beside.resolved),
    _of_catalogue(sets_compared.resolved),
    _of_catalogue(matter_kept.resolved),
    period_before.resolved,
    _of_catalogue(place_pointing.decision_of),
    _of_catalogue(place_pointing.resolved),
    _of_catalogue(group_pointing.resolved),
    _of_catalogue(article_pointing.resolved),
    _of_catalogue(item_pointing.resolved),
    _of_catalogue(pointing.resolved),
    _of_words(row_pointing.resolved),
    row_naming.resolved,
    row_of_name.resolved,
    _of_catalogue(guided_row.resolved),
)


def resolved(query: Query, index: Index) -> Query:
    """The query with everything it points to in the place of the pointers."""
    for reading in _READINGS:
        query = reading(query, index)
    return query
