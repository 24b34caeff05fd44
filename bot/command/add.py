"""`ntm add`: copies original files into the knowledge folder."""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from bot.command.read import described
from knowledge import settings
from knowledge.corpus.detection import from_read, limits
from knowledge.corpus.folder import checksum, files_of
from knowledge.corpus.merging import beside
from knowledge.corpus.original import Original
from knowledge.corpus.originals import SUFFIXES, is_original
from knowledge.errors import DocumentError, NtmError, StorageError
from knowledge.readers import read

ORIGINALS = "originals"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the subcommand."""
    parser = commands.add_parser("add", help="đưa tệp gốc vào kho")
    parser.add_argument("files", metavar="TỆP", type=Path, nargs="+")
    parser.add_argument("--to", metavar="DIR", type=Path, help="thư mục nhận tệp")
    parser.set_defaults(run=run)


def target_folder(chosen: Path | None = None) -> Path:
    """Where files are added: the office's first own folder, else `originals` of the shipped one."""
    if chosen:
        return chosen
    shipped, *own = settings.document_folders()
    return own[0] if own else shipped / ORIGINALS


def run(chosen: argparse.Namespace) -> int:
    """Adds the files that can be read; 1 if any cannot."""
    target = target_folder(chosen.to)
    added = [_add(file, target) for file in chosen.files]
    if any(added):
        print("Trợ lý trả lời theo tệp mới sau lần dựng tới: 'ntm watch' hoặc 'ntm index'.")
    return 0 if all(added) else 1


def _add(file: Path, target: Path) -> bool:
    try:
        if file.suffix.lower() not in {*SUFFIXES, ".md"}:
            raise DocumentError(file, f"chỉ nhận {', '.join(sorted(SUFFIXES))} và .md")
        found = read(file, limits())
        if not is_original(file):
            raise DocumentError(
                file, "không giống văn bản (không có số hiệu, Điều, phụ lục); chưa đưa vào kho"
            )
        original = from_read(found)
        same = _same_content(file, target)
        if same:
            print(f"{file}: đã có trong kho ({same}).")
            return True
        _check_name(target / file.name, original)
        copy = _copy(file, target)
    except NtmError as error:
        print(error, file=sys.stderr)
        return False
    print(f"Đã đưa {file.name} vào {copy.parent}:")
    print("\n".join(f"  {line}" for line in described(found)))
    if original.part_only:
        print(f"  Đây là phụ lục của {original.number}; được ghép vào văn bản đó.")
    elif not original.number:
        print("  Chưa dùng được: tệp không nêu số hiệu.")
    print(f"  Nếu có chỗ chưa đúng: ghi lại trong {beside(copy)}, ví dụ 'number: …', 'signed: …'.")
    return True


def _same_content(file: Path, target: Path) -> Path | None:
    size, digest = file.stat().st_size, checksum(file)
    there: Iterable[Path] = files_of(target) if target.is_dir() else ()
    return next(
        (known for known in there if known.stat().st_size == size and checksum(known) == digest),
        None,
    )


def _check_name(there: Path, original: Original) -> None:
    """Refuses to put a document over another one that happens to have the same file name."""
    if not there.exists():
        return
    try:
        known = from_read(read(there, limits())).number
    except NtmError:
        return  # what cannot be read is no loss
    if known != original.number:
        raise DocumentError(
            there,
            f"đã có tệp cùng tên, của {known or 'văn bản không rõ số hiệu'}, còn tệp mới là của "
            f"{original.number or 'văn bản không rõ số hiệu'}; đổi tên tệp mới rồi đưa vào lại",
        )


def _copy(file: Path, target: Path) -> Path:
    """Copies aside and renames: a build never sees half a file."""
    copy = target / file.name
    fresh = target / f".{file.name}.{os.getpid()}"
    try:
        target.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, fresh)
        fresh.replace(copy)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise StorageError(f"không ghi được vào {target}: {error.strerror or error}") from error
    return copy
