"""Builds an index version from knowledge folders."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import numpy as np

from knowledge import settings
from knowledge.corpus import checks, folder
from knowledge.corpus.contents import Corpus
from knowledge.corpus.folder import checksum
from knowledge.corpus.parsed import Advance, Parsed, reader_fingerprint
from knowledge.errors import (
    DamagedIndexError,
    DocumentError,
    FolderError,
    IndexUnusableError,
    StorageError,
)
from knowledge.indexing import canary, index, reuse
from knowledge.indexing.bars import Bars, bars
from knowledge.indexing.passages import passages_of
from knowledge.indexing.phrased import misplaced
from knowledge.indexing.versions import Manifest, VersionStore
from knowledge.retrieval.dense import EXACT_UP_TO, DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.term_counts import digests

Report = Callable[[str], None]
_CODE = Path(__file__).resolve().parent.parent


def code_fingerprint() -> str:
    """A checksum of the modules that decide what stands in an index."""
    digest = hashlib.sha256(reader_fingerprint().encode())
    for part in ("corpus", "indexing", "retrieval", "text.py"):
        path = _CODE / part
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def source_checksums(folders: Sequence[Path]) -> dict[str, str]:
    """The sha256 of every file that the folders contribute."""
    return {str(file): checksum(file) for part in folders for file in folder.files_of(part)}


def is_current(folders: Sequence[Path], target: Path, model: EmbeddingModel) -> bool:
    """Whether the serving version was built from just these files, model and code."""
    store = VersionStore(target)
    try:
        _, manifest = store.verified(store.current())
    except IndexUnusableError:
        return False
    return (manifest.sources, manifest.model, manifest.code, manifest.search) == (
        source_checksums(folders),
        model.fingerprint,
        code_fingerprint(),
        search_of(manifest.counts["passages"]),
    )


def search_of(passages: int) -> Literal["exact", "approximate"]:
    """How an index of so many passages is searched, as NTM_INDEX_SEARCH says."""
    wanted = settings.index_search()
    if wanted == "auto":
        return "exact" if passages <= EXACT_UP_TO else "approximate"
    return wanted


def checked_corpus(
    folders: Sequence[Path], parsed: Parsed | None = None, advance: Advance | None = None
) -> Corpus:
    """Reads and checks the folders.

    Args:
        folders: the shipped one first.
        parsed: originals that were parsed before.
        advance: told of the progress of parsing.

    Raises:
        FolderError: everything that is wrong, by file, line and field.
    """
    corpus = folder.read(folders, parsed, advance)
    checks.check(corpus)
    corpus.notes.extend(misplaced(passages_of(corpus), corpus))
    return corpus


def parsed_before(target: Path) -> Parsed:
    """The originals that the builds of an index folder have parsed."""
    before = reuse.serving(VersionStore(target))
    return Parsed(target / reuse.PARSED_FOLDER, before[1].originals if before else None)


def build(
    folders: Sequence[Path],
    target: Path,
    model: EmbeddingModel,
    *,
    report: Report = print,
    progress: bool = False,
) -> Manifest:
    """Builds a version aside, verifies it by loading it, and switches to it.

    Originals that have not changed are not parsed again, and texts that have not
    changed are not embedded again. The version is named after its time of build
    and its content, so that two builds of the same folder are told apart only by
    the time.

    Args:
        folders: knowledge folders, the shipped one first.
        target: index folder.
        model: the embedding model.
        report: called with each step, in Vietnamese.
        progress: whether to draw progress bars on stderr.

    Raises:
        FolderError: the folders have errors; the serving version is untouched.
        DamagedIndexError: the version cannot be read back; likewise.
        StorageError: nothing can be written; likewise.
    """
    store = VersionStore(target)
    # The folder is read under the lock: a build that waited never switches to less than
    # the one it waited for.
    lock = store.exclusive(lambda: report("chờ một lần dựng khác xong"))
    with _storage(target), bars(progress) as shown, lock:
        store.clean()
        return _build(folders, store, model, report, shown)


@contextlib.contextmanager
def _storage(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(
            f"không ghi được vào {target}: {error.strerror or error}; "
            "chỉ mục đang dùng không thay đổi"
        ) from error


def _build(
    folders: Sequence[Path], store: VersionStore, model: EmbeddingModel, report: Report, shown: Bars
) -> Manifest:
    report("đọc và kiểm tra tài liệu")
    sources = source_checksums(folders)
    parsed = parsed_before(store.folder)
    corpus = checked_corpus(folders, parsed, shown.step("Đọc tệp gốc"))
    for problem in (*corpus.refused, *corpus.notes):
        report(f"lưu ý: {problem}")
    passages = passages_of(corpus)
    if not passages:
        raise FolderError([DocumentError(folders[0], "thư mục không có tài liệu nào")])
    before = reuse.serving(store)
    built = dt.datetime.now(dt.UTC)
    content = hashlib.sha256(json.dumps(sources, sort_keys=True).encode()).hexdigest()[:8]
    name = f"{built:%Y%m%dT%H%M%S%f}-{content}"
    with store.draft(name) as draft:
        report(f"lập chỉ mục từ vựng cho {len(passages)} đoạn")
        LexicalIndex.build(passages, reuse.counts(before, code_fingerprint())).save(draft)
        texts = [passage.embedded_text() for passage in passages]
        keys, vectors = digests(texts), reuse.Vectors(before, model)
        missing = vectors.missing(keys)
        report(f"nhúng {len(missing)} trong {len(texts)} đoạn bằng {model.fingerprint}")
        embedded = vectors.of(texts, keys, missing, shown.step("Nhúng đoạn"))
        search = search_of(len(texts))
        DenseIndex.build(embedded, approximate=search == "approximate").save(draft)
        np.save(draft / reuse.EMBEDDED_FILE, keys)
        index.write_corpus(corpus, draft / index.CORPUS_FILE)
        rows = json.dumps([p.as_json() for p in passages], ensure_ascii=False)
        (draft / index.PASSAGES_FILE).write_text(rows, encoding="utf-8")
        manifest = Manifest(
            name=name,
            built=built.isoformat(timespec="seconds"),
            model=model.fingerprint,
            code=code_fingerprint(),
            counts={
                "documents": len(corpus.documents),
                "tables": len(corpus.tables),
                "passages": len(passages),
            },
            files={file.name: checksum(file) for file in sorted(draft.iterdir())},
            sources=sources,
            originals=corpus.originals,
            search=search,
        )
        store.seal(draft, manifest)
        report("đọc lại phiên bản vừa dựng")
        reloaded = index.load_version(store, name, model)
        same_vectors = np.array_equal(DenseIndex.load(draft).vectors(), embedded)
        if list(reloaded.retriever.passages) != passages or not same_vectors:
            raise DamagedIndexError(f"phiên bản {name}: đọc lại không như đã ghi")
        canary.check(reloaded)
        store.switch(name)
    parsed.prune({sha for kept in store.manifests() for sha in kept.originals.values()})
    return manifest
