"""The named queries of the .sql files beside this one."""

import re
from functools import cache
from importlib.resources import files
from typing import Literal

Owner = Literal["record", "ledger"]
_FILES: dict[Owner, tuple[str, ...]] = {"record": ("queries", "lists", "loom"), "ledger": ("ledger",)}


@cache
def _all(of: Owner) -> dict[str, str]:
    """By name; `{{part}}` stands for the part of that name, which stands before it."""
    found: dict[str, str] = {}
    parts: dict[str, str] = {}
    for file in _FILES[of]:
        text = files("depeche.record").joinpath(f"{file}.sql").read_text(encoding="utf-8")
        pieces = re.split(r"^-- (name|part): (\w+)\n", text, flags=re.M)[1:]
        rows = list(zip(pieces[::3], pieces[1::3], (sql.strip() for sql in pieces[2::3]), strict=True))
        for kind, name, sql in rows:
            whole = re.sub(r"\{\{(\w+)\}\}", lambda match: parts[match[1]], sql)
            (parts if kind == "part" else found)[name] = whole
    return found


def query(name: str, *, of: Owner = "record") -> str:
    """The SQL of a named query. Raises KeyError where there is none of that name."""
    return _all(of)[name]
