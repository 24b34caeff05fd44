"""Puts the originals into a corpus that holds what the maintainers wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from knowledge.corpus import annex_tables, filling, merging
from knowledge.corpus.contents import Corpus
from knowledge.corpus.document import MentionedDocument, Regulation
from knowledge.corpus.original import Annex
from knowledge.corpus.originals import Source, read_notes, together
from knowledge.corpus.parsed import Advance, Parsed
from knowledge.errors import DocumentError, FolderError
from knowledge.readers import UnreadableFileError


def read_sources(
    files: dict[Path, str],
    notes: dict[Path, Path],
    parsed: Parsed,
    corpus: Corpus,
    advance: Advance | None = None,
) -> list[Source]:
    """Every original that can be read, or its last version that could.

    Args:
        files: with their sha256.
        notes: by notes file, the original it belongs to.
        parsed: the cache.
        corpus: told of what could not be read.
        advance: told of the progress of parsing.

    Raises:
        FolderError: notes that do not fit the schema.
    """
    beside = {file: note for note, file in notes.items()}
    results = parsed.parse(files, advance)
    sources: list[Source] = []
    errors: list[DocumentError] = []
    for file, sha in files.items():
        found = results[file]
        if isinstance(found, UnreadableFileError):
            source = _kept(file, found, parsed, corpus)
            if source is None:
                continue
        else:
            source = Source(file, sha, found)
        if note := beside.get(file):
            try:
                source.notes, source.lines = read_notes(note)
                source.notes_file = note
            except FolderError as error:
                errors.extend(error.errors)
                continue
            except DocumentError as error:
                errors.append(error)
                continue
        sources.append(source)
    if errors:
        raise FolderError(errors)
    return sources


def _kept(
    file: Path, refusal: UnreadableFileError, parsed: Parsed, corpus: Corpus
) -> Source | None:
    earlier = parsed.last_good(file)
    kept = "; vẫn trả lời theo phiên bản trước của tệp" if earlier else "; tệp này được bỏ qua"
    corpus.refused.append(DocumentError(file, f"{refusal.problem}{kept}"))
    return Source(file, earlier[0], earlier[1], kept=True) if earlier else None


def add(corpus: Corpus, sources: Sequence[Source]) -> None:
    """Adds documents, criteria tables and what is mentioned; reports what disagrees."""
    by_number: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        corpus.originals[str(source.file)] = source.sha
        if source.number:
            by_number[source.number].append(source)
        else:
            corpus.refused.extend(merging.without_number(source).errors)
    for number, same in by_number.items():
        try:
            _add_document(corpus, number, same)
        except FolderError as error:
            corpus.refused.extend(error.errors)
    _mention(corpus, sources)


def _add_document(corpus: Corpus, number: str, same: Sequence[Source]) -> None:
    used, problems = together(same)
    known = corpus.documents.get(number)
    digest = known if isinstance(known, Regulation) else None
    regulation = merging.regulation(used, digest)
    corpus.documents[number] = regulation
    corpus.mentioned.pop(number, None)
    corpus.lines.setdefault(regulation.path, used[0].lines)
    corpus.notes.extend(problems)
    if digest:
        corpus.notes.extend(merging.disagreements(used[0], digest))
    for source in used:
        for annex in source.original.annexes:
            _add_annex(corpus, regulation, filling.noted(annex, source), source)


def _add_annex(corpus: Corpus, regulation: Regulation, annex: Annex, source: Source) -> None:
    table = filling.table_of(annex, regulation.number, corpus.tables)
    if table:
        complete, problems = filling.filled(table, annex, source)
        corpus.tables[corpus.tables.index(table)] = complete
        corpus.notes.extend(problems)
        return
    try:
        fresh = annex_tables.new_table(annex, regulation, source, corpus.tables)
    except FolderError as error:
        said = "; ".join(problem.problem for problem in error.errors[:2])
        corpus.notes.append(
            DocumentError(
                source.file,
                f"{annex.provision} không thành bảng tiêu chí được ({said}); ghi 'criteria:' với "
                f"provision, level, period vào {merging.beside(source.file).name}",
            )
        )
        return
    corpus.tables.append(fresh)
    corpus.lines.setdefault(fresh.path, {})


def _mention(corpus: Corpus, sources: Sequence[Source]) -> None:
    """Documents that originals name and nothing else knows."""
    for source in sources:
        given = source.notes.relations
        named = (
            [(relation.number, "") for relation in given]
            if given is not None
            else [(r.number, r.name) for r in source.original.relations if merging.usable(r)]
        )
        for number, name in named:
            if number not in corpus.documents and number not in corpus.mentioned:
                corpus.mentioned[number] = MentionedDocument(
                    number=number,
                    about=name or None,
                    source=f"bản gốc {source.number or source.file.name}",
                )
