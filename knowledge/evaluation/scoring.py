"""Asks golden questions and adds up how the answers did."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from knowledge.answering.answer import Answer
from knowledge.evaluation.golden import Case, Turn, Verdict, judge
from knowledge.references.context import Context
from knowledge.text import normalise, strip_diacritics

Ask = Callable[[str, dt.date | None, Context], Answer]
_Z = 1.96


@dataclass(frozen=True)
class Result:
    """One asked turn."""

    case: Case
    turn: Turn
    answer: Answer
    verdict: Verdict


@dataclass(frozen=True)
class Share:
    """So many of so many, with the 95 % interval of Wilson (1927)."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share; 0 of nothing is 0."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Lower and upper end."""
        if not self.total:
            return 0.0, 1.0
        n, p = self.total, self.value
        centre = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        spread = _Z * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
        return max(0.0, centre - spread), min(1.0, centre + spread)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.hits}/{self.total} = {self.value:.1%} ({low:.1%} đến {high:.1%})"


def as_it_stands(question: str) -> str:
    """Typed as the golden file has it."""
    return question


def without_diacritics(question: str) -> str:
    """Typed as on a keyboard without Vietnamese."""
    return strip_diacritics(normalise(question))


def run(
    cases: Iterable[Case], ask: Ask, typed: Callable[[str], str] = as_it_stands
) -> list[Result]:
    """Asks every turn of every case, each dialogue in its own conversation.

    Args:
        cases: the golden questions.
        ask: question, day, carried context to answer.
        typed: how each question is typed.
    """
    results = []
    for case in cases:
        context = Context()
        for turn in case.turns:
            answer = ask(typed(turn.question), turn.as_of, context)
            context = answer.context
            results.append(Result(case, turn, answer, judge(turn.expect, answer)))
    return results


def right(results: Sequence[Result]) -> Share:
    """Share of right answers."""
    return Share(sum(result.verdict.right for result in results), len(results))


def wrong_basis(results: Sequence[Result]) -> Share:
    """Share of answers that rest on a wrong document."""
    return Share(sum(result.verdict.wrong_basis for result in results), len(results))


def dialogues(results: Sequence[Result]) -> Share:
    """Share of dialogues with every turn right."""
    by_case: dict[str, bool] = {}
    for result in results:
        name = result.case.id
        by_case[name] = by_case.get(name, True) and result.verdict.right
    return Share(sum(by_case.values()), len(by_case))


def abstention(results: Sequence[Result]) -> tuple[Share, Share]:
    """Precision and recall of not answering."""
    abstained = [result for result in results if result.answer.abstained]
    wanted = [result for result in results if result.turn.expect.abstains]
    precision = Share(sum(_may_abstain(r) for r in abstained), len(abstained))
    recall = Share(sum(r.answer.abstained for r in wanted), len(wanted))
    return precision, recall


def _may_abstain(result: Result) -> bool:
    return result.answer.outcome in result.turn.expect.outcome
