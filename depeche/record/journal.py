"""The journal of corrections: what people said, kept through every re-reading.

What holds is always the machine's reading with all entries applied in order, those undone left out. The machine's
reading is kept apart (table `proposal`) for the articles that somebody corrected.
"""

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from depeche.model import Published, Reading, Span
from depeche.model.correction import Correction, Recast
from depeche.record.checking import check
from depeche.record.correcting import Sheet
from depeche.record.errors import Overtaken, UnknownArticle, WrongCorrection
from depeche.record.ids import actor_id
from depeche.record.links import set_date
from depeche.record.queries import query
from depeche.record.restoring import restore_reading
from depeche.record.rows import as_json
from depeche.record.storing import store_reading


class JournalEntry(msgspec.Struct, frozen=True):
    """A correction, its number in the journal, and whether the last reading lacks the record it is about.

    `baked` says that the machine's reading was not kept when it was made, so that it cannot be undone before the
    article is read again.
    """

    number: int
    correction: Correction
    loose: bool
    baked: bool = False


def take_correction(connection: sqlite3.Connection, correction: Correction, *, seen: int | None) -> int:
    """Note a correction and apply it, inside the open transaction; its number.

    `seen` is the last entry that its maker knew of. Raises UnknownArticle, WrongCorrection, Overtaken.
    """
    check(correction)
    if _holds_apart(correction):
        return _hold_apart(connection, correction, seen=seen)
    articles = _articles(connection, correction)
    number = note(connection, correction, seen=seen)
    applied = [_renew(connection, article, number) for article in articles]
    if correction.verdict != "undo" and not any(applied):
        where = articles[0] if correction.text_sha256 and articles else "the record"
        raise WrongCorrection(f"{where}: no {correction.target} stands there")
    return number


def held_apart(connection: sqlite3.Connection) -> list[Recast]:
    """The pairs of actors that people hold apart, in the order in which they said so."""
    said = (entry.correction for entry in standing(list(_entries(connection, None))))
    return [_recast(correction) for correction in said if _holds_apart(correction)]


def _holds_apart(correction: Correction) -> bool:
    return correction.target == "actor" and correction.verdict == "reject"


def _is_of_readings(correction: Correction) -> bool:
    """Whether a correction changes what was read in articles, not what is known across them."""
    return correction.target != "occurrence" and not _holds_apart(correction)


def _hold_apart(connection: sqlite3.Connection, correction: Correction, *, seen: int | None) -> int:
    recast = _recast(correction)
    number = note(connection, correction, seen=seen)
    pair = {"one": actor_id(recast.former), "two": actor_id(recast.new)}
    if not connection.execute(query("forget_identity"), pair).rowcount:
        raise WrongCorrection(f"{recast.former.name} and {recast.new.name} are not taken for one actor")
    return number


def _recast(correction: Correction) -> Recast:
    try:
        return msgspec.json.decode(correction.value, type=Recast)
    except msgspec.DecodeError as error:
        raise WrongCorrection(f"{correction.value} does not name two actors: {error}") from error


def note(connection: sqlite3.Connection, correction: Correction, *, seen: int | None) -> int:
    """Write a correction into the journal without applying it; its number. Raises Overtaken."""
    if seen is not None and correction.verdict not in ("add", "undo"):
        _not_overtaken(connection, correction, seen)
    return connection.execute(query("add_correction"), _row(correction)).lastrowid or 0


def store_corrected(connection: sqlite3.Connection, reading: Reading) -> str:
    """Store a new reading of a text with all that people said about that text before; its article's id.

    Corrections of records that it lacks are marked as loose, and apply again when a later reading has them.
    """
    sha256 = reading.article.text_sha256
    connection.execute(query("free_corrections"), {"sha256": sha256})
    sheet = Sheet(reading)
    touched = False
    for entry in standing(list(_entries(connection, sha256))):
        if not _is_of_readings(entry.correction):
            continue
        applied = sheet.apply(entry.correction, number=entry.number)
        touched |= applied
        if entry.correction.text_sha256 and entry.loose == applied:
            connection.execute(query("set_loose"), {"number": entry.number, "loose": not applied})
    article = store_reading(connection, sheet.reading())
    row = {"article": article, "reading": _packed(reading) if touched else None}
    connection.execute(query("keep_proposal" if touched else "drop_proposal"), row)
    return article


def sheet_of(connection: sqlite3.Connection, article: str) -> Sheet:
    """The records of an article from the machine's proposals to what holds now."""
    row = connection.execute(query("proposal"), {"article": article}).fetchone()
    now = restore_reading(connection, article)
    if row is None:
        return Sheet(now)
    sheet = Sheet(_unpacked(row["reading"], now))
    for entry in standing(list(_entries(connection, now.article.text_sha256))):
        if _is_of_readings(entry.correction) and not entry.baked:
            sheet.apply(entry.correction, number=entry.number)
    return sheet


def read_journal(connection: sqlite3.Connection, sha256: str | None) -> list[JournalEntry]:
    """All entries, or those of one text, in the order in which they were made."""
    entries = _entries(connection, sha256)
    return [entry for entry in entries if sha256 is None or entry.correction.text_sha256 == sha256]


def standing(entries: Sequence[JournalEntry]) -> list[JournalEntry]:
    """The entries that are not undone, without the undoings; in order."""
    undone = undone_numbers(entries)
    return [one for one in entries if one.correction.verdict != "undo" and one.number not in undone]


def undone_numbers(entries: Sequence[JournalEntry]) -> set[int]:
    """The numbers of the entries that are taken back, by an undo that is not taken back itself."""
    undone: set[int] = set()
    for entry in reversed(entries):
        if entry.correction.verdict == "undo" and entry.number not in undone:
            undone.add(int(entry.correction.value))
    return undone


def undoing(connection: sqlite3.Connection, correction: Correction) -> Correction:
    """An undo that says what the undone entry was about. Raises WrongCorrection."""
    entries = read_journal(connection, None)
    meant = next((one for one in entries if str(one.number) == correction.value), None)
    if meant is None:
        raise WrongCorrection(f"the journal has no entry {correction.value}")
    if meant.number in undone_numbers(entries):
        raise WrongCorrection(f"entry {correction.value} is undone already")
    if meant.baked:
        raise WrongCorrection(f"entry {correction.value} can be undone when its article has been read again")
    what = meant.correction
    return msgspec.structs.replace(
        correction, text_sha256=what.text_sha256, target=what.target, at=what.at, like=what.like
    )


def _renew(connection: sqlite3.Connection, article: str, number: int) -> bool:
    """Apply the journal to the machine's reading anew; whether entry `number` had something to apply to."""
    now = restore_reading(connection, article)
    row = connection.execute(query("article"), {"article": article}).fetchone()
    own = msgspec.json.decode(row["own_published"], type=Published)
    if connection.execute(query("proposal"), {"article": article}).fetchone() is None:
        page = msgspec.structs.replace(now.article, published=own)
        packed = _packed(msgspec.structs.replace(now, article=page))
        connection.execute(query("keep_proposal"), {"article": article, "reading": packed})
    proposal = connection.execute(query("proposal"), {"article": article}).fetchone()
    sheet, applied = Sheet(_unpacked(proposal["reading"], now)), False
    for entry in standing(list(_entries(connection, now.article.text_sha256))):
        if _is_of_readings(entry.correction) and not entry.baked:
            done = sheet.apply(entry.correction, number=entry.number)
            applied |= done and entry.number == number
    corrected = sheet.reading()
    if corrected != now:
        store_reading(connection, corrected)
        if corrected.article.published == own != now.article.published:
            set_date(connection, article, now.article.published)
    return applied


def _articles(connection: sqlite3.Connection, correction: Correction) -> list[str]:
    """The articles that a correction may change."""
    if correction.text_sha256:
        row = connection.execute(query("article_by_sha256"), {"sha256": correction.text_sha256}).fetchone()
        if row is None:
            raise UnknownArticle(f"no article has the text {correction.text_sha256}")
        return [row["id"]]
    if correction.target != "actor":
        raise UnknownArticle(f"the correction of a {correction.target} must name its article's text")
    if correction.verdict == "undo":
        return [row["id"] for row in connection.execute(query("proposed_articles"))]
    former = actor_id(_recast(correction).former)
    return [row["id"] for row in connection.execute(query("articles_of_actor"), {"actor": former})]


def _not_overtaken(connection: sqlite3.Connection, correction: Correction, seen: int) -> None:
    """Raises Overtaken where somebody has corrected the same record since."""
    for entry in read_journal(connection, correction.text_sha256):
        other = entry.correction
        if entry.number <= seen or other.target != correction.target:
            continue
        same = other.field == correction.field if correction.target == "article" else _meet(other, correction)
        if same:
            raise Overtaken(
                f"{other.by or 'somebody'} has corrected this {other.target} meanwhile (entry {entry.number})"
            )


def _meet(one: Correction, two: Correction) -> bool:
    if one.target == "actor":
        return one.like == two.like
    near = any(first.overlaps(second) for first in one.at for second in two.at)
    return near and (one.target in ("statement", "term") or one.like.split(" ")[0] == two.like.split(" ")[0])


def _packed(reading: Reading) -> str:
    return as_json(
        msgspec.structs.replace(reading, article=msgspec.structs.replace(reading.article, text=""))
    )


def _unpacked(packed: str, now: Reading) -> Reading:
    reading = msgspec.json.decode(packed, type=Reading)
    article = msgspec.structs.replace(reading.article, text=now.article.text, id=now.article.id)
    return msgspec.structs.replace(reading, article=article)


def _entries(connection: sqlite3.Connection, sha256: str | None) -> Iterator[JournalEntry]:
    """All entries, or those of one text with those that hold in all."""
    name = "corrections" if sha256 is None else "corrections_of_text"
    for row in connection.execute(query(name), {} if sha256 is None else {"sha256": sha256}):
        apart = ("number", "at", "loose", "baked")
        fields = {column: row[column] for column in row.keys() if column not in apart}  # noqa: SIM118
        at = msgspec.json.decode(row["at"], type=tuple[Span, ...])
        yield JournalEntry(row["number"], Correction(at=at, **fields), bool(row["loose"]), bool(row["baked"]))


def _row(correction: Correction) -> dict[str, object]:
    return {
        **msgspec.structs.asdict(correction),
        "at": as_json(correction.at),
        "loose": False,
        "baked": False,
    }
