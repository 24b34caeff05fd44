"""Somebody of a hamlet by name: `ông Trần Văn A ở thôn 3 có thuộc hộ nghèo không`.

Folded, the words one calls a person by are halves of others (`chị`, `chỉ tiêu`): they count with
their own diacritics and a name with capitals, or, where the message has no diacritics, before the
commonest surnames.
"""

from __future__ import annotations

import re

from knowledge.text import fold, normalise, strip_diacritics

_HAMLET = r"(?:thôn|xóm|ấp|bản|tổ|khu|buôn|làng|thon|xom|ap|ban|to|khu|buon|lang)"
_UPPER = r"(?:[^\W\d_a-zà-ỹ][^\W\d_A-Z]*)"
_NAMED = re.compile(
    rf"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Oo]ng|[Bb]a)"
    rf"(?: {_UPPER}){{1,5}},? (?:(?:ở|tại|thuộc|bên|nhà ở|o|tai|thuoc) )?{_HAMLET}\b"
)
_SURNAMES = r"(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|ngo|ly)"
_BARE = re.compile(
    rf"\b(?:ong|ba|anh|chi|co|chu|bac) {_SURNAMES}(?: [a-z]+){{1,3}} "
    rf"(?:(?:o|tai|thuoc|ben) )?(?:thon|xom|ap|ban|to|khu|buon|lang)\b"
)
_ASKS = re.compile(
    r"\b(?:co|da|thuoc|duoc|nop|no|huong|dang|con)\b.*\b(?:khong|chua|bao nhieu|gi|may)\b"
)


def asked_about(question: str) -> bool:
    """Whether it is asked how matters stand with one person of a hamlet."""
    typed = normalise(question)
    folded = fold(typed)
    bare = strip_diacritics(typed) == typed
    named = _NAMED.search(typed) or (_BARE.search(folded) if bare else None)
    return named is not None and _ASKS.search(folded[named.start() :]) is not None
