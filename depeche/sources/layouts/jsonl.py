"""JSON Lines: one article a line, `text` and what is known of it; also one JSON array of such objects."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from depeche.model import Refusal
from depeche.sources.dates import day_of
from depeche.sources.entry import Content, Entry, refuse
from depeche.sources.options import SourceOptions

# Fields under the names that crawlers and corpora give them; the first that is there counts.
_NAMES = {
    "text": ("text", "texte", "content", "contenu", "body", "maintext", "article", "raw_text"),
    "id": ("id", "uuid", "doc_id"),
    "url": ("url", "link", "source_url"),
    "outlet": ("outlet", "site_name", "sitename", "publisher", "source", "media", "journal"),
    "published": ("published", "date", "date_publish", "datePublished", "published_at", "pub_date"),
    "headline": ("headline", "title", "titre"),
    "author": ("author", "authors", "auteur"),
}
_LINE = re.compile(r"[^\r\n]+")


def recognise(content: Content) -> str | None:
    """Whether the first line, or the whole, is a JSON object or an array of objects that has a text."""
    start = content.head.lstrip()
    if start.startswith("["):
        array = _decoded(content.text)
        objects = isinstance(array, list) and any(_field(item, "text") for item in array)
        return "a JSON array of objects with a text" if objects else None
    if not start.startswith("{"):
        return None
    for number, line in enumerate(_LINE.finditer(content.text)):
        value = _decoded(line.group())
        if isinstance(value, dict) and _field(value, "text") is not None:
            return f"line {number + 1} is a JSON object with “{_name(value, 'text')}”"
        if number >= 20:
            break
    whole = _decoded(content.text)
    return "a JSON object with a text" if isinstance(whole, dict) and _field(whole, "text") else None


def read(content: Content, options: SourceOptions) -> Iterator[Entry | Refusal]:
    """An entry for each line; a line that is broken or has no text is refused, and reading goes on."""
    whole = _decoded(content.text) if content.whole else None
    if isinstance(whole, list):
        for number, value in enumerate(whole, start=1):
            yield entry_of(value, f"{content.origin}:{number}", "")
        return
    if isinstance(whole, dict):
        yield entry_of(whole, f"{content.origin}:1", "")
        return
    for number, line in enumerate(content.lines(longest=options.largest), start=1):
        bare = line.strip()
        if bare:
            yield entry_of(_decoded(bare), f"{content.origin}:{number}", bare)


def names_of(field: str) -> tuple[str, ...]:
    """The names under which a field is looked for."""
    return _NAMES[field]


def entry_of(value: Any, origin: str, line: str, *, kind: str = "JSON field") -> Entry | Refusal:
    """The entry that an object's fields make, or a refusal; `kind` is what a field is called, `line` its raw text."""
    if not isinstance(value, dict):
        return refuse(
            origin,
            "this line is no JSON object",
            advice="Mend or drop the line; the other lines were read.",
            excerpt=line,
        )
    text = _field(value, "text")
    if text is not None and not isinstance(text, str):
        return refuse(
            origin,
            f"“{_name(value, 'text')}” is no text but {_kind(text)}",
            advice="Give the article's text as a string of characters.",
            excerpt=line,
        )
    if text is None:
        return refuse(
            origin,
            "this object has no text",
            advice=f"Name the article's text “text”; found: {', '.join(sorted(map(str, value))[:8]) or 'nothing'}.",
            excerpt=line,
        )
    found: dict[str, str] = {}
    where: dict[str, str] = {}
    for field in ("id", "url", "outlet", "headline", "author", "published"):
        said = _text(_field(value, field))
        if said:
            found[field] = said
            where[field] = f"{kind} {_name(value, field)}"
    published = day_of(found["published"]) if "published" in found else None
    if "published" in found and published is None:
        where["published"] = f"{where['published']}, not understood: {found['published'][:40]}"
    return Entry(
        text=text,
        origin=origin,
        id=found.get("id"),
        headline=found.get("headline"),
        outlet=found.get("outlet"),
        published=published,
        url=found.get("url"),
        author=found.get("author"),
        metadata_from=where,
    )


def _decoded(text: str) -> Any:
    try:
        return msgspec.json.decode(text.encode("utf-8", "surrogatepass"))
    except (msgspec.DecodeError, RecursionError, ValueError):
        return None


def _name(value: dict[str, Any], field: str) -> str | None:
    return next((name for name in _NAMES[field] if value.get(name) not in (None, "")), None)


def _field(value: Any, field: str) -> Any:
    if not isinstance(value, dict):
        return None
    name = _name(value, field)
    return value[name] if name else value.get("text") if field == "text" else None


def _text(value: Any) -> str | None:
    """A field as text: a string, a number, a list of names, or the value of {"value": …}."""
    if isinstance(value, dict):
        value = value.get("value") or value.get("name")
    if isinstance(value, list):
        value = ", ".join(str(item) for item in value if isinstance(item, str))
    if isinstance(value, bool) or value is None:
        return None
    return str(value).strip() or None


def _kind(value: Any) -> str:
    """What a JSON value is, in words."""
    if isinstance(value, bool):
        return "true or false"
    return "a list" if isinstance(value, list) else "an object" if isinstance(value, dict) else "a number"
