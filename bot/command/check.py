"""`ntm check`: validates the knowledge folders without building anything."""

from __future__ import annotations

import argparse
import sys

from bot.command import options
from knowledge import settings
from knowledge.corpus.coverage import coverage
from knowledge.errors import FolderError
from knowledge.indexing.build import checked_corpus, parsed_before


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the subcommand."""
    parser = commands.add_parser("check", help="kiểm tra các thư mục tài liệu")
    options.add_documents(parser)
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Prints every error with file, line and field, or what the folders cover."""
    try:
        parsed = parsed_before(settings.index_folder())
        corpus = checked_corpus(options.documents(chosen), parsed)
    except FolderError as error:
        print(error, file=sys.stderr)
        print(f"Có {len(error.errors)} lỗi; chỉ mục đang dùng không thay đổi.", file=sys.stderr)
        return 1
    print(coverage(corpus))
    for problem in (*corpus.refused, *corpus.notes):
        print(f"Lưu ý: {problem}", file=sys.stderr)
    return 1 if corpus.refused else 0
