import json
from pathlib import Path

import pytest

from bot.command.main import main
from tests.unit.builders import NEW

QUESTION = {
    "id": "g1",
    "kind": 3,
    "style": "plain",
    "split": "tune",
    "question": f"Ai ký Quyết định {NEW}?",
    "expect": {"outcome": "answered", "documents": [NEW]},
}


@pytest.fixture
def golden(tmp_path: Path) -> str:
    file = tmp_path / "golden.jsonl"
    file.write_text(json.dumps(QUESTION, ensure_ascii=False) + "\n", encoding="utf-8")
    return str(file)


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("options", [[], ["--fold"], ["--slips", "a"], ["--split", "tune"]])
def test_the_share_of_right_answers_is_printed(
    golden: str, options: list[str], capsys: pytest.CaptureFixture[str]
):
    assert main(["eval", golden, *options]) == 0
    assert "1/1 = 100.0%" in capsys.readouterr().out


@pytest.mark.usefixtures("served")
def test_two_ways_of_typing_at_once_are_refused(golden: str):
    with pytest.raises(SystemExit):
        main(["eval", golden, "--fold", "--slips", "a"])


@pytest.mark.usefixtures("served")
def test_a_line_that_is_no_question_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "golden.jsonl"
    file.write_text('{"id": "g1"}\n', encoding="utf-8")
    assert main(["eval", str(file)]) == 1
    assert "golden.jsonl:1" in capsys.readouterr().err
