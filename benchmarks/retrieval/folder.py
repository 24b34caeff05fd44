"""The BEIR folder: every article of the corpora, and the questions of one split.

The questions stand in `questions.jsonl`; they were written for this repository by looking
at articles of documents that nothing here is trained on. The texts of the articles do not
stand in the repository.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.training.articles import Article

QUESTIONS = Path(__file__).with_name("questions.jsonl")
SPLITS = ("dev", "test")


@dataclass(frozen=True)
class Question:
    """A question and the article that answers it.

    Attributes:
        id: its name.
        split: `dev`, looked at for tuning, or `test`, only counted.
        style: `citizen`, `official` or `short`.
        question: as typed.
        document, article: the answer.
    """

    id: str
    split: str
    style: str
    question: str
    document: str
    article: str


def read_questions() -> list[Question]:
    """The questions beside this file."""
    lines = QUESTIONS.read_text(encoding="utf-8").splitlines()
    return [Question(**json.loads(line)) for line in lines]


def write(folder: Path, articles: Sequence[Article], questions: Sequence[Question]) -> int:
    """Writes corpus, queries and judgements into an existing folder.

    Where several articles of a document bear one number (those of an attached
    regulation), each counts as the answer.

    Returns:
        How many questions were left out because no article is their answer.
    """
    times: Counter[tuple[str, str]] = Counter()
    ids: dict[tuple[str, str], list[str]] = {}
    with (folder / "corpus.jsonl").open("w", encoding="utf-8") as corpus:
        for article in articles:
            key = (article.document, article.number)
            times[key] += 1
            name = f"{article.document}#{article.number}"
            name += f".{times[key]}" if times[key] > 1 else ""
            ids.setdefault(key, []).append(name)
            row = {"_id": name, "title": article.heading, "text": article.text}
            corpus.write(json.dumps(row, ensure_ascii=False) + "\n")
    known = [question for question in questions if (question.document, question.article) in ids]
    rows = ({"_id": question.id, "text": question.question} for question in known)
    queries = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "queries.jsonl").write_text(queries, encoding="utf-8")
    judged = [
        f"{question.id}\t{name}\t1\n"
        for question in known
        for name in ids[question.document, question.article]
    ]
    header = "query-id\tcorpus-id\tscore\n"
    (folder / "qrels.tsv").write_text(header + "".join(judged), encoding="utf-8")
    return len(questions) - len(known)
