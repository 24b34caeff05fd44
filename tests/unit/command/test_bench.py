import json
from pathlib import Path

import pytest

from bot.command.main import main

TITLES = {"dat": "Thu hồi đất", "rung": "Giao rừng", "honnhan": "Điều kiện ly hôn"}
QUERIES = {"1": "khi nào bị thu hồi đất", "2": "giao rừng cho ai", "3": "vợ chồng bỏ nhau"}


@pytest.fixture
def folder(served: Path, tmp_path: Path) -> Path:
    made = tmp_path / "beir"
    made.mkdir()
    corpus = [
        {"_id": key, "title": title, "text": f"{title}: quy định."} for key, title in TITLES.items()
    ]
    queries = [{"_id": key, "text": text} for key, text in QUERIES.items()]
    for name, rows in (("corpus.jsonl", corpus), ("queries.jsonl", queries)):
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (made / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    judged = [f"{query}\t{key}\t1\n" for query, key in zip(QUERIES, TITLES, strict=True)]
    header = "query-id\tcorpus-id\tscore\n"
    (made / "qrels.tsv").write_text(header + "".join(judged), encoding="utf-8")
    return made


def test_every_combination_of_parts_is_a_row(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["bench", "retrieval", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "3 câu hỏi, 3 tài liệu" in out
    for row in (
        "| lexical |",
        "| dense |",
        "| lexical + dense |",
        "| lexical + dense + rerank |",
    ):
        assert row in out
    assert "so với lexical" in out


@pytest.mark.parametrize("options", [[], ["--fold-queries"], ["--parts", "lexical"]])
def test_json_has_the_figures_at_the_top(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str]
):
    assert main(["bench", "retrieval", str(folder), "--json", *options]) == 0
    value = json.loads(capsys.readouterr().out)
    assert {"R@1", "R@10", "MRR@10", "ms"} <= set(value)
    assert value["R@10"] == pytest.approx(1 if not options or "--fold" in options[0] else 2 / 3)
    assert value["queries"] == 3


def test_the_results_are_written_in_the_form_of_trec(folder: Path, tmp_path: Path):
    file = tmp_path / "run.txt"
    assert main(["bench", "retrieval", str(folder), "--parts", "lexical", "--run", str(file)]) == 0
    rows = [line.split() for line in file.read_text(encoding="utf-8").splitlines()]
    assert rows[0] == ["1", "Q0", "dat", "1", "1.000000", "lexical"]
    assert all(len(row) == 6 for row in rows)


def test_a_part_that_there_is_not_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]):
    for wrong in ("phép", "reranker"):
        with pytest.raises(SystemExit):
            main(["bench", "retrieval", str(folder), "--parts", wrong])
    assert "phép" in capsys.readouterr().err


def test_a_broken_folder_is_told_on_stderr(folder: Path, capsys: pytest.CaptureFixture[str]):
    (folder / "qrels.tsv").write_text("x\n", encoding="utf-8")
    assert main(["bench", "retrieval", str(folder)]) == 1
    assert "qrels.tsv:1" in capsys.readouterr().err
