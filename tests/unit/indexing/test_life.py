"""Builds that are killed, run out of disk, meet each other or are damaged: for real."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.errors import DamagedIndexError, NoIndexError, StorageError
from knowledge.indexing import canary
from knowledge.indexing.build import build
from knowledge.indexing.following import follow
from knowledge.indexing.index import Index, load
from knowledge.indexing.live import LiveIndex
from knowledge.indexing.rollback import roll_back
from knowledge.indexing.versions import VersionStore
from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.hits import Hit
from knowledge.retrieval.retriever import Retriever
from knowledge.settings import ROOT
from tests.unit.builders import flip_byte, front_matter, snapshot, write
from tests.unit.readers import samples
from tests.unit.readers.samples import Decision

from .builder_process import HERE, MOMENTS, LetterModel

FRESH = "9/QĐ-UBND"
KILOBYTE = 1024


class Office:
    """A folder, an index of it, and a change that has not been built yet."""

    def __init__(self, documents: Path, index: Path):
        self.documents, self.index = documents, index
        self.store, self.model = VersionStore(index), LetterModel()
        self.first = self.build()
        write(documents / "thêm.md", front_matter(FRESH))

    def build(self) -> str:
        return build([self.documents], self.index, self.model, report=lambda _: None).name  # type: ignore[arg-type]

    def load(self) -> Index:
        return load(self.index, self.model)  # type: ignore[arg-type]

    def serving(self) -> dict[str, bytes]:
        """Every file of the serving version."""
        return snapshot(self.index / "versions" / self.store.current())

    def process(self, *moment: str, limit: int | None = None) -> subprocess.Popen[str]:
        def limited() -> None:
            if limit:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        command = ["-m", "tests.unit.indexing.builder_process", str(self.documents)]
        return subprocess.Popen(
            [sys.executable, *command, str(self.index), *moment],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=limited,
        )


@pytest.fixture
def office(documents: Path, tmp_path: Path) -> Office:
    return Office(documents, tmp_path / "index")


def wait_for(process: subprocess.Popen[str], words: str) -> None:
    assert process.stdout
    for line in process.stdout:
        if line.startswith(words):
            return
    raise AssertionError(f"the build ended before '{words}'")


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_killed_at_any_moment_leaves_a_version_that_serves(office: Office, moment: str):
    live = LiveIndex(office.index, office.model)  # type: ignore[arg-type]
    live.get()
    before = office.serving()
    with office.process(moment) as process:
        wait_for(process, HERE)
        process.kill()
    switched = office.store.current() != office.first
    assert switched == (moment in ("after the rename", "before old readings are dropped"))
    assert (FRESH in office.load().catalogue.regulations) == switched
    assert (FRESH in live.get().catalogue.regulations) == switched
    if not switched:
        assert office.serving() == before

    name = office.build()
    kept = [office.first, name] if not switched else office.store.names()
    assert office.store.names() == kept
    assert sorted(f.name for f in (office.index / "versions").iterdir()) == kept
    assert not (office.index / ".drafts").exists()
    assert FRESH in live.get().catalogue.regulations


def test_a_second_builder_waits_and_builds_what_is_there_then(office: Office):
    with office.process("before the manifest") as first:
        wait_for(first, HERE)
        write(office.documents / "sau.md", front_matter("10/QĐ-UBND"))
        with office.process() as second:
            wait_for(second, "chờ một lần dựng khác xong")
            assert office.store.current() == office.first
            assert first.stdin
            first.stdin.write("\n")
            first.stdin.flush()
            assert first.wait(60) == 0
            assert second.wait(60) == 0
    assert "10/QĐ-UBND" in office.load().catalogue.regulations


@contextlib.contextmanager
def small_filesystem(folder: Path) -> Iterator[Path]:
    """A file system of one megabyte; the test is skipped where none can be mounted."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("free", [0, 8, 24, 40])
def test_a_full_disk_leaves_the_serving_version(documents: Path, tmp_path: Path, free: int):
    with small_filesystem(tmp_path / "small") as disk:
        office = Office(documents, disk / "index")
        before = office.serving()
        filler = disk / "đầy"
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as stream:
            while True:
                stream.write(bytes(KILOBYTE))
        os.truncate(filler, max(0, filler.stat().st_size - free * KILOBYTE))
        with pytest.raises(StorageError, match="không thay đổi"):
            office.build()
        assert office.store.current() == office.first
        assert office.serving() == before
        assert FRESH not in office.load().catalogue.regulations
        filler.unlink()
        office.build()
        assert FRESH in office.load().catalogue.regulations


@pytest.mark.parametrize("limit", [1, 4, 8])
def test_a_quota_leaves_the_serving_version(office: Office, limit: int):
    before = snapshot(office.index)
    with office.process(limit=limit * KILOBYTE) as process:
        said = process.communicate(timeout=60)[0]
    assert process.returncode == 1, said
    assert "StorageError" in said
    assert snapshot(office.index) == before


def test_flipped_bytes_of_any_file_are_refused_and_the_last_good_one_serves(office: Office):
    name = office.build()
    for file in sorted((office.index / "versions" / name).iterdir()):
        good = file.read_bytes()
        for position in (0, len(good) // 2, -1):
            flip_byte(file, position)
            with pytest.raises(DamagedIndexError):
                office.load()
            live = LiveIndex(office.index, office.model)  # type: ignore[arg-type]
            assert live.get().manifest.name == office.first
            file.write_bytes(good)
    assert office.load().manifest.name == name


def test_a_version_that_loses_a_document_does_not_serve(
    office: Office, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("knowledge.corpus.catalogue.Catalogue.find", lambda *_: [])
    with pytest.raises(DamagedIndexError, match="câu hỏi thử"):
        office.build()
    assert office.store.current() == office.first


def test_a_version_that_finds_nothing_does_not_serve(
    office: Office, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("knowledge.retrieval.retriever.Retriever.search", lambda *_, **__: [])
    with pytest.raises(DamagedIndexError, match="câu hỏi thử"):
        canary.check(office.load())


def test_one_passage_outranked_by_its_likes_keeps_no_new_file_out(
    office: Office, monkeypatch: pytest.MonkeyPatch
):
    index = office.load()
    outranked = index.retriever.passages[0].text
    search = Retriever.search

    def without_it(self: Retriever, *args: object, **named: object) -> list[Hit]:
        found = search(self, *args, **named)  # type: ignore[arg-type]
        return [hit for hit in found if hit.passage.text != outranked]

    monkeypatch.setattr(Retriever, "search", without_it)
    canary.check(index)


def test_a_document_taken_out_is_gone_with_the_switch(office: Office):
    live = LiveIndex(office.index, office.model)  # type: ignore[arg-type]
    office.build()
    assert FRESH in live.get().catalogue.regulations
    (office.documents / "thêm.md").unlink()
    office.build()
    assert FRESH not in live.get().catalogue.regulations
    assert not [p for p in live.get().retriever.passages if p.document == FRESH]


def test_rolling_back_serves_the_version_before(office: Office):
    live = LiveIndex(office.index, office.model)  # type: ignore[arg-type]
    name = office.build()
    assert live.get().manifest.name == name
    assert roll_back(office.index, office.model) == office.first  # type: ignore[arg-type]
    assert live.get().manifest.name == office.first
    with pytest.raises(NoIndexError):
        roll_back(office.index, office.model)  # type: ignore[arg-type]
    assert roll_back(office.index, office.model, name[:20]) == name  # type: ignore[arg-type]
    with pytest.raises(NoIndexError, match="không có đúng một"):
        roll_back(office.index, office.model, "1999")  # type: ignore[arg-type]
    flip_byte(office.index / "versions" / office.first / "corpus.json")
    with pytest.raises(DamagedIndexError):
        roll_back(office.index, office.model, office.first)  # type: ignore[arg-type]
    assert office.store.current() == name


def test_only_what_changed_is_parsed_and_embedded(office: Office, monkeypatch: pytest.MonkeyPatch):
    original = office.documents / "77.docx"
    samples.to_docx(Decision()).save(str(original))
    office.build()
    parsed: list[Path] = []
    monkeypatch.setattr("knowledge.corpus.parsed.detect", parsed.append)
    office.model.embedded.clear()
    write(office.documents / "nữa.md", front_matter("11/QĐ-UBND"))
    office.build()
    assert parsed == []
    assert len(office.model.embedded) == 1
    assert "11/QĐ-UBND" in office.model.embedded[0]
    texts = [p.embedded_text() for p in office.load().retriever.passages]
    wanted = office.model.encode_passages(texts)
    stored = DenseIndex.load(office.index / "versions" / office.store.current()).vectors()
    assert (stored == wanted).all()


def test_a_file_that_cannot_be_read_keeps_its_earlier_version(office: Office):
    original = office.documents / "77.docx"
    samples.to_docx(Decision()).save(str(original))
    office.build()
    original.write_bytes(b"PK\x03\x04 broken")
    said: list[str] = []
    for _ in range(2):
        build([office.documents], office.index, office.model, report=said.append)  # type: ignore[arg-type]
        assert "77/2024/QĐ-TTg" in office.load().catalogue.regulations
    assert any("vẫn trả lời theo phiên bản trước" in line for line in said)
    original.unlink()
    office.build()
    assert "77/2024/QĐ-TTg" not in office.load().catalogue.regulations


def test_a_burst_of_changes_is_one_build(documents: Path):
    builds: list[int] = []
    looks = 0

    def sleep(_seconds: float) -> None:
        nonlocal looks
        looks += 1
        if 3 <= looks < 8:
            write(documents / f"{looks}.md", front_matter(f"{looks}/QĐ-UBND"))

    def count() -> bool:
        builds.append(looks)
        return True

    follow([documents], count, every=0, sleep=sleep, rounds=15)
    assert builds == [1, 8]
