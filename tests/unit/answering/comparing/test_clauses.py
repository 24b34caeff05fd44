from knowledge.answering.comparing import clauses
from knowledge.answering.comparing.message import Message
from knowledge.references.mention import PERIOD, Mention


def said(text: str, *names: str) -> list[tuple[str, str]] | None:
    sides = {
        Mention(PERIOD, name, text.index(name), text.index(name) + len(name)): name
        for name in names
    }
    found = clauses.find(Message(text, sides, ()), text)
    return None if found is None else [(one.leads, one.said.strip()) for one in found]


def test_each_side_has_a_clause_of_its_own():
    text = "thời Alpha có mấy con đò, còn bến Beta thì bao nhiêu"
    assert said(text, "Alpha", "Beta") == [
        ("", "có mấy con đò"),
        ("bến ", "thì bao nhiêu"),
    ]


def test_one_matter_around_all_sides_is_in_no_clause():
    assert said("số đò của Alpha và Beta là mấy", "Alpha", "Beta") is None


def test_words_that_compare_right_before_a_side_leave_one_matter():
    text = "Alpha thì số đò nhiều hơn Beta mấy chiếc"
    start = text.index("nhiều hơn")
    sides = {Mention(PERIOD, "A", 0, 5): "A", Mention(PERIOD, "B", 26, 30): "B"}
    message = Message(text, sides, ((start, start + len("nhiều hơn")),))
    assert clauses.find(message, message.plain) is None
