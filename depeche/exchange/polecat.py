"""Event data in the layout of POLECAT (PLOVER): tab-separated, a header, its 40 columns and then our own.

One row per act, by its fullest telling; acts only denied or conditional are left out. Event Date is the first day
that the date can mean and, as in POLECAT, the day of publication for an act without a date; the last columns keep
the date as the record has it. Intensity is the PLOVER score. CAMEO Root and Goldstein follow the convention of
`depeche.lexicon.plover`: the value that the CAMEO tables give the root code, or the code of that root which the mode
stands for. Names of states are English, as POLECAT has them; those of all others French. Several values are
separated by ";". Columns that the record knows nothing of are empty.
"""

import csv
import json
from functools import cache
from typing import IO

from depeche import __version__
from depeche.exchange.acts import Cast, event_rows, quoted, state_name, told_acts
from depeche.lexicon import table
from depeche.lexicon.plover import weigh
from depeche.model.edtf import days_of
from depeche.record import Record
from depeche.views import Moment, Story, gather
from depeche.views.entries import ArticleEntry
from depeche.views.points import locate

_SIDE = (
    "Name", "Country", "COW", "Primary {} Sector", "{} Sectors", "Title", "Name Raw", "Wikipedia {} ID",
)  # fmt: skip


def _side_columns(part: str) -> tuple[str, ...]:
    return tuple(name.format(part) if "{}" in name else f"{part} {name}" for name in _SIDE)


POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *_side_columns("Actor"), *_side_columns("Recipient"),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
OWN = ("CAMEO Root", "Quad Class", "Goldstein", "Event Date EDTF", "Event Status", "According To", "Tellings",
       "Independent Origins", "Article ID", "URL", "Evidence")  # fmt: skip


def write_events(record: Record, out: IO[str]) -> int:
    """Write the acts of a record; returns how many."""
    story = gather(record, title="")
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(POLECAT + OWN)
    articles, cast = {article.id: article for article in story.articles}, Cast(story)
    rows = event_rows(record)
    people = _named(story, cast)
    count = 0
    for moment in told_acts(story):
        article = articles[moment.event.article]
        row = _row(moment, article, cast) | people[article.id]
        stored = rows[moment.event.id]
        row |= {"Event ID": stored["id"], "Contexts": ";".join(json.loads(stored["contexts"]))}
        # A tab or line break inside a cell would break the row: readers of this layout unquote nothing.
        writer.writerow(" ".join(str(row.get(column, "")).split()) for column in POLECAT + OWN)
        count += 1
    return count


def _row(moment: Moment, article: ArticleEntry, cast: Cast) -> dict[str, object]:
    event = moment.event
    weight = weigh(event.type, event.mode)
    edtf = moment.date.edtf if moment.date else None
    place = locate(event.place, event.place_country)
    return {
        "Event Date": (moment.date and moment.date.first) or _first_day(article.published),
        "Event Type": event.type,
        "Event Mode": event.mode or "",
        "Intensity": weight.plover_score,
        "Quad Code": weight.quad_name.upper(),
        **_side("Actor", event.actor, cast),
        **_side("Recipient", event.recipient, cast),
        "Placename": event.place or "",
        "City": event.place if place and place.precision == "city" else "",
        "Country": event.place_country or (place.country if place else ""),
        "Latitude": place.lat if place and place.precision == "city" else "",
        "Longitude": place.lon if place and place.precision == "city" else "",
        "Raw Placename": event.place or "",
        "Source": article.outlet or "",
        "Publication Date": _first_day(article.published),
        "Language": "fr",
        "Version": f"depeche {__version__}, PLOVER 0.8",
        "CAMEO Root": weight.cameo_root,
        "Quad Class": weight.quad_class,
        "Goldstein": weight.goldstein,
        "Event Date EDTF": edtf or "",
        "Event Status": event.status,
        "According To": event.according_to or "",
        "Tellings": len(moment.tellings),
        "Independent Origins": moment.origins,
        "Article ID": article.id,
        "URL": article.url or "",
        "Evidence": quoted(article.text, event.evidence),
    }


def _side(part: str, ids: tuple[str, ...], cast: Cast) -> dict[str, object]:
    names, countries = [], []
    for id in ids:
        country = cast.country(id)
        countries.append(country or "")
        names.append(
            state_name(country, language="en") if country and cast.kind(id) == "state" else cast.name(id)
        )
    sectors = [cast.sector(id) for id in ids]
    known = sorted({sector for sector in sectors if sector})
    values = (
        ";".join(names),
        ";".join(countries),
        ";".join(_cow().get(country, "") for country in countries),
        next((sector for sector in sectors if sector), ""),
        ";".join(known),
        ";".join(cast.title(id) for id in ids) if any(map(cast.title, ids)) else "",
        ";".join(map(cast.name, ids)),
        "",
    )
    return dict(zip(_side_columns(part), values, strict=True))


@cache
def _cow() -> dict[str, str]:
    return {row["iso3"]: row["cow"] for row in table("country_codes")}


def _first_day(edtf: str | None) -> str:
    first, _ = days_of(edtf)
    return first.isoformat() if first else ""


def _named(story: Story, cast: Cast) -> dict[str, dict[str, object]]:
    """Who and what each article's events and statements name, for the columns on the whole story."""
    named: dict[str, set[str]] = {article.id: set() for article in story.articles}
    places: dict[str, set[str]] = {article.id: set() for article in story.articles}
    for event in story.events:
        named[event.article] |= {*event.actor, *event.recipient}
        places[event.article] |= {event.place} if event.place else set()
    for statement in story.statements:
        named[statement.article].add(statement.speaker)
    return {
        article: {
            "Story People": ";".join(sorted(cast.name(id) for id in ids if cast.kind(id) == "person")),
            "Story Organizations": ";".join(
                sorted(cast.name(id) for id in ids if cast.kind(id) not in ("person", "state"))
            ),
            "Story Locations": ";".join(sorted(places[article])),
        }
        for article, ids in named.items()
    }
