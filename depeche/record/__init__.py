"""The record: one SQLite file with all that was read, each field with the characters it was read from."""

from depeche.record.audit import Finding
from depeche.record.errors import (
    NewerRecord,
    NoRecord,
    NotARecord,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordLocked,
    RecordUnwritable,
    UnknownArticle,
    Unsourced,
)
from depeche.record.file import Known, Record, open_record
from depeche.record.links import CopyLink, Link, Links, Place
from depeche.record.lists import Filter, Listed, Row

__all__ = [
    "CopyLink", "Filter", "Finding", "Known", "Link", "Links", "Listed", "NewerRecord", "NoRecord", "NotARecord",
    "Place", "Record", "RecordDamaged", "RecordError", "RecordFull", "RecordLocked", "RecordUnwritable", "Row",
    "UnknownArticle", "Unsourced", "open_record",
]  # fmt: skip
