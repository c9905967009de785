"""GeoJSON (RFC 7946): the acts whose place is told, for QGIS and web maps.

Coordinates come from tables of capitals, towns and regions, and `precision` says what a point means: "city" (the place
itself), "region" (a point inside it), "country" (only the state is known; the point is its capital), "none" (no
geometry). All statuses are kept, `status` tells them apart; `date` is EDTF, `start` and `end` its first and last day
for time controls.
"""

import json
from typing import IO, Any

from depeche.exchange.acts import Cast, event_rows, headline, quoted
from depeche.lexicon.plover import weigh
from depeche.record import Record
from depeche.views import Moment, gather, timeline
from depeche.views.entries import ArticleEntry
from depeche.views.points import locate


def write_places(record: Record, out: IO[str]) -> int:
    """Write the placed acts of a record; returns how many."""
    story = gather(record, title="")
    cast, articles = Cast(story), {article.id: article for article in story.articles}
    rows = event_rows(record)
    features = [
        {"id": rows[moment.event.id]["id"]} | _feature(moment, cast, articles[moment.event.article])
        for moment in timeline(story)
        if moment.event.place or moment.event.place_country
    ]
    json.dump({"type": "FeatureCollection", "features": features}, out, ensure_ascii=False, indent=1)
    out.write("\n")
    return len(features)


def _feature(moment: Moment, cast: Cast, article: ArticleEntry) -> dict[str, Any]:
    event = moment.event
    point = locate(event.place, event.place_country)
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]} if point else None,
        "properties": {
            "title": headline(event, cast),
            "type": event.type,
            "mode": event.mode,
            "status": event.status,
            "quad": weigh(event.type).quad_name,
            "score": weigh(event.type, event.mode).plover_score,
            "actor": "; ".join(map(cast.name, event.actor)),
            "recipient": "; ".join(map(cast.name, event.recipient)),
            "date": moment.date.edtf if moment.date else None,
            "start": moment.date.first if moment.date else None,
            "end": moment.date.last if moment.date else None,
            "place": event.place,
            "country": event.place_country or (point.country if point else None),
            "precision": point.precision if point else "none",
            "origins": moment.origins,
            "article": article.id,
            "outlet": article.outlet,
            "evidence": quoted(article.text, event.evidence),
        },
    }
