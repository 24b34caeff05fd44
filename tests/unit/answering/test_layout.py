"""The folders of answering build on each other in one direction."""

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import knowledge.answering

ROOT = Path(knowledge.answering.__file__).parent
NAME = knowledge.answering.__name__


def folders_used(file: Path) -> Iterator[str]:
    """The folders of answering that a module imports from."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                parts = f"{node.module}.{alias.name}".removeprefix(f"{NAME}.").split(".")
                if (ROOT / parts[0]).is_dir():
                    yield parts[0]


def test_no_two_folders_need_each_other():
    uses = {
        folder.name: {used for file in folder.glob("*.py") for used in folders_used(file)}
        - {folder.name}
        for folder in ROOT.iterdir()
        if (folder / "__init__.py").is_file()
    }
    assert any(uses.values())
    graphlib.TopologicalSorter(uses).prepare()
