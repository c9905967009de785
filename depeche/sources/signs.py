"""Files that are known but not read: what they are called, and what to do with them."""

from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of file by name, and what to do with it."""

    name: str
    advice: str


_PICTURE = "Give the article's text; pictures are not read."
_EXPORT = "Export or save it as text, HTML or DOCX."

_SIGNS: tuple[tuple[bytes, Kind], ...] = (
    (b"\xd0\xcf\x11\xe0", Kind("an old Word or Excel file", _EXPORT)),
    (b"\x89PNG", Kind("a picture (PNG)", _PICTURE)),
    (b"\xff\xd8\xff", Kind("a picture (JPEG)", _PICTURE)),
    (b"GIF8", Kind("a picture (GIF)", _PICTURE)),
    (b"RIFF", Kind("a picture, sound or film (RIFF)", _PICTURE)),
    (b"II*\x00", Kind("a picture (TIFF)", _PICTURE)),
    (b"SQLite format 3", Kind("a database (SQLite)", "Give a record to the other verbs, not to this one.")),
    (b"7z\xbc\xaf\x27\x1c", Kind("a 7-Zip archive", "Unpack it first.")),
    (b"Rar!", Kind("a RAR archive", "Unpack it first.")),
    (b"\x28\xb5\x2f\xfd", Kind("a Zstandard archive", "Unpack it first.")),
    (b"\xfd7zXZ", Kind("an XZ archive", "Unpack it first.")),
    (b"BZh", Kind("a bzip2 archive", "Unpack it first.")),
    (b"\x1f\x8b", Kind("a gzip archive", "Unpack it first.")),
    (b"PK\x03\x04", Kind("a ZIP archive", "Unpack it first.")),
    (b"\x7fELF", Kind("a program", "Give texts.")),
    (b"MZ", Kind("a program", "Give texts.")),
    (b"OggS", Kind("a sound file", "Give texts.")),
    (b"ID3", Kind("a sound file", "Give texts.")),
)


def kind_of(data: bytes) -> Kind | None:
    """The kind of file that the first bytes tell, None for an unknown one."""
    return next((kind for sign, kind in _SIGNS if data.startswith(sign)), None)
