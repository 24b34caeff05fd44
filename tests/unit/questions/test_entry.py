import datetime as dt

import pytest

from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.searching import doubt
from knowledge.questions.entry import Note, Reason, reason
from knowledge.references.context import Context

DAY = dt.date(2026, 11, 22)


def answer(outcome: Outcome = Outcome.ANSWERED, kind: Kind = Kind.PROVISION, **fields) -> Answer:
    return Answer(outcome, kind, "…", DAY, **fields)


@pytest.mark.parametrize(
    ("outcome", "confidence", "why"),
    [
        (Outcome.UNKNOWN, 1.0, Reason.UNKNOWN),
        (Outcome.OUT_OF_SCOPE, 0.9, Reason.OUT_OF_SCOPE),
        (Outcome.ASKED, 1.0, Reason.ASKED),
        (Outcome.ANSWERED, doubt.BELOW - 0.01, Reason.DOUBTFUL),
        (Outcome.CORRECTED, doubt.BELOW - 0.01, Reason.DOUBTFUL),
        (Outcome.ANSWERED, doubt.BELOW, None),
        (Outcome.CORRECTED, 1.0, None),
    ],
)
def test_what_was_not_answered_well_is_kept(outcome, confidence, why):
    assert reason(answer(outcome, confidence=confidence)) is why


def test_small_talk_is_not_kept():
    assert reason(answer(Outcome.UNKNOWN, Kind.COURTESY)) is None


def test_a_note_has_no_person_in_question_or_context():
    context = Context(criterion="18", region="TN", subject="ông Nguyễn Văn An hỏi tiêu chí 18")
    note = Note.of(
        "sđt 0912345678, còn 18.1?", answer(Outcome.UNKNOWN, Kind.REFUSAL, context=context)
    )
    assert note == Note(
        "sđt [số điện thoại], còn 18.1?",
        Reason.UNKNOWN,
        "refusal",
        1.0,
        "criterion=18; region=TN; subject=ông [tên] hỏi tiêu chí 18",
    )


def test_the_context_does_not_repeat_the_question():
    context = Context(subject="Ai cấp sổ đỏ?", aspect="basis")
    note = Note.of("Ai cấp sổ đỏ?", answer(Outcome.OUT_OF_SCOPE, context=context))
    assert note
    assert note.context == ""


def test_a_disliked_answer_tells_what_was_asked():
    context = Context(criterion="18", subject="Tiêu chí 18 theo văn bản nào?")
    note = Note.disliked(answer(context=context).as_json())
    assert note
    assert (note.question, note.reason) == ("Tiêu chí 18 theo văn bản nào?", Reason.DISLIKED)
    assert note.context == "criterion=18"


def test_a_disliked_answer_that_does_not_tell_it_is_not_kept():
    assert Note.disliked(answer().as_json()) is None
