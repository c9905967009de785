"""Lists, filters and search."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from depeche.model import Reading
from depeche.record import Filter, Record, open_record

Make = Callable[..., Reading]


@pytest.fixture
def record(tmp_path: Path, make_reading: Make) -> Iterator[Record]:
    with open_record(tmp_path / "r.db", create=True) as opened:
        opened.store(make_reading())
        yield opened


def test_a_statement_is_listed_with_speaker_and_words(record: Record) -> None:
    first, second = record.rows("statements")
    assert first["said"] == "une médiation entre Lima et Quito"
    assert (first["speaker"], first["speaker_country"], first["cue"]) == ("Ada Lenz", "AUT", "a proposé")
    assert first["addressee"] == "Pérou, Équateur"
    assert (second["via"], second["channel"]) == ("Alpa", "télévision")


def test_an_event_is_listed_with_both_sides(record: Record) -> None:
    event = record.rows("events")[0]
    assert (event["type"], event["status"], event["date"]) == ("AGREE", "future", "2024-06-04")
    assert (event["actor"], event["recipient"]) == ("Ada Lenz", "Pérou, Équateur")
    assert event["recipient_country"] == "ECU PER"
    assert event["evidence"].startswith("Ada Lenz, chancelière")


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        (Filter(), 2),
        (Filter(actor="LENZ"), 1),
        (Filter(actor="equateur"), 2),
        (Filter(country="PER"), 1),
        (Filter(country="FRA"), 0),
        (Filter(type="AGREE"), 2),
        (Filter(type="ACCUSE"), 0),
        (Filter(status="future"), 1),
        (Filter(since="2024-06-04", until="2024-06-04"), 1),
        (Filter(since="2024-06-05"), 0),
        (Filter(until="2024-06-03"), 0),
        (Filter(outlet="la gazette"), 2),
        (Filter(outlet="Le Courrier"), 0),
        (Filter(article="vienne"), 2),
        (Filter(limit=1), 1),
        (Filter(limit=5, offset=1), 1),
    ],
)
def test_events_are_filtered(record: Record, filter: Filter, expected: int) -> None:
    assert len(record.rows("events", filter)) == expected


@pytest.mark.parametrize(
    ("filter", "expected"),
    [
        (Filter(mode="direct"), 1),
        (Filter(type="propose"), 1),
        (Filter(actor="ada"), 2),
        (Filter(actor="pérou"), 0),
        (Filter(country="AUT", since="2024-06", until="2024-07"), 2),
        (Filter(until="2024-06-03"), 0),
    ],
)
def test_statements_are_filtered(record: Record, filter: Filter, expected: int) -> None:
    assert len(record.rows("statements", filter)) == expected


def test_the_timeline_has_the_events_with_a_day(record: Record) -> None:
    assert [row["date"] for row in record.rows("timeline")] == ["2024-06-04"]


def test_positions_terms_actors_and_articles_are_listed(record: Record) -> None:
    assert record.rows("positions", Filter(country="AUT"))[0]["condition"] == "l'accord de Lima"
    assert record.rows("terms")[0]["context"].count("la paix") == 1
    actors = record.rows("actors", Filter(type="person"))
    assert [(row["name"], row["statements"], row["events"], row["articles"]) for row in actors] == [
        ("Ada Lenz", 2, 1, 1)
    ]
    assert record.rows("articles")[0]["statements"] == 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("médiation", 2),
        ("mediation", 2),
        ("médiations proposées", 2),  # by stem
        ("« médiations »", 0),  # as printed
        ("« entre Lima »", 1),
        ("paix Lima", 1),
        ("partager", 0),  # furniture
        ("absent", 0),
        ("", 0),
        ('OR " * NEAR(', 0),
    ],
)
def test_search_goes_by_stem_or_as_printed_and_passes_over_furniture(
    record: Record, words: str, expected: int
) -> None:
    assert len(record.search(words)) == expected


def test_a_hit_tells_where_it_stands(record: Record) -> None:
    hit = record.search("Quito")[0]
    text = record.reading("vienne").article.text
    assert text[hit["start"] : hit["end"]] == hit["passage"]
    assert "Quito" in hit["passage"]
