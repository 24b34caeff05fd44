"""`ntm versions` and `ntm rollback`: what versions there are, and going back to one."""

from __future__ import annotations

import argparse

from bot.command import options
from knowledge import settings
from knowledge.errors import IndexUnusableError
from knowledge.indexing.rollback import roll_back
from knowledge.indexing.versions import VersionStore
from knowledge.retrieval.embedding import EmbeddingModel


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds both subcommands."""
    parser = commands.add_parser("versions", help="liệt kê các phiên bản chỉ mục")
    options.add_index(parser)
    parser.set_defaults(run=run)
    back = commands.add_parser("rollback", help="quay lại một phiên bản chỉ mục trước")
    back.add_argument("version", nargs="?", metavar="PHIÊN_BẢN", help="mặc định: bản liền trước")
    options.add_index(back)
    back.set_defaults(run=run_rollback)


def run(chosen: argparse.Namespace) -> int:
    """Lists the versions, oldest first; `*` is the one that serves."""
    store = VersionStore(options.index_folder(chosen))
    current = store.current()
    for name in store.names():
        mark = "*" if name == current else " "
        try:
            _, manifest = store.verified(name)
        except IndexUnusableError as error:
            print(f"{mark} {name}  HỎNG: {error}")
            continue
        counts = manifest.counts
        print(
            f"{mark} {name}  dựng {manifest.built}, {counts['documents']} văn bản, "
            f"{counts['tables']} bảng, {counts['passages']} đoạn, {manifest.model}"
        )
    return 0


def run_rollback(chosen: argparse.Namespace) -> int:
    """Switches to an earlier version after loading it."""
    model = EmbeddingModel(settings.embedding_model())
    name = roll_back(options.index_folder(chosen), model, chosen.version)
    print(
        f"Đang dùng phiên bản {name}. Lần dựng tới ('ntm index', hoặc 'ntm watch' khi tài liệu "
        "đổi) sẽ thay phiên bản này."
    )
    return 0
