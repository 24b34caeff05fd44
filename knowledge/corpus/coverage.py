"""What the knowledge folder covers: documents, provisions, known and unknown cells."""

from __future__ import annotations

from knowledge.corpus.contents import Corpus
from knowledge.corpus.criteria import CriteriaTable
from knowledge.references.places import GROUPS, REGIONS


def coverage(corpus: Corpus) -> str:
    """A short report in Vietnamese."""
    regulations = list(corpus.regulations)
    articles = list(corpus.articles)
    provisions = [p for document in corpus.documents.values() for p in document.provisions]
    gaps = sum(not provision.known for provision in provisions)
    relations = [r for document in corpus.documents.values() for r in document.relations]
    unverified = sum(not relation.verified for relation in relations)
    questions = sum(len(d.questions) for d in corpus.documents.values())
    questions += sum(len(p.questions) for p in provisions)
    said = [texts for file in corpus.phrasings for texts in file.provisions.values()]
    lines = [
        f"Văn bản: {len(regulations)}; bài báo: {len(articles)}; "
        f"văn bản chỉ được nhắc đến: {len(corpus.mentioned)}",
        f"Mục nội dung: {len(provisions)}, trong đó {gaps} mục nói rõ điều chưa biết; "
        "mục không có nguồn: 0",
        f"Quan hệ giữa văn bản: {len(relations)}, trong đó {unverified} chưa đối chiếu; hỏng: 0",
        f"Câu hỏi ví dụ: {questions}",
        f"Cách hỏi khác: {sum(map(len, said))} cho {len(said)} mục",
        f"Từ điển: {len(corpus.lexicon)} mục, {sum(len(e.say) for e in corpus.lexicon)} cách gọi",
    ]
    lines += [_table(table) for table in corpus.tables]
    return "\n".join(lines)


def _table(table: CriteriaTable) -> str:
    columns = len(REGIONS if table.scale == "vùng" else GROUPS) + 1
    indicators = [i for criterion in table.criteria for i in criterion.indicators]
    known = sum(cell is not None for i in indicators for cell in i.cells)
    total = len(indicators) * columns
    named = sum(i.name is not None for i in indicators)
    return (
        f"Bảng {table.document} ({table.level}): {len(table.criteria)} tiêu chí, "
        f"{len(indicators)} {table.indicator_word} (có tên: {named}), "
        f"ô đã biết: {known}/{total}"
    )
