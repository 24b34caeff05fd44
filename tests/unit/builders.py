"""Small corpora for the tests: written as files, or made as values."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
import yaml
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, StaticEmbedding, Transformer
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers
from transformers import BertConfig, BertModel, BertTokenizerFast

from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.contents import Corpus
from knowledge.corpus.criteria import CriteriaTable
from knowledge.corpus.document import Article, MentionedDocument, Regulation
from knowledge.corpus.fields import Nature
from knowledge.indexing.index import Index
from knowledge.indexing.versions import Manifest
from knowledge.retrieval.dense import DenseIndex
from knowledge.retrieval.embedding import EmbeddingModel
from knowledge.retrieval.lexical import LexicalIndex
from knowledge.retrieval.passage import Passage
from knowledge.retrieval.retriever import Retriever

# The tiny knowledge folder: an older and a newer decision, a letter, an article.
OLD, NEW, LETTER = "101/QĐ-TTg", "202/QĐ-TTg", "303/BNV-TH"
ARTICLE = "kien-giang-2018"
SOURCE = "https://nguon.example/trang"

_OLD_FILE = f"""\
---
kind: regulation
number: {OLD}
type: Quyết định
title: Ban hành Bộ tiêu chí về xã nông thôn mới giai đoạn 2010-2016
about: Bộ tiêu chí đầu tiên về xã nông thôn mới.
issuer: Thủ tướng Chính phủ
signer: Nguyễn Văn Cũ
signed: 2010-01-05
effective: 2010-02-20
period: 2010-2016
levels: [xã]
topics: [tiêu chí]
sources: [{SOURCE}/101]
---

## Điều 1. Ban hành bộ tiêu chí
Ban hành kèm theo Quyết định này Bộ tiêu chí về xã nông thôn mới gồm hai tiêu chí.
Hỏi: Quyết định 101 ban hành bộ tiêu chí nào?
Nguồn: {SOURCE}/101
"""

_NEW_FILE = f"""\
---
kind: regulation
number: {NEW}
type: Quyết định
title: Ban hành Bộ tiêu chí về xã nông thôn mới giai đoạn 2016-2020
about: Bộ tiêu chí về xã nông thôn mới thay bộ trước.
issuer: Thủ tướng Chính phủ
signer: Trần Thị Mới
signed: 2016-10-17
effective: 2016-12-01
period: 2016-2020
levels: [xã]
topics: [tiêu chí, môi trường]
aliases: [Bộ tiêu chí mẫu]
relations:
  - type: replaces
    number: {OLD}
    verified: true
  - type: based_on
    number: 114/2003/NĐ-CP
    verified: false
questions:
  - Bộ tiêu chí giai đoạn 2016-2020 ở văn bản nào?
caveats:
  - Phụ lục chỉ mới được đối chiếu một phần.
sources: [{SOURCE}/202]
---

## Điều 1. Ban hành bộ tiêu chí
Ban hành kèm theo Quyết định này Bộ tiêu chí về xã nông thôn mới gồm hai tiêu chí.
Nguồn: {SOURCE}/202

## Điều 2 khoản 1: Thẩm quyền quy định
Ủy ban nhân dân cấp tỉnh quy định mức đạt của chỉ tiêu thu gom rác thải.

- Mức quy định không thấp hơn mức chung.
Hỏi: Ai quy định mức thu gom rác thải?
Hỏi: cap nao quy dinh muc thu gom rac thai
Lưu ý: Văn bản của tỉnh chưa có trong kho.
Nay: Cấp xã tự rà soát từ tháng 7/2025.
Tiêu chí: 2, 2.1
Nguồn: {SOURCE}/202
Nguồn: {SOURCE}/202-khac

## Kinh phí thẩm định hồ sơ
Chưa có nguồn về kinh phí thẩm định hồ sơ công nhận.
Kết quả: không biết
Nguồn: {SOURCE}/202
"""

_LETTER_FILE = f"""\
---
kind: regulation
number: {LETTER}
type: Công văn
about: Hướng dẫn tiêu chuẩn cán bộ, công chức xã theo chỉ tiêu 1.2.
issuer: Bộ Nội vụ
signed: 2017-04-04
relations:
  - {{type: sets_standard, number: {NEW}, verified: true, provisions: ['1.2']}}
sources: [{SOURCE}/303]
---

## Mục 1. Tiêu chuẩn cán bộ
Cán bộ, công chức xã đạt chuẩn khi có bằng tốt nghiệp trung học phổ thông trở lên.
Hỏi: Cán bộ xã cần bằng cấp gì?
Nguồn: {SOURCE}/303
"""

_ARTICLE_FILE = f"""\
---
kind: article
id: {ARTICLE}
title: Kiên Giang chung tay làm đường hoa
author: Lê Thị Báo
published: 2018-03-02
period: 2016-2020
provinces: [Kiên Giang]
about: Phong trào trồng đường hoa ở Kiên Giang.
corrections:
  - stated: 12 xã
    correct: 21 xã
    explanation: Báo cáo của tỉnh ghi 21 xã.
    sources: [{SOURCE}/bao-cao]
sources: [{SOURCE}/bao]
---

## Phong trào đường hoa
Tỉnh Kiên Giang có 21 xã trồng đường hoa dài 340 km, tính đến tháng 02/2018.
Hỏi: Kiên Giang có bao nhiêu xã trồng đường hoa?
Nguồn: {SOURCE}/bao
"""

_TABLE_FILE = f"""\
# Bảng mẫu.
kind: criteria_table
document: {NEW}
level: xã
period: 2016-2020
title: Bộ tiêu chí mẫu về xã nông thôn mới giai đoạn 2016-2020
annex: Phụ lục kèm theo Quyết định {NEW}
scale: vùng
counts:
  criteria: 2
  indicators: 3
  sources: [{SOURCE}/202]
groups:
  I: Hạ tầng
rules:
- Xã đạt chuẩn khi đạt cả hai tiêu chí.
gaps:
- Chưa biết mức của vùng Đông Nam Bộ ở chỉ tiêu 2.1.
sources: [{SOURCE}/202]
criteria:

- number: '1'
  name: Đường giao thông
  group: I
  questions: ['Tiêu chí giao thông yêu cầu gì?']
  sources: [{SOURCE}/202]
  indicators:
  - number: '1.1'
    name: Tỷ lệ đường trục xã được nhựa hóa
    comparison: at_least
    unit: '%'
    requirement: 90
    places:
      TN: 70
      DNB: {{value: 100, of_which: 60}}
    of_which_name: bê tông hóa
    questions: ['Chỉ tiêu 1.1 quy định bao nhiêu phần trăm đường nhựa?']
    sources: [{SOURCE}/202-1]
  - number: '1.2'
    name: Cán bộ, công chức xã đạt chuẩn
    requirement: Đạt
    notes: [Tiêu chuẩn cán bộ theo hướng dẫn của Bộ Nội vụ.]
    sources: [{SOURCE}/202-1]

- number: '2'
  name: Môi trường
  sources: [{SOURCE}/202]
  indicators:
  - number: '2.1'
    name: Tỷ lệ rác thải sinh hoạt được thu gom
    comparison: at_least
    unit: '%'
    requirement: {{set_by: UBND cấp tỉnh}}
    places:
      TN: 60
      DNB: null
    sources: [{SOURCE}/202-2]
"""

_MENTIONED_FILE = f"""\
- number: 114/2003/NĐ-CP
  signed: 2003-10-10
  issuer: Chính phủ
  about: Về cán bộ, công chức xã.
  source: {SOURCE}/114
"""

FILES = {
    "regulations/101-qd-ttg.md": _OLD_FILE,
    "regulations/202-qd-ttg.md": _NEW_FILE,
    "regulations/303-bnv-th.md": _LETTER_FILE,
    "articles/kien-giang-2018.md": _ARTICLE_FILE,
    "criteria/202-xa.yaml": _TABLE_FILE,
    "mentioned.yaml": _MENTIONED_FILE,
}


def write_folder(folder: Path) -> Path:
    """Writes the tiny knowledge folder."""
    for name, text in FILES.items():
        write(folder / name, text)
    return folder


def write(file: Path, text: str) -> Path:
    """Writes a file with the folders it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def replace_in(file: Path, old: str, new: str) -> int:
    """Replaces the only occurrence of a text; returns the line it stands on."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def front_matter(number: str, extra: str = "", body: str = "") -> str:
    """The file of a regulation; `extra` begins on line 8."""
    return (
        f"---\nkind: regulation\nnumber: {number}\ntype: Quyết định\nissuer: Chính phủ\n"
        f"about: Văn bản thử.\nsources: [{SOURCE}]\n{extra}\n---\n{body}"
    )


def regulation(number: str, **fields: Any) -> Regulation:
    """A regulation with no dates and no relations but those given."""
    return Regulation.model_validate(
        {
            "kind": "regulation",
            "path": Path(f"{number.replace('/', '-')}.md"),
            "number": number,
            "type": "Quyết định",
            "issuer": "Chính phủ",
            "about": f"Nội dung của {number}.",
            "sources": [SOURCE],
        }
        | fields
    )


def article(name: str, **fields: Any) -> Article:
    """A newspaper article."""
    return Article.model_validate(
        {
            "kind": "article",
            "path": Path(f"{name}.md"),
            "id": name,
            "published": "2018-03-02",
            "about": f"Nội dung của bài {name}.",
            "sources": [SOURCE],
        }
        | fields
    )


def relation(kind: str, number: str, **fields: Any) -> dict[str, Any]:
    """A relation as it stands in front matter."""
    return {"type": kind, "number": number, "verified": True} | fields


def criterion(number: str, *indicators: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A criterion as it stands in a table."""
    return {
        "number": number,
        "name": f"Tiêu chí thử {number}",
        "sources": [SOURCE],
        "indicators": list(indicators),
    } | fields


def indicator(number: str | None, **fields: Any) -> dict[str, Any]:
    """An indicator as it stands in a table."""
    return {"number": number, "name": f"Chỉ tiêu thử {number}", "sources": [SOURCE]} | fields


def table_value(document: str, *criteria: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A criteria table as plain values; with one criterion where none is given."""
    rows = list(criteria) or [criterion("1", indicator("1.1"))]
    return {
        "kind": "criteria_table",
        "path": Path(f"{document.replace('/', '-')}.yaml"),
        "document": document,
        "level": "xã",
        "period": "2016-2020",
        "title": f"Bộ tiêu chí {document}",
        "annex": "Phụ lục",
        "scale": "vùng",
        "counts": {"criteria": len(rows), "sources": [SOURCE]},
        "criteria": rows,
        "sources": [SOURCE],
    } | fields


def criteria_table(document: str, *criteria: dict[str, Any], **fields: Any) -> CriteriaTable:
    """A criteria table."""
    return CriteriaTable.model_validate(table_value(document, *criteria, **fields))


def corpus_of(
    *documents: Regulation | Article,
    tables: Iterable[CriteriaTable] = (),
    mentioned: Iterable[str] = (),
) -> Corpus:
    """A corpus made of values; every line is unknown."""
    tables = list(tables)
    return Corpus(
        documents={document.identity: document for document in documents},
        tables=tables,
        mentioned={n: MentionedDocument(number=n, source=SOURCE) for n in mentioned},
        lines={item.path: {} for item in (*documents, *tables)},
    )


def passage(document: str = "1/QĐ-TTg", provision: str = "Điều 1", **fields: Any) -> Passage:
    """A passage with empty fields but those given."""
    given = {"nature": Nature.DIGEST, "title": "", "heading": "", "text": ""} | fields
    return Passage(document, provision, **given)


def index_of(corpus: Corpus, passages: list[Passage], model: EmbeddingModel) -> Index:
    """An index that was never written, for what is looked up in it."""
    vectors = model.encode_passages([item.embedded_text() for item in passages])
    dense = DenseIndex.build(vectors)
    retriever = Retriever(passages, LexicalIndex.build(passages), dense, model)
    return Index(cast(Manifest, None), Catalogue(corpus), retriever)


def save_model(folder: Path, seed: int = 0, dimension: int = 16) -> Path:
    """A sentence-transformers model that sees the bare letters and digits of a text."""
    symbols = "abcdefghijklmnopqrstuvwxyz0123456789"
    vocabulary = {symbol: number for number, symbol in enumerate(["?", *symbols])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="?"))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFD(),
            normalizers.StripAccents(),
            normalizers.Lowercase(),
            normalizers.Replace("đ", "d"),
            normalizers.Replace(Regex("[^a-z0-9]"), ""),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex("."), "isolated")
    weights = np.random.default_rng(seed).normal(size=(len(vocabulary), dimension))
    static = StaticEmbedding(tokenizer, embedding_weights=weights.astype(np.float32))
    SentenceTransformer(modules=[static], device="cpu").save(str(folder), create_model_card=False)
    return folder


def save_transformer(folder: Path, seed: int = 0, dimension: int = 16) -> Path:
    """A sentence-transformers model of one layer that sees a handful of words, else letters."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789:_."
    words = ["ho", "ngheo", "xa", "duong", "truc", "query", "passage", "hoi", "doan", "van"]
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words, *letters]
    vocabulary += [f"##{letter}" for letter in letters]
    with tempfile.TemporaryDirectory() as parts:
        file = write(Path(parts) / "vocab.txt", "\n".join(vocabulary))
        torch.manual_seed(seed)
        config = BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=dimension,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=2 * dimension,
            max_position_embeddings=64,
        )
        BertModel(config).save_pretrained(parts)
        BertTokenizerFast(vocab=str(file)).save_pretrained(parts)
        transformer = Transformer(parts)
    pooling = Pooling(dimension)
    SentenceTransformer(modules=[transformer, pooling], device="cpu").save(
        str(folder), create_model_card=False
    )
    return folder


def flip_byte(file: Path, position: int = -1) -> None:
    """Inverts one byte of a file."""
    content = bytearray(file.read_bytes())
    content[position] ^= 0xFF
    file.write_bytes(content)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def as_yaml(value: object) -> str:
    """Plain values as YAML text."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


_HOLD = """
import sys
from pathlib import Path
from knowledge.indexing.versions import VersionStore
with VersionStore(Path(sys.argv[1])).exclusive():
    print("held", flush=True)
    sys.stdin.readline()
    print("released", flush=True)
"""


@contextmanager
def other_builder(index_folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that says when it holds an index folder, and holds it until it is told."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(index_folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def say(process: subprocess.Popen[str]) -> None:
    """Tells a process to go on."""
    assert process.stdin
    process.stdin.write("\n")


def heard(process: subprocess.Popen[str]) -> str:
    """Waits for the next line of a process."""
    assert process.stdout
    return process.stdout.readline().strip()
