"""Passages a second that the readers parse, by format: `make bench-parsing`."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks import corpus
from knowledge.corpus.detection import detect
from tests.unit.readers import samples
from tests.unit.readers.pdf_writer import PdfWriter
from tests.unit.readers.samples import Decision

_SIZES = (50, 500)


def main() -> None:
    """Parses one decree of each size and format."""
    print("dạng  đoạn  giây  đoạn/giây")
    with tempfile.TemporaryDirectory() as folder:
        for passages in _SIZES:
            for file in _files(Path(folder), passages):
                start = time.perf_counter()
                found = len(detect(file).excerpts)
                spent = time.perf_counter() - start
                print(f"{file.suffix[1:]:5} {found:5} {spent:5.2f} {found / spent:9.0f}")


def _files(folder: Path, passages: int) -> list[Path]:
    """The same decree in every format."""
    (text,) = corpus.write(folder, passages, each=passages, first=passages)
    lines = text.read_text(encoding="utf-8").split("\n\n")
    body = tuple(line for line in lines if line[:1].isdigit() or line.startswith("Điều"))
    decision = Decision(body=body)
    html = folder / f"{passages}.html"
    html.write_text(samples.to_html(decision), encoding="utf-8")
    pdf: PdfWriter = samples.to_pdf(decision)
    pdf.save(folder / f"{passages}.pdf")
    docx = samples.save(samples.to_docx(decision), folder / f"{passages}.docx")
    return [text, html, docx, folder / f"{passages}.pdf"]


if __name__ == "__main__":
    main()
