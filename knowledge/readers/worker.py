"""The parsing process: one file in, blocks as JSON out.

Run by `sandbox` as `python -m knowledge.readers.worker FORMAT FILE OUT LIMITS`, so that
a file that makes a parser loop, crash or fill the memory ends this process only.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from knowledge.errors import DocumentError
from knowledge.readers import blocks
from knowledge.readers.errors import TooLargeError
from knowledge.readers.limits import MEGABYTE, Limits
from knowledge.readers.sniffing import Format

_MODULES = {
    Format.TEXT: "plain_text",
    Format.MARKDOWN: "markdown",
    Format.HTML: "html",
    Format.MHTML: "html",
    Format.DOCX: "docx",
    Format.DOC: "doc",
    Format.RTF: "doc",
    Format.PDF: "pdf",
}

Parser = Callable[[Path, Limits], blocks.Content]


def parse(file: Path, format: Format, limits: Limits) -> blocks.Content:
    """Content of a file, read in this process.

    Raises:
        UnreadableFileError: in one of its kinds.
    """
    # Only the parser of this format is imported: the others would cost a second.
    module = importlib.import_module(f"knowledge.readers.{_MODULES[format]}")
    parser: Parser = module.parse
    found = parser(file, limits)
    if blocks.size(found.blocks) > limits.characters:
        raise TooLargeError(
            file, f"văn bản dài hơn {limits.characters:,} ký tự; hãy tách thành các phần"
        )
    return found


def main() -> int:
    """Parses as the command line says; 0 when blocks, 1 when a refusal was written."""
    format, file, out, limits = sys.argv[1:5]
    bounds = Limits(**json.loads(limits))
    if Format(format) not in {Format.DOC, Format.RTF}:  # LibreOffice reserves more than it uses
        memory = bounds.memory_mb * MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    try:
        found = parse(Path(file), Format(format), bounds)
        answer: dict[str, object] = {
            "blocks": blocks.pack(found.blocks),
            "warnings": found.warnings,
        }
    except DocumentError as error:
        answer = {"error": type(error).__name__, "problem": error.problem}
    Path(out).write_text(json.dumps(answer), encoding="utf-8")
    return 0 if "blocks" in answer else 1


if __name__ == "__main__":
    sys.exit(main())
