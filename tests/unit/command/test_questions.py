import csv
import datetime as dt
import json
from pathlib import Path

import pytest

from bot.command.main import main
from knowledge import settings
from knowledge.questions.entry import Note, Reason
from knowledge.questions.record import Record

DAY = dt.date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NTM_TODAY", DAY.isoformat())


@pytest.fixture
def kept() -> Record:
    record = Record.from_settings()
    record.add(Note("=cấp sổ đỏ ở đâu?", Reason.OUT_OF_SCOPE), DAY - dt.timedelta(days=5))
    record.add(Note("Mức thu nhập năm 2026?", Reason.UNKNOWN, "refusal", 0.7), DAY)
    record.add(Note("muc thu nhap nam 2026", Reason.DOUBTFUL, "provision", 0.51), DAY)
    record.add(Note("Mức thu nhập năm 2026?", Reason.UNKNOWN, "refusal", 0.7), DAY)
    record.add(Note("còn 18.1?", Reason.ASKED, "document", 1.0, "document=318/QĐ-TTg"), DAY)
    return record


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["questions", *arguments]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def test_where_nothing_was_kept_it_says_so(capsys: pytest.CaptureFixture[str]):
    assert told(capsys) == "Không có câu hỏi nào được ghi lại.\n"
    assert not settings.questions_file().exists()


@pytest.mark.usefixtures("kept")
def test_they_are_listed_newest_first_with_count_and_outcome(capsys: pytest.CaptureFixture[str]):
    lines = told(capsys).splitlines()
    assert "còn 18.1?  [phải hỏi lại]" in lines[0]
    assert lines[1].strip() == "(document=318/QĐ-TTg)"
    assert "[còn ngờ, tin cậy 0.51]" in lines[2]
    assert "22/11/2026  Mức thu nhập năm 2026?  [kho chưa có, 2 lần]" in lines[3]
    assert "17/11/2026  =cấp sổ đỏ ở đâu?  [ngoài phạm vi]" in lines[4]
    assert lines[-1].startswith("4 câu hỏi, 5 lần hỏi: kho chưa có 2; ngoài phạm vi 1;")


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        (["--since", "2026-11-20"], 3),
        (["--outcome", "unknown"], 1),
        (["--outcome", "unknown", "--outcome", "asked"], 2),
        (["--since", "2026-11-20", "--outcome", "out_of_scope"], 0),
    ],
)
def test_they_can_be_chosen(chosen: list[str], count: int, capsys: pytest.CaptureFixture[str]):
    assert len(json.loads(told(capsys, "--json", *chosen))) == count


@pytest.mark.usefixtures("kept")
def test_those_that_ask_the_same_are_grouped(capsys: pytest.CaptureFixture[str]):
    said = told(capsys, "--group")
    assert said.startswith("3 lần hỏi, 2 cách hỏi:\n")
    assert "muc thu nhap" in said.split("lần hỏi, 1 cách hỏi")[0]


@pytest.mark.usefixtures("kept")
def test_they_are_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    table, lines = tmp_path / "câu hỏi.csv", tmp_path / "questions.jsonl"
    assert "Đã ghi 4 câu hỏi" in told(capsys, "--export", str(table))
    told(capsys, "--export", str(lines))
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    written = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert [row["times"] for row in rows] == ["1", "1", "2", "1"]
    assert [row["question"] for row in written][3] == "=cấp sổ đỏ ở đâu?"
    assert rows[3]["question"] == "'=cấp sổ đỏ ở đâu?", "no spreadsheet runs it"
    assert written[2]["last"] == "2026-11-22"


def test_those_dealt_with_are_hidden_and_then_removed(
    kept: Record, capsys: pytest.CaptureFixture[str]
):
    first, second = (str(entry.id) for entry in kept.entries(DAY)[:2])
    assert "Đã đánh dấu xử lý 2 câu hỏi." in told(capsys, "--done", first, second)
    assert len(json.loads(told(capsys, "--json"))) == 2
    assert ", đã xử lý]" in told(capsys, "--all")
    assert told(capsys, "--clear") == "Đã xóa 2 câu hỏi đã xử lý.\n"
    assert len(json.loads(told(capsys, "--json", "--all"))) == 2


@pytest.mark.usefixtures("kept")
def test_a_number_that_no_question_has_is_told(capsys: pytest.CaptureFixture[str]):
    assert main(["questions", "--done", "99"]) == 1
    assert capsys.readouterr().err == "không có câu hỏi số 99\n"


@pytest.mark.usefixtures("kept")
def test_a_place_that_cannot_be_written_to_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    target = tmp_path / "nowhere" / "a.csv"
    assert main(["questions", "--export", str(target)]) == 1
    assert str(target) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--export", "a.xlsx"], ".csv hoặc .jsonl"),
        (["--since", "hôm qua"], "YYYY-MM-DD"),
        (["--outcome", "lạ"], "lạ"),
        (["--json", "--clear"], "--clear"),
    ],
)
def test_wrong_usage_is_told(
    arguments: list[str], problem: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as stopped:
        main(["questions", *arguments])
    assert stopped.value.code == 2
    assert problem in capsys.readouterr().err


def test_a_file_that_is_no_record_is_told(capsys: pytest.CaptureFixture[str]):
    settings.questions_file().write_text("không phải cơ sở dữ liệu " * 99, encoding="utf-8")
    assert main(["questions"]) == 1
    assert "NTM_QUESTIONS" in capsys.readouterr().err
