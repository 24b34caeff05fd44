"""The status of a document on a day, in words."""

from __future__ import annotations

import datetime as dt

from knowledge.answering import wording
from knowledge.answering.documents.related import UNCHECKED
from knowledge.corpus.catalogue import Catalogue
from knowledge.corpus.document import Regulation, RelationType
from knowledge.corpus.timeline import State, status

# Long after its signing a text whose effective date is not known is in effect all the same.
_SETTLED = dt.timedelta(days=180)


def validity(
    catalogue: Catalogue, regulation: Regulation, day: dt.date, then: str | None = None
) -> str:
    """Whether a regulation holds on a day, as far as the knowledge tells.

    Args:
        catalogue: of the serving index.
        regulation: that is asked about.
        day: for which it is asked.
        then: how a day in the past is called: `vào tháng 5/2014`.
    """
    name = f"{regulation.type} {regulation.number}"
    found = status(catalogue, regulation, day)
    on = then or f"vào ngày {wording.date(day)}"
    since = f" từ ngày {wording.date(found.since)}" if found.since else ""
    until = f" đến hết ngày {wording.date(found.until)}" if found.until else ""
    match found.state:
        case State.UNDATED:
            return (
                f"Kho chưa có ngày ký và ngày hiệu lực của {name}, nên không rõ còn hiệu lực hay "
                "không."
            )
        case State.NOT_SIGNED:
            return f"{wording.upper_first(on)}, {name} chưa được ban hành."
        case State.NOT_EFFECTIVE:
            return f"{name} chưa có hiệu lực {on}; có hiệu lực{since}."
        case State.EXPIRED:
            first_without = found.until + dt.timedelta(days=1) if found.until else day
            applied = f" (áp dụng{since}{until})" if found.since else ""
            return f"{name} đã hết hiệu lực từ ngày {wording.date(first_without)}{applied}."
        case State.REPLACED:
            replacing = f"{_named(catalogue, found.by)}{_from(catalogue, found.by)}"
            said = f"{name} không còn hiệu lực {on}: đã bị {replacing} thay thế"
            said += f", áp dụng{since}{until}" if found.until else ""
            if regulation.expires:
                said += f", hết hiệu lực từ ngày {wording.date(regulation.expires)}"
            return said + ("." if found.verified else f" ({UNCHECKED}).")
        case State.PERIOD_OVER:
            when = then or "cho giai đoạn hiện nay"
            return (
                f"{name} không còn được áp dụng {when}: giai đoạn {regulation.period} của văn bản "
                f"này đã hết{_successors(catalogue, regulation, day)}. "
                "Kho chưa có điều khoản nêu ngày văn bản này hết hiệu lực."
            )
        case State.IN_FORCE:
            if then:
                return f"{wording.upper_first(on)}, {name} đang có hiệu lực (hiệu lực{since})."
            return (
                f"{name} có hiệu lực{since}; đến ngày {wording.date(day)}, kho không ghi nhận "
                "văn bản nào thay thế hoặc bãi bỏ."
            )
        case State.SIGNED_ONLY:
            signed = wording.date(regulation.signed) if regulation.signed else ""
            if regulation.signed and day - regulation.signed > _SETTLED:
                return (
                    f"Theo những gì kho ghi nhận, {name} (ký ngày {signed}) còn áp dụng {on}: chưa "
                    "có văn bản nào thay thế hoặc bãi bỏ. Kho chưa có ngày hiệu lực ghi trong văn "
                    "bản."
                )
            return f"{name} ký ngày {signed} nhưng kho chưa có ngày hiệu lực, nên chưa rõ {on}."


def ended_by(catalogue: Catalogue, regulation: Regulation, day: dt.date) -> list[Regulation]:
    """What `validity` names as having taken the place of a regulation by a day."""
    found = status(catalogue, regulation, day)
    if found.state is State.REPLACED:
        replacing = catalogue.regulations.get(found.by or "")
        return [replacing] if replacing else []
    if found.state is State.PERIOD_OVER:
        return _following(catalogue, regulation, day)
    return []


def no_longer(catalogue: Catalogue, regulation: Regulation, day: dt.date) -> str | None:
    """The line that tells of a text which held once and holds no more on a day; else None."""
    if not status(catalogue, regulation, day).state.ended:
        return None
    return f"Nay: {validity(catalogue, regulation, day)}"


def _from(catalogue: Catalogue, number: str | None) -> str:
    """Since when the replacing document has been in effect, where that is known."""
    replacing = catalogue.regulations.get(number or "")
    start = wording.since(replacing) if replacing else ""
    return f" ({start})" if start else ""


def _named(catalogue: Catalogue, number: str | None) -> str:
    regulation = catalogue.regulations.get(number or "")
    return wording.named(regulation) if regulation else str(number)


def _successors(catalogue: Catalogue, regulation: Regulation, day: dt.date) -> str:
    """The sets of the periods that followed, up to a day."""
    names = []
    for document in _following(catalogue, regulation, day):
        period = f"giai đoạn {document.period} có " if document.period else "tiếp theo là "
        names.append(period + wording.named(document))
    return f"; {', '.join(names)}" if names else ""


def _following(catalogue: Catalogue, regulation: Regulation, day: dt.date) -> list[Regulation]:
    """What succeeded a regulation and was signed by a day, earliest first."""
    found: dict[str, Regulation] = {}
    current = [regulation]
    while current:
        current = [
            incoming.regulation
            for document in current
            for incoming in catalogue.incoming(document.number, RelationType.SUCCEEDS)
        ]
        found |= {document.number: document for document in current}
    return [one for one in found.values() if one.signed is None or one.signed <= day]
