"""The names that the criteria of the sets are called by: whole, or one of the things they list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import Criterion
from knowledge.references.aspects import subject
from knowledge.text import fold

_BETWEEN = re.compile(r", | va ")
# `nhà ở dân cư`, `chợ nông thôn`: said of every one of them
_OF_ALL = re.compile(r" (?:dan cu|nong thon)$")


def names(criterion: Criterion) -> frozenset[str]:
    """The folded name of a criterion and what it lists: `văn hóa, giáo dục, y tế`."""
    whole = fold(criterion.name or "")
    return frozenset({whole, _OF_ALL.sub("", whole), *_BETWEEN.split(whole)} - {""})


def of_all(catalogue: Catalogue) -> Iterable[str]:
    """The names of the criteria of all sets."""
    return (name for table in catalogue.tables for one in table.criteria for name in names(one))


def is_all_said(topic: str, catalogue: Catalogue) -> bool:
    """Whether a (folded) topic is the name of a criterion and nothing else."""
    return bool(topic.strip()) and topic.strip() in set(map(subject, of_all(catalogue)))
