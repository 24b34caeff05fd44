"""The model card: the README of the model's folder, with data, figures and how it was made."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.settings import today
from knowledge.training.articles import Article
from knowledge.training.embedding import Trained
from knowledge.training.evaluation import Report
from knowledge.training.material import Material

CURVE = "loss.png"

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

- {training} điều của {documents} văn bản (luật và văn bản trên Công báo) để huấn luyện;
  {held_out} điều của {unseen_documents} văn bản khác để đo, không dùng khi huấn luyện.
- {asked} câu hỏi do mô hình ngôn ngữ đặt bằng lời người dân và cán bộ về {asked_about} điều
  (`knowledge/training/asked.jsonl`).
- {passages_of_folder} đoạn của kho tri thức với {written} câu hỏi ví dụ.
- {terms} từ trong văn bản với {ways} cách nói hằng ngày (`knowledge/training/everyday.yaml`).

Văn bản quy phạm pháp luật và văn bản hành chính không thuộc phạm vi bảo hộ quyền tác giả
(Luật Sở hữu trí tuệ, Điều 15). Kho văn bản không nằm trong mô hình này.

## Cách huấn luyện

Bảng vectơ khởi đầu bằng phân tích ngữ nghĩa tiềm ẩn (LSA) của các điều. Sau đó học tương phản: câu
hỏi được tạo từ tên điều, từ một phần câu trong điều, hoặc từ cả hai; bớt từ, thay từ của luật bằng
cách nói hằng ngày, thêm lời hỏi; đoạn đúng thường thiếu chính cái tên hay câu đã dùng để hỏi. Một
nửa mỗi lô là câu hỏi viết sẵn. Đoạn sai là các đoạn khác trong lô, cùng những đoạn trùng chữ với
câu hỏi viết sẵn mà không phải đoạn đúng. Các cách khác đã thử: `docs/huan-luyen-mo-hinh.md`.

Hàm mất mát (nat) theo lượt; nét đậm là trung bình trượt:

![Hàm mất mát theo lượt]({curve})

## Kết quả

Tìm điều theo tên: {queries} tên điều thuộc văn bản không dùng khi huấn luyện, giữa {passages} điều
(nội dung không kèm tên).

{titles}
{by_question}
## Huấn luyện lại

Ngày {date}, trên CPU, {epochs} lượt, {steps} bước; dừng giữa chừng thì chạy tiếp từ lượt đã xong:

    {command}
"""
_ASKED = """
Tìm điều bằng câu hỏi: {queries} câu hỏi bằng lời người dân và cán bộ về các văn bản không dùng khi
huấn luyện, giữa
{passages} điều (kèm tên văn bản và tên điều).

{table}
"""


def model_card(
    trained: Trained,
    material: Material,
    titles: Report,
    asked: Report | None,
    *,
    epochs: int,
    command: str,
) -> str:
    """The text of the card.

    Args:
        trained: the model and its losses.
        material: what it was trained on.
        titles: figures of searching by title.
        asked: figures of searching with people's questions, where there are some.
        epochs: passes over the data.
        command: what trains it again.
    """
    static = trained.model[0]
    return _CARD.format(
        dimension=static.embedding_dim,
        tokens=static.num_embeddings,
        training=len(material.training),
        documents=_documents(material.training),
        held_out=len(material.held_out),
        unseen_documents=_documents(material.held_out),
        asked=sum(map(len, material.asked.values())),
        asked_about=len(material.asked),
        passages_of_folder=len(material.folder),
        written=sum(len(source.questions) for source in material.folder),
        terms=len(material.everyday.ways),
        ways=sum(map(len, material.everyday.ways.values())),
        curve=CURVE,
        queries=titles.queries,
        passages=titles.passages,
        titles=_table(titles),
        by_question=""
        if asked is None
        else _ASKED.format(queries=asked.queries, passages=asked.passages, table=_table(asked)),
        date=today().isoformat(),
        epochs=epochs,
        steps=len(trained.losses),
        command=command,
    )


def _documents(articles: Sequence[Article]) -> int:
    return len({article.document for article in articles})


def _table(report: Report) -> str:
    rows = [
        f"| {name} | {figures.recall_at_1:.3f} | {figures.recall_at_10:.3f} "
        f"| {figures.mrr_at_10:.3f} |"
        for name, figures in report.rows()
    ]
    return "\n".join(["| cách tìm | R@1 | R@10 | MRR@10 |", "|---|---|---|---|", *rows])
