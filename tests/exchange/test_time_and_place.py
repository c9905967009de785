"""Slides, map points and calendar entries, read back."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from depeche.exchange.timelinejs import _date
from depeche.lexicon import table
from depeche.views.points import locate

Written = Callable[[str], str]


def test_slides_keep_partial_dates_and_escape_text(written: Written) -> None:
    slides = json.loads(written("timelinejs"))["events"]
    assert [slide["start_date"] for slide in slides] == [
        {"year": 2024, "month": 5}, {"year": 2024, "month": 5, "day": 7}, {"year": 2024, "month": 5, "day": 7},
    ]  # fmt: skip
    summit, visit, _ = slides
    assert summit["display_date"] == "mai 2024"
    assert summit["text"]["text"].startswith("<p>annoncé, Puno</p>")
    assert visit["text"]["headline"] == "Entretien : Pérou → Ida Holm"
    assert 'href="https://example.org/a?b=1&amp;c=2"' in visit["text"]["text"]
    assert len({slide["unique_id"] for slide in slides}) == 3


def test_dates_of_slides() -> None:
    assert _date("2022-21", first=True) == {"year": 2022, "month": 3}
    assert _date("2022-24", first=False) == {"year": 2023, "month": 2}
    assert _date("2022~", first=True) == {"year": 2022}


def test_points_say_how_precise_they_are(written: Written) -> None:
    made = json.loads(written("geojson"))
    assert made["type"] == "FeatureCollection"
    found = {each["properties"]["place"]: each for each in made["features"]}
    assert found["Oslo"]["geometry"] == {"type": "Point", "coordinates": [10.752, 59.914]}
    assert found["Oslo"]["properties"]["precision"] == "city"
    assert found["Oslo"]["properties"]["origins"] == 1
    assert found["Puno"]["properties"]["precision"] == "country"
    assert found["Puno"]["properties"]["start"] == "2024-05-01"


def test_capitals_lie_on_the_globe() -> None:
    for row in table("capitals"):
        assert -60 < float(row["lat"]) < 70
        assert -180 < float(row["lon"]) < 180
    kiev = locate("Kyiv", None)
    assert kiev and (kiev.precision, kiev.country) == ("city", "UKR")
    assert locate("Kingston", "GBR") == locate("Manchester", "GBR")
    assert locate("Puno", None) is None


def test_the_calendar_reads_back(written: Written) -> None:
    icalendar = pytest.importorskip("icalendar")
    text = written("ics")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar = icalendar.Calendar.from_ical(text)
    summit, visit = calendar.walk("VEVENT")
    assert (summit["STATUS"], visit["STATUS"]) == ("TENTATIVE", "CONFIRMED")
    assert (summit.decoded("DTSTART"), summit.decoded("DTEND")) == (date(2024, 5, 1), date(2024, 6, 1))
    assert summit["SUMMARY"] == "Entretien : ONU, Pérou (jour à préciser)"
    assert (visit.decoded("DTSTART"), visit.decoded("DTEND")) == (date(2024, 6, 3), date(2024, 6, 4))
    assert visit["SUMMARY"] == "Visite : Norvège, Pérou"
    assert visit["LOCATION"] == "Lima"
    assert visit["DESCRIPTION"] == "Elle se rendra à Lima le 3 juin. (Agence du Nord, 2024-05-07)"
    assert len({summit["UID"], visit["UID"]}) == 2
