"""What a saved page says of itself: Open Graph, JSON-LD and meta tags."""

import re
from typing import Any, Literal, NamedTuple

from depeche.model import DateSaid
from depeche.sources.dates import day_of, day_of_address
from depeche.sources.layouts.json_ld import find_article_data, name_of, people_of
from depeche.sources.layouts.markup import line, lines
from depeche.sources.layouts.signature import find_signature

# Meta names that hold each field, the most trustworthy first.
_META = {
    "outlet": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "twitter:app:name:iphone"),
    "headline": ("og:title", "twitter:title", "dc.title", "dcterms.title", "title"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
        "dcterms.date", "dcterms.issued", "dcterms.created", "citation_publication_date",
        "pubdate", "publishdate", "publish-date", "publication_date", "sailthru.date",
        "parsely-pub-date", "article.published",
    ),
    "author": ("article:author", "author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"),
    "url": ("og:url", "twitter:url"),
}  # fmt: skip
_CHANGED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
_JOINTS = re.compile(r"\s+[-–—|•·:]+\s+|\s*[|_»]\s*|\s*:\s+")
_RIGHTS = re.compile(r"©|\(c\)|copyright|tous droits|rights reserved", re.IGNORECASE)
_SITE = 50  # characters of a site's name

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
    article = find_article_data(tree)
    metas = _metas(tree)
    for field, names in _META.items():
        for name in names[:1]:
            said.keep(field, metas.get(name), f"meta {name}")
    said.keep("outlet", name_of(article.get("publisher")), "JSON-LD publisher")
    said.keep("headline", name_of(article.get("headline")), "JSON-LD headline")
    said.keep("published", name_of(article.get("datePublished")), "JSON-LD datePublished")
    writers, others = people_of(article.get("author"))
    said.keep("author", writers, "JSON-LD author")
    for field, names in _META.items():
        for name in names[1:]:
            said.keep(field, metas.get(name), f"meta {name}")
    for link in tree.iterfind(".//link"):
        if (link.get("rel") or "").lower() == "canonical":
            said.keep("url", link.get("href"), "link canonical")
    for node in tree.xpath("//*[@itemprop='datePublished']"):
        said.keep(
            "published", node.get("datetime") or node.get("content") or line(node), "itemprop datePublished"
        )
        break
    for node in tree.iter("time"):
        said.keep("published", node.get("datetime"), "time element")
        break
    shown = (
        lines(tree.find(".//body")) if "headline" not in said.fields or "outlet" not in said.fields else []
    )
    _keep_both(tree, said, shown)
    for node in tree.iter("h1"):
        said.keep("headline", line(node), "h1")
    _keep_title(tree, said, shown)
    if "author" not in said.fields:
        said.keep("author", find_signature(tree), "signature in the page")
    said.keep("author", others, "JSON-LD author")
    said.keep("published", day_of_address(said.fields.get("url", "")), "address of the page")
    said.also(name_of(article.get("dateModified")), "JSON-LD dateModified", "changed")
    for name in _CHANGED:
        said.also(metas.get(name), f"meta {name}", "changed")
    _strip_site(said.fields)
    body = article.get("articleBody")
    return PageMetadata(said.fields, said.origins, body if isinstance(body, str) else "", tuple(said.dates))


def _keep_both(tree: Any, said: _Said, shown: list[str]) -> None:
    """Take headline and outlet from a title whose two parts the page prints as lines: the longer is the headline."""
    printed = set(shown)
    for one, two in _parted(_title(tree)):
        if "headline" not in said.fields and one in printed and two in printed:
            headline, site = sorted((one, two), key=len, reverse=True)
            said.keep("headline", headline, "title element, printed in the page")
            said.keep("outlet", site if len(site) <= _SITE else None, "title element, printed in the page")


def _keep_title(tree: Any, said: _Said, shown: list[str]) -> None:
    """Take headline and outlet from the page's title, where it joins them: "Titre | Le Journal"."""
    title = _title(tree)
    known = said.fields.get("headline")
    for one, two in _parted(title):
        between = title[len(one) : len(title) - len(two)]
        if ":" not in between and (one == known or (known is None and one in shown)):
            headline, site = one, _JOINTS.split(two)[-1].strip()
        elif two == known or (known is None and two in shown):
            if not any(_RIGHTS.search(text) and one in text for text in shown):
                continue
            headline, site = two, one
        else:
            continue
        said.keep("headline", headline, "title element, printed in the page")
        said.keep("outlet", site if len(site) <= _SITE else None, "title element")
        break
    said.keep("headline", title, "title element")


def _title(tree: Any) -> str:
    node = tree.find(".//title")
    return " ".join((node.text or "").split()) if node is not None else ""


def _parted(title: str) -> list[tuple[str, str]]:
    """A title in two parts, at each of its joints."""
    parts = [
        (title[: joint.start()].strip(), title[joint.end() :].strip()) for joint in _JOINTS.finditer(title)
    ]
    return [(one, two) for one, two in parts if one and two]


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = meta.get("content")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _strip_site(fields: dict[str, str]) -> None:
    """Take the site's name off a page title: "Titre - Le Journal"."""
    headline, outlet = fields.get("headline"), fields.get("outlet")
    if headline and outlet:
        bare = re.sub(
            rf"\s+[-–—|•:]\s+{re.escape(outlet)}\s*$|^{re.escape(outlet)}\s+[-–—|•:]\s+", "", headline
        )
        fields["headline"] = bare or headline
