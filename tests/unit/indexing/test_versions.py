import json
import shutil
import threading
from pathlib import Path

import pytest

from knowledge.errors import DamagedIndexError, NoIndexError
from knowledge.indexing.versions import KEPT, Manifest, VersionStore, checksum
from tests.unit.builders import flip_byte, heard, other_builder, say, snapshot


@pytest.fixture
def store(tmp_path: Path) -> VersionStore:
    return VersionStore(tmp_path / "index")


def add(store: VersionStore, name: str, text: str = "nội dung") -> Path:
    with store.draft(name) as draft:
        (draft / "a.txt").write_text(text, encoding="utf-8")
        (draft / "b.bin").write_bytes(bytes(range(256)))
        files = {file.name: checksum(file) for file in draft.iterdir()}
        store.seal(draft, Manifest(name, "2026-01-01", "model", "code", {}, files, {}))
    return draft


def test_before_the_first_build_there_is_no_index(store: VersionStore):
    assert store.names() == []
    with pytest.raises(NoIndexError, match="make index"):
        store.current()


def test_a_version_serves_after_the_switch_and_not_before(store: VersionStore):
    add(store, "v1")
    store.switch("v1")
    add(store, "v2")
    assert (store.current(), store.names()) == ("v1", ["v1", "v2"])
    store.switch("v2")
    assert store.current() == "v2"
    folder, manifest = store.verified("v2")
    assert (folder / "a.txt").read_text(encoding="utf-8") == "nội dung"
    assert manifest.name == "v2"


def test_a_draft_that_fails_leaves_nothing(store: VersionStore):
    add(store, "v1")
    before = snapshot(store.folder)

    def break_off() -> None:
        with store.draft("v2") as draft:
            (draft / "a.txt").write_text("nửa chừng", encoding="utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert snapshot(store.folder) == before
    assert [folder.name for folder in (store.folder / "versions").iterdir()] == ["v1"]


def test_a_draft_left_by_a_crash_is_no_version(store: VersionStore):
    add(store, "v1")
    (store.folder / "versions" / "v2").mkdir()
    (store.folder / "versions" / "v2" / "a.txt").write_text("nửa chừng", encoding="utf-8")
    assert store.names() == ["v1"]
    with pytest.raises(DamagedIndexError):
        store.verified("v2")


def test_only_the_last_versions_are_kept(store: VersionStore):
    for number in range(KEPT + 3):
        add(store, f"v{number}")
        store.switch(f"v{number}")
    assert store.names() == [f"v{number}" for number in range(3, KEPT + 3)]
    assert store.current() == f"v{KEPT + 2}"


def test_the_serving_version_is_kept_even_if_it_is_the_oldest(store: VersionStore):
    for number in range(KEPT + 2):
        add(store, f"v{number}")
    store.switch("v0")
    assert "v0" in store.names()
    assert store.verified(store.current())


@pytest.mark.parametrize("file", ["a.txt", "b.bin"])
@pytest.mark.parametrize("position", [0, 3, -1])
def test_one_flipped_byte_is_damage(store: VersionStore, file: str, position: int):
    flip_byte(add(store, "v1") / file, position)
    with pytest.raises(DamagedIndexError, match=file):
        store.verified("v1")


def test_a_missing_or_shortened_file_is_damage(store: VersionStore):
    (add(store, "v1") / "a.txt").unlink()
    with pytest.raises(DamagedIndexError, match=r"a\.txt"):
        store.verified("v1")
    cut = add(store, "v2") / "b.bin"
    cut.write_bytes(cut.read_bytes()[:-1])
    with pytest.raises(DamagedIndexError, match=r"b\.bin"):
        store.verified("v2")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"{}", b'{"name": 1}', b"\xff\xfe"])
def test_a_manifest_that_cannot_be_read_is_damage(store: VersionStore, content: bytes):
    (add(store, "v1") / "manifest.json").write_bytes(content)
    with pytest.raises(DamagedIndexError, match=r"manifest\.json"):
        store.verified("v1")


def test_no_flipped_bit_of_the_manifest_changes_what_is_checked(store: VersionStore):
    file = add(store, "v1") / "manifest.json"
    good = file.read_bytes()
    wanted = json.loads(good)["files"]
    for position in range(len(good)):
        file.write_bytes(good[:position] + bytes([good[position] ^ 1]) + good[position + 1 :])
        try:
            _, manifest = store.verified("v1")
        except DamagedIndexError:
            continue
        assert manifest.files == wanted


def test_a_version_that_is_not_there_is_damage(store: VersionStore):
    with pytest.raises(DamagedIndexError, match="v9"):
        store.verified("v9")


def test_a_reader_sees_the_old_name_or_the_new_one_and_never_half_of_it(store: VersionStore):
    names = ["a" * 40, "b" * 60]
    for name in names:
        add(store, name)
    store.switch(names[0])
    seen: set[str] = set()
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.add(store.current())

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(60):
        store.switch(names[turn % 2])
    stop.set()
    reader.join()
    assert seen <= set(names)


def test_a_second_builder_waits_for_the_first(store: VersionStore):
    with other_builder(store.folder) as first, other_builder(store.folder) as second:
        # Whichever comes first holds the folder; the other one says nothing until then.
        said: list[tuple[str, str]] = []
        threads = [
            threading.Thread(target=lambda n=name, p=process: said.append((n, heard(p))))
            for name, process in (("first", first), ("second", second))
        ]
        for thread in threads:
            thread.start()
        while not said:
            threads[0].join(0.01)
        threads[0].join(0.3)
        threads[1].join(0.3)
        assert len(said) == 1
        holder = first if said[0][0] == "first" else second
        say(holder)
        for thread in threads:
            thread.join(20)
        assert [word for _, word in said] == ["held", "held"]
        assert heard(holder) == "released"


def test_a_builder_that_dies_lets_go(store: VersionStore):
    with other_builder(store.folder) as process:
        assert heard(process) == "held"
        process.kill()
        process.wait()
        with store.exclusive():
            pass


def test_a_builder_that_fails_lets_go(store: VersionStore):
    with pytest.raises(ZeroDivisionError), store.exclusive():
        raise ZeroDivisionError
    with store.exclusive():
        pass


def test_a_store_can_be_moved(store: VersionStore, tmp_path: Path):
    add(store, "v1")
    store.switch("v1")
    moved = VersionStore(Path(shutil.move(store.folder, tmp_path / "moved")))
    assert moved.verified(moved.current())[1].name == "v1"


def test_a_damaged_name_of_the_serving_version_is_an_error_of_the_index(store: VersionStore):
    add(store, "v1")
    store.switch("v1")
    flip_byte(store.folder / "current")
    with pytest.raises((NoIndexError, DamagedIndexError)):
        store.verified(store.current())
