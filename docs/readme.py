"""Fills the generated parts of README.md, so that they cannot drift.

    python docs/readme.py           writes them
    python docs/readme.py --check   exits 1 if README.md is not up to date

A generated part stands between `<!-- NAME -->` and `<!-- /NAME -->`.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable
from pathlib import Path

from knowledge import settings
from knowledge.assistant import Assistant
from knowledge.corpus.coverage import coverage
from knowledge.evaluation import golden, report, scoring
from knowledge.evaluation.slips import slip
from knowledge.indexing.build import checked_corpus
from knowledge.retrieval.embedding import EmbeddingModel

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
SLIPS = ("a", "b")
REPORTED = ("tests/golden/report.jsonl", "tests/golden/report-dialogues.jsonl")


def settings_table() -> str:
    """Every environment variable with its default and meaning."""
    rows = ["| Biến | Mặc định | Ý nghĩa |", "|---|---|---|"]
    for setting in settings.SETTINGS:
        default = f"`{setting.default}`" if setting.default else "(trống)"
        rows.append(f"| `{setting.name}` | {default} | {setting.meaning} |")
    return "\n".join(rows)


def covered() -> str:
    """What `ntm check` prints for the shipped folder."""
    return f"```\n{coverage(checked_corpus([settings.shipped_documents()]))}\n```"


def targets() -> str:
    """The make targets with what they do."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    found = [re.match(r"([a-z0-9 -]+):.*## (.+)", line) for line in lines]
    rows = sorted((match[1], match[2]) for match in found if match)
    return "\n".join(["| Lệnh | Việc |", "|---|---|", *(f"| `make {n}` | {w} |" for n, w in rows)])


def evaluated() -> str:
    """What `ntm eval` prints for the reported part of the golden questions, with the day."""
    assistant = Assistant(settings.index_folder(), EmbeddingModel(settings.embedding_model()))
    cases = [case for name in REPORTED for case in golden.read(ROOT / name)]

    def asked(typed: Callable[[str], str]) -> list[scoring.Result]:
        return scoring.run(
            cases,
            lambda question, day, context: assistant.ask(question, as_of=day, before=context),
            typed,
        )

    command = f"ntm eval {' '.join(REPORTED)}"
    day = f"{settings.today():%d/%m/%Y}"
    otherwise = [
        ("`--fold` (bỏ dấu mọi câu)", scoring.without_diacritics),
        *(
            (f"`--slips {seed}` (gõ sai một từ mỗi câu)", functools.partial(slip, seed=seed))
            for seed in SLIPS
        ),
    ]
    rows = ["| Cùng bộ, gõ cách khác | Câu hỏi đúng | Hội thoại đúng | Căn cứ sai |"]
    rows.append("|---|---|---|---|")
    rows += [f"| {name} | {_in_short(asked(typed))} |" for name, typed in otherwise]
    table = report.table(asked(scoring.as_it_stands))
    return f"Ngày {day}, `{command}`:\n\n{table}\n\n" + "\n".join(rows)


def _in_short(results: list[scoring.Result]) -> str:
    singles = scoring.right([result for result in results if result.case.kind])
    talks = scoring.dialogues([result for result in results if not result.case.kind])
    return f"{singles} | {talks} | {scoring.wrong_basis(results)}"


PARTS: dict[str, Callable[[], str]] = {
    "settings": settings_table,
    "coverage": covered,
    "targets": targets,
}
# Measured, so not the same on every day: renewed, but not compared.
MEASURED: dict[str, Callable[[], str]] = {"eval": evaluated}


def filled(text: str, parts: dict[str, Callable[[], str]]) -> str:
    """The README with these generated parts renewed."""
    for name, make in parts.items():
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        if not pattern.search(text):
            raise SystemExit(f"README.md: thiếu phần <!-- {name} -->")
        content = make()
        text = pattern.sub(lambda m, content=content: m[1] + content + "\n" + m[2], text)
    return text


def main() -> int:
    """Writes or checks README.md."""
    text = README.read_text(encoding="utf-8")
    fresh = filled(text, PARTS)
    if "--check" in sys.argv[1:]:
        if fresh != text:
            print("README.md chưa cập nhật; hãy chạy 'make readme'", file=sys.stderr)
        return int(fresh != text)
    README.write_text(filled(fresh, MEASURED), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
