"""Two invented articles on one meeting: an agency's and a daily's that copies its first sentence."""

import pytest

from depeche.model import (
    Actor,
    Article,
    Block,
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
from depeche.views import Story, Woven, tell
from depeche.views.entries import ReadoutEntry

FIRST = "Le ministre Alvar a reçu mardi son homologue Benk à Talden. « Nous voulons la paix », a-t-il dit."
SECOND = "Talden, mercredi. Le ministre Alvar a reçu mardi son homologue Benk. Benk a critiqué l'invasion."

ALVAR = Actor("Jon Alvar", "person", "NOR", ("ministre",))
BENK = Actor("Ida Benk", "person", "SWE")
UN = Actor("ONU", "igo")


def span(text: str, piece: str) -> Span:
    start = text.index(piece)
    return Span(start, start + len(piece))


def article(id: str, text: str, *, outlet: str | None, published: str | None) -> Article:
    return Article(
        id=id,
        text=text,
        text_sha256=text_sha256(text),
        outlet=outlet,
        headline=id.title(),
        published=Published(value=published, basis="given" if published else "unknown"),
        blocks=(Block(Span(0, len(text))),),
    )


@pytest.fixture
def readings() -> list[Reading]:
    said = span(FIRST, "Nous voulons la paix")
    meeting = span(FIRST, "Le ministre Alvar a reçu mardi son homologue Benk à Talden.")
    first = Reading(
        article=article("agence", FIRST, outlet="Agence du Nord", published="2023-05-10"),
        actors=(ALVAR, BENK),
        statements=(Statement(content=(said,), mode="direct", speaker=Voice(ALVAR), addressee=(UN,)),),
        events=(
            Event(
                type="CONSULT", mode="visit", actor=(BENK,), recipient=(ALVAR,), date="2023-05-09",
                place=Place("Talden", "NOR"), evidence=(meeting,),
            ),
        ),
        positions=(
            Position(actor=ALVAR, issue="négociations", stance="supports", evidence=(said,)),
        ),
    )  # fmt: skip
    told = span(SECOND, "Le ministre Alvar a reçu mardi son homologue Benk.")
    blamed = span(SECOND, "Benk a critiqué l'invasion.")
    second = Reading(
        article=article("quotidien", SECOND, outlet="Le Quotidien", published=None),
        actors=(shouted(ALVAR), BENK),
        statements=(
            Statement(content=(span(SECOND, "l'invasion"),), mode="act", speaker=Voice(BENK), act="criticise"),
        ),
        events=(
            Event(type="CONSULT", actor=(BENK, ALVAR), date="2023-05", evidence=(told,)),
            Event(type="ACCUSE", actor=(BENK,), recipient=(UN,), status="alleged", evidence=(blamed,)),
        ),
        positions=(
            Position(actor=BENK, issue="négociations", stance="opposes", date="2023-04", evidence=(blamed,)),
        ),
        terms=(
            Term(term="invasion", span=span(SECOND, "invasion"), voice="Ida Benk"),
            Term(term="homologue", span=span(SECOND, "homologue")),
        ),
    )  # fmt: skip
    return [second, first]


def shouted(actor: Actor) -> Actor:
    """The same actor as another article spells it."""
    return Actor(actor.name.upper(), actor.kind, actor.country, ("chef de la diplomatie",))


@pytest.fixture
def story(readings: list[Reading]) -> Story:
    woven = Woven(
        origins={"quotidien": "agence"},
        occurrences={("agence", 0): "meeting", ("quotidien", 0): "meeting"},
        readouts=(
            ReadoutEntry(
                occurrence="meeting",
                topics=((("NOR", "agence.s0"), ("SWE", "quotidien.s0")), (("SWE", "quotidien.s0"),)),
            ),
        ),
    )
    return tell(readings, title="Le Nord", woven=woven)
