"""`depeche correct`: what a person knows better."""

from typing import TYPE_CHECKING, Annotated

import typer

from depeche.cli import asking

if TYPE_CHECKING:
    from depeche.model import Reading
    from depeche.model.correction import Target
    from depeche.record import Record

LISTS: "dict[str, tuple[Target, str]]" = {
    "s": ("statement", "statements"),
    "e": ("event", "events"),
    "p": ("position", "positions"),
    "t": ("term", "terms"),
}
ONE_ACTOR, SEVERAL_ACTORS = ("speaker",), ("actor", "recipient", "via", "addressee")


def correct(
    article: Annotated[str, typer.Argument(help="The article's id, or how that begins.")],
    which: Annotated[str, typer.Argument(help="s1, e2, p1, t3 as `depeche show` numbers them, or article.")],
    field: Annotated[str | None, typer.Argument(help="The field: speaker, date, status, type …")] = None,
    value: Annotated[
        str | None,
        typer.Argument(help="Its value: a word, a name the record knows (several: A; B), or JSON."),
    ] = None,
    reject: Annotated[bool, typer.Option("--reject", help="The record is wrong altogether.")] = False,
    by: Annotated[str, typer.Option(envvar="DEPECHE_BY", help="Who says so.")] = "",
    note: Annotated[str, typer.Option(help="Why.")] = "",
    record: asking.RecordPath = asking.DEFAULT_RECORD,
) -> None:
    """Correct a record of an article; the correction is kept in the journal and through every re-reading."""
    from datetime import UTC, datetime

    from depeche.model.correction import Correction
    from depeche.record import likeness_of, open_record, spans_of

    if reject == (field is not None) or (field is None) != (value is None):
        raise typer.BadParameter("give a field and its value, or --reject")
    with asking.told_plainly(), open_record(record) as opened:
        reading = opened.reading(opened.find_article(article))
        target, found = _named(reading, which)
        if target == "article" and reject:
            raise typer.BadParameter("an article cannot be rejected; reject its records")
        opened.correct(
            Correction(
                text_sha256=reading.article.text_sha256,
                target=target,
                verdict="reject" if reject else "set",
                at=spans_of(found) if found is not None else (),
                like=likeness_of(found) if found is not None else "",
                field=field or "",
                value=_as_json(opened, field or "", value),
                by=by,
                made=datetime.now(UTC).isoformat(timespec="seconds"),
                note=note,
            )
        )
    typer.echo(f"{reading.article.id} {which}: {'rejected' if reject else f'{field} = {value}'}")


def _named(reading: "Reading", which: str) -> "tuple[Target, object]":
    """What a label stands for, and the record itself (None for the article)."""
    if which == "article":
        return "article", None
    kind, number = which[:1], which[1:]
    if kind in LISTS and number.isdigit():
        target, name = LISTS[kind]
        records = getattr(reading, name)
        if 0 < int(number) <= len(records):
            return target, records[int(number) - 1]
    raise typer.BadParameter(f"{reading.article.id} has no {which}; see: depeche show {reading.article.id}")


def _as_json(record: "Record", field: str, value: str | None) -> str:
    import msgspec

    if value is None:
        return "null"
    if value[:1] in ("{", "[", '"') or value == "null":
        return value
    if field in ONE_ACTOR + SEVERAL_ACTORS:
        actors = [_actor(record, name.strip()) for name in value.split(";")]
        made: object = {"actor": actors[0]} if field in ONE_ACTOR else actors
    elif field == "place":
        made = {"name": value}
    elif field == "published":
        made = {"value": value, "basis": "given"}
    else:
        made = value
    return msgspec.json.encode(made).decode("utf-8")


def _actor(record: "Record", name: str) -> dict[str, object]:
    """The record's actor of this name."""
    from depeche.record import Filter

    rows = record.rows("actors", Filter(actor=name))
    exact = [row for row in rows if row["name"].casefold() == name.casefold()]
    if not exact:
        near = ", ".join(row["name"] for row in rows[:5])
        hint = f"the record knows {near}" if near else 'give it as JSON: {"name": …, "kind": …, "country": …}'
        raise typer.BadParameter(f"no actor {name}; {hint}")
    return {"name": exact[0]["name"], "kind": exact[0]["kind"], "country": exact[0]["country"]}
