"""Everything fails while 50 people ask 1,000 questions: `python -m tests.load.chaos`.

The bot is killed with -9 at random moments, the action server and Rasa are
killed, the database is locked, Telegram fails; at the end every question must
have its answer or an apology that says that there will be none. Each question
names a document of its own, so that its answer can be told from all others.
"""

from __future__ import annotations

import argparse
import collections
import random
import re
import sqlite3
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.e2e.telegram.office import Office, opened
from tests.e2e.telegram.server import TOKEN
from tests.e2e.telegram.world import World

_FIRST_CHAT = 1_000
_NUMBER = re.compile(r"\b(7\d{4})/QĐ-TTg")
_PROMISE = "đã được giữ lại"


def main() -> int:
    """Runs the chaos; returns 0 if nothing was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=1000)
    parser.add_argument("--chats", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=240.0, help="how long things fail")
    parser.add_argument("--telegram-down", type=float, default=120.0)
    parser.add_argument("--patience", type=float, default=600.0, help="seconds to wait at the end")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        extra = {"NTM_TODAY": "2026-11-22", "NTM_TELEGRAM_PER_MINUTE": "1000"}
        with opened(Path(folder), **extra) as office:
            return _run(office, chosen)


def _run(office: Office, chosen: argparse.Namespace) -> int:
    chance = random.Random(chosen.seed)
    world = office.world
    numbers = range(70_000, 70_000 + chosen.questions)
    asked = threading.Thread(target=_ask, args=(world, numbers, chosen), daemon=True)
    started = time.monotonic()
    asked.start()
    events = _torment(office, chance, chosen)
    asked.join()
    print(f"{time.monotonic() - started:6.1f}s mọi thứ chạy lại, chờ trả lời nốt…", flush=True)
    world.faults.__init__()
    everything = set(numbers)
    world.wait_for(lambda: _answered(world) >= everything, chosen.patience)
    office.settle(60)
    return _report(office, everything, events, time.monotonic() - started)


def _ask(world: World, numbers: range, chosen: argparse.Namespace) -> None:
    pause = chosen.seconds / len(numbers)
    for position, number in enumerate(numbers):
        world.say(_FIRST_CHAT + position % chosen.chats, f"Quyết định {number}/QĐ-TTg ai ký?")
        time.sleep(pause)


def _torment(office: Office, chance: random.Random, chosen: argparse.Namespace) -> dict[str, int]:
    """Lets things fail until the time is over; everything runs again afterwards."""
    events: dict[str, int] = collections.Counter()
    world = office.world
    world.faults.too_many = 0.03
    world.faults.errors = 0.03
    world.faults.broken = 0.02
    world.faults.slow = 0.2
    world.faults.duplicates = 0.1
    world.faults.shuffled = True
    end = time.monotonic() + chosen.seconds
    telegram_down_at = time.monotonic() + chosen.seconds * 0.3
    while time.monotonic() < end:
        time.sleep(chance.uniform(1.0, 4.0))
        if telegram_down_at and time.monotonic() > telegram_down_at:
            world.faults.down_until = time.monotonic() + chosen.telegram_down
            telegram_down_at = 0.0
            events["Telegram ngừng"] += 1
        happens = chance.choices(["bot", "actions", "rasa", "database"], weights=[10, 2, 1, 2])[0]
        events[happens] += 1
        if happens == "bot":
            office.bot.kill()
            time.sleep(chance.uniform(0.0, 0.5))
            office.bot.start()
        elif happens == "database":
            _lock(office, chance.uniform(1.0, 5.0))
        else:
            part = getattr(office, happens)
            part.kill()
            time.sleep(chance.uniform(1.0, 3.0))
            # Not waited for: the bot is killed while Rasa is still loading, too.
            part.start(wait=False)
    if office.bot.process is None or office.bot.process.poll() is not None:
        office.bot.start()
    return events


def _lock(office: Office, seconds: float) -> None:
    database = sqlite3.connect(office.database, timeout=10, isolation_level=None)
    try:
        database.execute("BEGIN EXCLUSIVE")
        time.sleep(seconds)
        database.execute("ROLLBACK")
    finally:
        database.close()


def _answered(world: World) -> set[int]:
    """The questions that have an answer or a final apology."""
    with world.lock:
        return {
            int(number)
            for sent in world.sent
            if _PROMISE not in sent.text
            for number in _NUMBER.findall(sent.text)
        }


def _report(office: Office, everything: set[int], events: dict[str, int], seconds: float) -> int:
    world = office.world
    lost = sorted(everything - _answered(world))
    finals = collections.Counter(
        number
        for sent in world.sent
        if _PROMISE not in sent.text and sent.buttons
        for number in set(_NUMBER.findall(sent.text))
    )
    promises = sum(_PROMISE in sent.text for sent in world.sent)
    disorder = _disorder(world)
    print(f"thời gian: {seconds:.0f} s; sự cố: {dict(events)}")
    print(f"câu hỏi: {len(everything)}; được trả lời: {len(everything) - len(lost)}")
    print(f"lời xin lỗi trong lúc chờ: {promises}; tin nhắn đã gửi: {len(world.sent)}")
    print(f"trả lời lặp (bị giết giữa lúc gửi và ghi): {sum(finals.values()) - len(finals)}")
    print(f"câu trả lời sai thứ tự trong một cuộc trò chuyện: {disorder}")
    print(f"vi phạm quy định của Telegram: {len(world.violations)} {world.violations[:3]}")
    print(f"còn mở trong cơ sở dữ liệu: {office.open_updates()}")
    leaked = TOKEN.partition(":")[2] in office.bot_log
    print(f"token trong nhật ký: {'CÓ' if leaked else 'không'}")
    print(f"MẤT: {len(lost)} {lost[:20]}")
    return int(bool(lost or world.violations or leaked))


def _disorder(world: World) -> int:
    """Answers that came before the answer to an earlier question of the same chat."""
    highest: dict[int, int] = {}
    seen: set[int] = set()
    wrong = 0
    for sent in world.sent:
        if _PROMISE in sent.text:
            continue
        for number in map(int, _NUMBER.findall(sent.text)[:1]):
            if number in seen:
                continue
            seen.add(number)
            wrong += number < highest.get(sent.chat_id, 0)
            highest[sent.chat_id] = max(number, highest.get(sent.chat_id, 0))
    return wrong


if __name__ == "__main__":
    sys.exit(main())
