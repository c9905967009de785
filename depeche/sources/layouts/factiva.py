"""Factiva: HTML pages and RTF files of many articles, with the codes of "full article plus indexing" or without.

Labelled articles are read by their codes (HD headline, PD date, SN source, LP and TD text, AN number …). Without codes
an article is what stands between a line "295 mots" with its neighbours and a line "Document XYZ0000020111229".
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from depeche.model import Refusal
from depeche.sources.dates import day_of
from depeche.sources.entry import Content, Entry, attempt, refuse
from depeche.sources.layouts.fields import field_names
from depeche.sources.layouts.markup import line, lines, parse
from depeche.sources.layouts.rtf import is_rtf, rtf_text
from depeche.sources.options import SourceOptions

_CODES = field_names("factiva", "code")
_HTML_SIGN = re.compile(r"class\s*=\s*[\"']article\s+[a-z]{2}Article\b", re.IGNORECASE)
_LABEL = re.compile(r"^\s*([A-Z]{2,3})(?:[\t\u00a0 ]+|$)(.*)$")
_END = re.compile(r"^\W*Document\s+([A-Za-z]{2,}[A-Za-z0-9]{8,})\W*$")
_WORDS = re.compile(r"^\W*[\d\s.,\u202f\u00a0]+(?:mots|words)\W*$", re.IGNORECASE)
_NUMBER = re.compile(r"\b([A-Z]{2,}[a-zA-Z]*0{0,4}20\d{6}[a-z0-9]+)\b")
_CLOCK = re.compile(r"^\d{1,2}:\d{2}(?:\s*(?:AM|PM|GMT))?$", re.IGNORECASE)
_SUMMARY = re.compile(
    r"^(?:Search Summary|Récapitulatif de la recherche|Résumé de la recherche)", re.IGNORECASE
)
_EXPORT = "Export it again from Factiva with “Article complet + indexation” (Full Article plus Indexing)."


def recognise(content: Content) -> str | None:
    """Whether the page has Factiva's article elements, or the RTF its numbers of documents."""
    if is_rtf(content.data):
        text = rtf_text(content.data)
        found = any(_END.match(one.split("\t")[-1]) for one in text.splitlines())
        return "RTF with Factiva's document numbers" if found else None
    return "Factiva's article elements" if _HTML_SIGN.search(content.text, 0, 2_000_000) else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """Each article with its accession number as identity; refused, with how to export again, where it has no text."""
    if is_rtf(content.data):
        yield from _from_lines(rtf_text(content.data), content.origin)
        return
    tree = parse(content.text)
    nodes = [] if tree is None else [node for node in tree.iter("div") if _is_article(node)]
    for number, node in enumerate(nodes, start=1):
        origin = f"{content.origin}#{number}"
        yield attempt(partial(_from_page, node, origin), origin=origin)


def _from_page(node: Any, origin: str) -> Entry | Refusal:
    fields = _labelled_cells(node)
    return _by_codes(fields, origin) if fields else _by_lines(lines(node), origin)


def _is_article(node: Any) -> bool:
    classes = (node.get("class") or "").lower().split()
    return "article" in classes and any(re.fullmatch(r"[a-z]{2}article", one) for one in classes)


def _labelled_cells(node: Any) -> dict[str, list[str]]:
    """The lines of each code's cell in the two-column table of a labelled article; empty for an unlabelled one."""
    fields: dict[str, list[str]] = {}
    for row in node.iter("tr"):
        cells = row.findall("td")
        code = line(cells[0]).replace("\u00a0", "").strip() if len(cells) >= 2 else ""
        if code in _CODES:
            fields.setdefault(code, []).extend(lines(cells[1]))
    return fields


def _from_lines(text: str, origin: str) -> Iterator[Entry | Refusal]:
    """The articles of an RTF file: cut behind each document number and at each page."""
    chunk: list[str] = []
    number = 0
    for one in text.replace("\f", "\n\f\n").splitlines():
        bare = one.strip()
        if _SUMMARY.match(bare):
            break
        if bare:
            chunk.append(one.strip("\n\f "))
        end = _END.match(bare.split("\t")[-1].strip()) if bare else None
        if end:
            number += 1
            yield attempt(partial(_chunk, chunk, f"{origin}#{number}"), origin=f"{origin}#{number}")
            chunk = []
    if sum(map(len, chunk)) > 200:
        yield _chunk(chunk, f"{origin}#{number + 1}")


def _chunk(chunk: list[str], origin: str) -> Entry | Refusal:
    fields: dict[str, list[str]] = {}
    code = ""
    for one in chunk:
        label = _LABEL.match(one)
        if label and label.group(1) in _CODES:
            code = label.group(1)
            one = label.group(2)
        if code and one.strip():
            fields.setdefault(code, []).append(" ".join(one.split()))
    if {"HD", "PD"} <= fields.keys():
        return _by_codes(fields, origin)
    return _by_lines([" ".join(one.split()) for one in chunk], origin)


def _by_codes(fields: dict[str, list[str]], origin: str) -> Entry | Refusal:
    def one(code: str) -> str | None:
        return " ".join(fields.get(code, [])).strip() or None

    headline = one("HD")
    paragraphs = [*fields.get("LP", []), *fields.get("TD", [])]
    if not paragraphs:
        return refuse(
            origin, f"the article “{(headline or '?')[:80]}” has no text in this export", advice=_EXPORT
        )
    number = _END.match(one("AN") or "") or _NUMBER.search(one("AN") or "")
    where = {
        field: f"Factiva {code}" for field, code in (("headline", "HD"), ("outlet", "SN"), ("author", "BY"))
    }
    where = {field: said for field, said in where.items() if one(said[-2:])}
    published = day_of(one("PD") or "")
    if published:
        where["published"] = f"Factiva PD: {one('PD')}"
    for field, code in (
        ("section", "SE"),
        ("page", "PG"),
        ("credit", "CR"),
        ("subjects", "NS"),
        ("regions", "RE"),
    ):
        said = one(code)
        if said:
            where[field] = said
    return Entry(
        text="\n\n".join([headline, *paragraphs] if headline else paragraphs),
        origin=origin,
        id=number.group(1) if number else None,
        headline=headline,
        outlet=one("SN"),
        published=published,
        author=one("BY"),
        metadata_from=where,
    )


def _by_lines(found: list[str], origin: str) -> Entry | Refusal:
    """An unlabelled article: headline, author, "295 mots", day, time, source, code, language, rights, text, number."""
    size = next((at for at, one in enumerate(found) if _WORDS.match(one)), None)
    end = next((at for at, one in enumerate(found) if _END.match(one)), len(found))
    number = _END.match(found[end]) if end < len(found) else None
    if size is None or size == 0 or size >= end:
        return refuse(
            origin,
            "this article of Factiva has no labels, and its parts cannot be told",
            advice=_EXPORT,
            excerpt=" ".join(found[:5]),
        )
    above = found[:size]
    headline = max(above, key=len)
    author = above[-1] if len(above) > 1 and above[-1] != headline else None
    meta = found[size + 1 : end]
    day = next((at for at, one in enumerate(meta[:3]) if day_of(one)), None)
    source = day + 1 if day is not None else 0
    if source < len(meta) and _CLOCK.match(meta[source]):
        source += 1
    outlet = meta[source] if source < len(meta) else None
    start = source + 1
    while start < len(meta) and not _is_text(meta[start]):
        start += 1
    paragraphs = meta[start:]
    if not paragraphs or day is None:
        return refuse(origin, f"the article “{headline[:80]}” has no text in this export", advice=_EXPORT)
    return Entry(
        text="\n\n".join([headline, *paragraphs]),
        origin=origin,
        id=number.group(1) if number else None,
        headline=headline,
        outlet=outlet,
        published=day_of(meta[day]),
        author=author,
        metadata_from={
            "published": f"Factiva, line under the length: {meta[day]}",
            "outlet": "Factiva, line under the day",
            "headline": "Factiva, first lines",
            "author": "Factiva, line above the length",
        },
    )


def _is_text(one: str) -> bool:
    """Whether a line is the article's and not the source's code, language or rights."""
    rights = re.match(r"^(?:\(c\)|©|copyright|tous droits)", one, re.IGNORECASE)
    return not rights and len(one.split()) > 4
