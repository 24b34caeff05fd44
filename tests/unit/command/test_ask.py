import json
from pathlib import Path
from typing import Any

import pytest

from bot.command.main import main
from tests.unit.builders import NEW, OLD, flip_byte

WHO_SIGNED = f"Ai ký Quyết định {NEW}?"
STILL_VALID = f"Quyết định {OLD} còn hiệu lực không?"


class Batch:
    """A file of questions and the file of their answers."""

    def __init__(self, folder: Path):
        self.source, self.target = folder / "questions.jsonl", folder / "answers.jsonl"

    def write(self, *lines: str) -> None:
        self.source.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(self, *options: str) -> int:
        return main(["ask", "--batch", str(self.source), "--out", str(self.target), *options])

    @property
    def answers(self) -> list[dict[str, Any]]:
        lines = self.target.read_text(encoding="utf-8").split("\n")
        assert lines.pop() == ""
        return [json.loads(line) for line in lines]


@pytest.fixture
def batch(served: Path, tmp_path: Path) -> Batch:
    return Batch(tmp_path)


@pytest.mark.usefixtures("served")
def test_the_answer_is_printed(capsys: pytest.CaptureFixture[str]):
    assert main(["ask", WHO_SIGNED]) == 0
    said = capsys.readouterr()
    assert "Trần Thị Mới" in said.out
    assert said.err == ""


@pytest.mark.usefixtures("served")
def test_the_answer_is_printed_as_json(capsys: pytest.CaptureFixture[str]):
    assert main(["ask", "Ai quy định mức thu gom rác thải?", "--json"]) == 0
    said = capsys.readouterr().out
    answer = json.loads(said)
    assert (answer["outcome"], answer["abstained"]) == ("answered", False)
    assert answer["text"].startswith("Ủy ban nhân dân cấp tỉnh quy định")
    assert answer["citations"][0]["document"] == NEW
    assert answer["as_of"] == "2018-06-30"
    assert "Ủy ban" in said  # letters, not escapes


@pytest.mark.usefixtures("served")
def test_the_answer_is_that_of_the_day_asked_for(capsys: pytest.CaptureFixture[str]):
    said = {}
    for day in ("2015-01-01", "2017-01-01"):
        assert main(["ask", STILL_VALID, "--json", "--as-of", day]) == 0
        said[day] = json.loads(capsys.readouterr().out)
        assert said[day]["as_of"] == day
    assert NEW not in said["2015-01-01"]["text"]
    assert NEW in said["2017-01-01"]["text"]


def test_the_index_can_be_chosen(
    served: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("NTM_INDEX", str(tmp_path / "nowhere"))
    assert main(["ask", WHO_SIGNED]) == 1
    assert "make index" in capsys.readouterr().err
    assert main(["ask", WHO_SIGNED, "--index", str(served)]) == 0


def test_a_damaged_index_is_told(served: Path, capsys: pytest.CaptureFixture[str]):
    (version,) = (served / "versions").iterdir()
    flip_byte(version / "corpus.json")
    assert main(["ask", WHO_SIGNED]) == 1
    said = capsys.readouterr()
    assert "corpus.json" in said.err
    assert said.out == ""


def test_every_line_of_a_batch_is_answered_in_order(
    batch: Batch, capsys: pytest.CaptureFixture[str]
):
    questions = [WHO_SIGNED, "xin chào", "Cán bộ xã cần bằng cấp gì?", "", WHO_SIGNED]
    batch.write(*(json.dumps({"question": question}) for question in questions))
    assert batch.run() == 0
    assert [answer["question"] for answer in batch.answers] == questions
    assert all(answer["ms"] >= 0 for answer in batch.answers)
    assert all(answer["as_of"] == "2018-06-30" for answer in batch.answers)
    assert batch.answers[0]["text"] == batch.answers[4]["text"]
    assert "Trần Thị Mới" in batch.answers[0]["text"]
    assert "Đã trả lời 5 câu hỏi" in capsys.readouterr().out


def test_a_line_may_have_a_day_of_its_own(batch: Batch):
    batch.write(
        json.dumps({"question": STILL_VALID, "as_of": "2015-01-01"}),
        json.dumps({"question": STILL_VALID, "as_of": ""}),
        json.dumps({"question": STILL_VALID, "as_of": None, "note": "bỏ qua"}),
    )
    assert batch.run("--as-of", "2017-01-01") == 0
    days = [answer["as_of"] for answer in batch.answers]
    assert days == ["2015-01-01", "2017-01-01", "2017-01-01"]
    assert batch.answers[0]["text"] != batch.answers[1]["text"] == batch.answers[2]["text"]


def test_no_question_leans_on_the_one_before_it(batch: Batch):
    batch.write(*(json.dumps({"question": q}) for q in (WHO_SIGNED, "ai ký?")))
    batch.run()
    assert "Trần Thị Mới" not in batch.answers[1]["text"]


def test_empty_lines_are_passed_over(batch: Batch):
    batch.write("", json.dumps({"question": WHO_SIGNED}), "  ", "")
    assert batch.run() == 0
    assert len(batch.answers) == 1


def test_an_empty_batch_has_no_answers(batch: Batch):
    batch.write("")
    assert batch.run() == 0
    assert batch.answers == []


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "Ai ký?",
        '"Ai ký?"',
        "[]",
        "5",
        "null",
        "{}",
        '{"câu hỏi": "Ai ký?"}',
        '{"question": "Ai ký?", "as_of": "30/6/2018"}',
        '{"question": "Ai ký?", "as_of": 2018}',
    ],
)
def test_a_broken_line_is_named_and_nothing_is_answered(
    broken: str, batch: Batch, capsys: pytest.CaptureFixture[str]
):
    good = json.dumps({"question": WHO_SIGNED})
    batch.write(good, "", broken, good)
    batch.target.write_text("như cũ", encoding="utf-8")
    assert batch.run() == 1
    said = capsys.readouterr()
    assert said.err.startswith(f"{batch.source}:3: ")
    assert '{"question": "…"' in said.err
    assert said.out == ""
    assert batch.target.read_text(encoding="utf-8") == "như cũ"


def test_a_batch_that_cannot_be_read_is_named(batch: Batch, capsys: pytest.CaptureFixture[str]):
    assert batch.run() == 1
    assert str(batch.source) in capsys.readouterr().err
    batch.source.write_bytes("câu hỏi".encode("utf-16"))
    assert batch.run() == 1
    assert str(batch.source) in capsys.readouterr().err
    assert not batch.target.exists()


def test_a_batch_without_an_index_answers_nothing(
    batch: Batch, served: Path, capsys: pytest.CaptureFixture[str]
):
    (served / "current").unlink()
    batch.write(json.dumps({"question": WHO_SIGNED}))
    assert batch.run() == 1
    assert "make index" in capsys.readouterr().err
    assert not batch.target.exists()


def test_a_place_that_cannot_be_written_to_is_told(
    batch: Batch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    batch.write(json.dumps({"question": WHO_SIGNED}))
    batch.target = tmp_path / "nowhere" / "answers.jsonl"
    assert batch.run() == 1
    assert str(batch.target) in capsys.readouterr().err


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85"])
def test_a_line_ends_only_where_jsonl_ends_it(batch: Batch, character: str):
    question = f"Ai ký{character}Quyết định {NEW}?"
    batch.write(json.dumps({"question": question}, ensure_ascii=False))
    assert batch.run() == 0
    assert [answer["question"] for answer in batch.answers] == [question]


@pytest.mark.parametrize("question", ["null", "5", "[]", "{}"])
def test_a_question_is_a_text(batch: Batch, question: str):
    batch.write(f'{{"question": {question}}}')
    assert batch.run() == 1
