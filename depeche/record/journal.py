"""The journal of corrections: what people said, kept through every re-reading."""

import sqlite3
from collections.abc import Iterator

import msgspec

from depeche.model import Published, Reading, Span
from depeche.model.correction import Correction
from depeche.record.correcting import correct
from depeche.record.errors import UnknownArticle, WrongCorrection
from depeche.record.links import set_date
from depeche.record.queries import query
from depeche.record.restoring import restore_reading
from depeche.record.rows import as_json
from depeche.record.storing import store_reading


class JournalEntry(msgspec.Struct, frozen=True):
    """A correction, its number in the journal, and whether the last reading lacks the record it is about."""

    number: int
    correction: Correction
    loose: bool


def take_correction(connection: sqlite3.Connection, correction: Correction) -> None:
    """Note a correction and apply it, inside the open transaction. Raises UnknownArticle, WrongCorrection."""
    row = connection.execute(query("article_by_sha256"), {"sha256": correction.text_sha256}).fetchone()
    if row is None:
        raise UnknownArticle(f"no article has the text {correction.text_sha256}")
    article = connection.execute(query("article"), {"article": row["id"]}).fetchone()
    own = msgspec.json.decode(article["own_published"], type=Published)
    reading = restore_reading(connection, row["id"])
    narrowed = reading.article.published
    page = msgspec.structs.replace(reading.article, published=own)
    corrected = correct(msgspec.structs.replace(reading, article=page), correction)
    if corrected is None:
        raise WrongCorrection(f"{row['id']}: no {correction.target} stands there")
    connection.execute(query("add_correction"), _row(correction))
    store_reading(connection, corrected)
    if corrected.article.published == own != narrowed:
        set_date(connection, row["id"], narrowed)


def with_corrections(connection: sqlite3.Connection, reading: Reading) -> Reading:
    """A new reading of a text with all that people said about that text before.

    Corrections of records that it lacks are marked as loose, and apply again when a later reading has them.
    """
    for entry in list(_entries(connection, reading.article.text_sha256)):
        corrected = correct(reading, entry.correction)
        if entry.loose != (corrected is None):
            connection.execute(query("set_loose"), {"number": entry.number, "loose": corrected is None})
        reading = corrected or reading
    return reading


def read_journal(connection: sqlite3.Connection, sha256: str | None) -> list[JournalEntry]:
    """All entries, or those of one text, in the order in which they were made."""
    return list(_entries(connection, sha256))


def _entries(connection: sqlite3.Connection, sha256: str | None) -> Iterator[JournalEntry]:
    name = "corrections" if sha256 is None else "corrections_of_text"
    for row in connection.execute(query(name), {} if sha256 is None else {"sha256": sha256}):
        fields = {column: row[column] for column in row.keys() if column not in ("number", "at", "loose")}  # noqa: SIM118
        at = msgspec.json.decode(row["at"], type=tuple[Span, ...])
        yield JournalEntry(row["number"], Correction(at=at, **fields), bool(row["loose"]))


def _row(correction: Correction) -> dict[str, object]:
    return {**msgspec.structs.asdict(correction), "at": as_json(correction.at), "loose": False}
