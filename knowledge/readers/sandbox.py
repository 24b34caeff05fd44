"""Runs a parser in a process of its own with bounded time and memory."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from knowledge.readers import blocks, errors
from knowledge.readers.errors import BrokenFileError, TooLargeError, UnreadableFileError
from knowledge.readers.limits import Limits
from knowledge.readers.sniffing import Format
from knowledge.settings import ROOT


def parse(file: Path, format: Format, limits: Limits) -> blocks.Content:
    """Content of a file.

    Raises:
        UnreadableFileError: in one of its kinds.
    """
    with tempfile.TemporaryDirectory(prefix="ntm-read-") as folder:
        out = Path(folder) / "blocks.json"
        bounds = json.dumps(dataclasses.asdict(limits))
        command = [sys.executable, "-m", "knowledge.readers.worker", format.value]
        process = subprocess.Popen(
            [*command, str(file.resolve()), str(out), bounds],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": folder},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(limits.seconds)
        except subprocess.TimeoutExpired as error:
            raise TooLargeError(
                file,
                f"đọc quá {limits.seconds} giây vẫn chưa xong nên dừng lại; "
                "hãy tách nhỏ tệp, hoặc mở bằng Word rồi lưu thành .docx",
            ) from error
        finally:
            # The whole group: LibreOffice starts children of its own.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        return _result(file, out)


def _result(file: Path, out: Path) -> blocks.Content:
    if not out.exists():
        raise BrokenFileError(
            file,
            "tệp hỏng, hoặc cần nhiều bộ nhớ hơn mức cho phép; "
            "hãy tải lại, hoặc mở bằng Word/trình đọc PDF rồi lưu lại",
        )
    answer = json.loads(out.read_text(encoding="utf-8"))
    if "error" in answer:
        kind = getattr(errors, answer["error"], UnreadableFileError)
        refusal: UnreadableFileError = kind(file, answer["problem"])
        raise refusal
    return blocks.Content(blocks.unpack(answer["blocks"]), tuple(answer["warnings"]))
