"""Write the pages that are made from the code: `python docs/generate.py`.

A test compares each page with what this makes, so a change of a verb, a table or a field needs a new run.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from depeche.cli.__main__ import VERBS, app
from depeche.exchange.jsonl import Line
from depeche.exchange.tables import dictionary

HERE = Path(__file__).parent
_TABLE = re.compile(
    r"((?:^-- [^\n]*\n)*)^CREATE TABLE (\w+) \(\n(.*?)^\) STRICT(?:, WITHOUT ROWID)?;", re.M | re.S
)
_KEY = re.compile(r"^    (PRIMARY KEY|UNIQUE) \((.*)\)", re.M)
_COLUMN = re.compile(
    r'^    (?P<name>"?[a-z_0-9]+"?) (?P<type>TEXT|INTEGER|REAL)'
    r"(?P<rest>[^\n]*?)(?:,?\s*-- (?P<says>.*)|,)?$"
)


def exchange_schema() -> str:
    """JSON Schema of one line of the exchange format."""
    (schema,), definitions = msgspec.json.schema_components([Line], ref_template="#/$defs/{name}")
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dépêche exchange format: one line",
        **schema,
        "$defs": definitions,
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def cli_page() -> str:
    """Every verb with its arguments and options, as `--help` tells them."""
    from typer.main import get_command

    group: Any = get_command(app)
    parts = [
        "# The command line",
        "Every verb of `depeche`, with its arguments and options. Made from the program by `python docs/generate.py`.",
        "\n".join(f"- [`depeche {verb}`](#depeche-{verb})" for verb in VERBS),
    ]
    for verb in VERBS:
        parts.extend(_verb(f"depeche {verb}", group.get_command(None, verb)))
    return "\n\n".join(parts) + "\n"


def _verb(name: str, command: Any) -> Iterator[str]:
    yield f"## {name}"
    yield _prose(command.help or "")
    below: dict[str, Any] = getattr(command, "commands", {})
    rows = [_parameter(each) for each in command.params if not getattr(each, "hidden", False)]
    if rows:
        yield "\n".join(["| argument or option | meaning | default |", "|---|---|---|", *rows])
    for verb, each in below.items():
        yield from _verb(f"{name} {verb}", each)


def _prose(help: str) -> str:
    """Paragraphs as they are; those that begin with a backspace (the terminal's lists) as preformatted text."""
    paragraphs = []
    for paragraph in re.split(r"\n\n+", help.replace("\b\n", "\b").strip()):
        listed = paragraph.startswith("\b")
        paragraphs.append(f"```text\n{paragraph[1:].strip()}\n```" if listed else paragraph.strip())
    return "\n\n".join(paragraphs)


def _parameter(parameter: Any) -> str:
    names = [*parameter.opts, *parameter.secondary_opts]
    if parameter.param_type_name == "argument":
        names = [parameter.name.upper() + (" …" if parameter.nargs == -1 else "")]
    default = parameter.default
    told = "required" if parameter.required else ""
    # Programs differ in what stands for "no default": a flag's False, nothing, or a mark of their own.
    if default is not False and isinstance(default, str | int | float | Path):
        told = f"`{default}`"
    if parameter.envvar:
        told = ", ".join(part for part in (told, f"`${parameter.envvar}`") if part)
    return f"| {', '.join(f'`{name}`' for name in names)} | {_cell(parameter.help or '')} | {told} |"


def schema_page() -> str:
    """The record's tables and views with their columns, from the script that makes them."""
    script = files("depeche.record").joinpath("schema.sql").read_text(encoding="utf-8")
    record = sqlite3.connect(":memory:")
    record.executescript(script)
    head = script.split("\n\n", 1)[0]
    parts = [
        "# The record's schema",
        _said(head),
        "The record is one SQLite file: DB Browser, Datasette, R and Python open it as it is. Ids are made of content, "
        "so the same record of the same text has the same id in every file. Made from `depeche/record/schema.sql` by "
        "`python docs/generate.py`.",
        "## Tables",
    ]
    for says, name, body in _TABLE.findall(script):
        parts += [f"### {name}"]
        parts += [_said(says)] if says else []
        parts.append(_columns(record, name, body))
        parts += [f"{kind.capitalize()}: {columns}." for kind, columns in _KEY.findall(body)]
    parts.append("## Views")
    meanings = {(table, column): meaning for table, column, meaning in dictionary()}
    for (view,) in record.execute(
        "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name"
    ).fetchall():
        rows = [
            f"| `{column}` | {_cell(meanings[view, column])} |"
            for _, column, *_ in record.execute(f"PRAGMA table_info({view})")
        ]
        parts += [f"### {view}", "\n".join(["| column | meaning |", "|---|---|", *rows])]
    return "\n\n".join(parts) + "\n"


def _columns(record: sqlite3.Connection, table: str, body: str) -> str:
    lines = ["| column | type | meaning |", "|---|---|---|"]
    found = []
    for line in body.splitlines():
        if match := _COLUMN.match(line):
            name = match["name"].strip('"')
            found.append(name)
            kind = f"{match['type']}{match['rest']}".rstrip(",").strip()
            lines.append(f"| `{name}` | {_cell(kind)} | {_cell(match['says'] or '')} |")
    known = [name for _, name, *_ in record.execute(f"PRAGMA table_info({table})")]
    if found != known:
        raise ValueError(f"{table}: schema.sql tells {known}, but its lines read as {found}")
    return "\n".join(lines)


def _said(comment: str) -> str:
    return " ".join(line.removeprefix("-- ") for line in comment.strip().splitlines())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


PAGES: dict[str, Callable[[], str]] = {
    "exchange.schema.json": exchange_schema,
    "cli.md": cli_page,
    "schema.md": schema_page,
}


if __name__ == "__main__":
    for name, make in PAGES.items():
        (HERE / name).write_text(make(), encoding="utf-8")
