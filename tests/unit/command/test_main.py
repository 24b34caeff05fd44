import sys
from pathlib import Path

import pytest

from bot.command.main import main


class Interrupted:
    """A terminal on which Ctrl-C is pressed as soon as something is printed."""

    def write(self, _text: str) -> None:
        raise KeyboardInterrupt


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    said = capsys.readouterr().out
    assert all(command in said for command in ("index", "check", "ask"))


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["build"],
        ["ask"],
        ["ask", "câu hỏi", "--batch", "a.jsonl", "--out", "b.jsonl"],
        ["ask", "--batch", "a.jsonl"],
        ["ask", "câu hỏi", "--out", "b.jsonl"],
        ["ask", "câu hỏi", "--as-of", "30/6/2018"],
        ["check", "--unknown"],
        ["index", "--documents"],
    ],
)
def test_wrong_usage_is_status_2_and_does_nothing(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: ntm" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_day_that_is_none_is_told(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["ask", "câu hỏi", "--as-of", "2018-02-30"])
    assert "'2018-02-30' không phải ngày dạng YYYY-MM-DD" in capsys.readouterr().err


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("name", ["NTM_TODAY"])
def test_a_setting_that_cannot_be_used_is_told(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv(name, "hôm nay")
    assert main(["ask", "xin chào"]) == 1
    assert f"{name}: 'hôm nay'" in capsys.readouterr().err


def test_ctrl_c_is_status_130(documents: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdout", Interrupted())
    assert main(["check", "--documents", str(documents)]) == 130
