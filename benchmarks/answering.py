"""Time of one answer over the shipped knowledge, and the share of each part: `make bench-answers`.

Three kinds of question: with an identifier; with the name of a criterion instead; free
ones, which are the example questions of the documents that have no identifier. The
targets are about time on the clock; processor time is told besides, because on a
shared machine only that can be compared.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from benchmarks.stopwatch import Stopwatch
from knowledge import assistant as assistants
from knowledge import settings
from knowledge.answering import query
from knowledge.answering.searching import confidence
from knowledge.assistant import Assistant
from knowledge.corpus.catalogue import Catalogue
from knowledge.indexing.build import checked_corpus
from knowledge.references.parser import CRITERION, DOCUMENT, INDICATOR, parse
from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.evidence import Evidence
from knowledge.retrieval.expansion import Lexicon
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.reranker import Network
from tests.golden import wordings

_PARTS = {
    "đọc chỉ dẫn": ((assistants, "resolve"), (query, "parse")),
    "tìm theo từ": ((LexicalIndex, "scores"), (Lexicon, "expand")),
    "nhúng câu hỏi": ((EmbeddingModel, "encode_queries"),),
    "FAISS": ((DenseIndex, "search"),),
    "xếp hạng lại": ((Evidence, "of"), (Network, "probabilities")),
    "so độ phủ": ((confidence, "of_candidate"),),
}
_REST = "còn lại: chọn, soạn"
_WARM_UP = 20


def main() -> None:
    """Prints a Markdown table of times and one of shares."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=500, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    assistant = Assistant.from_settings()
    assistant.warm()
    kinds = {
        "chính xác (có số hiệu hoặc số tiêu chí)": _exact,
        "chính xác (gọi tên tiêu chí)": _named,
        "tự do": _free,
    }
    catalogue = Catalogue(checked_corpus(settings.document_folders()))
    times = ["| Câu hỏi | Số câu | Trung vị | p95 | CPU trung vị |", "|---|---|---|---|---|"]
    shares = [f"| Câu hỏi | {' | '.join((*_PARTS, _REST))} |", "|---" * (len(_PARTS) + 2) + "|"]
    for name, make in kinds.items():
        asked = sorted(set(make(catalogue)))
        random.Random(chosen.seed).shuffle(asked)
        asked = asked[: chosen.questions]
        times.append(f"| {name} | {len(asked)} | {_times(assistant, asked)} |")
        shares.append(f"| {name} | {_shares(assistant, asked)} |")
    print("\n".join([*times, "", *shares]))


def _times(assistant: Assistant, questions: Sequence[str]) -> str:
    clock, worked = [], []
    for question in questions[:_WARM_UP]:
        assistant.ask(question)
    for question in questions:
        start, start_cpu = time.perf_counter(), time.process_time()
        assistant.ask(question)
        worked.append((time.process_time() - start_cpu) * 1000)
        clock.append((time.perf_counter() - start) * 1000)
    p95 = statistics.quantiles(clock, n=20)[-1]
    median, cpu = statistics.median(clock), statistics.median(worked)
    return f"{median:.1f} ms | {p95:.1f} ms | {cpu:.1f} ms"


def _shares(assistant: Assistant, questions: Sequence[str]) -> str:
    """The share of each part, in a run of its own: watching takes time as well."""
    watch = Stopwatch()
    with ExitStack() as stack:
        for part, functions in _PARTS.items():
            for owner, name in functions:
                stack.enter_context(watch.watching(owner, name, part))
        start = time.perf_counter()
        for question in questions:
            assistant.ask(question)
        whole = time.perf_counter() - start
    spent = [*(watch.spent[part] for part in _PARTS)]
    return " | ".join(f"{part / whole:.0%}" for part in (*spent, whole - sum(spent)))


def _exact(catalogue: Catalogue) -> Iterator[str]:
    """Every field of every regulation and every cell of every table, by number."""
    for regulation in catalogue.regulations.values():
        for field in wordings.FIELDS:
            yield from wordings.of_field(regulation, field)
    for table in catalogue.tables:
        for row in (row for criterion in table.criteria for row in criterion.indicators):
            for place in (None, *row.places) if row.number else ():
                yield from filter(_has_identifier, wordings.of_cell(table, row, place, 0))


def _named(catalogue: Catalogue) -> Iterator[str]:
    """Criteria and indicators by their names."""
    for table in catalogue.tables:
        for criterion in table.criteria:
            names = (criterion.name, *(row.name for row in criterion.indicators))
            for name in filter(None, names):
                yield f"{name} của {table.level} giai đoạn {table.period} là bao nhiêu?"
                yield f"Tiêu chí {name} giai đoạn {table.period} yêu cầu gì?"


def _free(catalogue: Catalogue) -> Iterator[str]:
    for document in (*catalogue.regulations.values(), *catalogue.articles.values()):
        asked = [*document.questions, *(q for part in document.provisions for q in part.questions)]
        yield from (question for question in asked if not _has_identifier(question))


def _has_identifier(question: str) -> bool:
    references = parse(question)
    return any(references.values(kind) for kind in (DOCUMENT, CRITERION, INDICATOR))


if __name__ == "__main__":
    main()
