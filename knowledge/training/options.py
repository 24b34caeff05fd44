"""Options of the training scripts."""

from __future__ import annotations

import argparse
from pathlib import Path

from knowledge import settings
from knowledge.training.asked import ASKED


def add_training(parser: argparse.ArgumentParser) -> None:
    """What the embedding is trained on, and how."""
    parser.add_argument(
        "--corpora",
        nargs="+",
        type=Path,
        required=True,
        metavar="DIR",
        help="folders of .jsonl or .jsonl.gz files, or such files",
    )
    parser.add_argument(
        "--documents",
        type=Path,
        default=settings.shipped_documents(),
        help="knowledge folder; by default the one that ships",
    )
    parser.add_argument(
        "--asked",
        type=Path,
        default=ASKED,
        help="questions about articles of the corpora: JSON Lines of question, document, article",
    )
    parser.add_argument("--dimension", type=int, default=384, help="default %(default)s")
    parser.add_argument(
        "--vocabulary", type=int, default=8000, help="most tokens; default %(default)s"
    )
    parser.add_argument("--epochs", type=int, default=6, help="default %(default)s")
    parser.add_argument("--seed", type=int, default=0, help="default %(default)s")
