"""`ntm serve`: the whole system until it is stopped."""

from __future__ import annotations

import argparse

from bot import serve


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the subcommand."""
    parser = commands.add_parser(
        "serve", help="chạy Rasa, máy chủ hành động và Telegram (nếu có mã bot)"
    )
    parser.set_defaults(run=run)


def run(_chosen: argparse.Namespace) -> int:
    """Runs until Ctrl-C or SIGTERM."""
    return serve.main()
