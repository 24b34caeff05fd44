"""`ntm index`: builds an index version and switches to it."""

from __future__ import annotations

import argparse
import sys

from bot.command import options
from knowledge import settings
from knowledge.indexing.build import build, is_current
from knowledge.retrieval.embedding import EmbeddingModel


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the subcommand."""
    parser = commands.add_parser("index", help="dựng chỉ mục từ các thư mục tài liệu")
    options.add_documents(parser)
    options.add_index(parser)
    parser.add_argument(
        "--if-changed", action="store_true", help="chỉ dựng khi tài liệu, mô hình hoặc mã thay đổi"
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Builds; the serving version is untouched if anything is wrong."""
    folders, target = options.documents(chosen), options.index_folder(chosen)
    model = EmbeddingModel(settings.embedding_model())
    if chosen.if_changed and is_current(folders, target, model):
        print("Chỉ mục đã khớp với tài liệu, không cần dựng lại.")
        return 0
    manifest = build(
        folders,
        target,
        model,
        report=lambda step: print(f"· {step}", file=sys.stderr),
        progress=sys.stderr.isatty(),
    )
    counts = manifest.counts
    print(
        f"Đã dựng phiên bản {manifest.name}: {counts['documents']} văn bản và bài báo, "
        f"{counts['tables']} bảng tiêu chí, {counts['passages']} đoạn."
    )
    return 0
