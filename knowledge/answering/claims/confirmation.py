"""Questions that claim something and ask whether it is so: `… 12%/năm, có đúng vậy không?`.

A claim that the answer contradicts is said to be wrong before the right fact is
told; whether the rest of the claim holds is left to the fact itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.answering import wording
from knowledge.answering.answer import Answer, Kind, Outcome
from knowledge.answering.query import Query
from knowledge.references.number_words import ONES
from knowledge.text import fold

# `còn dùng không`, `áp dụng chưa` ask for no assent.
_ASKS = re.compile(
    r"\b(?:phai (?:khong|chua|chu|the khong|vay khong)|"
    r"(?<!\bap )(?<!\bsu )(?<!\bcon )(?<!\bduoc )(?<!\btan )(?<!\bvan )(?:co )?"
    r"dung (?:khong|chua|chu|vay khong|the khong)|"
    r"co phai|co dung la|dung la)\b|\b(?:nhi|ha|chu|ma|pk)\W*$|"
    # `cũng 98%?`, `98% luôn à?`
    r"\b(?:cung|chac|han)(?: (?:la|phai|dat|cung|tu|duoi))* \d|"
    r"\d ?(?:%|phan tram|trieu)(?: \w+){0,2} a\W*$"
)
# `em cứ tưởng 15 tiêu chí`, `nghe nói …`: a belief that nothing else in the message asks about.
_BELIEVES = re.compile(
    r"\b(?:toi|em|e|minh|tui|chau|anh|chi|ban|xa|ben em|moi nguoi|ai cung)? ?"
    r"(?:cu |van |hay |la |thi )*(?:(?<!thu )(?<!doi )tuong|"
    r"nho (?:la|rang|khong nham|hinh nhu)|nghi(?: la| rang)|"
    r"dinh ninh|tin la)\b|"
    r"\b(?:em|toi|minh|tui|chau) nho\b|"
    r"\bnghe (?:noi|bao|dau|ke|nguoi|don)\b|\bhinh nhu\b|"
    r"\bthay (?:\w+ ){0,4}(?:ghi|noi|bao|viet|bao la)\b|\bxac nhan (?:giup|ho|lai)\b"
)
_ASKS_MORE = re.compile(
    r"\b(?:bao nhieu|may|gi|nao|ai|sao|dau|khi nao|bao gio|bao lau|the nao|liet ke|danh sach)\b"
)
# `tư`, `năm`, `lăm` are other words too.
_WORDS = {word: n for word, n in ONES.items() if word not in ("tu", "nam", "lam")}
_QUANTITY = re.compile(
    rf"(?<![\w./,-])(\d+(?:[.,]\d+)*|{'|'.join(_WORDS)})\s*"
    r"(%|phan tram|trieu|nhom|nguyen tac|dieu kien|buoc|(?:noi dung )?tieu chi|chi tieu|xa\b|"
    r"huyen\b|lan\b)"
)
_DENIES = re.compile(r"\b(?:không phải (?!là xã nào)|khác với |ngược với )")
# `xã nhóm 1 là xã nghèo`: what the group is, not what is demanded of it.
_OF_A_GROUP = re.compile(r"\bnhom \d (?:la|gom|chinh la|tuc la|nghia la|bao gom)\b")
_WHOLE = re.compile(r"\b(?:ca|toan bo|tat ca|du ca|du) (\d+) (xa|huyen|thon|ho)\b")
_ANSWERS = (Kind.BASIS, Kind.REQUIREMENT, Kind.STRUCTURE, Kind.PROVISION, Kind.ARTICLE)


def asks(query: Query) -> bool:
    """Whether a question asks if something is so."""
    folded = fold(query.question)
    believes = _BELIEVES.search(folded) is not None and not _ASKS_MORE.search(folded)
    return believes or bool(_ASKS.search(folded))


def claims_a_quantity(query: Query) -> bool:
    """Whether a question names a figure: `cũng 98%`."""
    return bool(_quantities(query.references.remainder))


def claims(query: Query, said: str) -> bool:
    """Whether a text has the very figures that a question names."""
    claimed = _quantities(query.references.remainder)
    return bool(claimed) and claimed <= _quantities(said)


def of_a_group(query: Query) -> bool:
    """Whether a question claims which communes a group is made of."""
    return asks(query) and _OF_A_GROUP.search(fold(query.question)) is not None


def checked(query: Query, answer: Answer) -> Answer:
    """The answer; as a correction where it contradicts what the question claims."""
    if answer.outcome is not Outcome.ANSWERED or answer.kind not in _ANSWERS:
        return answer
    direct = answer.direct
    if _is_a_part(query.question, direct):
        return replace(answer, outcome=Outcome.CORRECTED, text=f"Không đúng. {answer.text}")
    # Of a place whose own threshold is not known, the general one contradicts nothing.
    if not asks(query) or wording.OWN_THRESHOLD in direct:
        return answer
    claimed = _quantities(query.references.remainder)
    if claimed and claimed <= _quantities(direct):
        return answer
    if _contradicts(query.references.remainder, direct):
        return replace(answer, outcome=Outcome.CORRECTED, text=f"Không đúng. {answer.text}")
    if _DENIES.search(direct):
        return replace(answer, outcome=Outcome.CORRECTED)
    return answer


def _is_a_part(claim: str, fact: str) -> bool:
    """Whether all of a number are claimed, and fewer of that number told: `33/177 xã`."""
    claimed = _WHOLE.search(fold(claim))
    if claimed is None:
        return False
    told = re.search(rf"\b(\d+)/{claimed[1]} {claimed[2]}\b", fold(fact))
    return told is not None and int(told[1]) < int(claimed[1])


def _contradicts(claim: str, fact: str) -> bool:
    """Whether a quantity claimed is told otherwise: same unit, and nowhere the same amount."""
    told = _quantities(fact)
    return any(
        unit in {other for _, other in told} and (amount, unit) not in told
        for amount, unit in _quantities(claim)
    )


def _quantities(text: str) -> set[tuple[str, str]]:
    found = set()
    for match in _QUANTITY.finditer(fold(text)):
        amount = str(_WORDS.get(match[1], match[1])).lstrip("0").replace(".", ",")
        unit = "%" if match[2] == "phan tram" else match[2].removeprefix("noi dung ")
        found.add((amount, unit))
    return found
