"""Trains, measures and saves the embedding model that ships with the product.

Run as `python -m knowledge.training --corpora DIR --output knowledge/model`.
Stopped and run again, it goes on after the last finished epoch.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from knowledge.errors import NtmError
from knowledge.training.card import CURVE, model_card
from knowledge.training.curve import draw_curve
from knowledge.training.embedding import Plan, save_model
from knowledge.training.evaluation import Report, evaluate, held_out_queries, read_questions
from knowledge.training.material import Material
from knowledge.training.options import add_training


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns the exit status."""
    options = _parser().parse_args(arguments)
    console = Console()
    started = time.monotonic()
    try:
        material = Material.gathered(
            options.corpora, options.documents, options.asked, options.seed
        )
        asked = read_questions(options.questions, material.held_out) if options.questions else {}
    except NtmError as error:
        print(error, file=sys.stderr)
        return 2
    titles = held_out_queries(material.training, material.held_out)
    if not titles:
        print("too few documents: none is left to measure on", file=sys.stderr)
        return 2
    articles = [*material.training, *material.held_out]
    console.print(
        f"{len(material.training)} articles to train on, {len(material.held_out)} held out"
    )
    tokenizer = material.tokenizer(options.vocabulary)
    console.print(f"{tokenizer.get_vocab_size()} tokens")
    plan = Plan(options.dimension, options.epochs, options.seed)
    trained = material.trainer(tokenizer, plan).train(options.checkpoint)
    save_model(trained.model, options.output)
    draw_curve(trained.losses, plan.epochs, options.output / CURVE)
    by_title = evaluate(trained.model, titles, articles, lambda article: article.text)
    console.print(_table("held-out titles", by_title))
    by_question = None
    if asked:
        by_question = evaluate(trained.model, asked, articles, lambda article: article.whole)
        console.print(_table("questions", by_question))
    command = (
        "make train-embedding CORPORA=DIR"
        f"  # {options.dimension} chiều, {options.vocabulary} vectơ, hạt giống {options.seed}"
    )
    card = model_card(trained, material, by_title, by_question, epochs=plan.epochs, command=command)
    (options.output / "README.md").write_text(card, encoding="utf-8")
    console.print(f"{options.output}: {time.monotonic() - started:.0f} s in all")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m knowledge.training", description=__doc__)
    add_training(parser)
    parser.add_argument("--output", type=Path, required=True, help="folder of the model")
    parser.add_argument(
        "--questions",
        type=Path,
        help="questions to measure on: JSON Lines of question, document, article",
    )
    parser.add_argument(
        "--checkpoint",
        type=Path,
        default=Path("var/training/checkpoint.pt"),
        help="where to go on from; default %(default)s",
    )
    return parser


def _table(queries: str, report: Report) -> Table:
    table = Table(title=f"{report.queries} {queries} among {report.passages} articles")
    for heading in ("search", "R@1", "R@10", "MRR@10"):
        table.add_column(heading)
    for name, figures in report.rows():
        values = (figures.recall_at_1, figures.recall_at_10, figures.mrr_at_10)
        table.add_row(name, *(f"{value:.3f}" for value in values))
    return table


if __name__ == "__main__":
    sys.exit(main())
