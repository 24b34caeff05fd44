"""Fits the network that tells which passage is meant, to messages written about passages.

Run as `python -m knowledge.training.likeliest FILE.jsonl …`. Each line of a file is a message and
the passage that it was written about: `document`, `provision`, `question`. Messages that stand in
the knowledge as example questions would be too easy to learn from, and must not be among them.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from knowledge import json_lines, settings
from knowledge.answering.query import resolve
from knowledge.answering.searching import likeliest
from knowledge.errors import NtmError
from knowledge.indexing.index import Index
from knowledge.indexing.live import LiveIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.training.weighing import Choice, fitted


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m knowledge.training.likeliest", description=__doc__
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="messages")
    options = parser.parse_args(arguments)
    model = EmbeddingModel(settings.embedding_model())
    try:
        index = LiveIndex(settings.index_folder(), model).get()
        found = [choice for file in options.files for choice in choices(file, index)]
        network = fitted(found)
    except (NtmError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    network.save(model.fingerprint, likeliest.WEIGHTS, likeliest.FEATURES)
    print(f"{likeliest.WEIGHTS}: fitted to {len(found)} messages, for {model.fingerprint}")
    return 0


def choices(file: Path, index: Index) -> Iterator[Choice]:
    """The candidates of every message of which the right passage is among them."""
    retriever = index.retriever
    places = {passage.identity: place for place, passage in enumerate(retriever.passages)}
    for _, line in json_lines.records(file, ("document", "provision", "question")):
        place = places.get((line["document"], line["provision"]))
        query = resolve(line["question"], settings.today(), known=retriever.lexical.knows)
        weighed = likeliest.features(query, (), retriever)
        if weighed and place in weighed[0]:
            positions, values = weighed
            yield Choice(values, positions.index(place))


if __name__ == "__main__":
    sys.exit(main())
