"""Europresse (Cision): HTML exports of many articles, in the three layouts it has had since about 2008.

Until 2014 an article is a table whose spans are named DocPublicationName, DocHeader and TitreArticleVisu; after that it
is an `article` element, since about 2019 with classes that begin with rdp__. Spellings and letters' case vary.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from depeche.model import DateSaid, Refusal
from depeche.sources.dates import compact_day, day_of, months
from depeche.sources.entry import Content, Entry, attempt, refuse
from depeche.sources.layouts.markup import line, lines, of_class, parse
from depeche.sources.options import SourceOptions

_SIGN = re.compile(r"class\s*=\s*[\"'][^\"']*\b(?:rdp__\w*)?DocPublicationName\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b[a-z]+·(?:19|20)\d{6}·[\w-]+·[\w.-]+")
_ISSUE = re.compile(
    r",?\s*n[o°º]\.?\s*[\w-]+\s*$|\s*\((?:site web|web|tous|réf\. site web)[^)]*\)", re.IGNORECASE
)
_PAGE = re.compile(
    r"\bpp?(?:age|ages)?\.?\s*([A-Z]{0,3}[*\d][\w*]*(?:\s*[-–,]\s*[A-Z]{0,3}\d+)*)\s*$", re.IGNORECASE
)
_WEEKDAY = re.compile(
    r"^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\d+\s*(?:mots|words)\b|\d{1,2}:\d{2}.*", re.IGNORECASE)
# Lines that the archive adds below the article.
_FOOT = re.compile(
    r"^(?:©|Tous droits réservés|All rights reserved|Numéro de document|Document number|Ce certificat"
    r"|Certificat émis|Cet article est paru dans|Note\(s\) :|Illustration\(s\) :|Catégorie\(s\) :"
    r"|(?:Le présent document|Ce document) .{0,60}(?:visualisation|protégé)|La présente publication|Émis (?:à|par)"
    r"|PDF du document|Consulter (?:la source|le document)|Date d['’]émission)",
    re.IGNORECASE,
)
_MOST_AUTHOR = 10  # words; the first line below a title that has more is text


def recognise(content: Content) -> str | None:
    """Whether the page has Europresse's span for the name of a publication."""
    found = _SIGN.search(content.text, 0, 2_000_000)
    return "Europresse's DocPublicationName" if found else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """Each article of the export, with its document number as identity; those without text are refused by name."""
    tree = parse(content.text)
    if tree is None:
        yield refuse(content.origin, "this HTML cannot be parsed", advice="Export the articles again.")
        return
    for number, node in enumerate(_articles(tree), start=1):
        origin = f"{content.origin}#{number}"
        yield attempt(partial(_article, node, origin), origin=origin)


def _articles(tree: Any) -> list[Any]:
    """The element of each article: the nearest `article` or `table` around the publication's name."""
    found: list[Any] = []
    for name in of_class(tree, "DocPublicationName", tag="span"):
        around = name
        while around is not None and around.tag not in ("article", "table", "body"):
            around = around.getparent()
        if around is not None and all(around is not other for other in found):
            found.append(around)
    return found


def _article(node: Any, origin: str) -> Entry | Refusal:
    title_node = _first(of_class(node, "titreArticleVisu", "rdp__articletitle"))
    title = line(title_node) if title_node is not None else ""
    outlet = _ISSUE.sub("", line(_first(of_class(node, "DocPublicationName", tag="span")))).strip(" ,")
    header = _header(node)
    text = line(node)
    number = _NUMBER.search(text)
    where = {"outlet": "Europresse DocPublicationName"}
    published = day_of(header)
    if published:
        where["published"] = f"Europresse header: {header[:80]}"
    number_day = compact_day(number.group()) if number else None
    dates: tuple[DateSaid, ...] = ()
    if number_day:
        if not published:
            published = number_day
            where["published"] = "Europresse document number"
        elif number_day != published:
            dates = (DateSaid(number_day, "Europresse document number"),)
    page = _PAGE.search(header)
    if page:
        where["page"] = page.group(1)
    section = _section(header)
    if section:
        where["section"] = section
    author, paragraphs = _author_and_body(node, title_node)
    address = _address(node)
    paragraphs = [part for part in paragraphs if not _FOOT.match(part) and not _NUMBER.fullmatch(part)]
    for field, said, sign in (
        ("headline", title, "titreArticle"), ("author", author, "docAuthors"), ("url", address, "link"),
    ):  # fmt: skip
        if said:
            where[field] = f"Europresse {sign}"
    subtitle = _first(of_class(node, "rdp__subtitle"))
    if subtitle is not None and (said := line(subtitle)) and said not in paragraphs[:1]:
        paragraphs.insert(0, said)
    if not paragraphs:
        return refuse(
            origin,
            f"the article “{title[:80]}” has no text in this export",
            advice="Export it again with its full text.",
            excerpt=text,
        )
    return Entry(
        text="\n\n".join([title, *paragraphs] if title else paragraphs),
        origin=origin,
        id=number.group() if number else None,
        headline=title or None,
        outlet=outlet or None,
        published=published,
        author=author,
        url=address,
        metadata_from=where,
        dates=dates,
    )


def _header(node: Any) -> str:
    """The lines of section, day and page, whatever number of spans they stand in."""
    spans = of_class(node, "DocHeader")
    for name in of_class(node, "DocTitreSousSection"):
        spans.append(name)
        after = name.getnext()
        if after is not None and after.tag == "span":
            spans.append(after)
    return ", ".join(part for part in dict.fromkeys(line(span).strip(" ,;") for span in spans) if part)


def _section(header: str) -> str | None:
    """What is left of a header without day, page and length."""
    left = []
    for part in (part.strip() for part in re.split(r"[,;]", header)):
        words = re.findall(r"[^\W\d_]+", part.lower())
        is_day = (
            _WEEKDAY.match(part)
            or day_of(part)
            or any(word in months() and len(words) <= 2 for word in words)
        )
        if part and not is_day and not _PAGE.search(part) and not _SIZE.search(part) and not part.isdigit():
            left.append(part)
    return ", ".join(left) or None


def _author_and_body(node: Any, title_node: Any) -> tuple[str | None, list[str]]:
    author = line(_first(of_class(node, "docAuthors"))) or None
    body = _first(of_class(node, "docOcurrContainer") or of_class(node, "DocText"))
    if body is not None:
        below = _first(
            [found for found in of_class(node, "sm-margin-bottomNews") if _after(found, title_node)]
        )
        if author is None and below is not None and len(line(below).split()) <= _MOST_AUTHOR:
            author = line(below) or None
        return author, lines(body)
    # The oldest layout: title, author and text are text nodes in one cell.
    all_lines = lines(node)
    title = line(title_node) if title_node is not None else ""
    start = next((at + 1 for at, one in enumerate(all_lines) if title and one == title), 0)
    rest = all_lines[start:]
    if (
        author is None
        and len(rest) > 1
        and len(rest[0].split()) <= _MOST_AUTHOR
        and not rest[0].endswith((".", "»"))
    ):
        author, rest = rest[0], rest[1:]
    return author, rest


def _address(node: Any) -> str | None:
    """The address of the article at its outlet's, where the export has it."""
    for link in node.iter("a"):
        parent = link.getparent()
        around = line(parent) if parent is not None else ""
        target = link.get("href") or ""
        if "Cet article est paru dans" in around and target.startswith("http"):
            return str(target)
    return None


def _first(found: list[Any]) -> Any:
    return found[0] if found else None


def _after(node: Any, other: Any) -> bool:
    """Whether `node` stands behind `other` among the children of one element."""
    if other is None:
        return False
    return any(found is node for found in other.itersiblings())
