"""How much the whole system bears: `python -m tests.load.telegram`.

Every chat asks, waits for the answer, and asks again, as people do. Reports
throughput, latency from the question to its answer, and lost messages.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.e2e.telegram.office import Office, opened

_FIRST_CHAT = 10_000
_WITHIN = 300.0
_QUESTIONS = (
    "Tiêu chí 18 do văn bản nào quy định?",
    "Chỉ tiêu 17.1 vùng Tây Nguyên giai đoạn 2016-2020 là bao nhiêu?",
    "Hà Giang rút ra mấy bài học?",
    "công chức xã phải có bằng gì",
    "quyết định 70123/QĐ-TTg ai ký",
)


def main() -> int:
    """Runs the benchmark; returns 1 if a message was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chats", type=int, default=200)
    parser.add_argument("--each", type=int, default=5, help="questions from each chat")
    parser.add_argument("--think", type=float, default=5.0, help="seconds between two of them")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        extra = {"NTM_TODAY": "2026-11-22", "NTM_TELEGRAM_PER_MINUTE": "1000"}
        with opened(Path(folder), **extra) as office:
            return _run(office, chosen)


def _run(office: Office, chosen: argparse.Namespace) -> int:
    waits: list[float] = []
    lost: list[int] = []
    # The first question after a start pays for what is loaded lazily.
    office.world.say(1, _QUESTIONS[0])
    office.world.last(1, 1, 60)
    started = time.monotonic()
    people = [
        threading.Thread(target=_person, args=(office, number, chosen, waits, lost))
        for number in range(chosen.chats)
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    seconds = time.monotonic() - started
    waits.sort()
    used = {name: _cpu(office, name) for name in ("bot", "rasa", "actions")}
    result = {
        "chats": chosen.chats,
        "questions": chosen.chats * chosen.each,
        "lost": len(lost),
        "seconds": round(seconds, 1),
        "answers_per_second": round(len(waits) / seconds, 1),
        "median_s": round(statistics.median(waits), 2),
        "p95_s": round(waits[int(len(waits) * 0.95)], 2),
        "worst_s": round(waits[-1], 2),
        "cpu_s": used,
        "apologies": sum("đã được giữ lại" in sent.text for sent in office.world.sent),
        "violations": len(office.world.violations),
    }
    print(json.dumps(result) if chosen.json else "\n".join(f"{k}: {v}" for k, v in result.items()))
    return int(bool(lost or office.world.violations))


def _cpu(office: Office, name: str) -> float:
    """Seconds of processor time that a part has used so far."""
    process = getattr(office, name).process
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _person(
    office: Office, number: int, chosen: argparse.Namespace, waits: list[float], lost: list[int]
) -> None:
    world, chat = office.world, _FIRST_CHAT + number
    # People do not all begin in the same second.
    time.sleep(chosen.think * number / chosen.chats)
    for turn in range(chosen.each):
        before = sum(bool(sent.buttons) for sent in world.replies(chat))
        asked = time.monotonic()
        world.say(chat, _QUESTIONS[(number + turn) % len(_QUESTIONS)])
        answered = world.wait_for(
            lambda seen=before: sum(bool(sent.buttons) for sent in world.replies(chat)) > seen,
            _WITHIN,
        )
        if answered:
            waits.append(time.monotonic() - asked)
        else:
            lost.append(chat)
        time.sleep(max(0.0, chosen.think - (time.monotonic() - asked)))


if __name__ == "__main__":
    sys.exit(main())
