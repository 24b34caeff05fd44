"""Names and safe parsing of WordprocessingML (ECMA-376 part 1)."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from lxml import etree

from knowledge.readers.errors import BrokenFileError

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{_W}}}{name}"


def part(file: Path, name: str) -> etree._Element | None:
    """One XML part of a .docx, or None where the file has no such part.

    Raises:
        BrokenFileError: the part cannot be unpacked or is not XML.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            names = {entry.lower(): entry for entry in archive.namelist()}
            if name not in names:
                return None
            data = archive.read(names[name]).replace(_STRICT.encode(), _W.encode())
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        return etree.fromstring(data, parser)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        etree.XMLSyntaxError,
    ) as error:
        raise BrokenFileError(
            file, f"tệp .docx hỏng ở phần {name}; hãy tải lại, hoặc mở bằng Word rồi lưu lại"
        ) from error


def value(element: etree._Element | None, path: str, attribute: str = "val") -> str | None:
    """An attribute of a descendant, by a path of names joined with `/`."""
    if element is None:
        return None
    found = element.find("/".join(w(name) for name in path.split("/")))
    return None if found is None else found.get(w(attribute))
