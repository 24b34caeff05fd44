"""Articles of the corpora, and their division into training and held-out.

A corpus is a JSON Lines file, possibly gzipped, with one article a line:
`document` (a name, or a slug such as `luat-dat-dai`), `article`, `title`, `text`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge import json_lines
from knowledge.errors import DocumentError
from knowledge.text import fold

FIELDS = ("document", "article", "title", "text")
FEWEST_SYLLABLES = 8
# Longer titles are first sentences that the reader of the PDF took for one.
LONGEST_TITLE = 40

_SERIAL = re.compile(r"-\d{5,6}$")
_AMENDS = re.compile(r"^(sua doi|bo sung|thay the|bai bo)\b")


@dataclass(frozen=True)
class Article:
    """One article of a legal text."""

    document: str
    number: str
    title: str
    text: str

    @property
    def whole(self) -> str:
        """Document, title and text: what a passage of the product is embedded from."""
        return f"{self.document_name}. {self.title}. {self.text}"

    @property
    def heading(self) -> str:
        """Document and title: what the article is found under."""
        return f"{self.document_name} {self.title}".strip()

    @property
    def document_name(self) -> str:
        """The document as one would write it, without the gazette's serial number."""
        return _SERIAL.sub("", self.document).replace("-", " ")


def read_corpora(places: Sequence[Path]) -> list[Article]:
    """The articles of all files, in a fixed order, each text once.

    Args:
        places: corpus files, or folders of them. In a folder, files that hold
            something else than articles are passed over.

    Raises:
        DocumentError: a place does not exist or is empty, or a line is not an article.
    """
    articles: dict[str, Article] = {}
    for place in places:
        for file in _files(place):
            for article in _articles(file):
                articles.setdefault(fold(article.text), article)
    return [
        article for text, article in articles.items() if text.count(" ") + 1 >= FEWEST_SYLLABLES
    ]


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    found = sorted(file for file in place.glob("*.jsonl*") if file.suffix in {".jsonl", ".gz"})
    files = [file for file in found if _holds_articles(file)]
    if not files:
        raise DocumentError(place, "không có tệp .jsonl hoặc .jsonl.gz nào chứa điều luật")
    return files


def _holds_articles(file: Path) -> bool:
    """False where the first line is sound but of another kind (questions, say)."""
    _, first = next(json_lines.lines(file), (1, "{}"))
    try:
        record = json.loads(first)
    except json.JSONDecodeError:
        return True  # broken, not foreign: reading it says where
    return not isinstance(record, dict) or any(field in record for field in FIELDS)


def _articles(file: Path) -> Iterator[Article]:
    for _, record in json_lines.records(file, FIELDS):
        yield Article(*(record[field] for field in FIELDS))


def split_held_out(
    articles: Sequence[Article], share: float, seed: int
) -> tuple[list[Article], list[Article]]:
    """Training and held-out articles; a document is wholly in one of them.

    Whether a document is held out depends on its name and the seed only, so
    that adding a corpus moves no document to the other side.
    """

    def held_out(article: Article) -> bool:
        digest = hashlib.sha256(f"{seed}:{fold(article.document_name)}".encode()).digest()
        return int.from_bytes(digest[:4], "big") < share * 2**32

    return (
        [article for article in articles if not held_out(article)],
        [article for article in articles if held_out(article)],
    )


def folds(articles: Sequence[Article], count: int) -> list[list[Article]]:
    """The articles dealt into so many parts; a document is wholly in one of them."""
    parts: list[list[Article]] = [[] for _ in range(count)]
    for article in articles:
        digest = hashlib.sha256(fold(article.document_name).encode()).digest()
        parts[int.from_bytes(digest[-4:], "big") % count].append(article)
    return parts


def telling_titles(articles: Sequence[Article]) -> dict[str, Article]:
    """The articles that their title alone identifies, by folded title.

    Left out are titles that several articles bear ("Hiệu lực thi hành") and
    titles that only say that another text is amended.
    """
    counts = Counter(fold(article.title) for article in articles)
    by_title = {fold(article.title): article for article in articles}
    return {
        title: article
        for title, article in by_title.items()
        if counts[title] == 1
        and 2 <= title.count(" ") + 1 <= LONGEST_TITLE
        and not _AMENDS.match(title)
    }
