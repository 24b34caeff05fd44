"""`ntm eval`: scores the answers to golden questions."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from rich.progress import track

from bot.command import options
from knowledge import settings
from knowledge.assistant import Assistant
from knowledge.evaluation import golden, report, scoring
from knowledge.evaluation.slips import slip
from knowledge.retrieval.embedding import EmbeddingModel


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the subcommand."""
    parser = commands.add_parser("eval", help="chấm câu trả lời theo bộ câu hỏi chuẩn")
    parser.add_argument("files", metavar="TỆP.jsonl", type=Path, nargs="+")
    parser.add_argument("--split", choices=("tune", "report"), help="chỉ chấm một phần")
    typed = parser.add_mutually_exclusive_group()
    typed.add_argument("--fold", action="store_true", help="bỏ dấu mọi câu hỏi trước khi hỏi")
    typed.add_argument("--slips", metavar="HẠT", help="gõ sai một từ trong mỗi câu, theo hạt giống")
    parser.add_argument("--faults", action="store_true", help="in cả những câu trả lời sai")
    options.add_index(parser)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Prints the table; the exit status does not depend on the score."""
    assistant = Assistant(options.index_folder(chosen), EmbeddingModel(settings.embedding_model()))
    assistant.warm()
    cases = [case for file in chosen.files for case in golden.read(file)]
    cases = [case for case in cases if chosen.split in (None, case.split)]
    shown = track(cases, description="Hỏi", disable=not sys.stderr.isatty())
    results = scoring.run(
        shown,
        lambda question, day, context: assistant.ask(question, as_of=day, before=context),
        _typed(chosen),
    )
    print(report.table(results))
    if chosen.faults:
        print("\n" + report.faults(results))
    return 0


def _typed(chosen: argparse.Namespace) -> Callable[[str], str]:
    if chosen.slips is not None:
        return lambda question: slip(question, chosen.slips)
    return scoring.without_diacritics if chosen.fold else scoring.as_it_stands
