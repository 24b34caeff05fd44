import json
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import DocumentError, FolderError, SettingError
from knowledge.indexing import build as building
from knowledge.indexing.build import build, checked_corpus, is_current, source_checksums
from knowledge.indexing.index import load
from knowledge.indexing.versions import KEPT, VersionStore
from knowledge.retrieval.dense import EXACT_UP_TO, DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import (
    FILES,
    LETTER,
    NEW,
    OLD,
    flip_byte,
    front_matter,
    heard,
    other_builder,
    replace_in,
    save_model,
    say,
    snapshot,
    write,
)


def quiet(_step: str) -> None:
    pass


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "new-index"


def test_a_build_serves_what_the_folder_holds(documents: Path, target: Path, model: EmbeddingModel):
    manifest = build([documents], target, model, report=quiet)
    assert VersionStore(target).current() == manifest.name
    assert manifest.counts == {"documents": 4, "tables": 1, "passages": 18}
    assert manifest.model == model.fingerprint
    assert manifest.code == building.code_fingerprint()
    assert manifest.sources == source_checksums([documents])
    assert len(manifest.sources) == len(FILES)
    assert set(load(target, model).catalogue.regulations) >= {OLD, NEW}


def test_a_build_says_what_it_does(documents: Path, target: Path, model: EmbeddingModel):
    steps: list[str] = []
    build([documents], target, model, report=steps.append)
    assert steps[0] == "đọc và kiểm tra tài liệu"
    assert any(model.fingerprint in step for step in steps)
    assert any("18 đoạn" in step for step in steps)


def test_a_build_takes_several_folders(
    documents: Path, target: Path, tmp_path: Path, model: EmbeddingModel
):
    write(tmp_path / "own" / "a.md", front_matter("9/QĐ-UBND"))
    build([documents, tmp_path / "own"], target, model, report=quiet)
    assert "9/QĐ-UBND" in load(target, model).catalogue.regulations


def test_two_builds_of_one_folder_differ_only_in_name_and_time(
    documents: Path, target: Path, model: EmbeddingModel
):
    first = build([documents], target, model, report=quiet)
    second = build([documents], target, model, report=quiet)
    assert second.name > first.name
    assert (second.files, second.sources) == (first.files, first.sources)


def test_only_the_last_versions_are_kept(documents: Path, target: Path, model: EmbeddingModel):
    names = [build([documents], target, model, report=quiet).name for _ in range(KEPT + 2)]
    assert VersionStore(target).names() == names[-KEPT:]
    assert sorted(f.name for f in (target / "versions").iterdir()) == names[-KEPT:]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("regulations/101-qd-ttg.md", "kind: regulation", "kind: [regulation"),
        ("regulations/303-bnv-th.md", f"number: {LETTER}", f"number: {NEW}"),
        ("regulations/202-qd-ttg.md", "number: 114/2003/NĐ-CP", "number: 115/2003/NĐ-CP"),
        ("criteria/202-xa.yaml", f"document: {NEW}", "document: 999/QĐ-TTg"),
        ("criteria/202-xa.yaml", "criteria: 2\n", "criteria: 3\n"),
    ],
)
def test_errors_in_the_folder_leave_the_serving_version_untouched(
    file: str, old: str, new: str, documents: Path, index_folder: Path, model: EmbeddingModel
):
    before = snapshot(index_folder)
    replace_in(documents / file, old, new)
    with pytest.raises(FolderError) as caught:
        build([documents], index_folder, model, report=quiet)
    assert snapshot(index_folder) == before
    assert all(isinstance(error, DocumentError) for error in caught.value.errors)
    assert documents / file in [error.file for error in caught.value.errors]


def test_a_build_that_breaks_off_leaves_the_serving_version_untouched(
    documents: Path, index_folder: Path, tmp_path: Path, model: EmbeddingModel
):
    before = snapshot(index_folder)
    broken = write(tmp_path / "broken" / "modules.json", "{").parent
    with pytest.raises(SettingError, match="Expecting"):
        build([documents], index_folder, EmbeddingModel(str(broken)), report=quiet)
    assert snapshot(index_folder) == before
    assert len(list((index_folder / "versions").iterdir())) == 1
    assert load(index_folder, model)


def test_a_version_that_cannot_be_read_back_is_not_switched_to(
    documents: Path, index_folder: Path, model: EmbeddingModel
):
    before = snapshot(index_folder)

    def damage_it(step: str) -> None:
        if step.startswith("đọc lại"):
            newest = max((index_folder / "versions").iterdir())
            flip_byte(newest / "passages.json")

    with pytest.raises(Exception, match=r"passages\.json"):
        build([documents], index_folder, model, report=damage_it)
    assert snapshot(index_folder) == before


def test_an_index_is_current_until_something_changes(
    documents: Path, target: Path, model: EmbeddingModel
):
    assert not is_current([documents], target, model)
    build([documents], target, model, report=quiet)
    assert is_current([documents], target, model)
    os.utime(documents / "mentioned.yaml")
    write(documents / ".nháp.md", "chưa xong")
    assert is_current([documents], target, model)


def test_a_changed_added_or_missing_file_is_a_change(
    documents: Path, target: Path, model: EmbeddingModel
):
    build([documents], target, model, report=quiet)
    before = {file: file.read_bytes() for file in documents.rglob("*") if file.is_file()}
    with (documents / "mentioned.yaml").open("a", encoding="utf-8") as file:
        file.write("# thêm\n")
    assert not is_current([documents], target, model)
    for file, content in before.items():
        file.write_bytes(content)
    assert is_current([documents], target, model)
    write(documents / "thêm.md", front_matter("9/QĐ-UBND"))
    assert not is_current([documents], target, model)
    (documents / "thêm.md").unlink()
    (documents / "regulations/303-bnv-th.md").unlink()
    assert not is_current([documents], target, model)


def test_another_model_or_damage_is_a_change(
    documents: Path, target: Path, tmp_path: Path, model: EmbeddingModel
):
    manifest = build([documents], target, model, report=quiet)
    other = EmbeddingModel(str(save_model(tmp_path / "other", seed=1)))
    assert not is_current([documents], target, other)
    assert is_current([documents], target, model)
    flip_byte(target / "versions" / manifest.name / "corpus.json")
    assert not is_current([documents], target, model)


@pytest.mark.parametrize(
    ("wanted", "built"), [("", "exact"), ("exact", "exact"), ("approximate", "approximate")]
)
def test_the_setting_says_how_the_index_is_searched(
    wanted: str,
    built: str,
    documents: Path,
    target: Path,
    model: EmbeddingModel,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("NTM_INDEX_SEARCH", wanted)
    assert build([documents], target, model, report=quiet).search == built
    assert is_current([documents], target, model)
    index = load(target, model)
    asked = index.retriever.passages[3].text
    assert index.retriever.search(asked, dense_weight=1)[0].passage.text == asked
    monkeypatch.setenv("NTM_INDEX_SEARCH", "exact" if built == "approximate" else "approximate")
    assert not is_current([documents], target, model)


@pytest.mark.parametrize(
    ("passages", "built"), [(1, "exact"), (EXACT_UP_TO, "exact"), (EXACT_UP_TO + 1, "approximate")]
)
def test_many_passages_are_searched_approximately(passages: int, built: str):
    assert building.search_of(passages) == built


def test_another_way_to_search_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NTM_INDEX_SEARCH", "nhanh")
    with pytest.raises(SettingError, match=r"NTM_INDEX_SEARCH: 'nhanh' .* exact, approximate"):
        building.search_of(1)


def test_an_approximate_index_gives_its_vectors_to_the_next_build(
    documents: Path, target: Path, model: EmbeddingModel, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NTM_INDEX_SEARCH", "approximate")
    build([documents], target, model, report=quiet)
    monkeypatch.setenv("NTM_INDEX_SEARCH", "exact")
    steps: list[str] = []
    build([documents], target, model, report=steps.append)
    assert any("nhúng 0 trong 18 đoạn" in step for step in steps)
    folder = target / "versions" / VersionStore(target).current()
    texts = [passage.embedded_text() for passage in load(target, model).retriever.passages]
    wanted = model.encode_passages(texts)
    np.testing.assert_allclose(DenseIndex.load(folder).vectors(), wanted, atol=1e-6)


@pytest.mark.parametrize(
    "changed", ["corpus/fields.py", "indexing/passages.py", "retrieval/lexical.py", "text.py"]
)
def test_another_code_is_a_change(
    changed: str,
    documents: Path,
    index_folder: Path,
    tmp_path: Path,
    model: EmbeddingModel,
    monkeypatch: pytest.MonkeyPatch,
):
    build([documents], index_folder, model, report=quiet)
    others = shutil.ignore_patterns("documents", "model", "readers", "training", "__pycache__")
    copy = shutil.copytree(building._CODE, tmp_path / "code", ignore=others)
    monkeypatch.setattr(building, "_CODE", copy)
    assert is_current([documents], index_folder, model)
    with (copy / changed).open("a", encoding="utf-8") as code:
        code.write("# khác\n")
    assert not is_current([documents], index_folder, model)


def test_a_second_builder_waits(documents: Path, target: Path, model: EmbeddingModel):
    with other_builder(target) as other:
        assert heard(other) == "held"
        builder = threading.Thread(
            target=build, args=([documents], target, model), kwargs={"report": quiet}
        )
        builder.start()
        builder.join(0.3)
        assert builder.is_alive()
        assert VersionStore(target).names() == []
        say(other)
        assert heard(other) == "released"
        builder.join(20)
    assert not builder.is_alive()
    assert load(target, model)


def test_a_version_can_be_loaded_by_another_process(
    documents: Path, target: Path, model: EmbeddingModel
):
    manifest = build([documents], target, model, report=quiet)
    script = (
        "import sys; from pathlib import Path;"
        "from knowledge.indexing.versions import VersionStore;"
        "store = VersionStore(Path(sys.argv[1])); print(store.verified(store.current())[1].name)"
    )
    said = subprocess.run(
        [sys.executable, "-c", script, str(target)], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == manifest.name


def test_the_files_of_a_version_are_plain_json_and_indexes(
    documents: Path, target: Path, model: EmbeddingModel
):
    manifest = build([documents], target, model, report=quiet)
    folder, _ = VersionStore(target).verified(manifest.name)
    for name in ("manifest.json", "corpus.json", "passages.json"):
        assert json.loads((folder / name).read_text(encoding="utf-8"))
    assert {file.name for file in folder.iterdir()} == {*manifest.files, "manifest.json"}


def test_a_corpus_is_checked_as_a_whole(documents: Path):
    assert checked_corpus([documents]).documents
    (documents / "mentioned.yaml").unlink()
    with pytest.raises(FolderError, match="114/2003/NĐ-CP"):
        checked_corpus([documents])


def test_an_empty_folder_is_built_or_refused_but_does_not_crash(
    target: Path, tmp_path: Path, model: EmbeddingModel
):
    empty = tmp_path / "empty"
    empty.mkdir()
    try:
        build([empty], target, model, report=quiet)
    except FolderError:
        return
    assert load(target, model).retriever.search("xã") == []
