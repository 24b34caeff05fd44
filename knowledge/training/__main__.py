"""Trains, measures and saves the embedding model that ships with the product.

Run as `python -m knowledge.training --corpora DIR --output knowledge/model`.
Stopped and run again, it goes on after the last finished epoch.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tokenizers import Tokenizer

from knowledge import settings
from knowledge.errors import NtmError
from knowledge.training.articles import read_corpora, split_held_out
from knowledge.training.card import CURVE, Material, model_card
from knowledge.training.curve import draw_curve
from knowledge.training.embedding import Plan, Trainer, save_model
from knowledge.training.evaluation import Report, evaluate, held_out_queries, read_questions
from knowledge.training.sources import folder_sources, sources_of
from knowledge.training.tokenizer import RAREST_PAIR, build_tokenizer
from knowledge.training.wording import Everyday

HELD_OUT_SHARE = 0.1


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns the exit status."""
    options = _parser().parse_args(arguments)
    console = Console()
    started = time.monotonic()
    try:
        articles = read_corpora(options.corpora)
        training, held_out = split_held_out(articles, HELD_OUT_SHARE, options.seed)
        folder = folder_sources([options.documents])
        asked = read_questions(options.questions, held_out) if options.questions else {}
    except NtmError as error:
        print(error, file=sys.stderr)
        return 2
    titles = held_out_queries(training, held_out)
    if not titles:
        print("too few documents: none is left to measure on", file=sys.stderr)
        return 2
    console.print(f"{len(training)} articles to train on, {len(held_out)} held out")
    material = Material(training, held_out, folder, Everyday.read())
    tokenizer = build_tokenizer(_texts(material), options.vocabulary)
    console.print(f"{tokenizer.get_vocab_size()} tokens")
    plan = Plan(options.dimension, options.epochs, options.seed)
    trained = _trainer(tokenizer, material, plan).train(options.checkpoint)
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


def _trainer(tokenizer: Tokenizer, material: Material, plan: Plan) -> Trainer:
    corpora = sources_of(material.training)
    return Trainer(tokenizer, corpora, material.folder, material.everyday, plan)


def _texts(material: Material) -> Iterator[str]:
    """What the vocabulary is counted on; everyday ways as often as a pair must be seen."""
    for article in material.training:
        yield f"{article.title}. {article.text}"
    for source in material.folder:
        yield ". ".join(source.segments)
        yield from source.questions
    for ways in material.everyday.ways.values():
        for way in ways:
            yield f"{way}. " * RAREST_PAIR


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
    parser.add_argument(
        "--documents",
        type=Path,
        default=settings.shipped_documents(),
        help="knowledge folder; by default the one that ships",
    )
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
    parser.add_argument("--dimension", type=int, default=384, help="default %(default)s")
    parser.add_argument(
        "--vocabulary", type=int, default=8000, help="most tokens; default %(default)s"
    )
    parser.add_argument("--epochs", type=int, default=6, help="default %(default)s")
    parser.add_argument("--seed", type=int, default=0, help="default %(default)s")
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
