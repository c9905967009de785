"""A small reading that uses every table of the record."""

from collections.abc import Callable

import pytest

from depeche.model import (
    Actor,
    Article,
    Block,
    Cut,
    Event,
    Place,
    PlannedAct,
    Position,
    Published,
    Reading,
    Span,
    Statement,
    Term,
    Voice,
    text_sha256,
)

TEXT = (
    "Menu | Partager\n"
    "Vienne propose une médiation\n"
    "Ada Lenz, chancelière autrichienne, a proposé mardi une médiation entre Lima et Quito. "
    "« Nous voulons la paix », a-t-elle dit selon l'agence Alpa.\n"
)
LENZ = Actor("Ada Lenz", "person", "AUT", ("chancelière",))
ALPA = Actor("Alpa", "outlet", "AUT")
PERU, ECUADOR = Actor("Pérou", "state", "PER"), Actor("Équateur", "state", "ECU")


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def make_reading() -> Callable[..., Reading]:
    """Build the reading of a text that begins with TEXT; `id` and `origin` may differ."""

    def make(id: str = "vienne", *, more: str = "", origin: str | None = None) -> Reading:
        text = TEXT + more
        first = at("Ada Lenz, chancelière autrichienne, a proposé mardi une médiation entre Lima et Quito.")
        return Reading(
            article=Article(
                id=id,
                text=text,
                text_sha256=text_sha256(text),
                outlet="La Gazette",
                agencies=("Alpa",),
                headline="Vienne propose une médiation",
                published=Published(
                    value="2024-06-04", basis="inferred", candidates=("2024-06-04", "2019-06-04"),
                    reasons=("un mardi 4 juin",),
                ),
                furniture=(Cut(at("Menu | Partager\n"), "menu"),),
                blocks=(
                    Block(at("Vienne propose une médiation"), "headline"),
                    Block(Span(first.start, len(text))),
                ),
                origin=origin or f"{id}.txt",
                url="https://example.org/vienne",
                author="Ivo Marek",
                metadata_from={"author": "page"},
            ),
            actors=(LENZ, PERU, ECUADOR, ALPA),
            statements=(
                Statement(
                    content=(at("une médiation entre Lima et Quito"),), mode="act", cue=at("a proposé"),
                    speaker=Voice(LENZ, at("Ada Lenz")), addressee=(PERU, ECUADOR), act="propose",
                    rule="act.noun", confidence=0.9,
                ),
                Statement(
                    content=(at("Nous voulons la paix"),), mode="direct", cue=at("a-t-elle dit"),
                    speaker=Voice(LENZ), via=(ALPA,), channel="télévision", act="assert",
                ),
            ),
            events=(
                Event(
                    type="AGREE", actor=(LENZ,), recipient=(PERU, ECUADOR), date="2024-06-04", status="future",
                    place=Place("Vienne", "AUT"), according_to="Alpa", contexts=("diplomatic",),
                    about=PlannedAct(type="CONSULT", actor=("AUT",), place=Place("Vienne", "AUT")),
                    evidence=(first,), rule="proposer", confidence=0.75,
                ),
                Event(type="AGREE", actor=(ECUADOR,), date="XXXX-06", evidence=(first,)),
            ),
            positions=(
                Position(
                    actor=LENZ, issue="médiation", stance="conditions", condition="l'accord de Lima",
                    date="2024", evidence=(first,),
                ),
            ),
            terms=(Term(term="la paix", span=at("la paix"), voice="Ada Lenz"),),
        )  # fmt: skip

    return make
