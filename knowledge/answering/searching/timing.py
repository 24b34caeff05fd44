"""Which candidates are of the time asked about, or of the document's own where none is."""

from __future__ import annotations

import datetime as dt

from knowledge.answering.query import Query
from knowledge.answering.searching import signs
from knowledge.answering.searching.candidates import NARROW_THRESHOLD, Found
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.timeline import Interval


def of_the_time(query: Query, found: list[Found]) -> list[Found]:
    """The candidates of the time asked about alone, where one of them says enough."""
    asked = query.time
    if asked is None or not found:
        return found
    fitting = [f for f in found if f.passage.period and signs.overlaps(f.passage, asked)]
    best = found[0].passage
    late = best.period is not None and not signs.overlaps(best, asked)
    return fitting if late and fitting and fitting[0].confidence >= NARROW_THRESHOLD else found


def of_its_own(query: Query, catalogue: Catalogue, enough: list[Found]) -> list[Found]:
    """The candidates without a lead that only says what is not known of a later period.

    Of a document named without a time, its own provisions are asked for.
    """
    lead = enough[0].passage
    regulation = catalogue.regulations.get(lead.document)
    period = regulation.period if regulation else None
    years = Interval(dt.date(period.first, 1, 1), dt.date(period.last, 12, 31)) if period else None
    if query.time or lead.known or years is None or signs.overlaps(lead, years):
        return enough
    return [one for one in enough if one.passage.known] or enough
