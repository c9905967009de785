"""LexisNexis and Nexis Uni: text and HTML of the old service, DOCX and RTF of the new one, many articles a file.

Old: "1 of 3 DOCUMENTS" or "Document 1 de 3", outlet, day, title, fields in capitals, LENGTH or LONGUEUR, text, closing
fields. New: title, outlet, day, rights, "Length:", "Byline:", "Section:", "Body", text, "End of Document".
"""

import re
from collections.abc import Iterator
from functools import partial

from depeche.model import DateSaid, Refusal
from depeche.sources.dates import day_of
from depeche.sources.entry import Content, Entry, attempt, refuse
from depeche.sources.layouts.docx import docx_paragraphs, is_docx
from depeche.sources.layouts.fields import field_names
from depeche.sources.layouts.markup import lines, looks_like_html, parse
from depeche.sources.layouts.rtf import is_rtf, rtf_text
from depeche.sources.options import SourceOptions

_START = re.compile(
    r"^\s*(?:Document\s+\d+\s+(?:de|of)\s+\d+|\d+\s+(?:of|de)\s+\d+\s+DOCUMENTS?)\s*$", re.IGNORECASE
)
_LENGTH = re.compile(r"^[ \t]*(?:LENGTH|LONGUEUR)[ \t]*:", re.MULTILINE)
_FIELD = re.compile(r"^\s*([A-ZÉÈÊÀÇ][A-ZÉÈÊÀÇ -]{2,30})\s*:\s*(.*)$")
_NEW_FIELD = re.compile(r"^(Length|Byline|Section|Longueur|Auteur|Rubrique|Highlight|Dateline)\s*:\s*(.*)$")
_CLOSING = field_names("nexis", "closing")
_AUTHOR = field_names("nexis", "author")
_SECTION = field_names("nexis", "section")
_TITLE = field_names("nexis", "headline")
_ABOVE = _AUTHOR | _SECTION | _TITLE | field_names("nexis", "other")
_RIGHTS = re.compile(r"^\s*(?:Copyright|©|Tous droits réservés|All Rights Reserved)", re.IGNORECASE)
_NEW_END = re.compile(r"^End of Document$|^Fin du document$", re.IGNORECASE)
_NEW_BODY = re.compile(r"^(?:Body|Corps)$", re.IGNORECASE)
_NEW_CLOSING = re.compile(r"^(?:Load-Date|Classification|Graphic|Date de chargement)\b", re.IGNORECASE)
_LOADED = re.compile(r"^\s*(?:LOAD-DATE|DATE-CHARGEMENT|DATE DE CHARGEMENT)\s*:\s*(.+)$", re.IGNORECASE)
_PAGE = re.compile(r"(?:Pg\.|p\.|page)\s*([\w*-]+)", re.IGNORECASE)


def recognise(content: Content) -> str | None:
    """Whether the file has the start lines and fields of the old service, or the marks of the new one."""
    if is_docx(content.data) or is_rtf(content.data):
        found = _word_lines(content, most=100_000_000) or []
        marks = {"body": any(map(_NEW_BODY.match, found)), "end": any(map(_NEW_END.match, found))}
        return "Nexis Uni's “Body” and “End of Document”" if all(marks.values()) else None
    if not _LENGTH.search(content.text):
        if not looks_like_html(content.head) or not re.search(r"(?:LENGTH|LONGUEUR)\s*:", content.text):
            return None
        found = _page_lines(content)
    else:
        found = content.text.splitlines() if not looks_like_html(content.head) else _page_lines(content)
    return "LexisNexis's document counts and LENGTH fields" if any(map(_START.match, found)) else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """Each article; one whose parts cannot be told is refused."""
    if is_docx(content.data) or is_rtf(content.data):
        found = _word_lines(content, most=options.largest)
        if found is None:
            yield refuse(content.origin, "this Word document cannot be opened", advice="Export it again.")
            return
        yield from _new(found, content.origin)
        return
    found = _page_lines(content) if looks_like_html(content.head) else content.text.splitlines()
    yield from _old(found, content.origin)


def _page_lines(content: Content) -> list[str]:
    tree = parse(content.text)
    return [] if tree is None else [one for text in lines(tree) for one in ("", text)]


def _word_lines(content: Content, *, most: int) -> list[str] | None:
    if is_rtf(content.data):
        found: list[str] | None = rtf_text(content.data).splitlines()
    else:
        found = docx_paragraphs(content.data, most=most)
    return None if found is None else [" ".join(one.split()) for text in found for one in text.split("\n")]


def _old(found: list[str], origin: str) -> Iterator[Entry | Refusal]:
    starts = [at for at, one in enumerate(found) if _START.match(one)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(found)], strict=True), start=1):
        here = f"{origin}#{number}"
        yield attempt(partial(_old_article, found[start + 1 : end], here), origin=here)


def _old_article(found: list[str], origin: str) -> Entry | Refusal:
    length = next((at for at, one in enumerate(found) if _LENGTH.match(one)), None)
    if length is None:
        return refuse(
            origin,
            "this article of Nexis has no LENGTH field",
            advice="Export it again as full documents.",
            excerpt=" ".join(found[:8]),
        )
    above = [one for one in found[:length] if one.strip()]
    said: dict[str, str] = {}
    title: list[str] = []
    outlet, published, printed_day = None, None, ""
    for one in above:
        field = _FIELD.match(one)
        if field and field.group(1).strip() in _ABOVE:
            said[field.group(1).strip()] = field.group(2).strip()
        elif _RIGHTS.match(one):
            continue
        elif outlet is None:
            outlet = " ".join(one.split())
        elif published is None and day_of(one):
            published, printed_day = day_of(one), " ".join(one.split())
        elif published is not None and not said and not (one.startswith("  ") and not title):
            title.append(" ".join(one.split()))
    headline = _said(said, _TITLE) or " ".join(title) or None
    paragraphs = _paragraphs(found[length + 1 :])
    if not paragraphs:
        return refuse(
            origin,
            f"the article “{(headline or '?')[:80]}” has no text in this export",
            advice="Export it again as full documents.",
        )
    where = {"outlet": "Nexis, first line", "headline": "Nexis title", "author": "Nexis author field"}
    if published:
        where["published"] = f"Nexis: {printed_day}"
    section = _said(said, _SECTION)
    if section:
        where["section"] = section
        page = _PAGE.search(section)
        if page:
            where["page"] = page.group(1)
    return Entry(
        text="\n\n".join([headline, *paragraphs] if headline else paragraphs),
        origin=origin,
        headline=headline,
        outlet=outlet,
        published=published,
        author=_said(said, _AUTHOR),
        metadata_from=where,
        dates=_loaded(found),
    )


def _loaded(found: list[str]) -> tuple[DateSaid, ...]:
    """When the archive took the article in."""
    days = (day_of(line.group(1)) for one in found if (line := _LOADED.match(one)))
    return tuple(DateSaid(day, "Nexis load date", "archived") for day in days if day)[:1]


def _said(said: dict[str, str], names: frozenset[str]) -> str | None:
    """The first field of these names that says something."""
    return next((value for name, value in said.items() if name in names and value), None)


def _paragraphs(found: list[str]) -> list[str]:
    """The text below LENGTH: lines broken at a width joined, up to the closing fields."""
    paragraphs: list[str] = []
    current: list[str] = []
    for one in [*found, ""]:
        field = _FIELD.match(one)
        if (field and field.group(1).strip() in _CLOSING) or _RIGHTS.match(one):
            break
        if one.strip():
            current.append(one.strip())
        elif current:
            paragraphs.append(" ".join(current))
            current = []
    if current:
        paragraphs.append(" ".join(current))
    return paragraphs


def _new(found: list[str], origin: str) -> Iterator[Entry | Refusal]:
    chunk: list[str] = []
    number = 0
    for one in found:
        if _NEW_END.match(one):
            number += 1
            here = f"{origin}#{number}"
            yield attempt(partial(_new_article, chunk, here), origin=here)
            chunk = []
        else:
            chunk.append(one)


def _new_article(chunk: list[str], origin: str) -> Entry | Refusal:
    chunk = [one for one in chunk if one]
    body = next((at for at, one in enumerate(chunk) if _NEW_BODY.match(one)), None)
    day = None
    if body is not None:
        # The day stands above the rights and fields; above it the outlet, and above that the title.
        day = next((at for at in range(body - 1, 1, -1) if len(chunk[at]) < 60 and day_of(chunk[at])), None)
    if body is None or day is None:
        return refuse(
            origin,
            "the parts of this article of Nexis cannot be told",
            advice="Export it again as full documents.",
            excerpt=" ".join(chunk[:8]),
        )
    headline, outlet = chunk[day - 2], chunk[day - 1]
    fields = {field.group(1): field.group(2) for one in chunk[day:body] if (field := _NEW_FIELD.match(one))}
    paragraphs = []
    for one in chunk[body + 1 :]:
        if _NEW_CLOSING.match(one):
            break
        paragraphs.append(one)
    if not paragraphs:
        return refuse(
            origin, f"the article “{headline[:80]}” has no text in this export", advice="Export it again."
        )
    where = {
        "outlet": "Nexis Uni, above the day",
        "headline": "Nexis Uni, first line",
        "published": f"Nexis Uni: {chunk[day]}",
        "author": "Nexis Uni byline",
    }
    section = fields.get("Section") or fields.get("Rubrique")
    if section:
        where["section"] = section
        page = _PAGE.search(section)
        if page:
            where["page"] = page.group(1)
    return Entry(
        text="\n\n".join([headline, *paragraphs]),
        origin=origin,
        headline=headline,
        outlet=outlet,
        published=day_of(chunk[day]),
        author=fields.get("Byline") or fields.get("Auteur") or None,
        metadata_from=where,
        dates=_loaded(chunk),
    )
