"""Each side's account of one meeting: what both say, what only one says, and what they say differently."""

import pytest

from depeche.model import (
    Actor,
    Article,
    Block,
    Event,
    Reading,
    Span,
    SpeechAct,
    Statement,
    Voice,
    text_sha256,
)
from depeche.weaving.occurrences import Occurrence, Telling
from depeche.weaving.readouts import Readout, find_readout

PERU, BOLIVIA, CHILE = (
    Actor(name, "state", code) for name, code in (("Pérou", "PER"), ("Bolivie", "BOL"), ("Chili", "CHL"))
)
MEETING = "Les ministres du Pérou et de la Bolivie se sont rencontrés à Puno."


def readout(*said: tuple[Actor, SpeechAct, str]) -> Readout | None:
    text = " ".join([MEETING, *(f"« {words} »" for _, _, words in said)])
    article = Article(id="a", text=text, text_sha256=text_sha256(text), blocks=(Block(Span(0, len(text))),))
    event = Event(type="CONSULT", actor=(PERU, BOLIVIA), evidence=(Span(0, len(MEETING)),))
    statements = tuple(
        Statement(
            content=(Span(text.index(words), text.index(words) + len(words)),), mode="direct", speaker=Voice(actor),
            act=act,
        )
        for actor, act, words in said
    )  # fmt: skip
    reading = Reading(article=article, events=(event,), statements=statements)
    return find_readout(Occurrence((Telling("a", 0, event, MEETING),)), {"a": reading})


def test_topics_that_both_tell_come_first() -> None:
    found = readout(
        (PERU, "assert", "Le chemin de fer de Puno avance"),
        (PERU, "promise", "Le Pérou ouvrira le port d'Ilo aux marchandises boliviennes"),
        (BOLIVIA, "assert", "Le port d'Ilo sera ouvert à nos marchandises boliviennes"),
        (CHILE, "criticise", "Le port d'Ilo ne vaut pas Arica"),
    )
    assert found is not None
    assert [topic.sides for topic in found.topics] == [("BOL", "PER"), ("PER",)]
    assert found.sides == ("BOL", "PER")
    assert not any(topic.differs for topic in found.topics)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("assert", "La dette du port d'Ilo sera payée"), ("deny", "La dette du port d'Ilo sera payée par d'autres")),
        (("assert", "La Bolivie a accepté le tarif du port"), ("assert", "La Bolivie n'a pas accepté le tarif du port")),
        (("assert", "Douze trains relieront Puno au port"), ("assert", "Dix trains relieront Puno au port")),
    ],
)  # fmt: skip
def test_what_both_say_differently(first: tuple[SpeechAct, str], second: tuple[SpeechAct, str]) -> None:
    found = readout((PERU, *first), (BOLIVIA, *second))
    assert found is not None
    (topic,) = found.topics
    assert topic.differs


def test_one_side_alone_has_no_readout() -> None:
    assert readout((PERU, "assert", "Le chemin de fer de Puno avance")) is None
