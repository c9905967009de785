"""The named queries of queries.sql, and of the ledger's own file."""

import re
from functools import cache
from importlib.resources import files


@cache
def _all(file: str) -> dict[str, str]:
    text = files("depeche.record").joinpath(f"{file}.sql").read_text(encoding="utf-8")
    pieces = re.split(r"^-- name: (\w+)\n", text, flags=re.M)[1:]
    return {name: query.strip() for name, query in zip(pieces[::2], pieces[1::2], strict=True)}


def query(name: str, *, file: str = "queries") -> str:
    """The SQL of a named query. Raises KeyError where there is none of that name."""
    return _all(file)[name]
