from pathlib import Path

import pytest

from knowledge.corpus.folder import read
from knowledge.indexing.build import checked_corpus
from knowledge.indexing.passages import passages_of
from tests.unit.builders import NEW


def with_phrasings(documents: Path, document: str, provision: str) -> Path:
    said = f"kind: phrasings\ndocument: {document}\nprovisions:\n  {provision}: [ai lo việc này]\n"
    (documents / "phrasings.yaml").write_text(said, encoding="utf-8")
    return documents


@pytest.mark.parametrize("provision", ["giới thiệu chung", "Điều 1", "chỉ tiêu 1.2 (xã)"])
def test_a_provision_and_a_row_have_their_phrasings(provision: str, documents: Path):
    passages = passages_of(read([with_phrasings(documents, NEW, provision)]))
    said = {one.identity: one.phrasings for one in passages if one.phrasings}
    assert said == {(NEW, provision): ("ai lo việc này",)}


@pytest.mark.parametrize(
    ("document", "provision", "line", "field", "said"),
    [
        (NEW.replace("/", "x"), "Điều 1", 2, "document", "kho không có văn bản"),
        (NEW, "Điều 11", 4, "provisions.Điều 11", "không có mục 'Điều 11'"),
    ],
)
def test_phrasings_of_what_is_not_there_are_noted_and_left_out(
    document: str, provision: str, line: int, field: str, said: str, documents: Path
):
    corpus = checked_corpus([with_phrasings(documents, document, provision)])
    (note,) = corpus.notes
    assert (note.line, note.field) == (line, field)
    assert said in note.problem
    assert not any(one.phrasings for one in passages_of(corpus))
