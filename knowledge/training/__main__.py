"""Trains, measures and saves the embedding model that ships with the product.

Run as `python -m knowledge.training --corpora DIR --output knowledge/model`.
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
from knowledge.training.embedding import model_card, save_embedding, train_embedding
from knowledge.training.evaluation import Report, evaluate, held_out_queries
from knowledge.training.pairs import read_corpora, split_held_out, training_pairs
from knowledge.training.tokenizer import build_tokenizer

HELD_OUT_SHARE = 0.1


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns the exit status."""
    options = _parser().parse_args(arguments)
    console = Console()
    started = time.monotonic()
    try:
        articles = read_corpora(options.corpora)
    except NtmError as error:
        print(error, file=sys.stderr)
        return 2
    training, held_out = split_held_out(articles, HELD_OUT_SHARE, options.seed)
    queries = held_out_queries(training, held_out)
    if not queries:
        print("too few documents: none is left to measure on", file=sys.stderr)
        return 2
    console.print(f"{len(training)} articles to train on, {len(held_out)} held out")
    tokenizer = build_tokenizer(
        (f"{article.title}. {article.text}" for article in training), options.vocabulary
    )
    console.print(f"{tokenizer.get_vocab_size()} tokens")
    model = train_embedding(
        tokenizer,
        training_pairs(training, options.seed),
        dimension=options.dimension,
        epochs=options.epochs,
        seed=options.seed,
    )
    report = evaluate(model, queries, articles)
    save_embedding(
        model,
        options.output,
        model_card(
            model,
            report,
            training=training,
            held_out=held_out,
            command="python -m knowledge.training --corpora DIR --output knowledge/model"
            f" --dimension {options.dimension} --vocabulary {options.vocabulary}"
            f" --epochs {options.epochs} --seed {options.seed}",
        ),
    )
    console.print(_table(report))
    console.print(f"{options.output}: {time.monotonic() - started:.0f} s in all")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m knowledge.training", description=__doc__)
    parser.add_argument(
        "--corpora",
        nargs="+",
        type=Path,
        required=True,
        metavar="DIR",
        help="folders of .jsonl or .jsonl.gz files, or such files",
    )
    parser.add_argument("--output", type=Path, required=True, help="folder of the model")
    parser.add_argument("--dimension", type=int, default=256, help="default %(default)s")
    parser.add_argument(
        "--vocabulary", type=int, default=8000, help="most tokens; default %(default)s"
    )
    parser.add_argument("--epochs", type=int, default=4, help="default %(default)s")
    parser.add_argument("--seed", type=int, default=0, help="default %(default)s")
    return parser


def _table(report: Report) -> Table:
    table = Table(title=f"{report.queries} held-out titles among {report.passages} articles")
    for heading in ("search", "R@1", "R@10", "MRR@10"):
        table.add_column(heading)
    for name, figures in report.rows():
        values = (figures.recall_at_1, figures.recall_at_10, figures.mrr_at_10)
        table.add_row(name, *(f"{value:.3f}" for value in values))
    return table


if __name__ == "__main__":
    sys.exit(main())
