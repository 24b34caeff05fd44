"""Small talk, and what the assistant says about itself."""

from __future__ import annotations

import re

from knowledge.answering import wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.outside import scope
from knowledge.answering.query import Query
from knowledge.references.parser import GROUP, PROVINCE, REGION
from knowledge.text import fold

EXAMPLES = (
    "Tiêu chí 18 do văn bản nào quy định?",
    "Chỉ tiêu 17.1 vùng Tây Nguyên giai đoạn 2016-2020 là bao nhiêu?",
    "Quyết định 1980/QĐ-TTg còn hiệu lực không?",
)
ABILITIES = (
    "Tôi trả lời về quy định xây dựng nông thôn mới: văn bản nào quy định một tiêu chí, tiêu chí "
    "đòi hỏi gì ở từng vùng, văn bản còn hiệu lực không và được thay bằng gì, các bài báo về kết "
    "quả của địa phương."
)

_TEXTS = {
    "greet": f"Chào anh/chị. {ABILITIES}",
    "help": f"{ABILITIES} Anh/chị cứ hỏi như nói thường ngày, có dấu hay không dấu đều được.",
    "identity": (
        "Tôi là trợ lý tra cứu quy định xây dựng nông thôn mới, là chương trình máy tính chứ không "
        "phải cán bộ. Nội dung tôi nói là tóm lược; khi làm hồ sơ, anh/chị đối chiếu văn bản gốc."
    ),
    "source": (
        "Tôi trả lời từ kho tri thức về xây dựng nông thôn mới: văn bản của Trung ương, một số văn "
        "bản của tỉnh và bài báo về kết quả của địa phương. Mỗi câu trả lời đều nêu văn bản hoặc "
        "bài báo làm căn cứ; phần lớn là tóm lược, khi làm hồ sơ anh/chị đối chiếu văn bản gốc. "
        "Điều gì kho chưa có, tôi nói là chưa có."
    ),
    "thanks": "Rất vui vì giúp được anh/chị. Cần tra thêm gì, anh/chị cứ hỏi.",
    "goodbye": "Chào anh/chị, hẹn gặp lại.",
    "acknowledged": "Vâng. Anh/chị cần tra gì thêm thì cứ hỏi.",
    "complaint": (
        "Xin lỗi vì câu trả lời chưa giúp được anh/chị. Anh/chị cho biết rõ hơn số tiêu chí, giai "
        "đoạn, vùng hoặc số hiệu văn bản để tôi tra lại."
    ),
}
_I_AM_AT = re.compile(
    r"\W*(?:(?:xa|tinh|ben|cho|don vi) )?(?:toi|minh|em|chung toi|ben minh|xa)? ?"
    r"(?:(?:la|lam) (?:can bo|cong chuc|nguoi|lanh dao|chu tich)?(?: cua)? ?(?:mot )?(?:xa)? ?"
    r"|lam viec |dang )?(?:mot )?(?:o|thuoc|tai|nam o|cong tac o|cua)?"
    r"(?: (?:vung|mot xa|xa|tinh|thanh pho)){0,3}(?: (?:thuoc|o|cua))?(?: (?:tinh|vung|thanh pho))?"
    r"\W*(?:cu|truoc day|truoc kia)?(?: (?:a|nhe|nha|em|ban|do))*\W*"
)


def supposed(query: Query) -> str | None:
    """Which small talk Rasa's classifier took a message for.

    Asked only for what nothing else could answer, and believed only where the
    message says nothing of the field: a question must never be lost to a greeting.
    """
    believed = query.courtesy in _TEXTS and not query.references.mentions
    return query.courtesy if believed and not scope.is_in(query) else None


def states_a_place(query: Query) -> bool:
    """`Xã tôi ở vùng Tây Nguyên`: where the person is, and nothing asked."""
    kinds = {mention.kind for mention in query.references.mentions}
    folded = fold(query.references.remainder)
    return bool(kinds) and kinds <= {REGION, PROVINCE, GROUP} and bool(_I_AM_AT.fullmatch(folded))


def noted(query: Query) -> Answer:
    """The place is remembered for the questions that follow."""
    context = query.context
    where = [wording.place(key) for key in (context.region, context.group) if key]
    if context.province:
        where.append(context.province)
    text = f"Đã ghi nhận: {wording.listed(where)}. Các câu hỏi sau tôi sẽ trả lời theo nơi này."
    return Answer(Outcome.ANSWERED, Kind.PROFILE, text, query.today, suggestions=EXAMPLES[:2])


def answer(query: Query, name: str) -> Answer:
    """The reply to small talk."""
    return Answer(Outcome.ANSWERED, Kind.COURTESY, _TEXTS[name], query.today, suggestions=EXAMPLES)
