from pathlib import Path

import pytest

from knowledge.corpus.folder import read
from knowledge.errors import FolderError
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


def test_phrasings_of_a_document_that_is_not_there_are_refused(documents: Path):
    with pytest.raises(FolderError) as caught:
        passages_of(read([with_phrasings(documents, NEW.replace("/", "x"), "Điều 1")]))
    (error,) = caught.value.errors
    assert (error.line, error.field) == (2, "document")
    assert "kho không có văn bản" in error.problem


def test_phrasings_of_a_provision_that_is_not_there_are_refused(documents: Path):
    with pytest.raises(FolderError) as caught:
        passages_of(read([with_phrasings(documents, NEW, "Điều 11")]))
    (error,) = caught.value.errors
    assert (error.line, error.field) == (4, "provisions.Điều 11")
    assert "không có mục 'Điều 11'" in error.problem
