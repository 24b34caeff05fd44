from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import rendering
from tests.e2e.telegram import markup
from tests.unit.telegram.conftest import ANSWER


def test_the_basis_is_set_apart_and_markup_is_escaped(answer):
    (part,) = rendering.parts(answer)
    assert part.startswith("<b>Tiêu chí 18:</b>\n• Giai đoạn 2016-2020")
    assert "&lt;có&gt;" in part
    assert "⚖️ <b>Căn cứ:</b><i> Quyết định 318/QĐ-TTg.</i>" in part


def test_a_quote_from_the_original_is_a_quote(answer):
    answer["text"] = "Xã có đường nhựa.\n\nTrích nguyên văn Điều 3."
    answer["citations"][0] |= {"nature": "original", "text": "Xã có đường nhựa."}
    (part,) = rendering.parts(answer)
    assert part.startswith("<blockquote>Xã có đường nhựa.</blockquote>")


def test_sources_name_document_provision_nature_and_pages(answer):
    (page,) = rendering.sources(answer)
    assert "1. 318/QĐ-TTg, Phụ lục I (tóm lược)" in page
    assert "https://a?b&amp;c" in page
    assert rendering.sources(answer | {"citations": []})


def test_plain_is_what_is_shown():
    assert rendering.plain("<b>a</b> &lt;b&gt; &amp;") == "a <b> &"


@given(st.text(max_size=9000))
def test_whatever_an_answer_says_the_markup_is_valid_and_fits(text):
    answer = ANSWER | {"text": text or "x"}
    for part in rendering.parts(answer):
        assert markup.units(markup.parse(part)) <= 4096
        assert rendering.plain(part) == markup.parse(part)
