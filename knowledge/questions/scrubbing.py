"""What is taken out of a question before it is kept: all that leads to a person."""

from __future__ import annotations

import re

from knowledge.questions import names, numbers
from knowledge.text import compose

LONGEST = 500
"""Characters that are kept of a question."""
EMAIL, LINK, ACCOUNT = "[thư điện tử]", "[liên kết]", "[tài khoản]"

_EMAIL = re.compile(r"[\w.+-]+ ?@ ?[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"(?i)\b(?:https?://|www\.)\S+|"
    r"(?<![\w@/])(?:[a-z0-9-]+\.)+(?:vn|com|net|org|info|me|io)(?:/\S*)?(?!\w)"
)
_ACCOUNT = re.compile(r"(?<!\w)@\w{4,}")


def scrubbed(question: str) -> str:
    """A question without telephone and identity numbers, addresses, links and names of persons."""
    text = compose(question)
    text = _EMAIL.sub(EMAIL, text)
    text = _LINK.sub(LINK, text)
    text = _ACCOUNT.sub(ACCOUNT, text)
    return names.scrubbed(numbers.scrubbed(text))[:LONGEST]
