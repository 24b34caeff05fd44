import pytest

from knowledge.answering.claims import office
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation
from knowledge.text import fold
from tests.unit.builders import corpus_of, regulation


def signed(issuer: str, title: str | None, signer: str | None = "Lê Văn A") -> Regulation:
    fields = {"issuer": issuer, "signer": signer, "signer_title": title}
    document = regulation("88/QĐ-TTg", **{k: v for k, v in fields.items() if v})
    return Catalogue(corpus_of(document)).regulations["88/QĐ-TTg"]


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 88/QĐ-TTg do Chủ tịch Quốc hội ký đúng không?",
        "quyet dinh 88 do bo truong bo noi vu ky phai khong",
        "Có phải QĐ 88 do Tổng Bí thư ký, đúng chứ?",
    ],
)
def test_an_office_that_is_not_the_signers_is_wrong(question: str):
    said = office.wrong(fold(question), signed("Thủ tướng Chính phủ", "Phó Thủ tướng"))
    assert said is not None
    assert "Lê Văn A (Phó Thủ tướng)" in said


def test_the_signers_own_office_is_right_in_short_as_well():
    question = fold("Quyết định 88 do Phó Thủ tướng ký phải không?")
    document = signed("Thủ tướng Chính phủ", "Phó Thủ tướng Thường trực")
    assert office.is_right(question, document)
    assert office.wrong(question, document) is None


def test_an_office_of_another_body_is_wrong_though_the_signer_is_not_known():
    said = office.wrong(
        fold("Quyết định 88 do Chủ tịch nước ký đúng không?"),
        signed("Thủ tướng Chính phủ", None, None),
    )
    assert said is not None
    assert "Thủ tướng Chính phủ ban hành" in said


def test_a_name_after_the_office_is_no_claim_on_the_office():
    assert not office.is_claimed(fold("Thông tư 7 do Bộ trưởng Trần Văn B ký đúng không?"))
