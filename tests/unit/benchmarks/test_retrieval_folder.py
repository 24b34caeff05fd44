from pathlib import Path

from benchmarks.retrieval.folder import SPLITS, Question, read_questions, write
from knowledge.evaluation import beir
from knowledge.training.articles import Article, split_held_out
from knowledge.training.material import HELD_OUT_SHARE

ARTICLES = [
    Article("luat-dat-dai", "1", "Thu hồi đất", "Nhà nước thu hồi đất."),
    Article("luat-dat-dai", "1", "Quy chế", "Điều 1 của quy chế kèm theo."),
    Article("luat-dat-dai", "2", "", "Giao đất."),
]


def asked(name: str, document: str, article: str) -> Question:
    return Question(name, "dev", "short", "thu hồi đất", document, article)


def test_the_folder_is_in_beir_form_with_every_article(tmp_path: Path):
    missing = write(tmp_path, ARTICLES, [asked("1", "luat-dat-dai", "1"), asked("2", "khác", "1")])
    assert missing == 1
    test = beir.read(tmp_path)
    assert [passage.heading for passage in test.passages] == [
        "luat dat dai Thu hồi đất",
        "luat dat dai Quy chế",
        "luat dat dai",
    ]
    assert test.relevant == {"1": frozenset({"luat-dat-dai#1", "luat-dat-dai#1.2"})}


def test_every_question_has_a_name_of_its_own_and_a_split():
    questions = read_questions()
    assert len({question.id for question in questions}) == len(questions)
    assert {question.split for question in questions} == set(SPLITS)


def test_no_question_is_about_a_document_that_something_is_trained_on():
    documents = {question.document for question in read_questions()}
    articles = [Article(document, "1", "", "") for document in sorted(documents)]
    assert split_held_out(articles, HELD_OUT_SHARE, 0)[0] == []
