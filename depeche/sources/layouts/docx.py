"""DOCX to paragraphs, without trust: no entities, no external parts, bounded size."""

import re
import zipfile
import zlib
from io import BytesIO
from typing import Any

from lxml import etree

_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FAULTS = (
    zipfile.BadZipFile, OSError, EOFError, LookupError, ValueError, RuntimeError, NotImplementedError, zlib.error,
)  # fmt: skip


def is_docx(data: bytes) -> bool:
    """Whether bytes are a ZIP file with a Word document in it."""
    if not data.startswith(b"PK\x03\x04") or _PART.encode() not in data:
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _PART in archive.namelist()
    except _FAULTS:
        return False


def docx_paragraphs(data: bytes, *, most: int) -> list[str] | None:
    """The paragraphs of a DOCX file, None where it is broken or unpacks to more than `most` bytes.

    Tracked deletions are left out; tabs and line breaks inside a paragraph are blanks and line breaks.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(_PART) as part:
            xml = part.read(most + 1)
    except _FAULTS:
        return None
    if len(xml) > most or re.search(rb"<!(?:DOCTYPE|ENTITY)", xml[:4_000], re.IGNORECASE):
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        tree = etree.fromstring(xml, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    if tree is None:
        return None
    return [_text(paragraph) for paragraph in tree.iter(f"{_W}p")]


def _text(paragraph: Any) -> str:
    pieces: list[str] = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t" and node.text:
            pieces.append(node.text)
        elif node.tag == f"{_W}tab":
            pieces.append(" ")
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        elif node.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
    return "".join(pieces).strip()
