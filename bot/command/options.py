"""Options that several subcommands share."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from knowledge import settings


def day(text: str) -> dt.date:
    """A date argument."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' không phải ngày dạng YYYY-MM-DD") from error


def add_documents(parser: argparse.ArgumentParser) -> None:
    """`--documents DIR`, repeatable."""
    parser.add_argument(
        "--documents",
        metavar="DIR",
        type=Path,
        action="append",
        help="thư mục tài liệu (lặp lại được; mặc định: thư mục của kho và NTM_DOCUMENTS)",
    )


def add_index(parser: argparse.ArgumentParser) -> None:
    """`--index DIR`."""
    parser.add_argument(
        "--index", metavar="DIR", type=Path, help="thư mục chỉ mục (mặc định: NTM_INDEX)"
    )


def documents(chosen: argparse.Namespace) -> list[Path]:
    """The folders asked for, or those of the settings."""
    return chosen.documents or settings.document_folders()


def index_folder(chosen: argparse.Namespace) -> Path:
    """The index folder asked for, or that of the settings."""
    return chosen.index or settings.index_folder()
