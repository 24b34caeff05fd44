"""`ntm questions`: what people asked without getting a good answer."""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.command import options
from knowledge import settings
from knowledge.errors import StorageError
from knowledge.questions.entry import Entry, Reason
from knowledge.questions.grouping import groups
from knowledge.questions.record import Record

_REASONS = {
    Reason.UNKNOWN: "kho chưa có",
    Reason.OUT_OF_SCOPE: "ngoài phạm vi",
    Reason.ASKED: "phải hỏi lại",
    Reason.DOUBTFUL: "còn ngờ",
    Reason.DISLIKED: "bị chê (👎)",
    Reason.FAILED: "gặp trục trặc",
}
_FORMATS = (".csv", ".jsonl")


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the subcommand."""
    parser = commands.add_parser("questions", help="xem những câu hỏi chưa được trả lời tốt")
    parser.add_argument(
        "--since", type=options.day, metavar="YYYY-MM-DD", help="chỉ những câu hỏi từ ngày này"
    )
    parser.add_argument(
        "--outcome",
        action="append",
        default=[],
        choices=[reason.value for reason in Reason],
        help="chỉ những câu có kết cục này (lặp lại được)",
    )
    parser.add_argument("--all", action="store_true", help="cả những câu đã xử lý")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--group", action="store_true", help="gộp những câu hỏi giống nhau")
    shown.add_argument("--json", action="store_true", help="in dạng JSON")
    shown.add_argument(
        "--export", type=_exportable, metavar="TỆP", help="ghi ra tệp .csv hoặc .jsonl"
    )
    shown.add_argument(
        "--done", type=int, nargs="+", metavar="SỐ", help="đánh dấu các câu này là đã xử lý"
    )
    shown.add_argument("--clear", action="store_true", help="xóa hẳn những câu đã xử lý")
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace) -> int:
    """Lists, groups, exports, marks or clears."""
    record, today = Record.from_settings(), settings.today()
    if chosen.done:
        missing = record.mark_done(chosen.done, today)
        if missing:
            raise StorageError(f"không có câu hỏi số {', '.join(map(str, missing))}")
        print(f"Đã đánh dấu xử lý {len(chosen.done)} câu hỏi.")
        return 0
    if chosen.clear:
        print(f"Đã xóa {record.clear(today)} câu hỏi đã xử lý.")
        return 0
    entries = record.entries(
        today,
        since=chosen.since,
        reasons=[Reason(value) for value in chosen.outcome],
        done=chosen.all,
    )
    if chosen.export:
        _write(chosen.export, entries)
        print(f"Đã ghi {len(entries)} câu hỏi vào {chosen.export}.")
    elif chosen.json:
        print(json.dumps([entry.as_json() for entry in entries], ensure_ascii=False, indent=1))
    elif not entries:
        print("Không có câu hỏi nào được ghi lại.")
    else:
        print("\n".join(_grouped(entries) if chosen.group else map(_line, entries)))
        print(_total(entries))
    return 0


def _exportable(text: str) -> Path:
    file = Path(text)
    if file.suffix.lower() not in _FORMATS:
        raise argparse.ArgumentTypeError(f"'{text}': tên tệp phải kết thúc bằng .csv hoặc .jsonl")
    return file


def _line(entry: Entry) -> str:
    times = f", {entry.times} lần" if entry.times > 1 else ""
    why = f": {entry.remark.lower()}" if entry.remark else ""
    sure = f", tin cậy {entry.confidence:.2f}" if entry.reason is Reason.DOUBTFUL else ""
    done = ", đã xử lý" if entry.done else ""
    line = (
        f"{entry.id:>5}  {entry.last:%d/%m/%Y}  {entry.question}  "
        f"[{_REASONS[entry.reason]}{why}{sure}{times}{done}]"
    )
    return f"{line}\n{'':19}({entry.context})" if entry.context else line


def _grouped(entries: Sequence[Entry]) -> Iterator[str]:
    for group in groups(entries):
        yield f"{group.times} lần hỏi, {len(group.entries)} cách hỏi:"
        yield from (f"  {line}" for entry in group.entries for line in _line(entry).split("\n"))


def _total(entries: Sequence[Entry]) -> str:
    counts = {reason: sum(e.times for e in entries if e.reason is reason) for reason in Reason}
    told = [f"{_REASONS[reason]} {count}" for reason, count in counts.items() if count]
    return f"\n{len(entries)} câu hỏi, {sum(counts.values())} lần hỏi: {'; '.join(told)}."


def _write(file: Path, entries: Sequence[Entry]) -> None:
    rows = [entry.as_json() for entry in entries]
    if file.suffix.lower() == ".jsonl":
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    else:
        out = io.StringIO()
        writer = csv.DictWriter(out, list(Entry.__dataclass_fields__), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
        # The mark tells spreadsheets that the letters are UTF-8.
        text = "\ufeff" + out.getvalue()
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StorageError(f"không ghi được vào {file}: {error.strerror or error}") from error


def _cell(value: object) -> object:
    """A text that a spreadsheet would run as a formula is shown as the text it is."""
    risky = isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t")
    return f"'{value}" if risky else value
