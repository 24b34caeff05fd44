"""How messages of other matters, and everyday ones of the field, are met: `make bench-scope`.

Of other matters (`other`) any answer is wrong; to be told that a message of the field (`field`) is
out of scope is wrong as well, be it answered or not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from knowledge import json_lines
from knowledge.answering.answer import Outcome
from knowledge.assistant import Assistant
from knowledge.evaluation.scoring import Share

MESSAGES = Path(__file__).with_name("messages.jsonl")
_MATTERS = {"other": "việc khác", "field": "nông thôn mới, lời hằng ngày"}


def main() -> None:
    """Prints a Markdown table."""
    assistant = Assistant.from_settings()
    asked = json_lines.records(MESSAGES, ("question", "matter"))
    met = Counter((line["matter"], assistant.ask(line["question"]).outcome) for _, line in asked)
    print("\n".join(table(met)))


def table(met: Mapping[tuple[str, Outcome], int]) -> list[str]:
    """Lines of Markdown: the share of each outcome by what the messages are about."""
    outcomes = sorted({outcome for _, outcome in met}, key=lambda outcome: outcome.value)
    head = " | ".join(f"`{outcome.value}`" for outcome in outcomes)
    lines = [f"| Câu hỏi về | {head} |", "|---" * (len(outcomes) + 1) + "|"]
    for matter, name in _MATTERS.items():
        total = sum(met.get((matter, outcome), 0) for outcome in outcomes)
        shares = [str(Share(met.get((matter, outcome), 0), total)) for outcome in outcomes]
        lines.append(f"| {name} | {' | '.join(shares)} |")
    return lines


if __name__ == "__main__":
    main()
