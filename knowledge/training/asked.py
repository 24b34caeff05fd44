"""Questions that were written about articles of the corpora, in the words of those who ask.

They stand in `asked.jsonl`, about documents that are trained on; the articles themselves do
not stand in the repository. Those of `benchmarks/retrieval` are about other documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from knowledge import json_lines
from knowledge.training.articles import Article

ASKED = Path(__file__).with_name("asked.jsonl")
_FIELDS = ("question", "document", "article")


def read_asked(file: Path, articles: Sequence[Article]) -> dict[Article, tuple[str, ...]]:
    """The questions about each article.

    Args:
        file: JSON Lines of `question`, `document` and `article`.
        articles: where to look for them. Left out are questions about others, and about
            a number that several articles of a document bear (those of an attached regulation).

    Raises:
        DocumentError: the file cannot be read, or a line is not such a question.
    """
    times = Counter((article.document, article.number) for article in articles)
    known: Mapping[tuple[str, str], Article] = {
        (article.document, article.number): article
        for article in articles
        if times[article.document, article.number] == 1
    }
    found: defaultdict[Article, list[str]] = defaultdict(list)
    for _, record in json_lines.records(file, _FIELDS):
        article = known.get((record["document"], record["article"]))
        if article:
            found[article].append(record["question"])
    return {article: tuple(questions) for article, questions in found.items()}
