"""Each rule of codebook section 8."""

import msgspec
import pytest

from depeche.evaluation import OtherText, as_numbers, render, render_differences, score
from depeche.evaluation.spans import dice, shared, size
from depeche.exchange.jsonl import (
    ActorEntry,
    EventEntry,
    Line,
    PlaceEntry,
    PositionEntry,
    PublishedEntry,
    SpeakerEntry,
    StatementEntry,
    TermEntry,
)
from depeche.model import Span

CHINA = ActorEntry("Chine", "state", "CHN")
RUSSIA = ActorEntry("Russie", "state", "RUS")
FRANCE = ActorEntry("France", "state", "FRA")


def said(start: int, end: int, speaker: str = "Ada Lenz", mode: str = "indirect") -> StatementEntry:
    return StatementEntry(
        id="s", content=(Span(start, end),), mode=mode, speaker=SpeakerEntry(speaker, "person"), act="assert"
    )


def act(type: str = "CONSULT", *, start: int = 0, end: int = 50, **fields: object) -> EventEntry:
    base = EventEntry(id="e", type=type, evidence=(Span(start, end),), actor=(CHINA,), recipient=(RUSSIA,))
    return msgspec.structs.replace(base, **fields)


def line(**fields: object) -> Line:
    return msgspec.structs.replace(Line(id="a"), **fields)


def hits(name: str, gold: Line, system: Line) -> int:
    return score([gold], [system]).counts[name].hits


def test_overlap_counts_each_character_once() -> None:
    twice = [Span(0, 10), Span(5, 15)]
    assert size(twice) == 15
    assert shared(twice, [Span(8, 20)]) == 7
    assert dice([Span(0, 10)], [Span(5, 15)]) == 0.5
    assert dice([], []) == 0.0


def test_a_statement_is_found_from_half_overlap_on() -> None:
    gold = line(statements=(said(0, 100),))
    assert hits("statement", gold, line(statements=(said(50, 150),))) == 1
    assert hits("statement", gold, line(statements=(said(51, 151),))) == 0
    assert hits("statement strict", gold, line(statements=(said(0, 82),))) == 1
    assert hits("statement strict", gold, line(statements=(said(0, 80),))) == 0


def test_statements_pair_one_to_one_best_first() -> None:
    scores = score([line(statements=(said(0, 100),))], [line(statements=(said(0, 90), said(0, 100)))])
    count = scores.counts["statement strict"]
    assert (count.hits, count.gold, count.system) == (1, 1, 2)
    assert [(one.what, one.text) for one in scores.differences] == [("extra", "[(0, 90)]")]


def test_of_equal_overlaps_the_same_speaker_is_paired() -> None:
    gold = line(statements=(said(0, 100, "Ada Lenz"), said(0, 100, "Ivo Marek")))
    system = line(statements=(said(0, 100, "Ivo Marek"), said(0, 100, "Ada Lenz")))
    assert hits("statement + speaker", gold, system) == 2


def test_statements_without_act_are_compared_alone() -> None:
    gold = line(statements=(said(0, 100), said(200, 300, mode="act")))
    system = line(statements=(said(0, 100, mode="act"), said(200, 300, mode="act")))
    scores = score([gold], [system])
    assert scores.counts["statement"].f1 == 1.0
    count = scores.counts["statement without act"]
    assert (count.hits, count.gold, count.system) == (0, 1, 0)
    assert scores.rates["mode right"].share == 0.5


def test_direct_statements_have_a_rate_of_their_own() -> None:
    gold = line(statements=(said(0, 100, mode="direct"), said(200, 300, mode="direct"), said(400, 500)))
    rate = score([gold], [line(statements=(said(0, 100),))]).rates["direct statements found"]
    assert (rate.right, rate.of) == (1, 2)


def test_an_event_needs_its_type_and_shared_evidence() -> None:
    gold = line(events=(act(),))
    assert hits("event type", gold, line(events=(act(start=49, end=60),))) == 1
    assert hits("event type", gold, line(events=(act(start=50, end=60),))) == 0
    assert hits("event type", gold, line(events=(act("ACCUSE"),))) == 0


def test_a_dyad_is_two_sets_of_countries() -> None:
    wang, lavrov = ActorEntry("Wang Yi", "person", "CHN"), ActorEntry("Sergueï Lavrov", "person", "RUS")
    gold = line(events=(act(),))
    assert hits("event dyad", gold, line(events=(act(actor=(wang, CHINA), recipient=(lavrov,)),))) == 1
    assert hits("event dyad", gold, line(events=(act(actor=(RUSSIA,), recipient=(CHINA,)),))) == 0
    assert hits("event dyad", gold, line(events=(act(recipient=()),))) == 0


def test_organisations_of_a_dyad_go_by_any_of_their_names() -> None:
    gold = line(events=(act(recipient=(ActorEntry("ONU", "igo"), FRANCE)),))
    same = (FRANCE, ActorEntry("Nations unies", "igo"))
    assert hits("event dyad", gold, line(events=(act(recipient=same),))) == 1
    assert hits("event dyad", gold, line(events=(act(recipient=(FRANCE, ActorEntry("OTAN", "igo"))),))) == 0
    assert hits("event dyad", gold, line(events=(act(recipient=(FRANCE,)),))) == 0


def test_full_asks_for_date_and_status() -> None:
    gold = line(events=(act(date="2023-05-04"),))
    assert hits("event full", gold, line(events=(act(date="2023-05-04"),))) == 1
    assert hits("event full", gold, line(events=(act(date="2023-05"),))) == 0
    assert hits("event full", gold, line(events=(act(date="2023-05-04", status="future"),))) == 0


def test_of_several_overlapping_events_the_one_that_agrees_is_paired() -> None:
    gold = line(events=(act(recipient=(FRANCE,)), act(date="2023-05-04")))
    system = line(events=(act(date="2023-05-04"), act(recipient=(FRANCE,))))
    assert hits("event full", gold, system) == 2


def test_event_fields_have_rates() -> None:
    goa = PlaceEntry("Goa", "IND")
    gold = line(
        events=(act(date="2023-05-04", status="future", mode="visit", place=goa), act(start=60, end=70))
    )
    found = line(events=(act(date="2023-05-04", place=goa), act(start=60, end=70)))
    scores = score([gold], [found])
    assert scores.rates["date right where gold has one"].of == 1
    assert scores.rates["status right"].share == 0.5
    assert scores.rates["not done, recorded as done"].share == 1.0
    assert scores.rates["event mode right"].share == 0.5
    assert scores.rates["place country right"].share == 1.0
    assert scores.status_macro_f1 == pytest.approx((2 / 3 + 0) / 2)


def test_a_position_goes_by_country_stance_and_evidence() -> None:
    stand = PositionEntry(CHINA, "sanctions", "opposes", (Span(0, 50),))
    wang = ActorEntry("Wang Yi", "person", "CHN")
    gold = line(positions=(stand,))
    for other, expected in (
        (msgspec.structs.replace(stand, actor=wang, issue="embargo"), 1),
        (msgspec.structs.replace(stand, stance="neutral"), 0),
        (msgspec.structs.replace(stand, actor=RUSSIA), 0),
        (msgspec.structs.replace(stand, evidence=(Span(50, 60),)), 0),
    ):
        assert hits("position", gold, line(positions=(other,))) == expected


def test_a_term_goes_by_its_span() -> None:
    gold = line(terms=(TermEntry("guerre", Span(10, 16)),))
    assert hits("term", gold, line(terms=(TermEntry("la guerre", Span(7, 16)),))) == 1
    assert hits("term", gold, line(terms=(TermEntry("guerre", Span(16, 22)),))) == 0


def test_furniture_is_counted_in_characters() -> None:
    scores = score([line(furniture=(Span(0, 100),))], [line(furniture=(Span(50, 75), Span(70, 150)))])
    count = scores.counts["furniture"]
    assert (count.hits, count.gold, count.system) == (50, 100, 100)


def test_the_publication_date_counts_where_it_is_known() -> None:
    known = line(published=PublishedEntry("2023-05-04", "text"))
    assert score([known], [known]).rates["publication date right where known"].share == 1.0
    assert score([known], [line()]).rates["publication date right where known"].share == 0.0
    assert score([line()], [known]).rates["publication date right where known"].share is None


def test_counts_add_up_over_articles_and_missing_articles_are_missed() -> None:
    gold = [line(statements=(said(0, 100),)), msgspec.structs.replace(line(statements=(said(0, 9),)), id="b")]
    count = score(gold, [gold[0]]).counts["statement"]
    assert (count.hits, count.gold, count.system) == (1, 2, 1)
    assert count.recall == 0.5
    assert count.precision == 1.0


def test_two_texts_under_one_id_are_refused() -> None:
    with pytest.raises(OtherText, match="another text"):
        score([line(text_sha256="0" * 64)], [line(text_sha256="1" * 64)])


def test_differences_quote_the_text() -> None:
    text = "Ada Lenz a dit que tout va bien."
    gold = line(statements=(said(19, 31),), events=(act(end=32),))
    system = line(statements=(said(19, 31, "Ivo Marek"),))
    scores = score([gold], [system], texts={"a": text})
    shown = render_differences(scores, only=["statements"])
    assert "SPEAKER" in shown
    assert "tout va bien" in shown
    assert "CONSULT" not in shown
    assert "MISSED" in render_differences(scores, only=["events"])


def test_the_figures_are_given_as_table_and_as_numbers() -> None:
    scores = score([line(events=(act(),))], [line(events=(act(),))])
    assert "event dyad" in render(scores)
    assert "event dyad" not in render(scores, only=["statements"])
    assert as_numbers(scores)["counts"]["event full"]["f1"] == 1.0
