"""A day of a commune official against the running system: `python -m tests.e2e.telegram.day`.

Prints the transcript; the pictures are written to the folder given by `--pictures`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import textwrap
from pathlib import Path

from tests.e2e.telegram.office import Office, opened
from tests.e2e.telegram.world import Sent, World

_CHAT = 2026
_WIDTH = 96
# The script types faster than an official.
_SETTINGS = {"NTM_TELEGRAM_PER_MINUTE": "1000", "NTM_TODAY": "2026-11-22"}


class Day:
    """The official's side of the chat."""

    def __init__(self, office: Office, pictures: Path):
        self.office = office
        self.world: World = office.world
        self.pictures = pictures
        self.printed = 0

    def clock(self, time: str, what: str) -> None:
        print(f"\n── {time} · {what} " + "─" * max(0, _WIDTH - len(what) - len(time) - 7))

    def says(self, text: str) -> list[Sent]:
        """Says something and waits for the replies."""
        print(f"\n  Cán bộ: {text}")
        return self._replies(lambda: self.world.say(_CHAT, text))

    def sends(self, what: str, **content: object) -> list[Sent]:
        """Sends something that is not text."""
        print(f"\n  Cán bộ: [{what}]")
        return self._replies(lambda: self.world.send(_CHAT, **content))

    def presses(self, message: Sent, label: str) -> list[Sent]:
        """Presses the button under a message whose text contains the label."""
        button = next(b for row in message.buttons for b in row if label in b["text"])
        print(f"\n  Cán bộ bấm: [{button['text']}]")
        data = button["callback_data"]
        return self._replies(lambda: self.world.press(_CHAT, data, message.message_id))

    def _replies(self, act: object) -> list[Sent]:
        before = len(self.world.replies(_CHAT))
        act()  # type: ignore[operator]
        self.world.wait_for(lambda: not self.world.pending, 30)
        self.office.settle()
        replies = self.world.replies(_CHAT)[before:]
        for reply in replies:
            self._show(reply)
        return replies

    def _show(self, sent: Sent) -> None:
        print()
        if sent.photo:
            self.printed += 1
            file = self.pictures / f"hinh-{self.printed}.png"
            file.write_bytes(sent.photo)
            print(f"  Trợ lý: [hình: {file}]")
        if sent.document:
            print(f"  Trợ lý: [tệp: {sent.document[0]}, {len(sent.document[1])} byte]")
        for line in sent.text.splitlines():
            wrapped = textwrap.wrap(line, _WIDTH - 10) or [""]
            for part in wrapped:
                print(f"          {part}")
        for row in sent.buttons:
            print("          " + " ".join(f"[{button['text']}]" for button in row))


def play(day: Day) -> None:
    """The day, from the morning to the evening."""
    day.clock("07:30", "lần đầu mở trợ lý")
    (start,) = day.says("/start")
    day.presses(start, "Tiêu chí 18")
    day.says("/xa")
    place = day.world.replies(_CHAT)[-1]
    (choice,) = day.presses(place, "Tỉnh, thành phố")
    day.presses(choice, "Lào Cai")

    day.clock("08:15", "lập hồ sơ tiêu chí 18")
    day.says("tc 18 theo qd nao vay em")
    day.says("còn giai đoạn trước?")
    answer = day.says("/sosanh 18")[-1]
    day.presses(answer, "Xem căn cứ")

    day.clock("09:40", "thu nhập và nước sạch")
    income = day.says("thu nhap binh quan giai doan 2016-2020 phai dat bao nhieu")[-1]
    day.says("chỉ tiêu 17.1 vùng Tây Nguyên giai đoạn 2016-2020")
    day.presses(income, "Xem căn cứ")

    day.clock("10:30", "hiệu lực văn bản")
    day.says("/vanban 1980/QĐ-TTg")
    day.says("nghị định 33/2023 thay thế văn bản nào")
    day.says("tiêu chí 40 là gì")
    day.says("quyết định 70123/QĐ-TTg ai ký")

    day.clock("13:45", "những thứ trợ lý không làm")
    voice = {"file_id": "v", "file_unique_id": "v", "duration": 4}
    day.sends("tin nhắn thoại 4 giây", voice=voice)
    day.says("thời tiết hôm nay thế nào")
    bad = day.says("Hà Giang rút ra mấy bài học?")[-1]
    (why,) = day.presses(bad, "👎")
    day.presses(why, "Khó hiểu")

    day.clock("15:20", "Rasa bị ngừng giữa chừng")
    day.office.rasa.kill()
    before = len(day.world.replies(_CHAT))
    print("\n  Cán bộ: Quyết định 318/QĐ-TTg có hiệu lực từ khi nào?")
    day.world.say(_CHAT, "Quyết định 318/QĐ-TTg có hiệu lực từ khi nào?")
    day.world.last(_CHAT, before + 1)
    day.office.rasa.start()
    day.office.settle(120)
    for reply in day.world.replies(_CHAT)[before:]:
        day._show(reply)

    day.clock("16:50", "cuối ngày")
    day.says("cảm ơn nhé")
    day.says("/dulieu")
    (sure,) = day.says("/xoa")
    day.presses(sure, "Xóa")


def main() -> int:
    """Plays the day.

    Returns:
        The exit status: 1 if the server saw something that Telegram refuses.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, default=Path("var/ngay"), metavar="THƯ_MỤC")
    chosen = parser.parse_args()
    chosen.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder), **_SETTINGS) as office:
        play(Day(office, chosen.pictures))
        print(f"\nVi phạm quy định của Telegram: {office.world.violations or 'không'}")
        return int(bool(office.world.violations))


if __name__ == "__main__":
    sys.exit(main())
