"""Prints the packages of one lock with their licences, as rows of THIRD_PARTY.md.

    python docs/third_party.py requirements/main.txt

Run by the interpreter whose environment was installed from that lock, so it needs
nothing but the standard library of Python 3.10.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path


def licence(package: metadata.Distribution) -> str:
    """The licence that a package declares: expression, classifiers, or free text."""
    declared = package.metadata
    if expression := declared.get("License-Expression"):
        return expression
    classifiers = [
        line.rpartition("::")[2].strip()
        for line in declared.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    named = [name for name in classifiers if name != "OSI Approved"]
    free = (declared.get("License") or "không ghi").strip().splitlines()[0]
    return ", ".join(named) or free[:60]


def rows(lock: Path) -> list[str]:
    """A row for each package that a lock names.

    Raises:
        PackageNotFoundError: the environment was not installed from this lock.
    """
    lines = lock.read_text(encoding="utf-8").splitlines()
    names = [re.split(r"==| @", line)[0].strip() for line in lines if "==" in line]
    packages = [metadata.distribution(name) for name in names]
    return [f"| {p.metadata['Name']} | {p.version} | {licence(p)} |" for p in packages]


if __name__ == "__main__":
    print("\n".join(rows(Path(sys.argv[1]))))
