"""`ntm bench retrieval`: scores the search on a corpus in BEIR form."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from rich.progress import track

from knowledge import settings
from knowledge.evaluation import beir, search
from knowledge.evaluation.search import LEXICAL, PARTS, Run
from knowledge.retrieval.embedding import EmbeddingModel

_HEADER = "| phần | R@1 | so với lexical (95%) | R@10 | MRR@10 | ms |\n|---|---|---|---|---|---|"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the subcommand."""
    bench = commands.add_parser("bench", help="đo chất lượng và tốc độ")
    kinds = bench.add_subparsers(dest="kind", required=True, metavar="VIỆC")
    parser = kinds.add_parser("retrieval", help="chấm việc tìm trên một kho dạng BEIR")
    parser.add_argument(
        "folder",
        metavar="DIR",
        type=Path,
        help="thư mục có corpus.jsonl[.gz], queries.jsonl và qrels.tsv",
    )
    parser.add_argument("--json", action="store_true", help="in kết quả dạng JSON")
    parser.add_argument("--fold-queries", action="store_true", help="bỏ dấu câu hỏi trước khi tìm")
    parser.add_argument(
        "--parts",
        metavar="PHẦN",
        type=parts,
        help="chỉ đo phần này: lexical; dense; lexical,dense là gộp điểm của hai phần; thêm "
        ",rerank là xếp hạng lại (mặc định: đo cả bốn cách)",
    )
    parser.add_argument(
        "--run",
        metavar="TỆP",
        type=Path,
        dest="trec",
        help="ghi kết quả từng câu hỏi theo dạng TREC",
    )
    parser.set_defaults(run=run)


def parts(text: str) -> str:
    """The `--parts` argument, one of `PARTS`."""
    named = {part.strip() for part in text.split(",")} - {"fusion", ""}
    known = {frozenset(key.split(",")): key for key in PARTS}
    if frozenset(named) not in known:
        raise argparse.ArgumentTypeError(f"không có phần '{text}'")
    return known[frozenset(named)]


def run(chosen: argparse.Namespace) -> int:
    """Prints the figures of every combination of parts, or of the one asked for."""
    shown = sys.stderr.isatty()
    test = beir.read(chosen.folder)
    model = EmbeddingModel(settings.embedding_model())
    retriever = search.retriever_of(test.passages, model)

    def progress(queries: Iterable[str]) -> Iterable[str]:
        return track(list(queries), description="Tìm", disable=not shown)

    runs = [
        search.run(retriever, test, each, fold=chosen.fold_queries, track=progress)
        for each in ([chosen.parts] if chosen.parts else PARTS)
    ]
    if chosen.trec:
        search.write_trec(runs[-1], chosen.trec)
    if chosen.json:
        print(json.dumps(as_json(runs, test), ensure_ascii=False, indent=1))
    else:
        print(table(runs, test))
    return 0


def as_json(runs: Sequence[Run], test: beir.TestSet) -> dict[str, Any]:
    """The figures of the last run, which is the search that serves, and those of every run."""
    value: dict[str, Any] = _row(runs[-1], runs, test)
    value |= {"queries": len(test.queries), "documents": len(test.passages)}
    value["parts"] = {each.parts: _row(each, runs, test) for each in runs}
    return value


def table(runs: Sequence[Run], test: beir.TestSet) -> str:
    """The figures as a Markdown table; the last row is the search that serves."""
    lines = [f"{len(test.queries)} câu hỏi, {len(test.passages)} tài liệu.", "", _HEADER]
    for each in runs:
        difference = _gain(each, runs, test)
        told = "{:+.1f} ({:+.1f} đến {:+.1f})".format(*difference) if difference else ""
        figures = each.figures
        lines.append(
            f"| {each.parts.replace(',', ' + ')} | {figures.recall_at_1:.3f} | {told} "
            f"| {figures.recall_at_10:.3f} | {figures.mrr_at_10:.3f} | {each.milliseconds:.1f} |"
        )
    return "\n".join(lines)


def _row(run: Run, runs: Sequence[Run], test: beir.TestSet) -> dict[str, Any]:
    row: dict[str, Any] = {
        "R@1": run.figures.recall_at_1,
        "R@10": run.figures.recall_at_10,
        "MRR@10": run.figures.mrr_at_10,
        "ms": run.milliseconds,
    }
    if difference := _gain(run, runs, test):
        row["gain"] = dict(zip(("R@1", "low", "high"), difference, strict=True))
    return row


def _gain(run: Run, runs: Sequence[Run], test: beir.TestSet) -> list[float] | None:
    """Points of R@1 above the lexical search, with the interval; None for that itself."""
    lexical = next((other for other in runs if other.parts == LEXICAL), None)
    if lexical is None or run is lexical:
        return None
    return [100 * value for value in search.gain(run, lexical, test)]
