import asyncio
import datetime as dt

import pytest

from bot.telegram import buttons
from bot.telegram.handlers import documents, router
from bot.telegram.incoming import read
from bot.telegram.options import Access
from knowledge.questions.entry import Reason
from knowledge.questions.record import Record
from knowledge.questions.recorder import recorder
from tests.unit.telegram.conftest import BOT_ID, BOT_NAME
from tests.unit.telegram.updates import message, press


def handle(desk, update):
    return asyncio.run(router.handle(desk, read(update, BOT_ID, BOT_NAME)))


def keep(desk, answer):
    return asyncio.run(desk.answers.keep(answer))


def test_the_notice_names_the_law_and_the_days(make_desk):
    (reply,) = handle(make_desk(retention_days=30), message("/start"))
    for words in ("91/2025/QH15", "356/2025/NĐ-CP", "30 ngày", "/xoa"):
        assert words in reply.html
    assert len(reply.buttons) == 3


@pytest.mark.parametrize(
    ("command", "question"),
    [
        ("/tieuchi 18", "Tiêu chí 18 quy định gì?"),
        ("/tieuchi 17.1 Tây Nguyên", "Chỉ tiêu 17.1 Tây Nguyên quy định gì?"),
        ("/vanban 1980/QĐ-TTg", "văn bản 1980/QĐ-TTg còn hiệu lực không?"),
        ("/sosanh 18", "tiêu chí 18 giai đoạn này khác giai đoạn trước thế nào?"),
    ],
)
def test_commands_become_questions(desk, rasa, command, question):
    handle(desk, message(command))
    assert rasa.asked == [(question, {"place": {}, "context": {}})]


@pytest.mark.parametrize("command", ["/vanban", "/sosanh"])
def test_commands_without_their_object_say_what_they_need(desk, rasa, command):
    assert command in handle(desk, message(command))[0].html
    assert rasa.asked == []


def test_a_button_brings_the_context_of_its_own_answer(desk, rasa, answer):
    digest = keep(desk, answer)
    shown, _ = handle(desk, press(buttons.data(buttons.PERIOD, digest, "2016-2020")))
    assert "còn giai đoạn 2016-2020?" in shown.html
    assert rasa.asked == [("còn giai đoạn 2016-2020?", {"place": {}, "context": answer["context"]})]


@pytest.mark.parametrize(
    "data",
    ["", "p:{}:2016", "l:{}:huyen", "r:{}:XX", "n:{}:9", "n:{}:" + "9" * 50, "e:7", "a:x:y", "z"],
)
def test_forged_data_asks_nothing(desk, rasa, answer, data):
    digest = keep(desk, answer)
    assert handle(desk, press(data.format(digest)))
    assert rasa.asked == []


def test_a_button_whose_answer_is_gone_says_so(desk):
    (reply,) = handle(desk, press("s:0123456789ab"))
    assert "không còn dùng được" in reply.html


def test_the_rest_of_a_long_answer(desk, answer):
    answer["text"] = "\n\n".join(f"Đoạn {number} " + "chữ " * 400 for number in range(4))
    digest = keep(desk, answer)
    edit, *rest = handle(desk, press(f"m:{digest}:1"))
    assert edit.edits == 9
    assert "Đoạn 3" in rest[-1].html


def test_the_place_is_set_used_and_dropped(desk, rasa):
    assert handle(desk, press("a:region"))[0].buttons
    handle(desk, press("a:region:tn"))
    handle(desk, message("tiêu chí 10"))
    assert rasa.asked[-1][1] == {"place": {"region": "TN"}}
    handle(desk, press("a:province:lao-cai"))
    handle(desk, message("tiêu chí 10"))
    assert rasa.asked[-1][1] == {"place": {"province": "Lào Cai"}}
    handle(desk, press("a:none"))
    handle(desk, message("tiêu chí 10"))
    assert rasa.asked[-1][1] == {"place": {}}


def test_a_remark_may_come_in_the_next_message(desk, rasa):
    handle(desk, message("/gopy"))
    assert "Cảm ơn" in handle(desk, message("cần thêm văn bản của tỉnh"))[0].html
    assert rasa.asked == []
    handle(desk, message("tiêu chí 18"))
    assert len(rasa.asked) == 1


def test_own_data_is_exported_and_wiped(desk, rasa, answer):
    handle(desk, message("tiêu chí 18"))
    handle(desk, press("a:region:tn"))
    (export,) = handle(desk, message("/dulieu"))
    assert '"region"' in export.file_text
    handle(desk, press("x:no"))
    assert rasa.forgotten == []
    _, done = handle(desk, press("x:yes"))
    assert "Đã xóa" in done.html
    assert len(rasa.forgotten) == 1
    (export,) = handle(desk, message("/dulieu"))
    assert '"region"' not in export.file_text


def test_what_is_too_old_is_purged(make_desk, rasa, answer):
    from bot.telegram import privacy

    desk = make_desk(retention_days=1)
    handle(desk, message("tiêu chí 18"))
    assert asyncio.run(privacy.purge(desk)) == 0
    import time

    assert asyncio.run(privacy.purge(desk, now=time.time() + 2 * 86400)) == 3
    assert rasa.before > time.time()


@pytest.mark.parametrize("command", ["/capma", "/thuhoi 5", "/thongke"])
def test_administration_is_refused_to_others(make_desk, command):
    desk = make_desk(access=Access.APPROVAL, admins=frozenset({1}), allowed=frozenset({7}))
    (reply,) = handle(desk, message(command))
    assert "chỉ dành cho quản trị viên" in reply.html


def test_statistics_name_nobody(make_desk):
    desk = make_desk(admins=frozenset({7}))
    handle(desk, message("tiêu chí 18"))
    (reply,) = handle(desk, message("/thongke"))
    assert "Câu hỏi: 1" in reply.html


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\a\\QĐ 12.PDF", "QĐ 12.pdf"),
        (".docx", "docx"),
        ("a/b\x00<>|.docx", "b_.docx"),
        ("x" * 300 + ".pdf", "x" * 100 + ".pdf"),
        ("", "tai-lieu"),
    ],
)
def test_file_names_stay_in_their_folder(given, safe):
    assert documents.safe_name(given) == safe


def test_a_file_from_anybody_else_gets_the_hint(desk):
    document = {"file_id": "1", "file_unique_id": "1", "file_name": "a.pdf", "file_size": 3}
    (reply,) = handle(desk, message(document=document))
    assert "chỉ đọc được chữ" in reply.html


def test_a_disliked_answer_is_kept_for_the_maintainers_with_its_cause(desk, rasa, answer):
    answer["context"]["subject"] = "Tiêu chí 18, ông Nguyễn Văn An hỏi"
    digest = keep(desk, answer)
    handle(desk, press(buttons.data(buttons.BAD, digest)))
    handle(desk, press(buttons.data(buttons.WHY, digest, "cu")))
    recorder().close()
    (entry,) = Record.from_settings().entries(dt.date.today())
    assert (entry.question, entry.reason) == ("Tiêu chí 18, ông [tên] hỏi", Reason.DISLIKED)
    assert entry.remark == "Văn bản đã cũ"
    assert rasa.asked == []
