"""Where it happened: points by the tables, and what is counted at each."""

import msgspec

from depeche.lexicon import table
from depeche.views import Story, Wanted, dyads, narrow, spots
from depeche.views.points import locate


def at(story: Story, *places: tuple[str | None, str | None]) -> Story:
    """The story with its events at these places, in turn."""
    events = tuple(
        msgspec.structs.replace(event, place=place, place_country=country)
        for event, (place, country) in zip(story.events, places, strict=True)
    )
    return msgspec.structs.replace(story, events=events)


def test_a_capital_a_town_and_a_region_have_points_of_their_own() -> None:
    found = [
        locate(*where)
        for where in (("Kyiv", None), ("Genève", "CHE"), ("Donbass", "UKR"), ("Nulle-Part", "CHE"))
    ]
    assert [point and point.precision for point in found] == ["city", "city", "region", "country"]
    assert locate("Nulle-Part", None) is None


def test_spellings_of_one_place_are_one_spot_and_copies_one_origin(story: Story) -> None:
    (spot,) = spots(at(story, ("Kiev", "UKR"), ("Kyiv", "UKR"), (None, None)))
    assert (spot.acts, spot.articles, spot.origins) == (1, 2, 1)
    assert spot.name in ("Kiev", "Kyiv")


def test_places_that_the_tables_lack_stand_for_their_state(story: Story) -> None:
    (spot,) = spots(at(story, ("Talden", "NOR"), ("Vikby", "NOR"), (None, "NOR")))
    assert (spot.name, spot.point.precision, len(spot.events)) == (None, "country", 3)


def test_every_row_of_the_tables_lies_on_the_earth_in_a_state_that_is_known() -> None:
    states = {row["iso3"] for row in table("states")} | {row["iso3"] for row in table("capitals")}
    for row in table("towns"):
        assert row["iso3"] in states, row
        assert row["kind"] in ("town", "region"), row
        assert abs(float(row["lat"])) < 90 and abs(float(row["lon"])) <= 180, row


def test_pairs_count_independent_origins(story: Story) -> None:
    assert {pair.origins for pair in dyads(story)} == {1}


def test_status_and_issue_narrow_a_story(story: Story) -> None:
    assert [event.status for event in narrow(story, Wanted(status="alleged")).events] == ["alleged"]
    kept = narrow(story, Wanted(issue="négociations"))
    assert [position.issue for position in kept.positions] == ["négociations"] * 2
    # The passages of the two positions hold a quotation, an accusation, and a term.
    assert (len(kept.statements), len(kept.events), len(kept.terms)) == (2, 1, 1)
    assert narrow(story, Wanted(issue="pêche")).events == ()
