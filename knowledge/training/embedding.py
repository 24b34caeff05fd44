"""Training of the static embedding, and the folder it is shipped in.

A static embedding is one vector a token; a text's vector is their mean,
scaled to length 1. It has no layers to run, so a query costs well under a
millisecond and training takes minutes on one core.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import Progress
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from tokenizers import Tokenizer

from knowledge.settings import today
from knowledge.training.evaluation import Report
from knowledge.training.pairs import Article, Pair

BATCH = 1024
LEARNING_RATE = 0.02
WARM_UP_SHARE = 0.1
# Cosines are multiplied by this before the softmax: the inverse of a temperature of 0.05.
SCALE = 20.0
INITIAL_SPREAD = 0.1

_CARD = """\
---
language: vi
library_name: sentence-transformers
pipeline_tag: sentence-similarity
tags: [sentence-transformers, static-embedding, vietnamese, legal]
---
# Mô hình nhúng tĩnh cho văn bản pháp luật tiếng Việt

Mỗi âm tiết hoặc cặp âm tiết thường gặp là một vectơ {dimension} chiều ({tokens} vectơ); vectơ của
một đoạn là trung bình, độ dài 1. Bộ tách từ tự bỏ dấu, hạ chữ thường và chuẩn hoá Unicode: câu gõ
có dấu, không dấu, NFC hay NFD cho cùng một vectơ. Văn bản rỗng cho vectơ 0.

    SentenceTransformer("knowledge/model", device="cpu").encode(["tiêu chí môi trường"])

## Dữ liệu

{training} điều của {documents} văn bản (luật và văn bản trên Công báo) để huấn luyện;
{held_out} điều của {unseen_documents} văn bản khác để đo, không dùng khi huấn luyện.
Văn bản quy phạm pháp luật và văn bản hành chính không thuộc phạm vi bảo hộ quyền tác giả
(Luật Sở hữu trí tuệ, Điều 15). Kho văn bản không nằm trong mô hình này. Các cặp huấn luyện:
tên điều - nội dung, câu hỏi theo mẫu từ tên điều - một đoạn, hai đoạn của cùng một điều.

## Kết quả

Tìm điều theo tên: {queries} tên điều thuộc văn bản không dùng khi huấn luyện, giữa {passages} điều
(nội dung không kèm tên).

| cách tìm | R@1 | R@10 | MRR@10 |
|---|---|---|---|
{rows}

Dùng một mình, mô hình kém BM25: chỉ nên dùng làm phần nhỏ của điểm tổng hợp.

## Huấn luyện lại

Ngày {date}, trên CPU:

    {command}
"""

TokenIds = NDArray[np.int64]
Example = tuple[TokenIds, TokenIds]


def train_embedding(
    tokenizer: Tokenizer,
    groups: Sequence[Sequence[Pair]],
    *,
    dimension: int,
    epochs: int,
    seed: int,
    batch: int = BATCH,
) -> SentenceTransformer:
    """A model trained with in-batch negatives; the same for the same arguments.

    Args:
        tokenizer: maps texts to the rows of the embedding table.
        groups: pairs; the two texts of a pair attract each other, texts of
            different pairs of one group repel each other.
        dimension: length of the embeddings.
        epochs: passes over all pairs.
        seed: of the initial table and of the order of the batches.
        batch: pairs in a batch.

    Raises:
        ValueError: no pair has tokens on both sides.
    """
    model = _new_model(tokenizer, dimension, seed)
    examples = [_token_ids(tokenizer, group) for group in groups]
    order = random.Random(seed)
    steps = epochs * len(_batches(examples, batch, order))
    if not steps:
        raise ValueError("no pairs to train on")
    loss_of = MultipleNegativesRankingLoss(model, scale=SCALE)
    optimiser = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, LEARNING_RATE, total_steps=steps + 1, pct_start=WARM_UP_SHARE
    )
    model.train()
    with Progress() as progress:
        task = progress.add_task("training", total=steps)
        for _ in range(epochs):
            for drawn in _batches(examples, batch, order):
                sides = [_features(side) for side in zip(*drawn, strict=True)]
                loss = loss_of(sides, torch.empty(0))
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
                schedule.step()
                progress.update(task, advance=1, description=f"training, loss {loss.item():.3f}")
    _round_weights(model)
    return model.eval()


def save_embedding(model: SentenceTransformer, folder: Path, card: str) -> None:
    """Writes the model and its card."""
    folder.mkdir(parents=True, exist_ok=True)
    model.save(str(folder), create_model_card=False)
    (folder / "README.md").write_text(card, encoding="utf-8")


def model_card(
    model: SentenceTransformer,
    report: Report,
    *,
    training: Sequence[Article],
    held_out: Sequence[Article],
    command: str,
) -> str:
    """The README of the model's folder: data, figures, date and command."""
    static = model[0]
    return _CARD.format(
        dimension=static.embedding_dim,
        tokens=static.num_embeddings,
        training=len(training),
        documents=len({article.document for article in training}),
        held_out=len(held_out),
        unseen_documents=len({article.document for article in held_out}),
        queries=report.queries,
        passages=report.passages,
        rows="\n".join(
            f"| {name} | {figures.recall_at_1:.3f} | {figures.recall_at_10:.3f} "
            f"| {figures.mrr_at_10:.3f} |"
            for name, figures in report.rows()
        ),
        date=today().isoformat(),
        command=command,
    )


def _new_model(tokenizer: Tokenizer, dimension: int, seed: int) -> SentenceTransformer:
    generator = torch.Generator().manual_seed(seed)
    table = torch.randn(tokenizer.get_vocab_size(), dimension, generator=generator)
    static = StaticEmbedding(tokenizer, embedding_weights=table * INITIAL_SPREAD)
    return SentenceTransformer(modules=[static, Normalize()], device="cpu")


def _round_weights(model: SentenceTransformer) -> None:
    """Rounds the weights to 16-bit floats, so that git compresses them better.

    They stay 32-bit numbers: sentence-transformers does not cast 16-bit
    weights at load, and normalising the empty text in 16 bits gives NaN.
    """
    with torch.no_grad():
        for weights in model.parameters():
            weights.copy_(weights.half().float())


def _token_ids(tokenizer: Tokenizer, pairs: Sequence[Pair]) -> list[Example]:
    """Each text is tokenized once, not once an epoch."""
    sides = [
        [
            np.array(encoding.ids, dtype=np.int64)
            for encoding in tokenizer.encode_batch(texts, add_special_tokens=False)
        ]
        for texts in ([pair.first for pair in pairs], [pair.second for pair in pairs])
    ]
    return [example for example in zip(*sides, strict=True) if all(map(len, example))]


def _batches(
    groups: Sequence[Sequence[Example]], size: int, order: random.Random
) -> list[list[Example]]:
    """All examples in a new order, each batch from one group; a single example has no negatives."""
    batches = []
    for group in groups:
        shuffled = order.sample(group, len(group))
        batches += [shuffled[start : start + size] for start in range(0, len(shuffled), size)]
    order.shuffle(batches)
    return [batch for batch in batches if len(batch) > 1]


def _features(texts: Sequence[TokenIds]) -> dict[str, torch.Tensor]:
    """What `StaticEmbedding.forward` takes: all token ids in a row, and where each text begins."""
    starts = np.cumsum([0, *(len(text) for text in texts[:-1])])
    return {
        "input_ids": torch.from_numpy(np.concatenate(texts)),
        "offsets": torch.from_numpy(starts),
    }
