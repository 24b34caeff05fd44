"""Provisions cut into the parts that are indexed and quoted: khoản, else Điều, else paragraphs.

A khoản is what officials cite, and an answer that quotes a whole Điều of three
pages helps nobody. What leads in to a khoản or điểm goes into its heading, so
that it is found by those words too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from knowledge.corpus.original import Excerpt
from knowledge.readers import Kind, Provision

LONGEST = 1800
"""Characters; longer ones are cut between paragraphs."""
_LEAD = 240


def of(provisions: Sequence[Provision], tables: Collection[str]) -> Iterator[Excerpt]:
    """The excerpts of a document in order.

    Args:
        provisions: of the document.
        tables: ids of annexes that are read as criteria tables and not quoted.
    """
    for provision in provisions:
        if not provision.text.strip() or provision.id in tables:
            continue
        yield from _of_provision(provision, provision.heading)


def _of_provision(provision: Provision, heading: str) -> Iterator[Excerpt]:
    clauses = provision.parts
    whole = len(provision.text) <= LONGEST
    if not clauses or (whole and clauses[0].kind is Kind.POINT):
        yield from _chunks(provision, heading, provision.text)
        return
    lead = _lead(provision)
    if lead:
        yield from _chunks(provision, heading, lead)
    within = f"{heading}. {lead[:_LEAD]}".strip(". ") if lead else heading
    for part in clauses:
        yield from _of_provision(part, within)


def _lead(provision: Provision) -> str:
    """What stands before the first part."""
    lines = provision.text.split("\n")
    in_parts = sum(len(part.text.split("\n")) for part in provision.parts)
    return "\n".join(lines[: max(0, len(lines) - in_parts)])


def _chunks(provision: Provision, heading: str, text: str) -> Iterator[Excerpt]:
    held: list[str] = []
    count = 0
    for line in [*text.split("\n"), None]:
        full = line is not None and sum(map(len, held)) + len(line) > LONGEST
        if held and (line is None or full):
            count += 1
            address = provision.id if count == 1 else f"{provision.id} (đoạn {count})"
            yield Excerpt(
                address=address, heading=heading, text="\n".join(held), page=provision.page or 0
            )
            held = []
        if line is not None and line.strip():
            held.append(line)
