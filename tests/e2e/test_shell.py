import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

from .conftest import ROOT, TODAY

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def children_listening():
    """Command lines of action servers that run from this checkout."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                line = (
                    (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                )
                marked = b"NTM_SHELL_TEST=1" in (entry / "environ").read_bytes()
            except OSError:
                continue
            if "-m actions" in line and marked:
                found.append(line)
    return found


@pytest.fixture
def shell(index_folder):
    environment = {
        **os.environ,
        "NTM_INDEX": str(index_folder),
        "NTM_TODAY": TODAY.isoformat(),
        "NTM_SHELL_TEST": "1",
        "TERM": "dumb",
        "COLUMNS": "200",
    }
    child = pexpect.spawn(
        sys.executable,
        ["-m", "bot.shell"],
        cwd=str(ROOT),
        env=environment,
        encoding="utf-8",
        timeout=180,
        dimensions=(50, 200),
    )
    child.expect("Your input ->")
    yield child
    child.close(force=True)


def test_a_question_typed_in_the_shell_is_answered_as_plain_text(shell):
    shell.sendline("TC18 năm 2018 căn cứ vào đâu")
    shell.expect("1980/QĐ-TTg")
    shell.expect("Your input ->")
    said = _ESCAPES.sub("", shell.before)
    assert "17/10/2016" in said
    assert '"outcome"' not in said
    assert "Traceback" not in said
    shell.sendline("/stop")
    shell.expect(pexpect.EOF)
    assert children_listening() == []


def test_ctrl_c_stops_the_action_server_too(shell):
    shell.sendintr()
    shell.expect(pexpect.EOF)
    assert children_listening() == []
