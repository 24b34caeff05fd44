"""Which small talk a message is: a greeting, thanks, a complaint, a question on the assistant.

A message is taken for small talk only where it names nothing of the field, so that no question is
lost to a greeting; what it may say besides depends on the kind. Patterns are over folded text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering.outside import scope
from knowledge.answering.query import Query
from knowledge.references import follow_up
from knowledge.text import fold, syllables

# `văn bản đó ai ký`, `ủy ban` speak to nobody.
_FRIEND = r"(?<!van )(?<!uy )(?<!dia )(?<!co )ban"
_YOU = (
    rf"(?:{_FRIEND}|anh|chi|em|bot|chat ?bot|ad|admin|may|tro ly|he thong|phan mem|ung dung|app|"
    r"ben (?:kia|ay|do|minh)|dau day|o day)"
)
_I = r"(?:toi|minh|em|anh|chi|chung toi|bon em|ben (?:toi|em|minh))"
_PARTICLE = rf"(?: (?:{_YOU}|nhe|a|nhieu|vay|the|day|ha|roi|voi|duoc|you|phai khong|nha|nghen))*"
# The whole message.
_WAYS = {
    "greet": (
        rf"(?:xin )?chao(?: (?:{_YOU}|buoi (?:sang|trua|chieu|toi)))*",
        rf"(?:hello|hi|alo|hey)(?: {_YOU})*",
        rf"(?:cho|xin)(?: phep)?(?: {_I})? hoi(?: mot| 1)?(?: chut| xiu| ti| cai| cau| viec)*"
        r"(?: duoc)?(?: khong)?",
    ),
    "help": (
        r"giup(?: (?:do|toi|minh|voi))*|help|tro giup|dung the nao|huong dan(?: su dung)?",
        rf"{_YOU} (?:co the )?(?:lam|giup|tra loi|biet|ho tro) (?:duoc )?(?:nhung )?"
        r"(?:gi|cai gi|viec gi)(?: cho (?:toi|minh|em))?",
        r"(?:toi |minh )?(?:co the )?hoi (?:duoc )?(?:nhung )?(?:gi|cai gi)",
        r"(?:huong dan|chi)(?: cho)? (?:toi|minh|em) (?:cach )?"
        r"(?:hoi|dat cau hoi|dung|su dung|tra cuu)",
        r"cach (?:hoi|dung|su dung)(?: the nao)?",
        rf"(?:{_YOU} |toi |minh |em )?(?:co the )?(?:hoi|tra cuu|tra loi|ho tro) (?:duoc )?"
        r"(?:nhung |cac )?(?:loai |dang |kieu )?(?:cau(?: hoi)?|noi dung|chu de|van de|thong tin) "
        r"(?:nao|gi)",
    ),
    "identity": (
        rf"(?:{_YOU}|day) (?:la )?(?:ai|gi|nguoi hay may|robot|nguoi that|bot)",
        r"ten (?:ban )?la gi|ban ten (?:la )?gi|ai (?:tao|lam) ra ban",
    ),
    "thanks": (r"(?:xin |rat |ok )?(?:cam on|thank|thanks|tks)",),
    "goodbye": (r"(?:chao )?tam biet|bye|hen gap lai",),
    "complaint": (
        rf"(?:{_YOU} |cau )?(?:tra loi|noi) (?:nay )?(?:sai|te|khong dung|chua dung|linh tinh)",
        r"sai(?: roi| bet)|khong dung|chua dung|chan qua|te qua|vo dung",
    ),
}
_WHOLE = {
    name: re.compile(rf"\W*(?:{'|'.join(ways)}){_PARTICLE}\W*") for name, ways in _WAYS.items()
}
# Asked of the assistant, whatever else the words may ask.
_OF_ITSELF = {
    "identity": re.compile(
        rf"^\W*(?:cho hoi )?(?:{_YOU}) (?:nay )?la (?:ai|gi)\b|"
        r"\b(?:nguoi that|nguoi hay (?:la )?(?:may|robot)|robot|chatbot)|"
        r"\b(?:chat ?gpt|tri tue nhan tao)\b|"
        r"\bmay (?:tra loi|moc|tu dong)\b.*\bhay\b|\b(?:tra loi|nhan tin) tu dong\b|"
        r"\bco phai (?:la )?(?:nguoi|may|can bo|ai (?:khong|ko))\b|"
        rf"^\W*(?:(?:hi+|hello|alo|chao) )?{_YOU}\W+{_YOU} la ai\b|"
        r"\b(?:can bo|nguoi) (?:ngoi )?truc\b|"
        rf"\b{_YOU} (?:la )?(?:nguoi|may)\b.*\bhay\b|"
        r"\bai (?:da )?(?:lam|tao|viet|lap trinh|xay dung|quan ly|phat trien) (?:ra )?"
        r"(?:ban|tro ly|bot|ung dung|he thong|phan mem) ?(?:nay)?\W*$|"
        rf"\b{_YOU} (?:ten (?:la )?gi|ten la|(?:do|cua|thuoc) "
        r"(?:co quan|don vi|bo|so|ai)\b(?! (?:k[iy]|ban hanh|phe duyet)\b))"
    ),
    "source": re.compile(
        rf"\b(?:thong tin|du lieu|kien thuc|nguon|cau tra loi) (?:nay )?cua {_YOU}\b.*"
        r"\b(?:dau|nao|khong|gi)\b|"
        rf"\b{_YOU} (?:dua vao|lay|tim|can cu|tra|co)\b.*\b(?:o|tu|vao|theo) (?:dau|nguon nao)\b|"
        r"\b(?:thong tin|du lieu|kien thuc|noi dung|dua vao)\b.*\bdau\b.*\bde tra loi\b|"
        rf"\b{_YOU} (?:duoc )?cap nhat\b|"
        rf"\b{_YOU} (?:tra loi |noi )?(?:co )?(?:chinh xac|dang tin|tin duoc|tin cay)\b|"
        rf"\b(?:tin|tin tuong) (?:duoc )?(?:loi )?{_YOU}(?: duoc)? khong\b"
    ),
    "help": re.compile(
        r"\b(?:moi|lan dau)(?: tien)? (?:dung|su dung)(?: lan dau)?\b|hoi (?:the nao|sao) cho|"
        rf"\bhoi {_YOU} (?:ve )?(?:duoc )?(?:nhung |cac )?"
        r"(?:gi|cai gi|viec gi|van de (?:gi|nao)|chuyen gi|linh vuc nao|noi dung (?:gi|nao))\b|"
        rf"\b{_YOU} (?:co the |co )?"
        r"(?:(?:lam|giup|giup do|tra loi|biet|ho tro|tu van|tra cuu|tra) ){1,2}"
        rf"(?:duoc |cho )*(?:{_I} )?(?:duoc )?(?:ve )?(?:nhung |cac )?"
        r"(?:loai )?(?:gi|cai gi|viec gi|viec nao|van de gi|chuyen gi|linh vuc (?:nao|gi))\b|"
        r"\b(?:khong|chua|chang) (?:biet|ro|biet la) (?:phai |nen )?(?:bat dau )?"
        r"(?:hoi|dung|su dung|tra|tra cuu|go|bam|bat dau)\b|"
        r"\b(?:chi|huong dan|bay)(?: cho| giup)?(?: {_I})? (?:cach|cach thuc) "
        r"(?:hoi|dat cau hoi|dung|su dung|tra cuu|tra)\b|"
        rf"\b(?:hoi|noi chuyen|dung|su dung) (?:voi )?{_YOU} (?:nhu )?(?:the nao|sao)\b"
    ),
}
# Said of the answers, whatever else is said: with or without a question mark.
_OF_ANSWERS = {
    "complaint": re.compile(
        r"\b(?:sai roi|sai bet|lung tung|linh tinh|lan man|dai dong|vong vo|lac de|chung chung|"
        r"roi ram|buc minh|buc boi|buc qua|that vong|uc che|cham the|cham qua|"
        r"(?:cho|tra loi) lau (?:qua|the|vay)|"
        r"chan (?:qua|that|ghe)|te qua|te that|kem qua|vo dung|bo tay|"
        r"(?:khong|chua|chang|dau|deo) (?:dung|trung)(?: cai)?(?: y| trong tam| cau| van de)|"
        r"khong dung y|xem lai di|kiem tra lai di|khong hieu|chua hieu|kho hieu|nhuc dau|"
        r"(?:khong|chang|chua) (?:thay )?(?:ai )?(?:tra loi|dap|noi) (?:dung|trung)|"
        r"(?:hoi|noi) (?:mot|1) (?:dang|duong|kieu)|(?:mot|1) neo|"
        r"khong (?:giup|an thua|ra gi|lien quan)|(?:ton|mat|phi) (?:thoi gian|cong)|"
        r"(?:dau co|khong phai|khong|chua) (?:cai )?(?:toi|minh|em|anh|chi)? ?"
        r"(?:dang )?(?:can |muon )?"
        r"hoi (?:cai do|cai nay|vay|the|dieu do)|"
        r"(?:noi|tra loi|dap|tl) (?:gi|kieu gi|the nao|cai gi|sao)(?: the| vay| ma)|"
        r"(?:tra loi|noi|bao) (?:sai|nham|bay|te|khong dung|chua dung)|tra loi do|"
        rf"(?:bot|{_FRIEND}|may|tro ly) (?:ngu|do|kem|dot) (?:qua|the|that|ghe)|"
        r"dai qua|tom gon|noi lai|"
        r"(?:noi|tra loi|giai thich|viet|dap) (?:\w+ ){0,2}(?:ngan|gon|de hieu|don gian|cu the|ro) "
        r"(?:hon|lai|thoi|di))\b"
    ),
    "goodbye": re.compile(
        r"\b(?:tam biet|bye|mai (?:\w+ )?hoi tiep|hoi tiep sau|hen (?:gap|bua|hom|lan|khi)|gap lai|"
        r"(?:dung|ket thuc|tam dung|nghi) (?:o day|tai day|thoi|nhe|day)|tat may|thoat (?:day|nhe)|"
        r"di hop (?:day|da)|het gio (?:lam )?roi|(?:toi|den) day (?:thoi|nhe)|ngu ngon|thoi chao|"
        r"(?:good ?|gut )?(?:bai|bye)(?: bai)?\W*$|"
        r"chuc (?:\w+ ){0,4}(?:vui ve|ngon|may man|manh khoe))"
    ),
}
# What a message says that asks for nothing.
_SAID = {
    **_OF_ANSWERS,
    "thanks": re.compile(
        r"\b(?:cam on|thank|thanks|tks|huu ich|hay (?:qua|that|ghe|lam)|tot (?:qua|that|lam)|"
        r"kha lam|"
        r"gioi (?:qua|that|lam|ghe)|tuyet|xuat sac|"
        r"(?<!thon )(?<!do thi )(?<!nong nghiep )thong minh|"
        r"(?:rat|qua) hai long|hai long (?:roi|lam)|"
        r"good|"
        r"dung (?:y|cai) (?:toi|minh|em|anh|chi)|(?:du|on|ngon) (?:roi|lam)|"
        r"(?:tra loi|noi|giai thich) (?:\w+ ){0,2}"
        r"(?:hay|tot|nhanh|chuan|chinh xac|de hieu|ro rang)(?! (?:khong|ko|k|chua)\b))\b"
    ),
    "help": re.compile(
        r"\b(?:moi (?:duoc giao|nhan viec|nhan nhiem vu|vao nghe|ve lam)|chi bao|chi giao|"
        r"(?:nho|mong|nhan) (?:\w+ ){0,3}(?:giup|giup do|ho tro|huong dan)|"
        r"giup (?:toi|minh|em) (?:voi|nhe))\b"
    ),
    "greet": re.compile(
        r"^\W*(?:da )?(?:(?:toi|minh|em|e|chau|con) )?(?:xin )?(?:chao|kinh chao)\b|"
        rf"^\W*{_YOU} oi\b|\bco ai (?:\w+ ){{0,3}}khong\b|"
        r"\b(?:hello|alo|hey)\b|(?:ngay|buoi|tuan|thang)(?: \w+)? (?:tot lanh|vui ve)"
    ),
    "acknowledged": re.compile(
        r"^\W*(?:(?:vay|the|thoi) (?:thi |la )?)?"
        r"(?:ok|oke|okay|u|uh|uhm|um|vang|da|duoc roi|duoc|hieu roi|ro roi|the a|vay a)\b"
        r"(?: (?:ok|a|roi|nhe|ban|em|da|vang))*\W*$|"
        r"^\W*(?:ok|oke|okay|uh|uhm|vang)\b(?: \w+){1,7}\W*$|"
        r"\b(?:go|bam|hoi|nhan|gui) nham\b|^\W*(?:thoi )?bo qua\b"
    ),
}
# Who somebody is: of the field, and no matter of it.
_INTRODUCED = re.compile(
    r"\b(?:(?:mang|phu trach|theo doi|lam|van phong|can bo|chuong trinh) )?"
    r"(?:xay dung )?(?:nong thon moi|ntm)\b(?! la\b)|\b(?:cong chuc|can bo)(?: xa)?\b"
)
# `mấy thông tin vừa rồi`, `trả lời gì mà`: no question.
_ASKING = re.compile(
    r"\b(?:bao nhieu|may(?! (?:thong tin|cau|noi dung|y|cai|bua|hom|nay|dieu)\b)|"
    r"gi(?! (?:ko|khong|chua) (?:biet|ro|hieu))|nao|the nao|"
    r"ra sao|khi nao|bao gio|bao lau|o dau|cho biet|liet ke|neu ro|tra (?:giup|cho|cuu)|ke ten|"
    r"so sanh|tom tat|xem giup)\b"
)
# A complaint of more words than these is on the answers only where it speaks of them.
_CURT = 8
_OF_SPEECH = re.compile(
    r"\b(?:tra loi|noi|dap|giai thich|tl|cau nay|cau do|ban|tro ly|bot|y toi|thong tin|"
    r"hoi (?:mot|1|nay|cai|mai|gi))\b"
)
_ADDRESSED = re.compile(rf"\b(?:{_FRIEND}|tro ly|bot|may|em)\b")
_SHORT = 14
_LONG = 32
# Of a message that says more; `viết nhầm, …`, `…, giúp em với` go with what is asked.
_SAID_BESIDES = frozenset(["greet", "thanks", "goodbye", "complaint", "identity"])


def recognise(query: Query) -> str | None:
    """Which small talk a message is, if it is plainly nothing else.

    Where what is left of a message without its greeting goes on with nothing, it is a greeting.
    """
    if found := _recognised(query):
        return found
    named = any(mention.value != "now" for mention in query.references.mentions)
    carried = not query.before.is_fresh
    long = len(syllables(query.question)) > _CURT
    goes_on = carried and (long or follow_up.is_follow_up(query.references))
    if query.whole is None or named or goes_on or scope.is_in(query):
        return None
    found = _recognised(replace(query, references=query.whole))
    return found if found in _SAID_BESIDES else None


def _recognised(query: Query) -> str | None:
    folded = fold(query.question)
    for name, pattern in _WHOLE.items():
        if pattern.fullmatch(folded):
            return name
    length = len(syllables(folded))
    if length > _LONG or any(mention.value != "now" for mention in query.references.mentions):
        return None
    of_field = scope.names_the_field(_INTRODUCED.sub(" ", folded))
    to_it = length <= _SHORT and _ADDRESSED.search(folded) is not None
    if (to_it or not of_field) and (of_itself := _first(_OF_ITSELF, folded)):
        return of_itself
    if of_field and (length > _SHORT or query.aspects):
        return None
    said = _first(_OF_ANSWERS if _ASKING.search(folded) else _SAID, folded)
    on_answers = length <= _CURT or _OF_SPEECH.search(folded) is not None
    return said if said != "complaint" or on_answers else None


def _first(kinds: dict[str, re.Pattern[str]], folded: str) -> str | None:
    return next((name for name, pattern in kinds.items() if pattern.search(folded)), None)
