"""XML as text: indented, with a declaration, and without the characters that XML 1.0 cannot hold."""

import re
from typing import IO
from xml.etree import ElementTree

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """The text with a replacement character for each one that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def write_xml(root: ElementTree.Element, out: IO[str]) -> None:
    """Write a document to an open text file."""
    ElementTree.indent(root)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(ElementTree.tostring(root, encoding="unicode") + "\n")
