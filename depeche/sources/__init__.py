"""Bytes to documents: what people have, known by its content, or refused with a reason.

Every file, line of a JSONL file and article of an archive that goes in comes out once, as a Document or a Refusal.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from depeche.model import DateSaid, Document, Refusal
from depeche.sources.checks import checked
from depeche.sources.entry import Content, Entry, Refused, Seen, attempt, refuse, unreadable
from depeche.sources.files import open_files
from depeche.sources.layouts import Found, Layout, detect
from depeche.sources.naming import Names
from depeche.sources.options import MEGABYTE, SourceOptions
from depeche.sources.signs import kind_of

__all__ = ["FILES", "Keep", "SourceOptions", "look_at", "open_content", "open_sources"]

_DEFAULT = SourceOptions()
# What the layouts that are held whole are called in a sentence.
FILES = {
    "pdf": "PDF file", "europresse": "Europresse export", "factiva": "Factiva export", "nexis": "Nexis export",
    "word": "Word file", "excel": "Excel file", "opml": "list of feeds", "feed": "feed", "html": "web page",
    "text": "text file",
}  # fmt: skip
# Told of each refusal, with the bytes that were refused; None where there are none, or more than can be held.
Keep = Callable[[Refusal, bytes | None], None]


def open_sources(
    paths: Iterable[str | Path], *, options: SourceOptions = _DEFAULT, keep: Keep | None = None
) -> Iterator[Document | Refusal]:
    """The documents of files, folders (with all below them, in sorted order) and `-` for standard input.

    Documents come in order and with ids that are unique in this call: the container's own identity, else the file's
    stem, else the first 16 hex digits of the text's SHA-256. What the user gives in `options` wins over what a
    container says, with basis "given". Raises nothing: what cannot be read is a Refusal.
    """
    names = Names()
    for content in open_files(paths, options=options):
        if isinstance(content, Refused):
            if keep:
                keep(content.plain, None)
            yield content.plain
        else:
            yield from open_content(content, options=options, names=names, keep=keep)


def open_content(
    content: Content,
    *,
    options: SourceOptions = _DEFAULT,
    names: Names | None = None,
    keep: Keep | None = None,
) -> Iterator[Document | Refusal]:
    """The documents of one file's bytes, by whatever layout they are in; `keep` is told of what is refused."""
    for item in _opened(content, options, names or Names(), keep):
        if isinstance(item, Refused):
            if keep:
                own = item.origin == content.origin
                keep(item.plain, (content.data if content.whole else None) if own else item.raw)
            yield item.plain
        else:
            yield item


def _opened(
    content: Content, options: SourceOptions, names: Names, keep: Keep | None
) -> Iterator[Document | Refusal]:
    try:
        found = _layout(content, options)
    except Exception as error:  # as in `_guarded`
        found = unreadable(content.origin, error)
    if isinstance(found, Refusal):
        yield found
        return
    layout, _ = found
    count = 0
    for item in _guarded(layout, content, options):
        count += 1
        if isinstance(item, Refusal):
            yield item
        elif isinstance(item, Content):
            yield from open_content(item, options=options, names=names, keep=keep)
        else:
            entry = attempt(partial(checked, item, options=options), origin=item.origin)
            yield (
                entry
                if isinstance(entry, Refusal)
                else _document(entry, content, layout.name, options, names)
            )
    if not count:
        yield refuse(
            content.origin, "there is no article in it", advice="Check that the file or export is complete."
        )


def _guarded(layout: Layout, content: Content, options: SourceOptions) -> Iterator[Found]:
    """What a layout reads; a fault of a parser that strangers' bytes bring about is a refusal, not the end of a run."""
    try:
        yield from layout.read(content, options)
    except Exception as error:
        yield unreadable(content.origin, error, excerpt=content.text[:500])


def look_at(content: Content, *, options: SourceOptions = _DEFAULT) -> Seen | Refusal:
    """What a content is taken for, and by which sign; or why it is taken for nothing."""
    found = _layout(content, options)
    return found if isinstance(found, Refusal) else found[1]


def _layout(content: Content, options: SourceOptions) -> tuple[Layout, Seen] | Refusal:
    if not content.data.strip():
        return refuse(content.origin, "this file is empty", advice="Check that it was saved whole.")
    found = detect(content)
    if found is not None:
        layout, seen = found
        if not content.whole and not layout.streams:
            return refuse(
                content.origin,
                f"this {FILES[seen.layout]} is larger than {options.largest / MEGABYTE:g} MB",
                advice="Split it, or allow more with --largest.",
            )
        return found
    kind = kind_of(content.data)
    if kind:
        return refuse(content.origin, f"this is {kind.name}", advice=kind.advice)
    return refuse(
        content.origin,
        "this is binary data, or text in an encoding that cannot be told",
        advice="Save it as text in UTF-8.",
    )


def _dates(entry: Entry, options: SourceOptions) -> tuple[DateSaid, ...]:
    """The days that the container gives beside the one that is taken."""
    if not options.published or not entry.published:
        return entry.dates
    return (DateSaid(entry.published, entry.metadata_from.get("published", "metadata")), *entry.dates)


def _document(entry: Entry, content: Content, layout: str, options: SourceOptions, names: Names) -> Document:
    published = options.published or entry.published
    where = dict(entry.metadata_from)
    if options.published:
        where["published"] = "given"
    if options.outlet:
        if entry.outlet and entry.outlet != options.outlet:
            where["other_outlet"] = f"{entry.outlet} ({where.get('outlet', 'metadata')})"
        where["outlet"] = "given"
    document = Document(
        text=entry.text,
        id="",
        origin=entry.origin,
        layout=layout,
        outlet=options.outlet or entry.outlet,
        headline=entry.headline,
        published=published,
        published_basis="given" if options.published else "metadata" if entry.published else "unknown",
        url=entry.url,
        author=entry.author,
        metadata_from=where,
        dates=_dates(entry, options),
    )
    return names.named(document, wish=entry.id or (content.stem if entry.origin == content.origin else None))
