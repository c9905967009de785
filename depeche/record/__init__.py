"""The record: one SQLite file with all that was read, each field with the characters it was read from."""

from depeche.record.audit import Finding
from depeche.record.correcting import Sheet, Trace, likeness_of, spans_of
from depeche.record.errors import (
    NewerRecord,
    NoRecord,
    NotARecord,
    Overtaken,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordLocked,
    RecordUnwritable,
    UnknownArticle,
    Unsourced,
    WrongCorrection,
)
from depeche.record.file import Known, Record, open_record
from depeche.record.folding import Clash, fold_copies
from depeche.record.imprints import Dating, Imprint, Key, KnownActor, Told
from depeche.record.journal import JournalEntry, undone_numbers
from depeche.record.ledger import FoundPage, Ledger, WatchedFeed, WatchedPage, open_ledger
from depeche.record.links import CopyLink, Groups, Identity, Link, Links, Place
from depeche.record.lists import Filter, Listed, Row
from depeche.record.loom import Loom
from depeche.record.replaying import Replayed, replay
from depeche.record.words import find_hits

__all__ = [
    "Clash", "CopyLink", "Dating", "Filter", "Finding", "FoundPage", "Groups", "Identity", "Imprint",
    "JournalEntry", "Key", "Known", "KnownActor", "Ledger", "Link", "Links", "Listed", "Loom",
    "NewerRecord", "NoRecord", "NotARecord", "Overtaken", "Place", "Record", "RecordDamaged",
    "RecordError", "RecordFull", "RecordLocked", "RecordUnwritable", "Replayed", "Row", "Sheet", "Told",
    "Trace", "UnknownArticle", "Unsourced", "WatchedFeed", "WatchedPage", "WrongCorrection", "find_hits",
    "fold_copies", "likeness_of", "open_ledger", "open_record", "replay", "spans_of", "undone_numbers",
]  # fmt: skip
