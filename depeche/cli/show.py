"""`depeche show`: an article with its records marked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.model import Reading
    from depeche.record import Row


def show(
    article: Annotated[str | None, typer.Argument(help="The article's id, or how that begins.")] = None,
    record: asking.RecordPath = asking.DEFAULT_RECORD,
    json: Annotated[bool, typer.Option("--json", help="Print the article in the exchange format.")] = False,
) -> None:
    """Show an article with its records marked in the text; without an id, list the articles.

    ⟦s1 …⟧ is what statement s1 says, ⟨e1⟩ stands after a sentence that tells event e1; what is not the article is
    left out and counted.
    """
    from depeche.record import open_record

    with asking.told_plainly(), open_record(record, writing=False) as opened:
        if article is None:
            for row in opened.rows("articles"):
                typer.echo(_headline(row))
            return
        found = opened.find_article(article)
        reading = opened.reading(found)
        places = opened.documents(found)
    if json:
        from depeche.exchange.jsonl import encode_line, to_line

        typer.echo(encode_line(to_line(reading)))
        return
    for line in _lines(reading, places):
        typer.echo(line)


def _headline(row: "Row") -> str:
    count = f"{row['statements']} statements, {row['events']} events"
    return f"{row['published'] or '?':10}  {row['id']:24} {row['outlet'] or '–':20} {row['headline'] or ''} ({count})"


def _lines(reading: "Reading", places: "list[Row]") -> Iterator[str]:
    from depeche.cli.marking import marked

    article = reading.article
    yield article.headline or article.id
    facts = [
        article.outlet,
        *article.agencies,
        f"{article.published.value or '?'} ({article.published.basis})",
    ]
    yield ", ".join(fact for fact in facts if fact)
    yield from (f"  {reason}" for reason in article.published.reasons)
    yield from (f"  found at {place['origin']}" for place in places)
    yield from (f"  {field.replace('_', ' ')}: {said}" for field, said in _origins(article.metadata_from))
    yield ""
    yield marked(reading)
    yield ""
    yield from _statements(reading)
    yield from _events(reading)
    for position in reading.positions:
        hangs = f", if: {position.condition}" if position.condition else ""
        yield f"{position.actor.name} {position.stance}: {position.issue}{hangs}"
    for term in reading.terms:
        yield f"“{term.term}” ({term.voice})"


def _origins(metadata_from: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Where the fields of an article are from; that of the day stands with its reasons."""
    return ((field, said) for field, said in sorted(metadata_from.items()) if field != "published")


def _statements(reading: "Reading") -> Iterator[str]:
    for number, one in enumerate(reading.statements, start=1):
        via = f", via {', '.join(actor.name for actor in one.via)}" if one.via else ""
        cue = f" “{one.cue.of(reading.article.text)}”" if one.cue else ""
        yield f"s{number}  {one.speaker.actor.name}{via}{cue}: {one.mode}, {one.act}"


def _events(reading: "Reading") -> Iterator[str]:
    for number, one in enumerate(reading.events, start=1):
        kind = f"{one.type}/{one.mode}" if one.mode else one.type
        who = ", ".join(actor.name for actor in one.actor) or "?"
        whom = f" → {', '.join(actor.name for actor in one.recipient)}" if one.recipient else ""
        where = f", {one.place.name}" if one.place else ""
        source = f", according to {one.according_to}" if one.according_to else ""
        yield f"e{number}  {kind}: {who}{whom}{where}, {one.date or 'undated'}, {one.status}{source}"
