"""An original as a regulation, alone or put over the digest of the same document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter

from knowledge.corpus.document import Provision, Regulation, RegulationType, Relation, RelationType
from knowledge.corpus.fields import DocumentNumber, Nature
from knowledge.corpus.original import Original, ReadRelation
from knowledge.corpus.originals import Source
from knowledge.corpus.validation import validate
from knowledge.errors import DocumentError, FolderError
from knowledge.readers.criteria_annex import period_in
from knowledge.references.places import provinces
from knowledge.text import fold, syllables

_REGULATION = TypeAdapter(Regulation)
_TYPES = get_args(RegulationType)
_NUMBER = TypeAdapter(DocumentNumber)
_PEOPLE = re.compile(
    r"^(?:Ủy ban|Uỷ ban|Hội đồng) nhân dân\s+(?:tỉnh|thành phố|Tỉnh|Thành phố|TP\.?)\s+(.+)$"
)
_COMPARED = {
    "type": "loại văn bản",
    "issuer": "cơ quan ban hành",
    "signer": "người ký",
    "signed": "ngày ký",
    "effective": "ngày hiệu lực",
    "title": "tên văn bản",
}
_TOLD = (RelationType.REPLACES, RelationType.AMENDS)


def regulation(sources: Sequence[Source], digest: Regulation | None) -> Regulation:
    """The document that the files are about.

    Args:
        sources: its files, the decision itself first.
        digest: the same document in the maintainers' own words.

    Raises:
        FolderError: it lacks what every document needs; says what to write into the notes.
    """
    main = sources[0]
    stated = _stated(main)
    relations = _relations(main, digest)
    value: dict[str, Any] = _of_digest(digest) if digest else _alone(main)
    value |= stated | {"relations": relations}
    value["provisions"] = [*_excerpts(sources), *(_of_words(digest) if digest else ())]
    value |= {"kind": "regulation", "path": digest.path if digest else main.file}
    _drop_impossible_dates(value)
    where = main.notes_file or main.file
    found: Regulation = validate(_REGULATION, value, where, main.lines, (Regulation, Relation))
    return found


def _stated(source: Source) -> dict[str, Any]:
    """What the file says, corrected by its notes."""
    original = source.original
    names = ("number", "type", "issuer", "signer", "signed", "effective", "title")
    found = {name: getattr(original, name) for name in names if getattr(original, name)}
    if original.part_only:
        found = {"number": original.number}
    if "type" in found:
        found["type"] = next((t for t in _TYPES if t.lower() == found["type"].lower()), "Văn bản")
    return found | source.notes.fields()


def _of_digest(digest: Regulation) -> dict[str, Any]:
    return digest.model_dump(exclude={"path", "provisions", "relations"})


def _alone(source: Source) -> dict[str, Any]:
    """What is derived where there is no digest."""
    original = source.original
    period = period_in(original.title) if "giai doan" in fold(original.title) else None
    if period and original.signed and period.last < original.signed.year:
        period = None  # a period that it looks back on
    found: dict[str, Any] = {
        "about": _about(original),
        "sources": [f"bản gốc: {source.file.name}"],
        "period": str(period) if period else None,
        "levels": list(dict.fromkeys(a.level for a in original.annexes if a.level)),
        "provinces": _provinces(original.issuer),
    }
    if original.part_only:
        found |= {"type": original.type, "issuer": original.issuer or "Chưa rõ"}
        found |= {"signed": original.signed} if original.signed else {}
        found["about"] = "Kho chỉ có phụ lục của văn bản này, chưa có toàn văn."
    return found


def _about(original: Original) -> str:
    parts = []
    if original.articles:
        last = original.articles[-1].removeprefix("Điều ")
        parts.append(f"{len(original.articles)} Điều (đến Điều {last})")
    annexes = [e.address for e in original.excerpts if e.address.startswith(("Phụ lục", "Mẫu"))]
    annexes = [address for address in annexes if "(đoạn" not in address]
    annexes += [annex.provision for annex in original.annexes]
    if annexes:
        parts.append(f"{len(annexes)} phụ lục, biểu mẫu")
    return f"Kho có bản gốc của văn bản này, gồm {' và '.join(parts) or 'toàn văn'}."


def _provinces(issuer: str) -> list[str]:
    match = _PEOPLE.match(issuer)
    return [match[1]] if match and match[1] in provinces() else []


def _relations(source: Source, digest: Regulation | None) -> list[dict[str, Any]]:
    """Those of the digest, verified where the original says the same, then the others."""
    own = list(digest.relations) if digest else []
    if source.notes.relations is not None:
        return [relation.model_dump() for relation in source.notes.relations]
    read = {(item.type, item.number): item for item in source.original.relations if usable(item)}
    found = [
        relation.model_dump()
        | {"verified": relation.verified or (relation.type, relation.number) in read}
        for relation in own
    ]
    known = {(relation.type, relation.number) for relation in own}
    found += [
        {"type": item.type, "number": item.number, "verified": True}
        for key, item in read.items()
        if key not in known and item.number != source.number
    ]
    return found


def usable(relation: ReadRelation) -> bool:
    """Whether a relation that was read names its document by a well-formed number."""
    try:
        _NUMBER.validate_python(relation.number)
    except ValueError:
        return False
    return bool(relation.number)


def _excerpts(sources: Sequence[Source]) -> Iterator[Provision]:
    seen: set[str] = set()
    for source in sources:
        for excerpt in source.original.excerpts:
            if excerpt.address in seen:
                continue
            seen.add(excerpt.address)
            yield Provision(
                address=excerpt.address,
                heading=excerpt.heading,
                text=excerpt.text,
                line=excerpt.page,
                sources=source.notes.sources or (f"bản gốc: {source.file.name}",),
                nature=Nature.ORIGINAL,
            )


def _of_words(digest: Regulation) -> Iterator[Provision]:
    """The digest's provisions; what it did not know, the original says."""
    return (provision for provision in digest.provisions if provision.known)


def _drop_impossible_dates(value: dict[str, Any]) -> None:
    """An effective day before the signing was misread; it is better unknown."""
    signed, effective = value.get("signed"), value.get("effective")
    if signed and effective and effective < signed:
        value["effective"] = None


def disagreements(source: Source, digest: Regulation) -> Iterator[DocumentError]:
    """Where the file and the digest of the same document state different things."""
    stated = _stated(source)
    for name, shown in _COMPARED.items():
        ours, theirs = getattr(digest, name), stated.get(name)
        if ours and theirs and not _same(name, ours, theirs):
            yield DocumentError(
                source.file,
                f"{digest.number}: {shown} trong bản gốc là '{_shown(theirs)}', trong "
                f"{digest.path} là '{_shown(ours)}'; dùng theo bản gốc, hãy đối chiếu rồi sửa",
                field=name,
            )
    if source.original.part_only or source.notes.relations is not None:
        return
    read = {(item.type, item.number) for item in source.original.relations}
    for relation in digest.relations:
        if relation.type in _TOLD and (relation.type, relation.number) not in read:
            yield DocumentError(
                source.file,
                f"{digest.number}: {digest.path} ghi quan hệ {relation.type.value} với "
                f"{relation.number}, không thấy trong bản gốc; hãy đối chiếu",
                field="relations",
            )


def _same(name: str, ours: object, theirs: object) -> bool:
    if not isinstance(ours, str):
        return ours == theirs
    first, second = " ".join(syllables(ours)), " ".join(syllables(str(theirs)))
    # A digest may shorten a title; `Chính phủ` is not short for `Thủ tướng Chính phủ`.
    return first == second or (name == "title" and first in second)


def _shown(value: object) -> str:
    return f"{value:%d/%m/%Y}" if hasattr(value, "strftime") else str(value)


def without_number(source: Source) -> FolderError:
    """A document that nobody could cite."""
    return FolderError(
        [
            DocumentError(
                source.file,
                "không tìm thấy số hiệu; ghi dòng 'number: …' vào "
                f"{beside(source.file).name} bên cạnh",
                field="number",
            )
        ]
    )


def beside(file: Path) -> Path:
    """The notes file to tell the maintainer about."""
    return file.with_name(file.name + ".yml")
