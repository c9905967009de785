"""What a saved page says of itself: Open Graph, JSON-LD and meta tags."""

import json
import re
from typing import Any, Literal, NamedTuple

from depeche.model import DateSaid
from depeche.sources.dates import day_of, day_of_address
from depeche.sources.layouts.markup import line

# Meta names that hold each field, the most trustworthy first.
_META = {
    "outlet": ("og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone"),
    "headline": ("og:title", "twitter:title", "dc.title", "title"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
        "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "sailthru.date",
        "parsely-pub-date", "article.published",
    ),
    "author": ("article:author", "author", "dc.creator", "parsely-author", "sailthru.author"),
    "url": ("og:url", "twitter:url"),
}  # fmt: skip
_CHANGED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
_ARTICLE = re.compile(r"(?:News|Reportage|Analysis|Opinion|Report|Blog|LiveBlog)?(?:Article|Posting)$")
_MOST_JSON = 2_000_000  # characters of one JSON-LD block

Role = Literal["published", "changed", "archived"]


class PageMetadata(NamedTuple):
    """The fields that a page gives, where each was found, the body that its JSON-LD carries, and further dates."""

    fields: dict[str, str]
    origins: dict[str, str]
    body: str
    dates: tuple[DateSaid, ...]


class _Said:
    """What a page says, field by field: the first value counts, and others that differ are kept beside it."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.origins: dict[str, str] = {}
        self.dates: list[DateSaid] = []

    def keep(self, field: str, value: str | None, origin: str) -> None:
        """Take a value, or keep it beside another."""
        value = " ".join((value or "").split())
        if field == "published":
            value = day_of(value) or ""
        if not value or (field in ("author", "url") and value.startswith("http") != (field == "url")):
            return
        known = self.fields.get(field)
        if known is None:
            self.fields[field] = value
            self.origins[field] = origin
        elif field == "published" and value != known:
            self.also(value, origin, "published")
        elif field in ("outlet", "author") and value.casefold() != known.casefold():
            self.origins.setdefault(f"other_{field}", f"{value} ({origin})")

    def also(self, value: str | None, origin: str, role: Role) -> None:
        """Keep another date."""
        day = day_of(value or "")
        if day and all((one.value, one.role) != (day, role) for one in self.dates):
            self.dates.append(DateSaid(day, origin, role))


def find_metadata(tree: Any) -> PageMetadata:
    """The metadata of a parsed page; dates as EDTF, addresses only of http."""
    said = _Said()
    article = _json_ld(tree)
    metas = _metas(tree)
    for field, names in _META.items():
        for name in names[:1]:
            said.keep(field, metas.get(name), f"meta {name}")
    publisher = article.get("publisher")
    said.keep("outlet", _named(publisher), "JSON-LD publisher")
    said.keep("headline", _named(article.get("headline")), "JSON-LD headline")
    said.keep("published", _named(article.get("datePublished")), "JSON-LD datePublished")
    said.keep("author", _named(article.get("author")), "JSON-LD author")
    for field, names in _META.items():
        for name in names[1:]:
            said.keep(field, metas.get(name), f"meta {name}")
    for link in tree.iterfind(".//link"):
        if (link.get("rel") or "").lower() == "canonical":
            said.keep("url", link.get("href"), "link canonical")
    for node in tree.iter("time"):
        said.keep("published", node.get("datetime"), "time element")
        break
    for node in tree.iter("h1"):
        said.keep("headline", line(node), "h1")
    title = tree.find(".//title")
    if title is not None:
        said.keep("headline", title.text, "title element")
    said.keep("published", day_of_address(said.fields.get("url", "")), "address of the page")
    said.also(_named(article.get("dateModified")), "JSON-LD dateModified", "changed")
    for name in _CHANGED:
        said.also(metas.get(name), f"meta {name}", "changed")
    _strip_site(said.fields)
    body = article.get("articleBody")
    return PageMetadata(said.fields, said.origins, body if isinstance(body, str) else "", tuple(said.dates))


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = meta.get("content")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _json_ld(tree: Any) -> dict[str, Any]:
    """The first JSON-LD object of a page that is an article."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        if len(script.text) > _MOST_JSON:
            continue
        try:
            value = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        queue, seen = [value], 0
        while queue and seen < 500:
            item = queue.pop(0)
            seen += 1
            if isinstance(item, list):
                queue.extend(item)
            elif isinstance(item, dict):
                kinds = item.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                    return item
                graph = item.get("@graph")
                if graph is not None:
                    queue.append(graph)
    return {}


def _named(value: Any) -> str | None:
    """A value as text: itself, its `name`, or the names of a list."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(filter(None, (_named(item) for item in value[:10])))
    return value if isinstance(value, str) else None


def _strip_site(fields: dict[str, str]) -> None:
    """Take the site's name off a page title: "Titre - Le Journal"."""
    headline, outlet = fields.get("headline"), fields.get("outlet")
    if headline and outlet:
        bare = re.sub(
            rf"\s+[-–—|•:]\s+{re.escape(outlet)}\s*$|^{re.escape(outlet)}\s+[-–—|•:]\s+", "", headline
        )
        fields["headline"] = bare or headline
