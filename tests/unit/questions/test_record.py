import datetime as dt
import multiprocessing
from pathlib import Path

import pytest

from knowledge.errors import StorageError
from knowledge.questions.entry import Note, Reason
from knowledge.questions.record import Record

DAY = dt.date(2026, 11, 22)


def note(question: str = "Ai cấp sổ đỏ?", reason: Reason = Reason.UNKNOWN, **fields) -> Note:
    return Note(question, reason, **fields)


def days(number: int) -> dt.timedelta:
    return dt.timedelta(days=number)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(tmp_path / "sub" / "questions.db", retention_days=90)


def questions(record: Record, **chosen) -> list[str]:
    return [entry.question for entry in record.entries(DAY, **chosen)]


def test_nothing_is_listed_and_no_file_made_where_nothing_was_kept(record: Record):
    assert record.entries(DAY) == []
    assert record.mark_done([1], DAY) == [1]
    assert record.clear(DAY) == 0
    assert not record.file.exists()


def test_what_is_kept_is_listed_newest_first(record: Record):
    for turn, text in enumerate(("một", "hai", "ba")):
        record.add(note(text), DAY - days(2 - turn))
    assert questions(record) == ["ba", "hai", "một"]


def test_equal_questions_are_counted(record: Record):
    record.add(note("Ai cấp sổ đỏ?"), DAY - days(3))
    record.add(note("ai cap  so do?", confidence=0.4), DAY)
    (entry,) = record.entries(DAY)
    assert (entry.times, entry.first, entry.last) == (2, DAY - days(3), DAY)
    assert entry.question == "Ai cấp sổ đỏ?"
    assert entry.confidence == 0.4


@pytest.mark.parametrize(
    "other", [note(reason=Reason.DISLIKED), note(context="criterion=18"), note("Ai cấp sổ hồng?")]
)
def test_questions_that_differ_are_two(record: Record, other: Note):
    record.add(note(), DAY)
    record.add(other, DAY)
    assert [entry.times for entry in record.entries(DAY)] == [1, 1]


def test_they_can_be_chosen_by_day_and_reason(record: Record):
    record.add(note("cũ"), DAY - days(9))
    record.add(note("mới"), DAY)
    record.add(note("chê", Reason.DISLIKED), DAY)
    assert questions(record, since=DAY - days(1)) == ["chê", "mới"]
    assert questions(record, reasons=[Reason.UNKNOWN]) == ["mới", "cũ"]


@pytest.mark.parametrize("age", [90, 91])
def test_what_is_too_old_is_removed_by_listing(record: Record, age: int):
    record.add(note(), DAY - days(age))
    assert len(record.entries(DAY)) == (age == 90)


def test_what_is_too_old_is_removed_from_the_file_by_writing(record: Record):
    record.add(note("bí mật của ngày xưa"), DAY - days(91))
    record.add(note("mới"), DAY)
    assert "bí mật".encode() not in record.file.read_bytes()


def test_what_was_dealt_with_is_hidden_and_can_be_removed(record: Record):
    record.add(note("một"), DAY)
    record.add(note("hai"), DAY)
    (first,) = [entry.id for entry in record.entries(DAY) if entry.question == "một"]
    assert record.mark_done([first, 77], DAY) == [77]
    assert questions(record) == ["hai"]
    assert [entry.done for entry in record.entries(DAY, done=True)] == [False, True]
    assert record.clear(DAY) == 1
    assert questions(record, done=True) == ["hai"]


def test_what_was_dealt_with_and_is_asked_again_is_open_again(record: Record):
    record.add(note(), DAY)
    record.mark_done([entry.id for entry in record.entries(DAY)], DAY)
    record.add(note(), DAY)
    assert [(entry.times, entry.done) for entry in record.entries(DAY)] == [(2, False)]


def test_the_cause_of_a_dislike_is_added(record: Record):
    record.add(note(reason=Reason.DISLIKED), DAY)
    record.explain(note(reason=Reason.DISLIKED), "Sai nội dung", DAY)
    (entry,) = record.entries(DAY)
    assert (entry.remark, entry.times) == ("Sai nội dung", 1)


def test_the_file_is_for_its_owner_alone(record: Record):
    record.add(note(), DAY)
    assert record.file.stat().st_mode & 0o077 == 0


def test_a_file_that_is_no_record_is_told(tmp_path: Path):
    file = tmp_path / "questions.db"
    file.write_text("đây là một bức thư dài, không phải cơ sở dữ liệu. " * 50, encoding="utf-8")
    with pytest.raises(StorageError, match=r"questions\.db.*NTM_QUESTIONS"):
        Record(file, 90).entries(DAY)


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match="NTM_QUESTIONS"):
        Record(tmp_path / "file" / "questions.db", 90).add(note(), DAY)


def _write(file: Path, process: int) -> None:
    for turn in range(10):
        Record(file, 90).add(note("chung"), DAY)
        Record(file, 90).add(note(f"riêng {process} {turn}"), DAY)


def test_several_processes_write_at_once(record: Record):
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(record.file, turn)) for turn in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    entries = record.entries(DAY)
    assert len(entries) == 31
    assert sum(entry.times for entry in entries) == 60
