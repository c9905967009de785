"""A record of two articles that tell one act, and the application over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

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
from depeche.record import Links, open_record
from depeche.web import make_app

TOKEN = "un jeton de test"
HOME = "http://127.0.0.1:8000"
TEXT = (
    "Menu & Cie\r\n"
    "Oslo accueille Quito 🕊\r\n"
    "« Nous accueillons Quito », a déclaré Ida Holm à Oslo mardi 30 avril <script>alert(1)</script>. "
    "Les négociateurs équatoriens ont refusé l'accord proposé. La crise dure.\r\n"
)
HOLM = Actor("Ida Holm", "person", "NOR", ("ministre",))
QUITO = Actor("Équateur", "state", "ECU")


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def reading(id: str, *, more: str = "") -> Reading:
    text = TEXT + more
    sentence = at("« Nous accueillons Quito », a déclaré Ida Holm à Oslo mardi 30 avril")
    return Reading(
        article=Article(
            id=id, text=text, text_sha256=text_sha256(text), outlet="Le Nord", headline="Oslo accueille Quito",
            published=Published(value="2024-05-03", basis="text"), furniture=(Cut(at("Menu & Cie"), "menu"),),
            blocks=(Block(at("Oslo accueille Quito 🕊"), "headline"), Block(Span(sentence.start, len(text)))),
            origin=f"{id}.txt",
        ),
        actors=(HOLM, QUITO),
        statements=(
            Statement(
                content=(at("Nous accueillons Quito"),), mode="direct", speaker=Voice(HOLM, at("Ida Holm")),
                cue=at("a déclaré"), act="announce", rule="after", confidence=0.8,
            ),
        ),
        events=(
            Event(
                type="CONSULT", mode="visit", actor=(QUITO,), recipient=(HOLM,), date="2024-04-30",
                place=Place("Oslo", "NOR"), evidence=(sentence,), rule="accueillir/1", confidence=0.7,
            ),
            Event(
                type="REJECT", actor=(QUITO,), evidence=(at("Les négociateurs équatoriens ont refusé l'accord proposé."),),
            ),
        ),
        positions=(Position(actor=HOLM, issue="accueil", stance="supports", evidence=(sentence,)),),
        terms=(Term(term="La crise", span=at("La crise")),),
    )  # fmt: skip


@pytest.fixture
def record_path(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    with open_record(path, create=True) as record:
        record.store(reading("oslo"))
        record.store(reading("bergen", more="Suite et fin."))
        record.link(Links(occurrences=((("bergen", 0), ("oslo", 0)),)))
    return path


@pytest.fixture
def client(record_path: Path) -> Iterator[TestClient]:
    """Somebody who has not given the token."""
    with TestClient(make_app(record_path, token=TOKEN), base_url=HOME, follow_redirects=False) as asking:
        yield asking


@pytest.fixture
def writer(client: TestClient) -> TestClient:
    """A program that has the token."""
    client.headers["Authorization"] = f"Bearer {TOKEN}"
    return client


@pytest.fixture
def id_of(client: TestClient) -> Callable[..., str]:
    """The id of the first record of a list that has these values."""

    def find(what: str, **values: object) -> str:
        rows = client.get(f"/api/{what}").json()["items"]
        found = next(row for row in rows if all(row[name] == value for name, value in values.items()))
        return str(found["id"])

    return find
