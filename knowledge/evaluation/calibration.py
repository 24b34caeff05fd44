"""Where to stop answering: coverage and wrong answers for each confidence threshold.

    python -m knowledge.evaluation.calibration [--curve FILE.png] GOLDEN.jsonl…

Every golden question of the tuned part that is left to free retrieval is answered
from its best passage, however little that contains of the question, and judged. For
a threshold, those with at least this confidence would be answered: coverage is their
share of the questions that have an answer, and the wrong ones are counted among them,
with questions that must not be answered. The reported part is never asked.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge import settings
from knowledge.answering import engine
from knowledge.answering.answer import Answer, Kind
from knowledge.answering.outside import scope
from knowledge.answering.query import Query, resolve
from knowledge.answering.routes import by_words
from knowledge.answering.searching import candidates, free, timing
from knowledge.errors import NtmError
from knowledge.evaluation import golden
from knowledge.evaluation.curve import draw
from knowledge.evaluation.scoring import Share
from knowledge.indexing.index import Index
from knowledge.indexing.live import LiveIndex
from knowledge.references.context import Context
from knowledge.retrieval.embedding import EmbeddingModel

THRESHOLDS = tuple(number / 20 for number in range(6, 20))
AIM = 0.01
"""The share of wrong answers that a threshold should keep below."""
_FREE = (Kind.PROVISION, Kind.ARTICLE)


@dataclass(frozen=True)
class Point:
    """One question that is left to free retrieval.

    Attributes:
        confidence: of the answer from the best passage; 0 where the question is out of scope.
        right: whether that answer is right.
        answerable: whether there is a right answer at all.
    """

    confidence: float
    right: bool
    answerable: bool


@dataclass(frozen=True)
class Row:
    """What a threshold leads to.

    Attributes:
        coverage: answered rightly, among what has an answer.
        wrong: wrong, among what is answered.
    """

    threshold: float
    coverage: Share
    wrong: Share


def points(cases: Iterable[golden.Case], index: Index, today: dt.date) -> Iterator[Point]:
    """Asks the turns of the tuned part that free retrieval decides on."""
    for case in cases:
        context = Context()
        for turn in case.turns if case.split == "tune" else ():
            query = resolve(turn.question, turn.as_of or today, context)
            answer = engine.answer(query, index)
            context = answer.context
            forced = _forced(query, index, answer)
            if forced is None:
                continue
            right = golden.judge(turn.expect, forced).right
            confidence = forced.confidence if _in_scope(query, forced.confidence) else 0.0
            yield Point(confidence, right, not turn.expect.abstains)


def _forced(query: Query, index: Index, answer: Answer) -> Answer | None:
    """The answer that free retrieval gives without a threshold; None where it does not decide."""
    found = candidates.candidates(query, index.retriever, lambda passage: not passage.row)
    if answer.kind in _FREE:
        # A provision that was looked up by its number is as sure as a passage that has it all.
        retrieved = answer.confidence < 1 or (bool(found) and round(found[0].confidence, 3) == 1)
        return answer if retrieved else None
    if answer.kind is not Kind.REFUSAL or answer.confidence == 1 or not found:
        return None
    return free.answer(query, index.catalogue, timing.in_time(query, found))


def _in_scope(query: Query, confidence: float) -> bool:
    return scope.is_in(query, confidence) or confidence >= by_words.SURE


def table(found: Sequence[Point], thresholds: Iterable[float] = THRESHOLDS) -> list[Row]:
    """What each threshold leads to."""
    answerable = sum(point.answerable for point in found)
    rows = []
    for threshold in thresholds:
        answered = [point for point in found if point.confidence >= threshold]
        right = sum(point.right for point in answered)
        wrong = Share(len(answered) - right, len(answered))
        rows.append(Row(threshold, Share(right, answerable), wrong))
    return rows


def least(rows: Sequence[Row], aim: float = AIM) -> float | None:
    """The lowest threshold from which on wrong answers are rarer than the aim; None if none is."""
    fitting: float | None = None
    for row in reversed(rows):
        if not row.wrong.total or row.wrong.value >= aim:
            break
        fitting = row.threshold
    return fitting


def described(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table, and what follows from them."""
    lines = ["| Ngưỡng | Trả lời đúng (độ phủ) | Sai trong số đã trả lời |", "|---|---|---|"]
    lines += [f"| {row.threshold:.2f} | {row.coverage} | {row.wrong} |" for row in rows]
    found = least(rows)
    verdict = (
        f"Từ ngưỡng {found:.2f} trở lên, sai dưới {AIM:.0%} số câu đã trả lời."
        if found is not None
        else f"Không ngưỡng nào đưa câu sai xuống dưới {AIM:.0%} số câu đã trả lời."
    )
    return "\n".join([*lines, "", verdict])


def main() -> int:
    """Prints the table, and draws it if asked to."""
    parser = argparse.ArgumentParser(description="Đo độ tin cậy của phần trả lời tự do.")
    parser.add_argument("files", metavar="TỆP.jsonl", type=Path, nargs="+")
    parser.add_argument("--curve", metavar="TỆP.png", type=Path, help="vẽ đường cong ra tệp này")
    chosen = parser.parse_args()
    try:
        cases = [case for file in chosen.files for case in golden.read(file)]
        index = LiveIndex(settings.index_folder(), EmbeddingModel(settings.embedding_model())).get()
        rows = table(list(points(cases, index, settings.today())))
    except NtmError as error:
        print(error, file=sys.stderr)
        return 1
    print(described(rows))
    if chosen.curve:
        draw(rows, candidates.THRESHOLD, AIM).save(chosen.curve, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
