"""`depeche evaluate`: how well articles are read, measured against gold."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from depeche.exchange.jsonl import Line


class Part(StrEnum):
    """What can be scored alone."""

    statements = "statements"
    events = "events"
    positions = "positions"
    terms = "terms"
    furniture = "furniture"
    publication = "publication"


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotated articles, in the exchange format (JSON Lines).")],
    texts: Annotated[
        Path | None, typer.Option(help="Folder with the raw texts <id>.txt: read now, then scored.")
    ] = None,
    system: Annotated[
        Path | None, typer.Option(help="Articles read before, in the exchange format (JSON Lines).")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every difference with its text.")] = False,
    only: Annotated[list[Part] | None, typer.Option(help="Show these parts alone; can be repeated.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Score articles against gold: precision, recall and F1 of statements, events, positions and the rest.

    With --texts the folder is read now; with --system a former export is scored; with both, the texts only
    serve to quote the differences.
    """
    from depeche.evaluation import KINDS, OtherText, as_numbers, render, render_differences, score
    from depeche.exchange.jsonl import BrokenLine, read_lines

    if texts is None and system is None:
        raise typer.BadParameter("give the texts (--texts FOLDER) or a former export (--system FILE)")
    try:
        annotated = read_lines(gold)
        raw = _raw_texts(texts, annotated) if texts else {}
        found = read_lines(system) if system else _read(raw)
        scores = score(annotated, found, texts=raw)
    except (BrokenLine, OtherText, OSError) as error:
        typer.echo(f"depeche evaluate: {error}", err=True)
        raise typer.Exit(1) from error
    if json:
        import msgspec

        typer.echo(msgspec.json.format(msgspec.json.encode(as_numbers(scores))).decode())
        return
    kinds = [kind for kind in KINDS if not only or Part(kind) in only]
    if errors:
        typer.echo(render_differences(scores, only=kinds) + "\n")
    typer.echo(render(scores, only=kinds))


def _raw_texts(folder: Path, annotated: "list[Line]") -> dict[str, str]:
    texts = {}
    for line in annotated:
        # newline="" keeps every character, so that offsets count in the text as it was read.
        with (folder / f"{line.id}.txt").open(encoding="utf-8", newline="") as file:
            texts[line.id] = file.read()
    return texts


def _read(texts: dict[str, str]) -> "list[Line]":
    from depeche.exchange.jsonl import to_line
    from depeche.language.pipeline import load
    from depeche.model import Document
    from depeche.reading import read_documents

    documents = [Document(text=text, id=name) for name, text in texts.items()]
    return [to_line(reading) for reading in read_documents(documents, pipeline=load())]
