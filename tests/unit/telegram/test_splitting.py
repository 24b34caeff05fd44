from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.limits import units
from bot.telegram.splitting import GAP, Block, messages


def test_short_blocks_stay_together():
    blocks = [Block("một"), Block("hai")]
    assert messages(blocks, 100) == [blocks]


def test_a_new_message_begins_with_a_paragraph():
    first, second = Block("a" * 60), Block("b" * 60)
    assert messages([first, second], 100) == [[first], [second]]


def test_a_long_paragraph_is_cut_at_a_line_then_at_a_sentence_then_at_a_word():
    lines = Block("\n".join(["dòng " * 8] * 10))
    for message in messages([lines], 100):
        assert not message[0].text.startswith("òng")
    sentence = Block("Câu này dài vừa phải. " * 20)
    assert all(m[0].text.endswith(".") for m in messages([sentence], 100))
    words = Block("từ " * 100)
    assert all(set(m[0].text.split()) == {"từ"} for m in messages([words], 50))


def test_length_is_counted_as_telegram_counts_it():
    pieces = messages([Block("😀" * 100)], 50)
    assert [units(m[0].text) for m in pieces] == [50, 50, 50, 50]


@given(st.lists(st.text(max_size=300), max_size=8), st.integers(20, 120))
def test_nothing_is_lost_and_nothing_is_too_long(texts, limit):
    made = messages([Block(text) for text in texts], limit)
    for message in made:
        assert units(GAP.join(block.text for block in message)) <= limit
    kept = "".join(block.text for message in made for block in message)
    assert "".join(kept.split()) == "".join("".join(texts).split())
