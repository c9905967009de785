"""What is known across articles: stored in place of what was known, and gone with the events it stands on."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from depeche.model import Actor, Published, Reading, Span
from depeche.record import CopyLink, Filter, Identity, Link, Links, open_record

Make = Callable[..., Reading]

LINKS = Links(
    copies=(CopyLink("a", "b", 0.75, (Span(0, 9),), (Span(4, 13),)),),
    origins={"b": "a"},
    occurrences=((("a", 0), ("b", 1)),),
    contradictions=(
        Link("number", ("a", None), ("b", None), "deux", "trois", "count", Span(0, 4), Span(2, 6)),
        Link(
            "date",
            ("a", 0),
            ("b", 1),
            "2024-06-04",
            "2024-06-05",
            first_at=Span(45, 66),
            second_at=Span(45, 53),
        ),
    ),
    published={"b": Published(value="2024-06-05", basis="inferred", reasons=("shared act",))},
    identities=(Identity(Actor("Alpa", "outlet", "AUT"), Actor("Ada Lenz", "person", "AUT"), "spelling"),),
)


def test_links_come_back_equal_and_show_in_the_views(tmp_path: Path, make_reading: Make) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        record.store(make_reading("a"))
        record.store(make_reading("b", more="Suite."))
        record.link(LINKS)
        record.link(LINKS)
        assert record.links() == LINKS
        copy = record.rows("articles", Filter(article="b"))[0]
        assert (copy["copy_of"], copy["published"]) == ("a", "2024-06-05")
        assert record.reading("b").article.published == LINKS.published["b"]
        assert record.own_dates()["b"] == make_reading().article.published
        events = {(row["article"], row["number"]): row["occurrence"] for row in record.rows("events")}
        assert events["a", 0] == events["b", 1]
        assert len(set(events.values())) == 3
        count, date = record.rows("contradictions")
        assert (date["first_article"], date["first_says"], date["second_says"]) == (
            "a",
            "2024-06-04",
            "2024-06-05",
        )
        assert date["occurrence"] == events["a", 0]
        assert (date["first_evidence"], date["second_evidence"]) == ("Ada Lenz, chancelière", "Ada Lenz")
        assert (count["occurrence"], count["first_evidence"]) == (None, "Menu")
        assert record.audit() == []


def test_a_new_weaving_forgets_the_former(tmp_path: Path, make_reading: Make) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        record.store(make_reading("a"))
        record.store(make_reading("b", more="Suite."))
        record.link(LINKS)
        record.link(Links())
        assert record.links() == Links()
        assert record.reading("b").article.published == make_reading().article.published


def test_links_go_with_the_events_they_stand_on(tmp_path: Path, make_reading: Make) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        record.store(make_reading("a"))
        record.store(make_reading("b", more="Suite."))
        record.link(LINKS)
        record.store(make_reading("a"))
        assert record.links() == LINKS
        record.store(msgspec.structs.replace(make_reading("a"), events=()))
        assert [link.why for link in record.links().contradictions] == ["count"]
        assert record.audit() == []
