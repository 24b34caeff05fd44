"""Builds an index version from knowledge folders."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from knowledge.corpus import checks, folder
from knowledge.corpus.folder import Corpus
from knowledge.errors import DamagedIndexError, IndexUnusableError
from knowledge.indexing import index
from knowledge.indexing.passages import passages_of
from knowledge.indexing.versions import Manifest, VersionStore, checksum
from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.lexical import LexicalIndex

Report = Callable[[str], None]
_CODE = Path(__file__).resolve().parent.parent


def code_fingerprint() -> str:
    """A checksum of the modules that decide what stands in an index."""
    digest = hashlib.sha256()
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
    return (manifest.sources, manifest.model, manifest.code) == (
        source_checksums(folders),
        model.fingerprint,
        code_fingerprint(),
    )


def checked_corpus(folders: Sequence[Path]) -> Corpus:
    """Reads and checks the folders.

    Raises:
        FolderError: everything that is wrong, by file, line and field.
    """
    corpus = folder.read(folders)
    checks.check(corpus)
    return corpus


def build(
    folders: Sequence[Path],
    target: Path,
    model: EmbeddingModel,
    *,
    report: Report = print,
    progress: bool = False,
) -> Manifest:
    """Builds a version aside, verifies it by loading it, and switches to it.

    The version is named after its time of build and its content, so that two
    builds of the same folder are told apart only by the time.

    Args:
        folders: knowledge folders, the shipped one first.
        target: index folder.
        model: the embedding model.
        report: called with each step, in Vietnamese.
        progress: whether to draw a progress bar while embedding.

    Raises:
        FolderError: the folders have errors; the serving version is untouched.
        DamagedIndexError: the version cannot be read back; likewise.
    """
    report("đọc và kiểm tra tài liệu")
    corpus = checked_corpus(folders)
    sources = source_checksums(folders)
    store = VersionStore(target)
    built = dt.datetime.now(dt.UTC)
    content = hashlib.sha256(json.dumps(sources, sort_keys=True).encode()).hexdigest()[:8]
    name = f"{built:%Y%m%dT%H%M%S%f}-{content}"
    with store.exclusive(), store.draft(name) as draft:
        passages = passages_of(corpus)
        report(f"lập chỉ mục từ vựng cho {len(passages)} đoạn")
        LexicalIndex.build(passages).save(draft)
        report(f"nhúng {len(passages)} đoạn bằng {model.fingerprint}")
        vectors = model.encode([p.embedded_text() for p in passages], progress=progress)
        DenseIndex.build(vectors).save(draft)
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
        )
        store.seal(draft, manifest)
        report("đọc lại phiên bản vừa dựng")
        reloaded = index.load_version(store, name, model)
        if len(reloaded.retriever.passages) != len(passages):
            raise DamagedIndexError(f"phiên bản {name}: đọc lại không đủ đoạn")
        store.switch(name)
    return manifest
