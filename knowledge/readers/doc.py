"""Binary Word documents (.doc) and RTF, through LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from knowledge.readers import docx, guards
from knowledge.readers.blocks import Content
from knowledge.readers.errors import BrokenFileError, MissingToolError
from knowledge.readers.limits import Limits
from knowledge.readers.sniffing import Format

_PROGRAMS = ("soffice", "libreoffice")


def parse(file: Path, limits: Limits) -> Content:
    """Content of a .doc or RTF file.

    Raises:
        MissingToolError: LibreOffice is not installed.
        BrokenFileError: LibreOffice cannot open it.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise MissingToolError(
            file,
            "đọc tệp .doc cần LibreOffice (apt install libreoffice-writer-nogui), máy này chưa có; "
            "hoặc mở tệp bằng Word rồi lưu thành .docx",
        )
    with tempfile.TemporaryDirectory(prefix="ntm-doc-") as folder:
        # A profile of its own: two conversions at a time would wait for each other, and
        # the user's profile might allow macros.
        command = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder]
        copy = Path(folder) / f"input{file.suffix.lower()}"
        shutil.copyfile(file, copy)
        subprocess.run(
            [*command, str(copy)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=limits.seconds,
            check=False,
        )
        converted = Path(folder) / "input.docx"
        if not converted.exists():
            raise BrokenFileError(
                file, "LibreOffice không mở được tệp; hãy mở bằng Word rồi lưu thành .docx"
            )
        guards.check_container(converted, Format.DOCX, limits)
        return docx.parse(converted, limits)
