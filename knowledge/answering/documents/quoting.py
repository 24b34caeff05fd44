"""Words of the document itself: which Điều is asked for, and how it is quoted.

Only passages of nature `ORIGINAL` are put in quotation marks, and only after
the words have been found in the passage again.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.answering import citing, wording
from knowledge.answering.answer import Answer, Citation, Kind, Outcome
from knowledge.answering.documents.validity import no_longer
from knowledge.answering.query import Query
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.criteria import Indicator
from knowledge.corpus.document import Provision, Regulation
from knowledge.corpus.fields import Nature
from knowledge.retrieval.passage import Passage
from knowledge.text import fold, normalise

_log = logging.getLogger(__name__)

BONUS = 0.05
"""What an original is ranked up by, over the digest of the same provision."""
ATTACHED = "Quy định kèm theo / "
_LONGEST = 2600  # characters; with basis and citations a message stays below 4,096
_ARTICLE = re.compile(r"\bdieu\s+(?:so\s+)?(\d{1,3}[a-z]?)\b(?!\s*(?:kien|%|[./]\d))")
_CLAUSE = re.compile(r"\bkhoan\s+(\d{1,3}[a-z]?)\b")
_POINT = re.compile(
    r"\bdiem\s+([a-z]\d?)\s*,?\s*(?:khoan|dieu)\b|\b(?:khoan|dieu)\s+\d+[a-z]?\s*,?\s*diem\s+([a-z]\d?)\b"
)
_OF_ATTACHED = re.compile(r"\b(?:quy dinh|quy che|dieu le|chuong trinh|bo tieu chi) kem theo\b")
_QUOTE = re.compile(r"(?:^|\n\n)“(.*?)”\n\n(?:Còn tiếp|Trích nguyên văn)", re.DOTALL)
_CHUNK = re.compile(r" \(đoạn \d+\)$")


@dataclass(frozen=True)
class Asked:
    """A provision that a question names."""

    article: str
    clause: str | None = None
    point: str | None = None

    @property
    def address(self) -> str:
        """`Điều 3 khoản 2 điểm a`."""
        parts = [f"Điều {self.article}"]
        parts += [f"khoản {self.clause}"] if self.clause else []
        parts += [f"điểm {self.point}"] if self.point else []
        return " ".join(parts)


def asked(question: str) -> Asked | None:
    """The Điều, khoản, điểm that a question names, in whatever order."""
    folded = fold(question)
    article = _ARTICLE.search(folded)
    if not article:
        return None
    clause = _CLAUSE.search(folded)
    point = _POINT.search(folded)
    letter = None
    if point:  # as it was typed: `đ` and `d` are two points
        start, end = point.span(1) if point[1] else point.span(2)
        letter = normalise(question).lower()[start:end]
    return Asked(article[1], clause[1] if clause else None, letter)


def answer(query: Query, catalogue: Catalogue, found: Sequence[Regulation]) -> Answer | None:
    """Quotes the provision that the question names; None where no original is there.

    Args:
        query: the question.
        catalogue: of the serving index.
        found: the regulations that its number can mean.
    """
    wanted = asked(query.question)
    if not wanted:
        return None
    regulation = next((r for r in found if _originals(r)), None)
    if not regulation:
        return None
    attached = bool(_OF_ATTACHED.search(fold(query.question)))
    for prefix in (ATTACHED, "") if attached else ("", ATTACHED):
        parts = _at(regulation, prefix + wanted.address)
        if parts:
            return _quoted(query, catalogue, regulation, prefix + wanted.address, parts)
    return _absent(query, regulation, wanted)


def _originals(regulation: Regulation) -> list[Provision]:
    return [part for part in regulation.provisions if part.nature is Nature.ORIGINAL]


def _at(regulation: Regulation, address: str) -> list[Provision]:
    """The parts at an address: itself and what stands below it, in order.

    A điểm is indexed on its own only where its khoản is long; else the khoản has it.
    """
    parts = _originals(regulation)
    found = [p for p in parts if _within(p.address, address)]
    above = address.partition(" điểm ")[0]
    if not found and above != address:
        found = [p for p in parts if _CHUNK.sub("", p.address) == above]
    return found


def _within(address: str, wanted: str) -> bool:
    below = (f"{wanted} khoản ", f"{wanted} điểm ", f"{wanted} (đoạn ")
    return address == wanted or address.startswith(below)


def _quoted(
    query: Query,
    catalogue: Catalogue,
    regulation: Regulation,
    address: str,
    parts: Sequence[Provision],
) -> Answer:
    shown: list[Provision] = []
    for part in parts:
        if shown and sum(len(p.text) for p in (*shown, part)) > _LONGEST:
            break
        shown.append(part)
    rest = [part.address for part in parts[len(shown) :]]
    where = _CHUNK.sub("", shown[0].address) if len(parts) == 1 else address
    heading = parts[0].heading.split(". ")[0] if parts[0].heading else ""
    more = (
        f"Còn tiếp đến {rest[-1]}; anh/chị hỏi riêng từng khoản, hoặc xem bản gốc."
        if rest
        else None
    )
    found = Answer(
        Outcome.ANSWERED,
        Kind.PROVISION,
        wording.paragraphs(
            f"{regulation.number}, {where}{f' ({heading})' if heading else ''}:",
            "“" + "\n".join(part.text for part in shown) + "”",
            more,
            f"Trích nguyên văn {wording.named(regulation)}, {where}.",
            no_longer(catalogue, regulation, query.today),
        ),
        query.today,
        period=str(regulation.period) if regulation.period else None,
        citations=citing.unique(_citation(regulation, part) for part in shown),
        suggestions=(f"{regulation.number} còn hiệu lực không?",),
    )
    return checked(found)


def _citation(regulation: Regulation, part: Provision) -> Citation:
    return Citation(regulation.number, part.address, Nature.ORIGINAL, part.text, part.sources)


def _absent(query: Query, regulation: Regulation, wanted: Asked) -> Answer:
    article = [p for p in _originals(regulation) if _within(p.address, f"Điều {wanted.article}")]
    if article:
        has = "; ".join(dict.fromkeys(_CHUNK.sub("", part.address) for part in article[:12]))
        said = (
            f"Điều {wanted.article} của {regulation.number} không có phần này; bản gốc có: {has}."
        )
    else:
        numbers = [
            match[1]
            for part in _originals(regulation)
            if (match := re.match(r"Điều (\d+)", part.address))
        ]
        span = (
            f"có các Điều từ 1 đến {max(map(int, numbers))}" if numbers else "không chia thành Điều"
        )
        said = (
            f"{wording.named(regulation)} không có Điều {wanted.article}; bản gốc trong kho {span}."
        )
    return Answer(
        Outcome.CORRECTED,
        Kind.PROVISION,
        wording.paragraphs(said, f"Căn cứ: {wording.named_in_full(regulation)}."),
        query.today,
        citations=(citing.of_regulation(regulation),),
    )


def shown(passage: Passage) -> str:
    """The text of a passage as an answer shows it: an original's in quotation marks."""
    return f"“{passage.text}”" if passage.nature is Nature.ORIGINAL else passage.text


def bonus(passage: Passage) -> float:
    """What a passage is ranked up by for being the document's own words."""
    return BONUS if passage.nature is Nature.ORIGINAL else 0.0


def checked(found: Answer) -> Answer:
    """The answer, if what it puts in quotation marks stands so in what it cites; else a refusal."""
    quote = _QUOTE.search(found.text)
    cited = "\n".join(c.text for c in found.citations if c.nature is Nature.ORIGINAL)
    if quote is None or quote[1] in cited:
        return found
    _log.error("trích dẫn không khớp nguyên văn: %s", found.citations[:1])
    said = "Chưa trích dẫn được nguyên văn; anh/chị xem bản gốc của văn bản được dẫn dưới đây."
    return replace(found, outcome=Outcome.UNKNOWN, text=said)


def of_rows(rows: Iterable[Indicator]) -> str | None:
    """Which original filled in names or thresholds that the shipped tables leave open."""
    places = dict.fromkeys(row.original for row in rows if row.original)
    return f"Số liệu lấy từ bản gốc trong kho: {'; '.join(map(str, places))}." if places else None
