"""Canary questions: what a fresh version must find before it may serve."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.errors import DamagedIndexError
from knowledge.indexing.index import Index

_QUESTIONS = 24
_WORDS = 14
_AMONG = 10
# Rows of like criteria sets outrank each other by their own words now and then (one passage
# in a thousand here): that is the ranking, not damage, and must not keep a new file out.
_MAY_MISS = 0.5


def check(index: Index) -> None:
    """Asks the canary questions.

    Every regulation is looked up by its own number, and a handful of passages,
    spread over the index, by their own first words; of these most must be found.

    Raises:
        DamagedIndexError: something that is in the version is not found in it.
    """
    lost = [*_numbers(index), *_words(index)]
    if lost:
        raise DamagedIndexError(
            f"phiên bản {index.manifest.name}: câu hỏi thử không tìm thấy {'; '.join(lost[:3])}"
        )


def _numbers(index: Index) -> Iterator[str]:
    for number in index.catalogue.regulations:
        if number not in {found.number for found in index.catalogue.find(number)}:
            yield f"văn bản {number}"


def _words(index: Index) -> Iterator[str]:
    passages = index.retriever.passages
    asked = passages[:: max(1, len(passages) // _QUESTIONS)]
    lost = []
    for passage in asked:
        words = passage.text.split()[:_WORDS]
        question = " ".join([passage.title, passage.provision, passage.heading, *words])
        # By its letters: the vectors are compared with those that were written, and the
        # model need not be loaded for a build that embeds nothing.
        found = index.retriever.search(question, _AMONG, dense_weight=0)
        if passage.text not in {hit.passage.text for hit in found}:
            lost.append(f"{passage.document}, {passage.provision}")
    if len(lost) > len(asked) * _MAY_MISS:
        yield from lost
