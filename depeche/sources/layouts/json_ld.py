"""What a page says of its article in JSON-LD."""

import json
import re
from collections.abc import Iterator
from typing import Any

_ARTICLE = re.compile(r"(?:News|Reportage|Analysis|Opinion|Report|Blog|LiveBlog)?(?:Article|Posting)$")
_MOST_JSON = 2_000_000  # characters of one block
_MOST_OBJECTS = 500  # of one block
_PARTS = ("@graph", "mainEntity", "itemListElement", "item")  # where articles stand inside other objects


def find_article_data(tree: Any) -> dict[str, Any]:
    """The first object of a page that is an article, its publisher and author filled in; empty where there is none."""
    found: dict[str, Any] = {}
    named: dict[str, dict[str, Any]] = {}
    for one in _objects(tree):
        if not found and any(_ARTICLE.search(kind) for kind in _kinds(one)):
            found = one
        if isinstance(one.get("@id"), str) and "name" in one:
            named.setdefault(one["@id"], one)
    return {
        **found,
        **{field: _filled(found[field], named) for field in ("publisher", "author") if field in found},
    }


def said_in(tree: Any, field: str) -> list[Any]:
    """What the objects of a page say in a field."""
    return [one[field] for one in _objects(tree) if field in one]


def name_of(value: Any) -> str | None:
    """A value as text: itself, its `name`, or the names of a list."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        value = ", ".join(filter(None, (name_of(item) for item in value[:10])))
    return value if isinstance(value, str) else None


def people_of(value: Any) -> tuple[str | None, str | None]:
    """The names of the people who wrote something, and of what else is given as its author."""
    given = value[:10] if isinstance(value, list) else [value]
    people = [
        one
        for one in given
        if not (isinstance(one, dict) and {"Organization", "NewsMediaOrganization"} & {*_kinds(one)})
    ]
    return name_of(people) or None, name_of([one for one in given if one not in people]) or None


def _objects(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        if len(script.text) > _MOST_JSON:
            continue
        try:
            queue = [json.loads(script.text, strict=False)]
        except (ValueError, RecursionError):
            continue
        for item in queue:  # which grows meanwhile
            if len(queue) > _MOST_OBJECTS:
                break
            if isinstance(item, list):
                queue.extend(item)
            elif isinstance(item, dict):
                yield item
                queue.extend(item[part] for part in _PARTS if part in item)


def _kinds(one: dict[str, Any]) -> list[str]:
    kinds = one.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _filled(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    """A value, or the object that it points to."""
    if isinstance(value, list):
        return [_filled(one, named) for one in value[:10]]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value
