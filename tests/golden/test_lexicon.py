"""The lexicon that ships: every word is found, and it leads to what officials mean by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge import settings
from knowledge.corpus.folder import read
from knowledge.corpus.lexicon import Entry
from knowledge.indexing.index import Index
from knowledge.text import fold, syllables

ENTRIES = read([settings.shipped_documents()]).lexicon


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.say[0])
def test_every_word_brings_its_terms(index: Index, entry: Entry):
    for word in entry.say:
        folded = " ".join(syllables(index.retriever.lexicon.expand(f"xã có {word} không")))
        assert all(" ".join(syllables(term)) in folded for term in entry.means)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("xã phải có nước máy không", {"17.1"}),
        ("đường sá tính thế nào", {"2", "2.1", "2.2", "2.3", "2.4"}),
        ("nhà dột trong xã còn thì sao", {"9", "9.1"}),
        ("các thôn có wifi chưa", {"8.2"}),
        ("loa phát thanh hỏng", {"8.3"}),
        ("họp chợ ở đâu", {"7"}),
        ("kênh mương hư", {"3", "3.1", "3.2"}),
        ("sổ khám bệnh điện tử", {"15.4", "14.4"}),
        ("thẻ bh cho dân", {"15.1"}),
        ("trẻ còi nhiều quá", {"15.3"}),
        ("chi bộ xã", {"18.3"}),
        ("trường lớp xuống cấp", {"5", "5.1"}),
    ],
)
@pytest.mark.parametrize("typed", [str, fold], ids=["diacritics", "folded"])
def test_everyday_words_lead_to_the_row(
    index: Index, question: str, rows: set[str], typed: Callable[[str], str]
):
    hits = index.retriever.search(typed(question), 3, accept=lambda passage: passage.row)
    assert rows & {number for hit in hits for number in hit.passage.criteria}
