"""What is gathered to train on, and what is kept from it."""

from __future__ import annotations

import json
from pathlib import Path

from knowledge.training.articles import folds
from knowledge.training.material import Material


def gathered(corpus: Path, documents: Path, records: list[dict[str, str]]) -> Material:
    asked = corpus.with_name("asked.txt")
    rows = [
        {"question": f"ai lo {r['title']}?", "document": r["document"], "article": r["article"]}
        for r in records
    ]
    asked.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return Material.gathered([corpus], documents, asked, seed=2)


def test_only_questions_about_what_is_seen_are_kept(
    corpus: Path, documents: Path, records: list[dict[str, str]]
) -> None:
    material = gathered(corpus, documents, records)
    assert set(material.asked) == set(material.training)
    assert material.held_out


def test_a_fold_is_kept_out_with_its_questions(
    corpus: Path, documents: Path, records: list[dict[str, str]]
) -> None:
    material = gathered(corpus, documents, records)
    parts = folds(material.training, 3)
    assert sum(map(len, parts)) == len(material.training)
    unseen = max(parts, key=len)
    seen = material.without(unseen)
    assert not set(seen.training) & set(unseen)
    assert not set(seen.asked) & set(unseen)
    assert set(unseen) <= set(seen.held_out)
