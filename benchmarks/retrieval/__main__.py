"""Builds a BEIR folder from corpora of law and the questions beside this file, and scores it.

Run as `python -m benchmarks.retrieval --corpora DIR`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.retrieval.folder import SPLITS, read_questions, write
from bot.command.main import main as ntm
from knowledge.errors import NtmError
from knowledge.training.articles import read_corpora


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table for queries as typed, and for the same without diacritics."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.retrieval", description=__doc__)
    parser.add_argument("--corpora", nargs="+", type=Path, required=True, metavar="DIR")
    parser.add_argument("--split", choices=SPLITS, default="test")
    chosen = parser.parse_args(arguments)
    try:
        articles = read_corpora(chosen.corpora)
        asked = [question for question in read_questions() if question.split == chosen.split]
    except NtmError as error:
        print(error, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        missing = write(Path(folder), articles, asked)
        if missing:
            print(f"{missing} questions are about articles that the corpora lack", file=sys.stderr)
        print("Câu hỏi có dấu:\n", flush=True)
        status = ntm(["bench", "retrieval", folder])
        print("\nCâu hỏi bỏ dấu:\n", flush=True)
        return status or ntm(["bench", "retrieval", folder, "--fold-queries"])


if __name__ == "__main__":
    sys.exit(main())
