"""The `ntm` command: reads the arguments and calls one subcommand."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence

from bot.command import (
    add,
    ask,
    bench,
    check,
    eval,
    index,
    questions,
    read,
    serve,
    versions,
    watch,
)
from knowledge.errors import NtmError

_COMMANDS = (index, check, read, add, watch, versions, ask, questions, eval, bench, serve)


def parser() -> argparse.ArgumentParser:
    """The argument parser with every subcommand."""
    top = argparse.ArgumentParser(
        prog="ntm", description="Trợ lý tra cứu quy định xây dựng nông thôn mới."
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="LỆNH")
    for module in _COMMANDS:
        module.register(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Returns:
        The exit status: 0 done, 1 the input is wrong (said on stderr), 2 wrong usage.
    """
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    chosen = parser().parse_args(arguments)
    try:
        return int(chosen.run(chosen))
    except NtmError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
