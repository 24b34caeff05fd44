"""Whether a commune or a district is recognised, or loses its title.

`Xã bị thu hồi khi nào?` and `huyện bị thu hồi khi nào?` share all their words but one, and have
different rules: what is said of the one is no answer to a question on the other.
"""

from __future__ import annotations

import re

from knowledge.corpus.fields import Nature
from knowledge.references import levels
from knowledge.retrieval.passage import Passage
from knowledge.text import fold

_DONE = r"(?:duoc cong nhan|bi thu hoi|dat chuan|duoc xet)"
_TITLE = r"(?: (?:nong thon moi|ntm|phai|se|co the|muon|moi))*"
_OF_UNIT = {
    unit: re.compile(
        rf"\b(?<!thi ){unit}{_TITLE} {_DONE}\b|"
        rf"\b(?:cong nhan|thu hoi)(?: \w+){{0,3}}? {unit}\b(?! (?:hoi|vien))"
    )
    for unit in ("xa", "huyen")
}


def fits(question: str, passage: Passage) -> bool:
    """Whether a passage speaks of the unit that the question asks of, where both name one so."""
    reported = passage.nature is Nature.ARTICLE_SUMMARY
    if reported or len(levels.units(question)) != 1:
        return True
    asked = _acted_on(question)
    told = _acted_on(f"{passage.provision}. {passage.text}")
    return not (asked and told) or bool(asked & told)


def _acted_on(text: str) -> set[str]:
    folded = fold(text)
    return {unit for unit, pattern in _OF_UNIT.items() if pattern.search(folded)}
