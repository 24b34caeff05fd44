"""Fits the confidence in a passage to golden questions.

Run as `python -m knowledge.training.confidence FILE.jsonl …`. Each candidate of
each question is an example: positive where the answer made of it alone is what
the question expects. Only cases that may be tuned on are read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from knowledge import settings
from knowledge.answering.query import Query, resolve
from knowledge.answering.searching import candidates, free
from knowledge.answering.searching.confidence import WEIGHTS, Features
from knowledge.errors import NtmError
from knowledge.evaluation import golden
from knowledge.indexing.index import Index
from knowledge.indexing.live import LiveIndex
from knowledge.references.parser import DOCUMENT
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.passage import Passage

_DECIMALS = 4
Example = tuple[Features, bool]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m knowledge.training.confidence", description=__doc__
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="golden questions")
    options = parser.parse_args(arguments)
    model = EmbeddingModel(settings.embedding_model())
    try:
        index = LiveIndex(settings.index_folder(), model).get()
        found = [e for file in options.files for e in examples(golden.read(file), index)]
    except NtmError as error:
        print(error, file=sys.stderr)
        return 2
    stored = {**json.loads(WEIGHTS.read_text(encoding="utf-8")), **fit(found)}
    WEIGHTS.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    print(f"{len(found)} candidates, {sum(right for _, right in found)} of them right: {WEIGHTS}")
    return 0


def examples(cases: Sequence[golden.Case], index: Index) -> Iterator[Example]:
    """The candidates of every question that may be tuned on, and whether they answer it."""
    for case in cases:
        if case.split != "tune" or len(case.turns) > 1:
            continue
        turn = case.turns[0]
        wanted = turn.expect
        if not (wanted.contains or wanted.contains_any or wanted.abstains):
            continue  # any passage of the document would do
        query = resolve(turn.question, turn.as_of or settings.today())
        near = candidates.retrieve(query, index.retriever, _asked_of(query, index))
        for one in near:
            features = candidates.features(query, one, near, index.retriever)
            answer = free.answer(query, index.catalogue, [candidates.Found(one.hit, 1.0)])
            yield features, golden.judge(turn.expect, answer).right


def _asked_of(query: Query, index: Index) -> Callable[[Passage], bool]:
    """Where a document is named, it alone is searched."""
    meant = index.catalogue.find_all(query.references.values(DOCUMENT))
    named = {regulation.number for regulation in meant}
    return lambda passage: not passage.row and (not named or passage.document in named)


def fit(found: Sequence[Example]) -> dict[str, object]:
    """Weights by feature name, and the constant, for features as they are."""
    values: NDArray[np.float64] = np.array([astuple(features) for features, _ in found])
    right = np.array([int(label) for _, label in found])
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(max_iter=2000).fit(scaler.transform(values), right)
    weights = model.coef_[0] / scaler.scale_
    constant = float(model.intercept_[0] - weights @ scaler.mean_)
    names = [field.name for field in fields(Features)]
    return {
        "weights": {
            name: round(float(weight), _DECIMALS)
            for name, weight in zip(names, weights, strict=True)
        },
        "constant": round(constant, _DECIMALS),
    }


if __name__ == "__main__":
    sys.exit(main())
