"""`ntm ask`: one question, or a file of them."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from rich.progress import track

from bot.command import options
from knowledge import settings
from knowledge.assistant import Assistant
from knowledge.errors import DocumentError
from knowledge.retrieval.embedding import EmbeddingModel


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the subcommand."""
    parser = commands.add_parser("ask", help="hỏi một câu, hoặc cả một tệp câu hỏi")
    parser.add_argument("question", nargs="?", metavar="CÂU_HỎI")
    parser.add_argument("--json", action="store_true", help="in câu trả lời dạng JSON")
    parser.add_argument(
        "--as-of", type=options.day, metavar="YYYY-MM-DD", help="trả lời cho ngày này"
    )
    parser.add_argument("--batch", type=Path, metavar="TỆP.jsonl", help="mỗi dòng một câu hỏi")
    parser.add_argument("--out", type=Path, metavar="TỆP.jsonl", help="nơi ghi kết quả của --batch")
    options.add_index(parser)
    parser.set_defaults(run=run, parser=parser)


def run(chosen: argparse.Namespace) -> int:
    """Answers the question, or every line of the batch."""
    if (chosen.question is None) == (chosen.batch is None):
        chosen.parser.error("cần đúng một trong hai: CÂU_HỎI hoặc --batch")
    if (chosen.batch is None) != (chosen.out is None):
        chosen.parser.error("--batch và --out đi cùng nhau")
    assistant = Assistant(options.index_folder(chosen), EmbeddingModel(settings.embedding_model()))
    if chosen.batch:
        return _batch(assistant, chosen.batch, chosen.out, chosen.as_of)
    answer = assistant.ask(chosen.question, as_of=chosen.as_of)
    if chosen.json:
        print(json.dumps(answer.as_json(), ensure_ascii=False, indent=1))
    else:
        print(answer.text)
    return 0


def _batch(assistant: Assistant, source: Path, target: Path, as_of: dt.date | None) -> int:
    rows = list(_read(source))
    assistant.warm()
    with _writable(target) as out:
        for row in track(rows, description="Trả lời", disable=not sys.stderr.isatty()):
            start = time.perf_counter()
            answer = assistant.ask(row["question"], as_of=row["as_of"] or as_of)
            spent = (time.perf_counter() - start) * 1000
            value = answer.as_json() | {"question": row["question"], "ms": round(spent, 2)}
            out.write(json.dumps(value, ensure_ascii=False) + "\n")
    print(f"Đã trả lời {len(rows)} câu hỏi, ghi vào {target}.")
    return 0


def _writable(target: Path) -> TextIO:
    try:
        return target.open("w", encoding="utf-8")
    except OSError as error:
        raise DocumentError(target, f"không ghi được: {error.strerror}") from error


def _read(source: Path) -> Iterator[dict[str, Any]]:
    """The lines of a batch; each must be an object with a question."""
    try:
        lines = source.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(source, f"không đọc được: {error}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            question = row["question"]
            if not isinstance(question, str):
                raise TypeError("question")
            day = dt.date.fromisoformat(row["as_of"]) if row.get("as_of") else None
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise DocumentError(
                source,
                'mỗi dòng phải là {"question": "…", "as_of": "YYYY-MM-DD"} (as_of có thể bỏ)',
                line=number,
            ) from error
        yield {"question": question, "as_of": day}
