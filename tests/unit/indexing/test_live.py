import logging
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import DamagedIndexError, ModelMismatchError, NoIndexError
from knowledge.indexing import live as live_module
from knowledge.indexing.build import build
from knowledge.indexing.index import Index
from knowledge.indexing.live import LiveIndex
from knowledge.indexing.versions import VersionStore
from knowledge.retrieval.embedding import EmbeddingModel
from tests.unit.builders import flip_byte, front_matter, save_model, write


class Builder:
    """Builds a version of a folder that grows by one document each time."""

    def __init__(self, documents: Path, target: Path, model: EmbeddingModel):
        self.documents, self.target, self.model = documents, target, model
        self.store = VersionStore(target)

    def build(self, model: EmbeddingModel | None = None) -> str:
        number = len(list(self.documents.rglob("*")))
        write(self.documents / f"{number}.md", front_matter(f"{number}/QĐ-UBND"))
        return build([self.documents], self.target, model or self.model, report=lambda _: None).name

    def damage(self, name: str, file: str = "passages.json") -> None:
        flip_byte(self.target / "versions" / name / file, 100)


@pytest.fixture
def builder(documents: Path, index_folder: Path, model: EmbeddingModel) -> Builder:
    return Builder(documents, index_folder, model)


@pytest.fixture
def live(index_folder: Path, model: EmbeddingModel) -> LiveIndex:
    return LiveIndex(index_folder, model)


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG, logger="knowledge")
    return caplog


def test_the_index_is_loaded_once(live: LiveIndex, log: pytest.LogCaptureFixture):
    assert live.get() is live.get()
    assert log.records == []


def test_another_version_is_served_after_the_switch(
    live: LiveIndex, builder: Builder, log: pytest.LogCaptureFixture
):
    before = live.get()
    name = builder.build()
    after = live.get()
    assert (after.manifest.name, live.get()) == (name, after)
    assert len(after.catalogue.regulations) == len(before.catalogue.regulations) + 1
    assert log.records == []


def test_a_switch_back_is_followed_as_well(live: LiveIndex, builder: Builder):
    first = live.get().manifest.name
    builder.build()
    live.get()
    builder.store.switch(first)
    assert live.get().manifest.name == first


@pytest.mark.parametrize(
    "file", ["passages.json", "corpus.json", "dense.faiss", "lexical.npz", "manifest.json"]
)
def test_a_damaged_version_is_refused_with_one_line_and_the_old_one_goes_on(
    live: LiveIndex, builder: Builder, log: pytest.LogCaptureFixture, file: str
):
    before = live.get()
    name = builder.build()
    builder.damage(name, file)
    for _ in range(5):
        assert live.get() is before
    (line,) = log.records
    assert line.levelno == logging.ERROR
    assert name in line.getMessage()
    assert file in line.getMessage()


def test_a_good_version_is_taken_up_after_a_bad_one(
    live: LiveIndex, builder: Builder, log: pytest.LogCaptureFixture
):
    live.get()
    builder.damage(builder.build())
    live.get()
    name = builder.build()
    assert live.get().manifest.name == name
    assert len(log.records) == 1


def test_every_bad_version_has_its_own_line(
    live: LiveIndex, builder: Builder, log: pytest.LogCaptureFixture
):
    live.get()
    names = []
    for _ in range(2):
        names.append(builder.build())
        builder.damage(names[-1])
        live.get()
    assert [name in line.getMessage() for name, line in zip(names, log.records, strict=True)]


def test_a_version_of_another_model_is_refused_while_one_serves(
    live: LiveIndex, builder: Builder, tmp_path: Path, log: pytest.LogCaptureFixture
):
    before = live.get()
    builder.build(EmbeddingModel(str(save_model(tmp_path / "other", seed=1))))
    assert live.get() is before
    assert len(log.records) == 1


def test_at_start_the_newest_earlier_version_that_loads_is_served(
    live: LiveIndex, builder: Builder, log: pytest.LogCaptureFixture
):
    good = builder.store.current()
    middle, newest = builder.build(), builder.build()
    builder.damage(newest)
    found = live.get()
    assert found.manifest.name == middle
    assert live.get() is found
    assert [newest in line.getMessage() for line in log.records] == [True, False]
    assert middle in log.records[1].getMessage()

    builder.damage(middle)
    again = LiveIndex(builder.target, builder.model)
    assert again.get().manifest.name == good


def test_the_fallback_is_left_for_the_next_good_version(live: LiveIndex, builder: Builder):
    builder.damage(builder.build())
    live.get()
    name = builder.build()
    assert live.get().manifest.name == name


def test_the_fallback_is_never_a_version_of_another_model(
    builder: Builder, live: LiveIndex, tmp_path: Path
):
    good = builder.store.current()
    builder.build(EmbeddingModel(str(save_model(tmp_path / "other", seed=1))))
    builder.damage(builder.build())
    assert live.get().manifest.name == good


def test_without_any_good_version_there_is_nothing_to_serve(
    live: LiveIndex, builder: Builder, index_folder: Path
):
    builder.damage(builder.store.current())
    with pytest.raises(DamagedIndexError):
        live.get()
    with pytest.raises(DamagedIndexError):
        live.get()
    name = builder.build()
    assert live.get().manifest.name == name


def test_another_model_alone_cannot_serve(index_folder: Path, tmp_path: Path):
    other = EmbeddingModel(str(save_model(tmp_path / "other", seed=1)))
    with pytest.raises(ModelMismatchError, match="make index"):
        LiveIndex(index_folder, other).get()


def test_an_index_built_later_is_found(documents: Path, tmp_path: Path, model: EmbeddingModel):
    target = tmp_path / "later"
    live = LiveIndex(target, model)
    with pytest.raises(NoIndexError):
        live.get()
    name = Builder(documents, target, model).build()
    assert live.get().manifest.name == name


def test_threads_share_one_index_while_versions_change(live: LiveIndex, builder: Builder):
    names = {builder.store.current()}
    served: set[str] = set()
    failures: list[Exception] = []
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            try:
                index = live.get()
                assert index.retriever.search("đường trục xã", dense_weight=0)
                served.add(index.manifest.name)
            except Exception as error:
                failures.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(3):
        names.add(builder.build())
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert served <= names


def test_nobody_waits_while_another_caller_loads_a_version(
    live: LiveIndex, builder: Builder, monkeypatch: pytest.MonkeyPatch
):
    before = live.get()
    loading, go_on = threading.Event(), threading.Event()
    load = live_module.load_version

    def slow(*arguments: Any) -> Index:
        loading.set()
        assert go_on.wait(30)
        return load(*arguments)

    monkeypatch.setattr(live_module, "load_version", slow)
    name = builder.build()
    first = threading.Thread(target=live.get)
    first.start()
    assert loading.wait(30)
    assert live.get() is before
    go_on.set()
    first.join()
    assert live.get().manifest.name == name


def test_a_loaded_index_serves_on_when_the_folder_is_gone(live: LiveIndex, index_folder: Path):
    before = live.get()
    shutil.rmtree(index_folder)
    assert live.get() is before


def test_a_loaded_index_serves_on_when_the_name_of_the_serving_one_is_damaged(
    live: LiveIndex, index_folder: Path
):
    before = live.get()
    flip_byte(index_folder / "current")
    assert live.get() is before
