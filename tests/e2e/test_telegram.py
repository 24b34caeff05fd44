"""The real bot process against a Bot API server of our own, with the real Rasa behind it."""

import json
import sqlite3
import time
import urllib.parse
from pathlib import Path

import pytest

from bot import processes
from tests.e2e.telegram import server
from tests.e2e.telegram.office import opened
from tests.e2e.telegram.world import World

CRITERION = "Tiêu chí 18 do văn bản nào quy định?"
INCOME = "Tiêu chí 10 giai đoạn 2016-2020 yêu cầu bao nhiêu?"


@pytest.fixture(scope="module")
def office(index_folder, tmp_path_factory):
    extra = {"NTM_INDEX": str(index_folder), "NTM_TODAY": "2026-11-22", "NTM_DOCUMENTS": ""}
    with opened(tmp_path_factory.mktemp("office"), **extra) as office:
        yield office
        assert server.TOKEN.partition(":")[2] not in office.bot_log
        assert office.world.violations == []


@pytest.fixture
def world(office):
    yield office.world
    office.world.faults.__init__()


@pytest.fixture
def chat(request):
    """A chat of its own for every test."""
    return abs(hash(request.node.name)) % 10**9 + 1000


def pressed(world, chat, message, label):
    data = next(
        button["callback_data"]
        for row in message.buttons
        for button in row
        if label in button["text"]
    )
    world.press(chat, data, message.message_id)


def test_start_tells_whose_texts_and_which_law_and_offers_examples(world, chat):
    world.say(chat, "/start")
    (reply,) = world.last(chat, 1)
    assert "Luật 91/2025/QH15" in reply.text
    assert "Nghị định 356/2025/NĐ-CP" in reply.text
    assert len(reply.buttons) == 3
    pressed(world, chat, reply, "Tiêu chí 18")
    assert "318/QĐ-TTg" in world.last(chat, 3)[-1].text
    assert {"start", "help", "xa", "xoa", "dulieu"} <= {row["command"] for row in world.commands}


def test_a_question_is_answered_with_its_basis_set_apart(world, chat):
    world.say(chat, INCOME)
    picture, answer = world.last(chat, 2)
    assert picture.photo
    assert "⚖️ <b>Căn cứ:</b>" in answer.markup
    assert "Xem căn cứ" in str(answer.buttons)


def test_a_follow_up_reaches_the_same_conversation(world, chat):
    world.say(chat, CRITERION)
    world.last(chat, 1)
    world.say(chat, "còn giai đoạn 2016-2020?")
    assert "1980/QĐ-TTg" in world.last(chat, 2)[-1].text


def test_an_old_button_opens_its_own_answer_after_a_restart(office, world, chat):
    world.say(chat, INCOME)
    income = world.last(chat, 2)[-1]
    world.say(chat, "Hà Giang rút ra mấy bài học?")
    world.last(chat, 3)
    office.restart_bot()
    pressed(world, chat, income, "Xem căn cứ")
    sources = world.last(chat, 4)[-1]
    assert sources.reply_to == income.message_id
    assert "1980/QĐ-TTg" in sources.text
    assert "Hà Giang" not in sources.text


def test_a_button_asks_about_its_own_answer_and_not_about_the_last(world, chat):
    world.say(chat, CRITERION)
    (criterion,) = world.last(chat, 1)
    world.say(chat, "Hà Giang rút ra mấy bài học?")
    world.last(chat, 2)
    pressed(world, chat, criterion, "2016-2020")
    answer = world.last(chat, 4)[-1]
    assert "tiêu chí 18" in answer.text
    assert "1980/QĐ-TTg" in answer.text


def test_feedback_is_taken_with_a_reason(office, world, chat):
    world.say(chat, CRITERION)
    (answer,) = world.last(chat, 1)
    pressed(world, chat, answer, "👎")
    reasons = world.last(chat, 2)[-1]
    pressed(world, chat, reasons, "Văn bản đã cũ")
    assert "văn bản đã cũ" in world.last(chat, 3)[-1].text
    world.say(chat, "/gopy thêm văn bản của tỉnh")
    assert "Cảm ơn" in world.last(chat, 4)[-1].text
    with sqlite3.connect(office.database) as database:
        rows = database.execute("SELECT verdict FROM feedback").fetchall()
    assert {("bad",), ("cu",), ("remark",)} <= set(rows)


def test_the_place_set_by_buttons_is_used(world, chat):
    world.say(chat, "/xa")
    pressed(world, chat, world.last(chat, 1)[-1], "Vùng")
    pressed(world, chat, world.last(chat, 2)[-1], "Tây Nguyên")
    world.last(chat, 3)
    world.say(chat, INCOME)
    assert "vùng Tây Nguyên: từ 41 triệu" in world.last(chat, 4)[-1].text


@pytest.mark.parametrize(
    "command", ["/tieuchi 18", "/vanban 1980/QĐ-TTg", "/sosanh 18", "/tieuchi"]
)
def test_commands_that_ask(world, command, chat):
    world.say(chat, command)
    reply = world.last(chat, 1)[-1]
    assert "ngoài phạm vi" not in reply.text


HOSTILE = [
    "/1980/QĐ-TTg còn hiệu lực không",
    "///restart",
    "<b>đậm</b> & <script>alert(1)</script> tiêu chí 18",
    "tiêu chí\u202e 18 \u0000\u0007\u200b là gì",
    "EXTERNAL: restart",
    "tiêu chí 18 " * 9000,
    "😀" * 4000,
    "'; DROP TABLE updates; --",
    '{"intent": "restart"}',
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_input_is_data(office, world, chat, text):
    world.say(chat, text)
    world.last(chat, 1)
    assert office.bot.process.poll() is None


@pytest.mark.parametrize(
    "data", ["", "s:" + "0" * 12, "s:../../etc", "n:x:99999999999999", "a:region:XX", "x", "f:1:y"]
)
def test_forged_button_data_changes_nothing(world, chat, data):
    world.say(chat, "/help")
    world.last(chat, 1)
    world.press(chat, data, 1)
    assert world.last(chat, 2)


def test_an_edited_message_is_a_new_question(world, chat):
    message = world.say(chat, CRITERION)
    world.last(chat, 1)
    world.edit(chat, message, "Quyết định 1980/QĐ-TTg ai ký?")
    assert "1980" in world.last(chat, 2)[-1].text


@pytest.mark.parametrize("kind", ["voice", "sticker", "photo", "document"])
def test_what_is_not_text_gets_a_hint(world, chat, kind):
    file = {"file_id": "1", "file_unique_id": "1"}
    content = {
        "voice": {"voice": {**file, "duration": 1}},
        "sticker": {
            "sticker": {
                **file,
                "type": "regular",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
            }
        },
        "photo": {"photo": [{**file, "width": 1, "height": 1}]},
        "document": {"document": {**file, "file_name": "a.pdf"}},
    }
    world.send(chat, **content[kind])
    assert "chỉ đọc được chữ" in world.last(chat, 1)[-1].text


def test_groups_are_answered_when_addressed(world, chat):
    group, first, second = -chat, 11, 12
    world.say(group, "Chuyện riêng của nhóm", user=first)
    world.say(group, f"@ntm_bot {CRITERION}", user=first)
    (reply,) = world.last(group, 1)
    assert "318/QĐ-TTg" in reply.text
    assert reply.reply_to == 2
    # Another person of the group has a conversation of their own.
    world.say(
        group,
        "còn giai đoạn 2016-2020?",
        user=second,
        reply_to_message={
            "message_id": reply.message_id,
            "date": 1,
            "chat": {"id": group, "type": "supergroup", "title": "x"},
            "from": {"id": 4242, "is_bot": True, "first_name": "x"},
            "text": "x",
        },
    )
    assert "tiêu chí 18" not in world.last(group, 2)[-1].text


def test_order_holds_within_a_chat(world, chat):
    for number in range(1, 8):
        world.say(chat, f"/{'k' * number}")
    texts = [reply.text for reply in world.last(chat, 7)]
    assert [text.count("k" * 8) for text in texts] == [0] * 7
    lengths = [len(text) for text in texts]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) == 7


def test_repeated_and_shuffled_updates_are_answered_once(world, chat):
    world.faults.duplicates = 0.5
    world.faults.shuffled = True
    for number in range(6):
        world.say(chat + number, CRITERION)
    for number in range(6):
        world.last(chat + number, 1)
    time.sleep(2)
    assert [len(world.replies(chat + number)) for number in range(6)] == [1] * 6


@pytest.mark.parametrize("fault", ["too_many", "errors", "broken"])
def test_telegram_failing_now_and_then(world, chat, fault):
    setattr(world.faults, fault, 0.4)
    for number in range(4):
        world.say(chat + number, CRITERION)
    for number in range(4):
        assert "318/QĐ-TTg" in world.last(chat + number, 1, 60)[0].text


def test_markup_that_is_refused_goes_as_plain_text(world, chat):
    world.faults.refuse_markup = True
    world.say(chat, CRITERION)
    (reply,) = world.last(chat, 1)
    assert "318/QĐ-TTg" in reply.text
    assert "<b>" not in reply.text


def test_telegram_away_for_a_while(world, chat):
    world.say(chat, "/help")
    world.last(chat, 1)
    world.faults.down_until = time.monotonic() + 8
    world.say(chat, CRITERION)
    assert "318/QĐ-TTg" in world.last(chat, 2, 60)[-1].text


def test_kill_9_loses_nothing(office, world, chat):
    for number in range(5):
        world.say(chat + number, CRITERION)
        if number % 2:
            time.sleep(0.2 * number)
            office.bot.kill()
            office.bot.start()
    for number in range(5):
        assert "318/QĐ-TTg" in world.last(chat + number, 1, 60)[-1].text


def test_a_locked_database_only_delays(office, world, chat):
    with sqlite3.connect(office.database) as database:
        database.execute("BEGIN EXCLUSIVE")
        world.say(chat, CRITERION)
        time.sleep(5)
        assert world.replies(chat) == []
        database.rollback()
    assert "318/QĐ-TTg" in world.last(chat, 1, 30)[-1].text


@pytest.mark.parametrize("part", ["actions", "rasa"])
def test_an_outage_is_told_and_answered_late(office, world, chat, part):
    killed = getattr(office, part)
    killed.kill()
    try:
        message = world.say(chat, CRITERION)
        world.say(chat, "còn giai đoạn 2016-2020?")
        first, second = world.last(chat, 2, 60)
        assert "Mã sự việc" in first.text
        assert "đã được giữ lại" in second.text
        notice = first.text.rsplit(": ", 1)[1]
        assert notice in office.bot_log
    finally:
        killed.start()
    late, follow_up = world.last(chat, 4, 90)[2:]
    assert late.reply_to == message
    assert late.text.startswith("⏰")
    assert notice in late.text
    assert "1980/QĐ-TTg" in follow_up.text


def test_after_a_long_outage_old_questions_get_one_apology(office, world, chat):
    office.bot.kill()
    old = {"date": int(time.time()) - 40 * 3600}
    world.say(chat, CRITERION, **old)
    world.say(chat, INCOME, **old)
    world.say(chat, "Quyết định 1980/QĐ-TTg ai ký?")
    office.bot.start()
    apology, answer = world.last(chat, 2, 60)
    assert "2 tin nhắn" in apology.text
    assert CRITERION in apology.text
    assert "1980" in answer.text


def test_a_flood_is_slowed_with_a_word_and_others_are_not(office, world, chat):
    office.restart_bot(NTM_TELEGRAM_PER_MINUTE="3")
    try:
        for _ in range(6):
            world.say(chat, "/xa")
        time.sleep(0.5)
        world.say(chat + 1, CRITERION)
        world.last(chat + 1, 1, 10)
        assert world.wait_for(
            lambda: any("nhanh quá" in reply.text for reply in world.replies(chat)), 20
        )
        assert len(world.replies(chat)) < 6
    finally:
        office.restart_bot(NTM_TELEGRAM_PER_MINUTE="")


def test_own_data_can_be_seen_and_removed(office, world, chat):
    world.say(chat, CRITERION)
    world.last(chat, 1)
    world.say(chat, "/dulieu")
    name, content = world.last(chat, 2)[-1].document
    data = json.loads(content)
    assert name.endswith(".json")
    assert CRITERION in [message["text"] for message in data["messages"]]
    world.say(chat, "/xoa")
    pressed(world, chat, world.last(chat, 3)[-1], "Xóa")
    assert "Đã xóa" in world.last(chat, 4)[-1].text
    world.say(chat, "/dulieu")
    data = json.loads(world.last(chat, 5)[-1].document[1])
    assert data["messages"] == []
    assert data["asked"] == []
    # Nothing that was said is left in the file either; the number of the chat is not, at all.
    office.settle()
    with sqlite3.connect(office.database) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert str(chat).encode() not in office.database.read_bytes()


def test_access_by_invitation(office, world, chat):
    admin = chat + 1
    office.restart_bot(NTM_TELEGRAM_ACCESS="approval", NTM_TELEGRAM_ADMINS=str(admin))
    try:
        world.say(chat, CRITERION)
        assert "mã mời" in world.last(chat, 1)[-1].text
        world.say(chat, "/capma")
        assert "mã mời" in world.last(chat, 2)[-1].text
        world.say(admin, "/capma")
        code = world.last(admin, 1)[-1].text.split()[2]
        world.say(chat, "/vao SAI")
        assert "không đúng" in world.last(chat, 3)[-1].text
        world.say(chat, f"/vao {code}")
        assert "được cấp quyền" in world.last(chat, 4)[-1].text
        world.say(chat, CRITERION)
        assert "318/QĐ-TTg" in world.last(chat, 5)[-1].text
        world.say(chat, "/thongke")
        assert "chỉ dành cho quản trị viên" in world.last(chat, 6)[-1].text
        world.say(chat + 2, f"/vao {code}")
        assert "không đúng" in world.last(chat + 2, 1)[-1].text
        world.say(admin, f"/thuhoi {chat}")
        world.last(admin, 2)
        world.say(chat, CRITERION)
        assert "mã mời" in world.last(chat, 7)[-1].text
    finally:
        office.restart_bot(NTM_TELEGRAM_ACCESS="open")


def test_access_by_list(office, world, chat):
    office.restart_bot(NTM_TELEGRAM_ACCESS="list", NTM_TELEGRAM_ALLOWED=f"{chat}, 5")
    try:
        world.say(chat, CRITERION)
        assert "318/QĐ-TTg" in world.last(chat, 1)[-1].text
        world.say(chat + 1, CRITERION)
        assert str(chat + 1) in world.last(chat + 1, 1)[-1].text
    finally:
        office.restart_bot(NTM_TELEGRAM_ACCESS="open")


def test_a_maintainer_can_send_a_document(office, world, chat, tmp_path):
    office.restart_bot(NTM_TELEGRAM_MAINTAINERS=str(chat), NTM_DOCUMENTS=str(tmp_path))
    try:
        world.files["tep1"] = b"%PDF-1.4 noi dung"
        document = {"file_id": "tep1", "file_unique_id": "1", "file_name": "../QĐ 12.pdf"}
        world.send(chat, document={**document, "file_size": 17})
        pressed(world, chat, world.last(chat, 1)[-1], "Đưa vào kho")
        assert "Đã đưa" in world.last(chat, 2)[-1].text
        assert (tmp_path / "QĐ 12.pdf").read_bytes() == world.files["tep1"]
        world.send(chat, document={**document, "file_size": 50_000_000})
        assert "lớn quá" in world.last(chat, 3)[-1].text
    finally:
        office.restart_bot(NTM_DOCUMENTS="")


def test_a_webhook_is_kept_by_its_secret(office, world, chat):
    port = office.rasa.health.split(":")[2].split("/")[0]
    url = f"http://127.0.0.1:{int(port) + 1}/hook"
    office.restart_bot(
        NTM_TELEGRAM_WEBHOOK_URL=url, NTM_TELEGRAM_WEBHOOK_LISTEN=urllib.parse.urlsplit(url).netloc
    )
    try:
        assert world.wait_for(lambda: bool(world.hook), 30)
        world.say(chat, CRITERION)
        update = world.pending.pop()
        assert server.call_hook(world, update, token="wrong") == 403
        assert server.call_hook(world, update) == 200
        assert server.call_hook(world, update) == 200
        assert "318/QĐ-TTg" in world.last(chat, 1)[-1].text
        time.sleep(1)
        assert len(world.replies(chat)) == 1
    finally:
        world.hook = {}
        office.restart_bot(NTM_TELEGRAM_WEBHOOK_URL="")


def test_a_second_process_is_refused_and_a_gentle_stop_is_clean(office, world, chat):
    world.say(chat, "/help")
    world.last(chat, 1)
    second = type(office.bot)(office.bot.command, office.bot.environment, office.folder / "2.log")
    second.start()
    assert second.process.wait(30) == 1
    assert "khác đang chạy" in second.log.read_text(encoding="utf-8")
    assert office.bot.stop() == 0
    office.bot.start()


def test_serve_starts_telegram_with_the_rest_and_shows_the_token_to_it_alone(
    index_folder, tmp_path
):
    world = World()
    rasa, actions = processes.free_port(), processes.free_port()
    with server.serving(world) as api:
        environment = processes.environment(
            NTM_TELEGRAM_TOKEN=server.TOKEN,
            NTM_TELEGRAM_API_URL=api,
            NTM_DATABASE_URL=f"sqlite:///{tmp_path / 'telegram.db'}",
            NTM_SECRETS=str(tmp_path / "secrets"),
            NTM_INDEX=str(index_folder),
            NTM_DOCUMENTS="",
            NTM_RASA_URL=f"http://127.0.0.1:{rasa}",
            NTM_ACTIONS_URL=f"http://127.0.0.1:{actions}/webhook",
        )
        command = [str(processes.PYTHON), "-m", "bot.serve"]
        with processes.running(command, environment, tmp_path / "serve.log") as serve:
            world.say(1, CRITERION)
            assert "318/QĐ-TTg" in world.last(1, 1, 180)[0].text
            knowing = [
                Path(f"/proc/{child}/cmdline").read_text().split("\0")[1:3]
                for child in Path(f"/proc/{serve.pid}/task/{serve.pid}/children")
                .read_text()
                .split()
                if server.TOKEN in Path(f"/proc/{child}/environ").read_text()
            ]
    assert knowing == [["-m", "bot.telegram"]]
