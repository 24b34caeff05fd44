"""Trains the reranker on written questions about articles that the embedding had not seen.

Run as `python -m knowledge.training.reranker --corpora DIR`, after the embedding model. The
documents are dealt into folds. For each fold an embedding is trained on the others, and the
questions about the fold are searched with it: what an embedding says of articles that it was
trained on is too good to learn from.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.progress import track

from knowledge import settings
from knowledge.corpus.fields import Nature
from knowledge.errors import NtmError
from knowledge.evaluation.search import retriever_of
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.evidence import Evidence
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.reranker import WEIGHTS
from knowledge.training.articles import Article, folds
from knowledge.training.embedding import Plan, save_model
from knowledge.training.material import Material
from knowledge.training.options import add_training
from knowledge.training.weighing import Choice, fitted

FOLDS = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        material = Material.gathered(
            options.corpora, options.documents, options.asked, options.seed
        )
    except NtmError as error:
        print(error, file=sys.stderr)
        return 2
    plan = Plan(options.dimension, options.epochs, options.seed)
    choices: list[Choice] = []
    for number, unseen in enumerate(folds(material.training, FOLDS), start=1):
        checkpoint = options.checkpoint / f"fold-{number}.pt"
        choices += _choices(material, unseen, plan, options.vocabulary, checkpoint)
        print(f"fold {number} of {FOLDS}: {len(choices)} questions so far", flush=True)
    if not choices:
        print("no question is about these articles", file=sys.stderr)
        return 2
    model = EmbeddingModel(str(options.model))
    fitted(choices, options.seed).save(model.fingerprint, options.output)
    print(f"{options.output}: fitted to {len(choices)} questions, for {model.fingerprint}")
    return 0


def _choices(
    material: Material, unseen: Sequence[Article], plan: Plan, vocabulary: int, checkpoint: Path
) -> Iterator[Choice]:
    """The candidates of the questions about articles that are kept from an embedding."""
    seen = material.without(unseen)
    trained = seen.trainer(seen.tokenizer(vocabulary), plan).train(checkpoint)
    articles = [*material.training, *material.held_out]
    passages = [as_passage(article) for article in articles]
    place = {article: position for position, article in enumerate(articles)}
    with tempfile.TemporaryDirectory() as folder:
        save_model(trained.model, Path(folder))
        model = EmbeddingModel(folder)
        retriever = retriever_of(passages, model)
        assert model.static is not None  # it has just been trained as one
        evidence = Evidence(passages, retriever.lexical, model.static)
        asked = [(article, q) for article in unseen for q in material.asked.get(article, ())]
        for article, question in track(asked, "candidates"):
            positions, lexical, dense = retriever.candidates(question)
            found = (positions == place[article]).nonzero()[0]
            if len(found):
                features = evidence.of(question, positions, lexical, dense)
                yield Choice(features, int(found[0]))


def as_passage(article: Article) -> Passage:
    """An article as the benchmark of retrieval searches it."""
    return Passage("", "", Nature.ORIGINAL, "", article.heading, article.text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m knowledge.training.reranker", description=__doc__
    )
    add_training(parser)
    parser.add_argument(
        "--model",
        type=Path,
        default=settings.embedding_model(),
        help="the embedding model that it will serve with; default %(default)s",
    )
    parser.add_argument("--output", type=Path, default=WEIGHTS, help="default %(default)s")
    parser.add_argument(
        "--checkpoint",
        type=Path,
        default=Path("var/training"),
        help="folder in which to go on from; default %(default)s",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
