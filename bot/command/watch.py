"""`ntm watch`: follows the folders and builds when something changes."""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
import sys
from pathlib import Path

from bot.command import options
from knowledge.indexing.following import follow


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the subcommand."""
    parser = commands.add_parser("watch", help="theo dõi thư mục tài liệu, tự dựng khi có thay đổi")
    options.add_documents(parser)
    options.add_index(parser)
    parser.add_argument("--every", type=float, default=2.0, metavar="GIÂY", help="mặc định: 2")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Follows until stopped; a build that fails leaves the serving version as it is."""
    folders, target = options.documents(chosen), options.index_folder(chosen)
    command = [sys.executable, "-m", "bot.command.main", "index", "--if-changed"]
    command += ["--index", str(target)]
    for folder in folders:
        command += ["--documents", str(folder)]
    _say("theo dõi " + ", ".join(map(str, folders)))
    follow(folders, lambda: _build(command, target), every=chosen.every)
    return 0


def _build(command: list[str], target: Path) -> bool:
    """Builds in a process of its own: whatever happens to it, the watcher goes on."""
    status = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode
    _say("xong" if status == 0 else f"không dựng được (mã {status}); {target} giữ nguyên")
    return status == 0


def _say(what: str) -> None:
    print(f"{dt.datetime.now():%H:%M:%S} {what}", flush=True)
