"""What is not answered, and what is said instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.outside import courtesy, scope, villager
from knowledge.answering.query import Query
from knowledge.corpus.document import Regulation
from knowledge.references import follow_up
from knowledge.references.aspect import Aspect
from knowledge.text import fold, syllables

_OFFICER = (
    r"(?:truong ban(?: chi dao)?|chu tich|bi thu|pho chu tich|truong (?:thon|xom|ap|ban)|"
    r"chanh van phong|giam doc|can bo|cong chuc|lanh dao)"
)
_PERSONAL = re.compile(
    "|".join(
        (
            r"\bso (?:dien thoai|dt|di dong|phone|tai khoan|cccd|cmnd|can cuoc)",
            r"\bso chung minh (?:nhan|thu)",
            r"sdt|(?:zalo|facebook|email|thu dien tu) cua|dia chi nha|nha rieng",
            r"luong cua (?:ong|ba|anh|chi|chu tich|bi thu)",
            r"(?:\bong|\bba|chu tich|bi thu)\b.{0,40}\bluong (?:thang |bao nhieu|may)",
            r"(?:ngay sinh|que quan|nam sinh) cua|bao nhieu tuoi|vo con",
            r"\b(?:ong|ba|chu tich|bi thu|bo truong)\b.*\b"
            r"(?:sinh nam|que (?:quan )?o dau|luong thang)",
            # `trưởng ban … tên gì`
            rf"\b{_OFFICER}\b(?!.*\bk[iy]\b).*"
            r"\b(?:(?:ho )?ten (?:la )?(?:gi|ai)|nha o dau|o nha nao)\b",
            rf"\bnha (?:rieng )?(?:(?:cua )?(?:ong |ba |anh |chi )?){_OFFICER}\b.*\bo dau\b",
        )
    )
)


_SHORT = 12
# Aspects of a thing that has to be named; how many criteria there are is asked of the set in force.
_OF_SOMETHING = {Aspect.REQUIREMENT, Aspect.ABOUT, Aspect.GUIDANCE}
# `mức bao nhiêu thì đạt`
_OF_ANYTHING = {"dat"}


def is_personal(query: Query) -> bool:
    """Whether personal data of somebody is asked for."""
    return bool(_PERSONAL.search(fold(query.question))) or villager.asked_about(query.question)


def personal(query: Query) -> Answer:
    """No personal data is kept or told."""
    text = wording.paragraphs(
        "Tôi không lưu và không cung cấp thông tin cá nhân của cán bộ hay người dân. "
        "Cần liên hệ công việc, anh/chị hỏi bộ phận văn phòng của ủy ban nhân dân nơi đó.",
        courtesy.ABILITIES,
    )
    return Answer(
        Outcome.OUT_OF_SCOPE, Kind.REFUSAL, text, query.today, suggestions=courtesy.EXAMPLES
    )


def which_document(query: Query) -> Answer:
    """A field of a document is asked for, and no document has been talked about."""
    return _asked_back(
        query,
        Kind.DOCUMENT,
        "Anh/chị hỏi về văn bản nào? Cho tôi số hiệu, ví dụ 318/QĐ-TTg, hoặc nội dung của văn bản.",
        courtesy.EXAMPLES[2:],
    )


def lacks_its_matter(query: Query) -> bool:
    """`Mức là bao nhiêu?`, `hồ sơ gồm những gì?` where nothing has been talked about."""
    alone = query.before.is_fresh and not query.references.mentions
    asked = set(query.aspects)
    if not alone or not asked or len(syllables(query.question)) > _SHORT:
        return False
    if follow_up.leans_only(query.references):
        return True
    nothing = set(query.topic.split()) <= _OF_ANYTHING
    return nothing and not query.names_the_set and asked <= _OF_SOMETHING


def which_matter(query: Query) -> Answer:
    """The question does not say what it is about, and nothing has been talked about."""
    return _asked_back(
        query,
        Kind.REFUSAL,
        "Anh/chị hỏi về tiêu chí, công việc hay văn bản nào? Cho tôi số hoặc tên tiêu chí, giai "
        "đoạn, vùng hoặc số hiệu văn bản để tôi trả lời đúng.",
        courtesy.EXAMPLES,
    )


def which_criterion(query: Query) -> Answer:
    """A threshold is asked for, and no criterion has been talked about."""
    return _asked_back(
        query,
        Kind.REQUIREMENT,
        "Anh/chị hỏi mức của tiêu chí, chỉ tiêu nào? Cho tôi số hoặc tên, ví dụ chỉ tiêu 17.1, "
        "và giai đoạn, vùng nếu biết.",
        courtesy.EXAMPLES[:2],
    )


def _asked_back(query: Query, kind: Kind, text: str, suggestions: tuple[str, ...]) -> Answer:
    return Answer(Outcome.ASKED, kind, text, query.today, suggestions=suggestions)


def not_in(query: Query, regulation: Regulation) -> Answer:
    """The document is known, and what is asked of it is not."""
    return Answer(
        Outcome.UNKNOWN,
        Kind.REFUSAL,
        wording.paragraphs(
            f"Kho chưa có nội dung này của {wording.named(regulation)} nên tôi không trả lời thay.",
            "Anh/chị thử nêu số tiêu chí, chỉ tiêu hoặc Điều, khoản; hoặc xem nguyên văn văn bản.",
        ),
        query.today,
        period=str(regulation.period) if regulation.period else None,
        citations=(citing.of_regulation(regulation),),
        suggestions=(f"{regulation.number} quy định gì?",),
    )


def nothing_of(query: Query, provinces: Sequence[str]) -> Answer:
    """Nothing is known of the provinces asked about; what another one lays down is not told."""
    return Answer(
        Outcome.UNKNOWN,
        Kind.REFUSAL,
        f"Kho chưa có văn bản hoặc số liệu của {wording.listed(list(provinces))} về việc này, nên "
        "tôi không lấy nội dung của nơi khác trả lời thay. Anh/chị hỏi Văn phòng Điều phối nông "
        "thôn mới của tỉnh, thành phố đó.",
        query.today,
        suggestions=courtesy.EXAMPLES[:1],
    )


def no_figure(query: Query) -> Answer:
    """A result is asked for that no article or report in the knowledge tells."""
    return Answer(
        Outcome.UNKNOWN,
        Kind.REFUSAL,
        "Kho chưa có số liệu này. Kho chỉ có kết quả của một số địa phương theo bài báo đã nạp; "
        "số liệu chính thức anh/chị hỏi Văn phòng Điều phối nông thôn mới của tỉnh.",
        query.today,
        suggestions=courtesy.EXAMPLES,
    )


def no_list(query: Query) -> Answer:
    """Communes or districts are to be named one by one, and the knowledge has no such list."""
    return Answer(
        Outcome.UNKNOWN,
        Kind.REFUSAL,
        "Kho chưa có danh sách này. Danh sách từng xã, huyện anh/chị hỏi Văn phòng Điều phối nông "
        "thôn mới của tỉnh hoặc xem quyết định công nhận.",
        query.today,
        suggestions=courtesy.EXAMPLES,
    )


def out_of_scope(query: Query, confidence: float = 0.0) -> Answer:
    """The question is not of the field."""
    return Answer(
        Outcome.OUT_OF_SCOPE,
        Kind.REFUSAL,
        wording.paragraphs(
            "Câu này ngoài phạm vi của tôi: tôi chỉ tra cứu quy định về xây dựng nông thôn mới.",
            courtesy.ABILITIES,
        ),
        query.today,
        suggestions=courtesy.EXAMPLES,
        confidence=round(1 - confidence, 3),
    )


def abstain(query: Query, confidence: float = 0.0) -> Answer:
    """Nothing in the knowledge answers the question, and nothing is near it.

    Args:
        query: the question.
        confidence: that what was found nearest answers, 0 to 1.
    """
    if not syllables(query.question):
        return Answer(
            Outcome.OUT_OF_SCOPE,
            Kind.REFUSAL,
            "Tôi chưa đọc được câu hỏi. Anh/chị viết lại bằng chữ giúp tôi.",
            query.today,
            suggestions=courtesy.EXAMPLES,
        )
    if not query.follows and not scope.is_in(query, confidence):
        return out_of_scope(query, confidence)
    return unknown(query)


def unknown(query: Query, near: Regulation | None = None, confidence: float = 0.0) -> Answer:
    """The question is of the field, and nothing in the knowledge answers it.

    Args:
        query: the question.
        near: a document that may say it.
        confidence: that what was found nearest answers, 0 to 1.
    """
    where = (
        f"Văn bản gần nội dung này nhất trong kho là {wording.named(near)}; anh/chị có thể xem ở "
        "đó hoặc hỏi cơ quan chuyên môn cấp trên."
        if near
        else "Anh/chị thử nêu rõ số tiêu chí, giai đoạn, vùng hoặc số hiệu văn bản."
    )
    return Answer(
        Outcome.UNKNOWN,
        Kind.REFUSAL,
        wording.paragraphs(
            "Kho tri thức hiện chưa có nội dung trả lời câu này nên tôi không trả lời thay.", where
        ),
        query.today,
        suggestions=courtesy.EXAMPLES,
        confidence=round(1 - confidence, 3),
    )
