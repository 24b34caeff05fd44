"""Asks every message alone, and counts what it was met with: `make bench-paraphrases`.

Each line of the files beside this one is a message and the passage that it was written about, by
somebody who saw the passage and was told to use other words. None of them is an example question
of the knowledge. What it counts is rough: a right answer may rest on another passage as well.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge import json_lines, settings
from knowledge.answering.answer import Answer
from knowledge.assistant import Assistant
from knowledge.evaluation.scoring import Share
from knowledge.indexing.live import LiveIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.passage import Passage

FOLDER = Path(__file__).parent
TOLD, OF_IT = "đúng đoạn", "đúng văn bản, đoạn khác"
OFFERED, REFUSED = "không trả lời, mời hỏi đúng đoạn", "không trả lời"
OTHER = "văn bản khác"
# So much of a passage in an answer is no chance; answers shorten and reword nothing before it.
_OPENING = 70
_OUTCOMES = (TOLD, OF_IT, OFFERED, REFUSED, OTHER)


@dataclass(frozen=True)
class Paraphrase:
    """A message, and the passage it is about."""

    passage: Passage
    question: str

    @property
    def kind(self) -> str:
        """What the passage is."""
        if self.passage.row:
            return "dòng của bảng tiêu chí"
        return "đoạn của văn bản, bài báo" if self.passage.known else "đoạn nói điều chưa biết"


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints a Markdown table for each file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.paraphrases", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(FOLDER.glob("*.jsonl")))
    chosen = parser.parse_args(arguments)
    model = EmbeddingModel(settings.embedding_model())
    passages = {
        passage.identity: passage
        for passage in LiveIndex(settings.index_folder(), model).get().retriever.passages
    }
    assistant = Assistant(settings.index_folder(), model)
    for file in chosen.files:
        asked = list(_asked(file, passages))
        met = Counter(
            (one.kind, met_with(one.passage, assistant.ask(one.question))) for one in asked
        )
        print(f"\n{file.name}: {len(asked)} câu\n")
        print("\n".join(table(met)))


def _asked(file: Path, passages: Mapping[tuple[str, str], Passage]) -> Iterator[Paraphrase]:
    """The messages whose passage the knowledge still has."""
    for _, line in json_lines.records(file, ("document", "provision", "question")):
        passage = passages.get((line["document"], line["provision"]))
        if passage:
            yield Paraphrase(passage, line["question"])


def met_with(passage: Passage, answer: Answer) -> str:
    """What a message about a passage was met with."""
    said = " ".join(answer.text.split()).lower()
    if " ".join(passage.text.split()).lower()[:_OPENING] in said:
        return TOLD
    if answer.abstained:
        return OFFERED if set(passage.questions) & set(answer.suggestions) else REFUSED
    cited = {citation.document for citation in answer.citations}
    return OF_IT if passage.document in cited else OTHER


def table(met: Mapping[tuple[str, str], int]) -> list[str]:
    """Lines of Markdown: shares by kind of passage."""
    lines = [f"| Câu hỏi về | {' | '.join(_OUTCOMES)} |", "|---" * (len(_OUTCOMES) + 1) + "|"]
    for kind in sorted({kind for kind, _ in met}):
        total = sum(met.get((kind, outcome), 0) for outcome in _OUTCOMES)
        shares = [str(Share(met.get((kind, outcome), 0), total)) for outcome in _OUTCOMES]
        lines.append(f"| {kind} | {' | '.join(shares)} |")
    return lines


if __name__ == "__main__":
    main()
