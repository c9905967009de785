"""Word documents and RTF that no archive wrote: one file, one article."""

from collections.abc import Iterator

from depeche.model import Refusal
from depeche.sources.entry import Content, Entry, refuse
from depeche.sources.layouts.docx import docx_paragraphs, is_docx
from depeche.sources.layouts.rtf import is_rtf, rtf_text
from depeche.sources.options import SourceOptions


def recognise(content: Content) -> str | None:
    """Whether the bytes are a DOCX or RTF document."""
    if is_rtf(content.data):
        return "RTF"
    return "DOCX (word/document.xml)" if is_docx(content.data) else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """The document's paragraphs, with a blank line between them."""
    if is_rtf(content.data):
        found: list[str] | None = [" ".join(one.split()) for one in rtf_text(content.data).splitlines()]
    else:
        found = docx_paragraphs(content.data, most=options.largest)
    if found is None:
        yield refuse(
            content.origin, "this Word document cannot be opened", advice="Open it and save it again."
        )
        return
    yield Entry(text="\n\n".join(one for one in found if one.strip()), origin=content.origin)
