"""A record to ask, and the program to ask it with."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from depeche.cli.__main__ import app
from depeche.model import (
    Actor,
    Article,
    Block,
    Cut,
    Event,
    Place,
    Position,
    Published,
    Reading,
    Span,
    Statement,
    Term,
    Voice,
    text_sha256,
)
from depeche.record import open_record

TEXT = "Menu\nOslo, 3 mai. « Nous accueillons Quito », a dit Ida Holm à Oslo mardi. La crise dure."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def record_path(tmp_path: Path) -> Path:
    holm = Actor("Ida Holm", "person", "NOR")
    quito = Actor("Équateur", "state", "ECU")
    sentence = at("« Nous accueillons Quito », a dit Ida Holm à Oslo mardi.")
    reading = Reading(
        article=Article(
            id="oslo", text=TEXT, text_sha256=text_sha256(TEXT), outlet="Le Nord", headline="Oslo accueille",
            published=Published(value="2024-05-03", basis="text", reasons=("imprimé",)),
            furniture=(Cut(Span(0, 5), "menu"),), blocks=(Block(Span(5, len(TEXT))),), origin="oslo.txt",
        ),
        actors=(holm, quito),
        statements=(
            Statement(
                content=(at("Nous accueillons Quito"),), mode="direct", speaker=Voice(holm, at("Ida Holm")),
                cue=at("a dit"), act="announce",
            ),
        ),
        events=(
            Event(
                type="CONSULT", mode="visit", actor=(quito,), recipient=(holm,), date="2024-04-30",
                place=Place("Oslo", "NOR"), evidence=(sentence,),
            ),
            Event(type="ACCUSE", actor=(quito,), evidence=(sentence,)),
        ),
        positions=(Position(actor=holm, issue="accueil", stance="supports", evidence=(sentence,)),),
        terms=(Term(term="La crise", span=at("La crise")),),
    )  # fmt: skip
    path = tmp_path / "r.db"
    with open_record(path, create=True) as record:
        record.store(reading)
    return path


@pytest.fixture
def depeche(record_path: Path) -> Callable[..., Result]:
    """Run the program on the record."""

    def invoke(*words: str, code: int = 0) -> Result:
        result = CliRunner().invoke(
            app, list(words), env={"DEPECHE_RECORD": str(record_path), "COLUMNS": "200"}
        )
        assert result.exit_code == code, result.output + repr(result.exception)
        return result

    return invoke
