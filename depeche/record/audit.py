"""Prove that a record is whole: each quote stands where its anchor says, each date is one, and no row is left alone."""

import sqlite3
from collections.abc import Iterator

import msgspec

from depeche.model import text_sha256
from depeche.model.edtf import is_edtf
from depeche.record.queries import query


class Finding(msgspec.Struct, frozen=True):
    """Something that is wrong in a record: in which table, in which article ("-" for none), and what."""

    table: str
    article: str
    what: str


def audit_record(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Everything that is wrong, nothing where the record is sound."""
    for row in connection.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Finding("record", "-", str(row[0]))
    for row in connection.execute("PRAGMA foreign_key_check"):
        yield Finding(row["table"], "-", f"row {row['rowid']} names a {row['parent']} that does not exist")
    for row in connection.execute(query("audit_articles")):
        text = row["text"]
        if text_sha256(text) != row["sha256"]:
            yield Finding("article", row["id"], "the text is not the one that was read")
        yield from _misplaced(connection, row["id"], text)
    for row in connection.execute(query("audit_orphans")):
        yield Finding(row["what"], row["article"], f"{row['id']} belongs to nothing or rests on nothing")
    for row in connection.execute(query("audit_dates")):
        if not is_edtf(row["date"]):
            yield Finding(
                row["what"], row["article"], f"{row['id']} is dated {row['date']!r}, which is no EDTF date"
            )
    search = connection.execute(query("audit_search")).fetchone()
    if search["passages"] != search["indexed"]:
        yield Finding("search", "-", f"{search['passages']} passages, {search['indexed']} in the index")


def _misplaced(connection: sqlite3.Connection, article: str, text: str) -> Iterator[Finding]:
    for row in connection.execute(query("audit_ranges"), {"article": article}):
        if not 0 <= row["start"] <= row["end"] <= len(text):
            yield Finding(row["what"], article, f"[{row['start']}, {row['end']}) is outside the text")
    for row in connection.execute(query("audit_anchors"), {"article": article}):
        start, end = row["start"], row["end"]
        if text[start:end] != row["quote"]:
            yield Finding(
                "anchor", article, f"[{start}, {end}) reads {text[start:end]!r}, not {row['quote']!r}"
            )
        elif not text[:start].endswith(row["prefix"]) or not text.startswith(row["suffix"], end):
            yield Finding("anchor", article, f"[{start}, {end}) stands between other words than noted")
