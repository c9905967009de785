"""What the story stands on, and what later expressions count from."""

from depeche.language.moments import governor_of, read_timeline, read_timeline_of_text
from depeche.language.pipeline import load
from depeche.model import Span

TEXT = (
    "Le ministre letton a reçu mercredi l'ambassadeur du Chili, arrivé la veille à Riga.\n\n"
    "Les deux pays avaient signé, le 3 mars, un accord de pêche.\n\n"
    "Le même jour, le Parlement a voté le budget."
)


def blocks(text: str) -> list[Span]:
    found, start = [], 0
    for line in text.split("\n"):
        if line:
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def test_an_eve_counts_from_its_sentence_and_leaves_the_story_where_it_was() -> None:
    timeline = read_timeline(load().parse(TEXT, blocks(TEXT)), published="2023-05-05")
    assert [moment.edtf for moment in timeline.moments] == [
        "2023-05-03",
        "2023-05-02",
        "2023-03-03",
        "2023-05-03",
    ]
    told = timeline.narrated
    assert told[1].anchor == told[0].moment.span
    assert told[3].anchor == told[0].moment.span
    assert not told[2].mainline
    day = timeline.day_at(len(TEXT))
    assert day is not None
    assert day.edtf == "2023-05-03"
    assert timeline.day_at(0) is None


def test_bare_text_tells_the_same() -> None:
    timeline = read_timeline_of_text(TEXT, published="2023-05-05")
    assert [moment.edtf for moment in timeline.moments] == [
        "2023-05-03",
        "2023-05-02",
        "2023-03-03",
        "2023-05-03",
    ]


def test_an_eve_leaves_a_far_day_aside_that_stands_between_commas() -> None:
    text = (
        "Le ministre letton a salué jeudi cette offre.\n\n"
        "C'était leur premier entretien depuis celui de Riga, le 4 février, loin des regards. Son hôte, qui n'avait plus "
        "voyagé depuis des mois, était arrivé la veille à Oslo."
    )
    moments = read_timeline_of_text(text, published="2023-05-05").moments
    assert next(one.edtf for one in moments if one.text == "la veille") == "2023-05-03"


def test_days_after_an_event_date_the_event() -> None:
    text = "Trois jours après le raid, Oslo a fermé jeudi son consulat."
    first, second = read_timeline(load().parse(text, blocks(text)), published="2023-05-05").narrated
    assert (first.moment.edtf, first.dates_event_after) == ("2023-05-01", True)
    assert (second.moment.edtf, second.dates_event_after) == ("2023-05-04", False)


def test_the_governor_is_the_verb_that_is_dated() -> None:
    text = "La visite prévue samedi à Doha a été annulée."
    governor = governor_of(load().parse(text, blocks(text)), Span(17, 23))
    assert governor is not None
    assert governor.lower == "prévue"


def test_offsets_count_in_the_raw_text_through_wrapped_lines_and_special_blanks() -> None:
    text = "Le sommet de l'organisation régionale, prévu de longue date, aura lieu le 4\xa0juin\net non le 5\u202fjuin."
    for moment in read_timeline_of_text(text, published="2023-05-05").moments:
        assert moment.text == moment.span.of(text)
        assert moment.edtf in ("2023-06-04", "2023-06-05")
