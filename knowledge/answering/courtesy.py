"""Small talk, and what the assistant says about itself."""

from __future__ import annotations

import re

from knowledge.answering import scope, wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.references.parser import GROUP, PROVINCE, REGION
from knowledge.text import fold, syllables

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
    "thanks": "Rất vui vì giúp được anh/chị. Cần tra thêm gì, anh/chị cứ hỏi.",
    "goodbye": "Chào anh/chị, hẹn gặp lại.",
    "acknowledged": "Vâng. Anh/chị cần tra gì thêm thì cứ hỏi.",
    "complaint": (
        "Xin lỗi vì câu trả lời chưa giúp được anh/chị. Anh/chị cho biết rõ hơn số tiêu chí, giai "
        "đoạn, vùng hoặc số hiệu văn bản để tôi tra lại."
    ),
}
_YOU = r"(?:ban|anh|chi|em|bot|ad|may|tro ly)"
_PARTICLE = rf"(?: (?:{_YOU}|nhe|a|nhieu|vay|the|day|ha|roi|voi|duoc|you|phai khong))*"
_WAYS = {
    "greet": (
        rf"(?:xin )?chao(?: (?:{_YOU}|buoi (?:sang|trua|chieu|toi)))*",
        rf"(?:hello|hi|alo|hey)(?: {_YOU})*",
    ),
    "help": (
        r"giup(?: (?:do|toi|minh|voi))*|help|tro giup|dung the nao|huong dan(?: su dung)?",
        rf"{_YOU} (?:co the )?(?:lam|giup|tra loi|biet|ho tro) (?:duoc )?(?:nhung )?"
        r"(?:gi|cai gi|viec gi)(?: cho (?:toi|minh|em))?",
        r"(?:toi |minh )?(?:co the )?hoi (?:duoc )?(?:nhung )?(?:gi|cai gi)",
        r"(?:huong dan|chi)(?: cho)? (?:toi|minh|em) (?:cach )?(?:hoi|dung|su dung|tra cuu)",
        r"cach (?:hoi|dung|su dung)(?: the nao)?",
        rf"(?:{_YOU} |toi |minh |em )?(?:co the )?(?:hoi|tra cuu|tra loi|ho tro) (?:duoc )?"
        r"(?:nhung |cac )?(?:loai |dang |kieu )?(?:cau(?: hoi)?|noi dung|chu de|van de|thong tin) "
        r"(?:nao|gi)",
    ),
    "identity": (
        rf"(?:{_YOU}|day) (?:la )?(?:ai|gi|nguoi hay may|robot|nguoi that|bot)",
        rf"{_YOU} (?:la )?(?:nguoi (?:that|thuc)?|may|robot)(?: \w+)? hay(?: la)? "
        r"(?:may|robot|nguoi|ai|tri tue nhan tao)(?: \w+){0,3}",
        r"ten (?:ban )?la gi|ban ten (?:la )?gi|ai (?:tao|lam) ra ban",
    ),
    "thanks": (r"(?:xin |rat |ok )?(?:cam on|thank|thanks|tks)",),
    "goodbye": (r"(?:chao )?tam biet|bye|hen gap lai",),
    "complaint": (
        rf"(?:{_YOU} |cau )?(?:tra loi|noi) (?:nay )?(?:sai|te|khong dung|chua dung|linh tinh)",
        r"sai(?: roi| bet)|khong dung|chua dung|chan qua|te qua|vo dung",
    ),
}
# Signs of small talk in a short message that asks for nothing.
_SHORT = 14
_SIGNS = {
    "identity": re.compile(rf"^\W*(?:{_YOU}) la (?:ai|gi)\b"),
    "help": re.compile(r"(?:moi|lan dau) (?:dung|su dung)(?: lan dau)?|hoi (?:the nao|sao) cho"),
    "thanks": re.compile(r"\b(?:cam on|thank|tks|huu ich|hay qua|tot qua)"),
    "goodbye": re.compile(r"\b(?:tam biet|bye|mai hoi tiep|hen (?:gap|bua|hom|lan)|gap lai sau)\b"),
    "complaint": re.compile(
        r"\b(?:sai roi|sai bet|lung tung|linh tinh|buc minh|cham the|chan qua|te qua|vo dung|"
        r"khong dung y|xem lai di|khong hieu|chua hieu|kho hieu)"
    ),
    "greet": re.compile(
        r"^\W*(?:xin )?chao\b|\b(?:hello|alo)\b|(?:ngay|buoi)(?: \w+)? (?:tot lanh|vui ve)"
    ),
    "acknowledged": re.compile(
        r"^\W*(?:ok|oke|okay|u|uh|uhm|um|vang|da|duoc roi|hieu roi|ro roi|the a|vay a)\b"
        r"(?: (?:ok|a|roi|nhe|ban|em|da|vang))*\W*$"
    ),
}
# Asked of the assistant whatever else the words may ask.
_OF_ITSELF = ("identity", "help")
_I_AM_AT = re.compile(
    r"\W*(?:(?:xa|tinh|ben|cho|don vi) )?(?:toi|minh|em|chung toi|ben minh|xa)? ?"
    r"(?:(?:la|lam) (?:can bo|cong chuc|nguoi|lanh dao|chu tich)?(?: cua)? ?(?:mot )?(?:xa)? ?"
    r"|lam viec |dang )?(?:mot )?(?:o|thuoc|tai|nam o|cong tac o|cua)?"
    r"(?: (?:vung|mot xa|xa|tinh|thanh pho)){0,3}(?: (?:thuoc|o|cua))?(?: (?:tinh|vung|thanh pho))?"
    r"\W*(?:cu|truoc day|truoc kia)?(?: (?:a|nhe|nha|em|ban|do))*\W*"
)
_COMPILED = {
    name: re.compile(rf"\W*(?:{'|'.join(ways)}){_PARTICLE}\W*") for name, ways in _WAYS.items()
}


def recognise(query: Query) -> str | None:
    """Which small talk a message is, if it is plainly nothing else."""
    folded = fold(query.question)
    for name, pattern in _COMPILED.items():
        if pattern.fullmatch(folded):
            return name
    if not query.references.mentions and len(syllables(folded)) <= _SHORT:
        for name in _OF_ITSELF:
            if _SIGNS[name].search(folded):
                return name
    about_nothing = not (query.references.mentions or query.aspects)
    if about_nothing and len(syllables(folded)) <= _SHORT:
        for name, pattern in _SIGNS.items():
            if pattern.search(folded):
                return name
    return None


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
