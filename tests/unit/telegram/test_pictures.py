import asyncio
import io

import pytest
from PIL import Image

from bot.telegram import pictures
from bot.telegram.answers import Answers
from bot.telegram.pictures.canvas import TEXT_SIZE, WIDTH, font, wrap

TABLE = {
    "columns": ["Vùng", "Yêu cầu"],
    "rows": [["Tây Nguyên", "từ 41 triệu đồng/người trở lên"], ["Đông Nam Bộ", "từ 59 triệu"]],
}
STATION = {
    "number": "491/QĐ-TTg",
    "name": "Quyết định 491/QĐ-TTg",
    "period": "2009-2016",
    "since": "2009-04-16",
    "until": "2016-11-30",
    "over": False,
    "governs": False,
    "relation": None,
    "target": None,
    "verified": True,
    "asked": False,
}
LATER = STATION | {
    "number": "1980/QĐ-TTg",
    "name": "Quyết định 1980/QĐ-TTg",
    "relation": "replaces",
    "target": "491/QĐ-TTg",
    "verified": False,
    "asked": True,
}


@pytest.mark.parametrize("extra", [{"table": TABLE}, {"history": [STATION, LATER]}])
def test_a_picture_that_a_phone_can_show(answer, extra):
    with Image.open(io.BytesIO(pictures.draw(answer | extra))) as image:
        assert image.format == "PNG"
        assert image.width == WIDTH
        assert image.width < image.height * 3 < image.width * 12


def test_the_words_say_the_same(answer):
    words = pictures.caption(answer | {"history": [STATION, LATER]})
    assert "• Quyết định 491/QĐ-TTg (giai đoạn 2009-2016): từ 16/4/2009 đến 30/11/2016" in words
    assert "▶ Quyết định 1980/QĐ-TTg" in words
    assert "thay thế 491/QĐ-TTg (chưa đối chiếu nguyên văn)" in words


def test_nothing_to_draw(answer):
    assert pictures.caption(answer) is None
    assert pictures.draw(answer) is None


def test_the_font_has_every_vietnamese_letter():
    letters = "".join(
        base + mark for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for mark in ("", "\u0300", "\u0323")
    )
    import unicodedata

    face = font(TEXT_SIZE)
    missing = face.getmask("\U0010ffff").getbbox()
    for letter in {*unicodedata.normalize("NFC", letters), *"đĐảẻỉỏủỷãẽĩõũỹ•⚖"} - {"⚖"}:
        assert len(letter) == 1
        assert face.getmask(letter).getbbox() != missing, letter


def test_words_wider_than_the_column_are_cut():
    face = font(TEXT_SIZE)
    lines = wrap("x" * 200, face, 300)
    assert "".join(lines) == "x" * 200
    assert all(face.getlength(line) <= 300 for line in lines)


def test_a_picture_that_cannot_be_drawn_is_left_out(database, answer, caplog):
    async def scenario():
        answers = Answers(database)
        digest = await answers.keep(answer | {"table": TABLE | {"columns": ["một"]}})
        return await pictures.of(answers, digest)

    assert asyncio.run(scenario()) is None
    assert "không vẽ được" in caplog.text
