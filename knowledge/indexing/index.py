"""One loaded index version: the catalogue for exact look-ups and the retriever for the rest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.contents import Corpus
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import AnyDocument, Article, MentionedDocument, Regulation
from knowledge.corpus.lexicon import Entry
from knowledge.errors import ModelMismatchError
from knowledge.indexing.versions import Manifest, VersionStore
from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.expansion import Lexicon
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.reranker import Reranker
from knowledge.retrieval.retriever import Retriever

CORPUS_FILE = "corpus.json"
PASSAGES_FILE = "passages.json"


@dataclass(frozen=True)
class Index:
    """What the answers are made from; read-only and safe to share between threads."""

    manifest: Manifest
    catalogue: Catalogue
    retriever: Retriever


def load(folder: Path, model: EmbeddingModel) -> Index:
    """Loads the serving version of an index folder.

    Raises:
        NoIndexError: nothing has been built yet.
        DamagedIndexError: a file does not match its checksum.
        ModelMismatchError: it was built with another embedding model.
    """
    store = VersionStore(folder)
    return load_version(store, store.current(), model)


def load_version(store: VersionStore, name: str, model: EmbeddingModel) -> Index:
    """Loads one version; raises as `load` does."""
    folder, manifest = store.verified(name)
    if manifest.model != model.fingerprint:
        raise ModelMismatchError(
            f"chỉ mục {name} dựng bằng mô hình {manifest.model}, còn NTM_EMBEDDING_MODEL là "
            f"{model.fingerprint}; hãy chạy lại 'make index' hoặc đổi thiết lập"
        )
    corpus = read_corpus(folder / CORPUS_FILE)
    rows = json.loads((folder / PASSAGES_FILE).read_text(encoding="utf-8"))
    passages = [Passage.from_json(row) for row in rows]
    lexical = LexicalIndex.load(folder)
    retriever = Retriever(
        passages,
        lexical,
        DenseIndex.load(folder),
        model,
        Lexicon(corpus.lexicon),
        Reranker.over(passages, lexical, model),
    )
    return Index(manifest, Catalogue(corpus), retriever)


class _Stored(BaseModel):
    """A corpus as a version keeps it."""

    regulations: list[Regulation] = []
    articles: list[Article] = []
    tables: list[CriteriaTable] = []
    mentioned: list[MentionedDocument] = []
    lexicon: list[Entry] = []  # versions from before there was one lack it


def write_corpus(corpus: Corpus, file: Path) -> None:
    """Writes a corpus so that a version stands on its own."""
    stored = _Stored.model_construct(
        regulations=list(corpus.regulations),
        articles=list(corpus.articles),
        tables=corpus.tables,
        mentioned=list(corpus.mentioned.values()),
        lexicon=corpus.lexicon,
    )
    file.write_bytes(stored.model_dump_json().encode())


def read_corpus(file: Path) -> Corpus:
    """Reads what `write_corpus` wrote."""
    stored = _Stored.model_validate_json(file.read_bytes())
    documents: list[AnyDocument] = [*stored.regulations, *stored.articles]
    return Corpus(
        documents={document.identity: document for document in documents},
        tables=stored.tables,
        mentioned={document.number: document for document in stored.mentioned},
        lexicon=stored.lexicon,
    )
