"""The house stays as docs/design.md draws it: imports go one way, SQL and files keep to their rooms."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "depeche"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Each package and the packages it may import, besides itself.
BASE = {"model", "lexicon"}
ALLOWED = {
    "model": set(),
    "lexicon": {"model"},
    "language": BASE,
    "sources": {*BASE, "language"},
    "fetching": {*BASE, "language", "sources"},
    "reading": {*BASE, "language"},
    "weaving": {*BASE, "language"},
    "record": BASE,
    "views": {*BASE, "record"},
    "running": {*BASE, "language", "sources", "fetching", "reading", "weaving", "record"},
    "exchange": {*BASE, "record", "views"},
    "dossier": {*BASE, "record", "views"},
    "web": {*BASE, "record", "views", "dossier", "exchange", "weaving"},
    "evaluation": {*BASE, "exchange"},
    "demo": BASE,
}


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)


def imported(path: Path) -> set[str]:
    """The packages of the house that a module imports, wherever the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        found |= {name.split(".")[1] for name in names if name.startswith("depeche.") and name.count(".")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    parts = path.relative_to(PACKAGE).parts
    if len(parts) == 1 or parts[0] == "cli":
        return
    beyond = imported(path) - ALLOWED[parts[0]] - {parts[0]}
    assert not beyond, f"{name_of(path)} may not import {sorted(beyond)}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_sql_stands_only_in_the_record(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] == "record":
        return
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"^\s*(import|from) sqlite3", text, re.M), "sqlite3 belongs to record/"
    assert not re.search(r"[\"'](SELECT|INSERT INTO|DELETE FROM|UPDATE \w+ SET)\s", text), (
        "SQL belongs to record/"
    )


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.relative_to(PACKAGE).parts[0] in ("reading", "weaving", "model")],
    ids=name_of,
)
def test_reading_and_weaving_touch_nothing_outside(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = (
                [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            )
            forbidden = {
                "sqlite3",
                "socket",
                "urllib",
                "http",
                "requests",
                "os",
                "pathlib",
                "subprocess",
                "spacy",
            }
            assert not {name.split(".")[0] for name in names} & forbidden, f"{name_of(path)} imports {names}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "open", f"{name_of(path)} opens a file"


def test_no_module_is_a_drawer() -> None:
    drawers = {"utils", "helpers", "misc", "common", "tools"}
    assert not [name_of(path) for path in MODULES if path.stem in drawers]
