import datetime as dt
import logging
import sqlite3
import threading
from pathlib import Path

import pytest

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.questions.entry import Reason
from knowledge.questions.record import Record
from knowledge.questions.recorder import Recorder
from knowledge.references.context import Context

DAY = dt.date(2026, 11, 22)
UNKNOWN = Answer(Outcome.UNKNOWN, Kind.REFUSAL, "…", DAY)
GOOD = Answer(Outcome.ANSWERED, Kind.BASIS, "…", DAY, context=Context(subject="Tiêu chí 18?"))


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NTM_TODAY", DAY.isoformat())


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(tmp_path / "questions.db", 90)


@pytest.fixture
def recorder(record: Record) -> Recorder:
    return Recorder(lambda: record)


def test_what_was_not_answered_is_kept_without_persons(recorder: Recorder, record: Record):
    recorder.answered("ông Nguyễn Văn An hỏi gì?", UNKNOWN)
    recorder.answered("Tiêu chí 18?", GOOD)
    recorder.failed("hỏng rồi 0912345678")
    recorder.close()
    kept = [(entry.question, entry.reason) for entry in record.entries(DAY)]
    assert kept == [
        ("hỏng rồi [số điện thoại]", Reason.FAILED),
        ("ông [tên] hỏi gì?", Reason.UNKNOWN),
    ]


def test_a_dislike_is_kept_with_its_cause(recorder: Recorder, record: Record):
    recorder.disliked(GOOD.as_json())
    recorder.disliked(GOOD.as_json(), "Sai nội dung")
    recorder.close()
    (entry,) = record.entries(DAY)
    assert (entry.question, entry.remark, entry.times) == ("Tiêu chí 18?", "Sai nội dung", 1)


def test_a_file_that_cannot_be_used_is_logged_without_the_question(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    (tmp_path / "file").write_text("", encoding="utf-8")
    recorder = Recorder(lambda: Record(tmp_path / "file" / "questions.db", 90))
    recorder.answered("một câu hỏi", UNKNOWN)
    recorder.close()
    (logged,) = caplog.records
    assert logged.levelno == logging.WARNING
    assert "một câu hỏi" not in caplog.text


def test_a_fault_of_its_own_is_logged(caplog: pytest.LogCaptureFixture):
    recorder = Recorder(lambda: 1 / 0)  # type: ignore[arg-type, return-value]
    recorder.failed("một câu hỏi")
    recorder.close()
    assert "ZeroDivisionError" in caplog.text


def test_a_locked_file_delays_nobody_and_loses_nothing(recorder: Recorder, record: Record):
    record.entries(DAY)
    record.file.touch()
    other = sqlite3.connect(record.file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    recorder.answered("trong lúc khóa", UNKNOWN)  # comes back at once: the lock is still held
    other.execute("COMMIT")
    other.close()
    recorder.close()
    assert [entry.question for entry in record.entries(DAY)] == ["trong lúc khóa"]


def test_what_cannot_wait_any_more_is_dropped_and_logged(
    record: Record, caplog: pytest.LogCaptureFixture
):
    go_on = threading.Event()

    def slow() -> Record:
        go_on.wait()
        return record

    recorder = Recorder(slow)
    for turn in range(250):
        recorder.answered(f"câu {turn}", UNKNOWN)
    go_on.set()
    recorder.close()
    assert len(record.entries(DAY)) == 200
    assert len(caplog.records) == 50
