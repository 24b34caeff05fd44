"""The table of an evaluation, as Markdown, for the terminal and the README."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.evaluation import scoring
from knowledge.evaluation.scoring import Result

KINDS = {
    0: "hội thoại",
    1: "văn bản quy định tiêu chí",
    2: "yêu cầu của tiêu chí",
    3: "văn bản",
    4: "cấu trúc bộ tiêu chí",
    5: "so sánh",
    6: "công nhận, thu hồi",
    7: "bài báo",
    8: "nội dung văn bản",
    9: "chào hỏi, trợ giúp",
    10: "không được trả lời",
}


def table(results: Sequence[Result]) -> str:
    """Accuracy by kind and style, wrong bases, abstention."""
    questions = [result for result in results if result.case.kind]
    talks = [result for result in results if not result.case.kind]
    rows = [("| Nhóm | Đúng (khoảng tin cậy 95%) |"), "|---|---|"]
    if questions:
        rows.append(f"| Tất cả câu hỏi | {scoring.right(questions)} |")
    for kind, name in KINDS.items():
        of_kind = [result for result in questions if result.case.kind == kind]
        if of_kind:
            rows.append(f"| {kind}. {name} | {scoring.right(of_kind)} |")
    for style, name in (("plain", "có dấu"), ("bare", "không dấu"), ("typo", "có lỗi gõ")):
        of_style = [result for result in questions if result.case.style == style]
        if of_style:
            rows.append(f"| Câu {name} | {scoring.right(of_style)} |")
    if talks:
        rows.append(f"| Hội thoại (mọi lượt đều đúng) | {scoring.dialogues(talks)} |")
    precision, recall = scoring.abstention(results)
    rows.append(f"| Căn cứ sai | {scoring.wrong_basis(results)} |")
    rows.append(f"| Từ chối đúng chỗ (chính xác) | {precision} |")
    rows.append(f"| Từ chối đủ (bao phủ) | {recall} |")
    return "\n".join(rows)


def faults(results: Sequence[Result]) -> str:
    """Every wrong answer with what is wrong."""
    lines = [
        f"{r.case.id} [{r.case.kind}/{r.case.style}/{r.case.split}] {r.turn.question}\n"
        f"    {'; '.join(r.verdict.faults)}\n"
        f"    → {r.answer.outcome}/{r.answer.kind}: {r.answer.text[:160]!r}"
        for r in results
        if not r.verdict.right
    ]
    return "\n".join(lines)
