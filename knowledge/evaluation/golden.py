"""Golden questions and dialogues, and whether an answer is what they expect.

A file holds one question a line (`{"id", "kind", "style", "split", "question",
"expect"}`) or one dialogue a line (`{"id", "split", "turns": [{"question",
"expect"}, …]}`). `expect` names what a right answer certainly has: the outcome,
documents among its citations, strings in its text.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, TypeAdapter, ValidationError

from knowledge.answering.answer import Answer, Outcome
from knowledge.corpus.fields import Strict
from knowledge.errors import DocumentError
from knowledge.text import normalise


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Expected(Strict):
    """What a right answer has.

    Attributes:
        outcome: any of these.
        documents: all of these among the citations.
        not_documents: none of these among the citations.
        contains: all of these in the text.
        contains_any: of each group at least one.
        excludes: none of these in the text.
    """

    outcome: Annotated[tuple[Outcome, ...], BeforeValidator(_as_list)]
    documents: tuple[str, ...] = ()
    not_documents: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    contains_any: tuple[tuple[str, ...], ...] = ()
    excludes: tuple[str, ...] = ()

    @property
    def abstains(self) -> bool:
        """Whether only not answering is right."""
        return all(o in (Outcome.UNKNOWN, Outcome.OUT_OF_SCOPE) for o in self.outcome)


class Turn(Strict):
    """One message and what it should be answered with."""

    question: str
    as_of: dt.date | None = None
    expect: Expected


class Case(Strict):
    """A golden question (one turn) or dialogue (several).

    Attributes:
        kind: 1 to 10 as in the list of kinds of question; 0 for dialogues.
        style: `plain`, `bare` (no diacritics), `typo` or `dialogue`.
        split: `tune` (looked at while building) or `report` (only counted).
    """

    id: str
    kind: int = 0
    style: str = "dialogue"
    split: str
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class Verdict:
    """Whether an answer is right.

    Attributes:
        faults: what is wrong, in words; empty when it is right.
        wrong_basis: whether it rests on a document that it must not rest on.
    """

    faults: tuple[str, ...]
    wrong_basis: bool

    @property
    def right(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


_CASE = TypeAdapter(Case)


def read(file: Path) -> list[Case]:
    """Reads a golden file.

    Raises:
        DocumentError: a line is not a golden question or dialogue.
    """
    return list(_cases(file))


def _cases(file: Path) -> Iterator[Case]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            yield _CASE.validate_python(_with_turns(json.loads(line)))
        except (ValueError, ValidationError) as error:
            raise DocumentError(file, f"không đọc được câu hỏi chuẩn: {error}", line=number) from (
                error
            )


def _with_turns(row: dict[str, Any]) -> dict[str, Any]:
    """A question is a dialogue of one turn."""
    if "turns" in row:
        return row
    turn = {key: row.pop(key) for key in ("question", "as_of", "expect") if key in row}
    return row | {"turns": [turn]}


def judge(expected: Expected, answer: Answer) -> Verdict:
    """Compares an answer with what is expected of it."""
    text = _plain(answer.text)
    cited = {citation.document for citation in answer.citations}
    faults = []
    if answer.outcome not in expected.outcome:
        faults.append(f"kết cục {answer.outcome}, cần {'/'.join(expected.outcome)}")
    faults += [f"thiếu văn bản {name}" for name in expected.documents if name not in cited]
    strange = [name for name in expected.not_documents if name in cited]
    faults += [f"dẫn nhầm {name}" for name in strange]
    faults += [f"thiếu '{part}'" for part in expected.contains if _plain(part) not in text]
    faults += [
        f"thiếu một trong {list(group)}"
        for group in expected.contains_any
        if not any(_plain(part) in text for part in group)
    ]
    faults += [f"thừa '{part}'" for part in expected.excludes if _plain(part) in text]
    unrelated = bool(expected.documents) and not cited & set(expected.documents)
    told = answer.outcome in (Outcome.ANSWERED, Outcome.CORRECTED)
    return Verdict(tuple(faults), bool(strange) or (told and unrelated and bool(cited)))


def _plain(text: str) -> str:
    return normalise(text).lower()
