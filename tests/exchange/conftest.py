"""A small woven record to export: an agency, a daily that copies it, and an undated radio piece."""

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest

from depeche.exchange.writing import text_writer
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
from depeche.record import CopyLink, Links, Record, open_record

AGENCY = (
    "Menu | Partager\nOslo & Lima : « oui »\n"
    "Ida Holm a reçu mardi à Oslo la délégation péruvienne ; « Nous voulons\nla paix », a-t-elle dit. "
    "La crise dure. Elle se rendra à Lima le 3 juin."
)
DAILY = 'Ida Holm a reçu mardi à Oslo la délégation péruvienne. **** Lima a rejeté l\'offre; "non", dit-elle.'
RADIO = "Le Pérou accuse l'Équateur <de ruse> & de \x0bsilence. L'ONU se réunit en mai à Puno."

HOLM = Actor("Ida Holm", "person", "NOR", ("ministre",))
PERU = Actor("Pérou", "state", "PER")
ECUADOR = Actor("Équateur", "state", "ECU")
UN = Actor("ONU", "igo")


def span(text: str, piece: str) -> Span:
    start = text.index(piece)
    return Span(start, start + len(piece))


def article(id: str, text: str, *, published: str | None, outlet: str | None, **more: object) -> Article:
    made = {
        "id": id, "text": text, "text_sha256": text_sha256(text), "outlet": outlet, "origin": f"{id}.txt",
        "published": Published(value=published, basis="given" if published else "unknown"),
        "blocks": (Block(Span(0, len(text))),),
    }  # fmt: skip
    return Article(**{**made, **more})  # type: ignore[arg-type]


def readings() -> list[Reading]:
    met = span(AGENCY, "Ida Holm a reçu mardi à Oslo la délégation péruvienne ;")
    said = span(AGENCY, "Nous voulons\nla paix")
    meeting = {"type": "CONSULT", "mode": "visit", "actor": (PERU,), "recipient": (HOLM,)}
    told = span(DAILY, "Ida Holm a reçu mardi à Oslo la délégation péruvienne.")
    refused = span(DAILY, "Lima a rejeté l'offre")
    accused = span(RADIO, "Le Pérou accuse l'Équateur <de ruse> & de \x0bsilence.")
    gathered = span(RADIO, "L'ONU se réunit en mai à Puno.")
    return [
        Reading(
            article=article(
                "agence", AGENCY, published="2024-05-07", outlet="Agence du Nord", agencies=("Alpa",),
                headline="Oslo & Lima : « oui »", url="https://example.org/a?b=1&c=2", author="Ève Marchand",
                furniture=(Cut(Span(0, 16), "menu"),),
                blocks=(
                    Block(span(AGENCY, "Oslo & Lima : « oui »"), "headline"), Block(Span(met.start, len(AGENCY))),
                ),
            ),
            actors=(HOLM, PERU),
            statements=(
                Statement(content=(said,), mode="direct", speaker=Voice(HOLM), cue=span(AGENCY, "a-t-elle dit")),
            ),
            events=(
                Event(**meeting, date="2024-05-07", place=Place("Oslo", "NOR"), evidence=(met,)),
                Event(
                    type="AGREE", actor=(HOLM,), recipient=(PERU,), date="2024-05-07",
                    about=PlannedAct(
                        type="CONSULT", mode="visit", actor=("NOR",), recipient=("PER",), date="2024-06-03",
                        place=Place("Lima", "PER"),
                    ),
                    evidence=(span(AGENCY, "Elle se rendra à Lima le 3 juin."),),
                ),
            ),
            positions=(Position(actor=HOLM, issue="paix", stance="supports", date="2024-05", evidence=(said,)),),
            terms=(Term(term="La crise", span=span(AGENCY, "La crise")),),
        ),
        Reading(
            article=article("quotidien", DAILY, published="2024-05", outlet="Le Quotidien d'Oslo"),
            actors=(HOLM, PERU),
            events=(
                Event(**meeting, date="2024-05", place=Place("Oslo", "NOR"), evidence=(told,)),
                Event(
                    type="REJECT", actor=(PERU,), recipient=(Actor("Norvège", "state", "NOR"),),
                    status="negated", evidence=(refused,),
                ),
            ),
            positions=(
                Position(actor=PERU, issue="paix", stance="opposes", evidence=(refused,)),
                Position(actor=UN, issue="paix", stance="neutral", evidence=(refused,)),
            ),
        ),
        Reading(
            article=article("radio", RADIO, published=None, outlet=None),
            actors=(PERU, ECUADOR, UN),
            events=(
                Event(
                    type="ACCUSE", mode="allege", actor=(PERU,), recipient=(ECUADOR,), status="alleged",
                    according_to="Pérou", evidence=(accused,),
                ),
                Event(
                    type="CONSULT", mode="multilateral", actor=(UN, PERU), date="2024-05", status="future",
                    place=Place("Puno", "PER"), evidence=(gathered,),
                ),
            ),
        ),
    ]  # fmt: skip


@pytest.fixture
def record_path(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    with open_record(path, create=True) as record:
        for reading in readings():
            record.store(reading)
        record.link(
            Links(
                copies=(CopyLink("agence", "quotidien", 0.6),),
                origins={"quotidien": "agence"},
                occurrences=((("agence", 0), ("quotidien", 0)),),
            )
        )
    return path


@pytest.fixture
def record(record_path: Path) -> Iterator[Record]:
    with open_record(record_path, writing=False) as opened:
        yield opened


@pytest.fixture
def written(record: Record) -> Callable[[str], str]:
    """Write the record in a format of one file, as text; twice, to see that it comes out the same."""

    def write(name: str) -> str:
        out, again = StringIO(newline=""), StringIO(newline="")
        assert text_writer(name)(record, out) == text_writer(name)(record, again)
        assert out.getvalue() == again.getvalue()
        return out.getvalue()

    return write
