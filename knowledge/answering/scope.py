"""Whether a message is about what the assistant exists for."""

from __future__ import annotations

import re

from knowledge.answering.query import Query
from knowledge.references.parser import PROVINCE, REGION, TIME
from knowledge.text import fold

_DOMAIN = re.compile(
    "|".join(
        (
            r"nong thon|ntm|ocop|tieu chi|chi tieu|dat chuan|cong nhan|chuong trinh",
            r"quyet dinh|nghi dinh|thong tu|nghi quyet|cong van|van ban|quy dinh|hieu luc",
            r"\bxa\b|huyen|\btinh\b|can bo|cong chuc|uy ban|ubnd|ban chi dao",
            r"hop tac xa|ho ngheo|nuoc sach|thu nhap|giao thong|thuy loi|moi truong",
        )
    )
)


def is_in(query: Query) -> bool:
    """Whether a question is about rural development, its regulations or its officials.

    A place or a day alone is no sign of it: the weather has both.
    """
    kinds = {mention.kind for mention in query.references.mentions}
    return bool(kinds - {PROVINCE, REGION, TIME}) or bool(_DOMAIN.search(fold(query.question)))
