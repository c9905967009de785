"""TimelineJS 3: one slide per act, in the order of its date, with its sentences and who printed them.

Acts that are only denied or conditional, and those without a year, have no slide. A date without a day keeps its
month or year alone, as TimelineJS allows; a season spans its months; `display_date` says it in words. The text of a
slide is HTML: what articles say is escaped.
"""

import json
from html import escape
from typing import IO, Any

from depeche.exchange.acts import Cast, event_rows, headline, quoted, told_acts
from depeche.model.edtf import SEASONS, days_of
from depeche.record import Record
from depeche.views import Moment, gather
from depeche.views.entries import ArticleEntry
from depeche.views.labels import label


def write_timeline(record: Record, out: IO[str]) -> int:
    """Write the timeline of a record; returns how many slides."""
    story = gather(record, title="")
    cast, articles = Cast(story), {article.id: article for article in story.articles}
    rows = event_rows(record)
    slides = [
        {"unique_id": rows[moment.event.id]["id"], **slide}
        for moment in told_acts(story)
        if (slide := _slide(moment, cast, articles[moment.event.article]))
    ]
    json.dump({"events": slides}, out, ensure_ascii=False, indent=1)
    out.write("\n")
    return len(slides)


def _slide(moment: Moment, cast: Cast, article: ArticleEntry) -> dict[str, Any] | None:
    event, date = moment.event, moment.date
    if date is None or date.first is None:
        return None
    ends = date.edtf.split("/")
    slide: dict[str, Any] = {"start_date": _date(ends[0], first=True)}
    if date.last and (len(ends) == 2 or _is_season(ends[0])):
        slide["end_date"] = _date(ends[-1], first=False)
    return slide | {
        "display_date": date.fr,
        "group": label(f"type.{event.type}"),
        "text": {"headline": escape(headline(event, cast)), "text": _text(moment, article)},
    }


def _date(edtf: str, *, first: bool) -> dict[str, int]:
    if _is_season(edtf):
        day = days_of(edtf)[0 if first else 1]
        return {"year": day.year, "month": day.month} if day else {}
    names = ("year", "month", "day")
    return {name: int(part) for name, part in zip(names, edtf.rstrip("~?%").split("-"), strict=False)}


def _is_season(edtf: str) -> bool:
    return len(edtf) >= 7 and edtf[5:7].isdigit() and int(edtf[5:7]) in SEASONS


def _text(moment: Moment, article: ArticleEntry) -> str:
    event = moment.event
    source = escape(article.outlet or article.id)
    if article.url and article.url.startswith(("http://", "https://")):
        source = f'<a href="{escape(article.url)}">{source}</a>'
    facts = [label(f"status.{event.status}")] if event.status != "actual" else []
    facts += [escape(event.place)] if event.place else []
    facts += [f"selon {escape(event.according_to)}"] if event.according_to else []
    facts += [f"{moment.origins} sources indépendantes"] if moment.origins > 1 else []
    told = f"<p>{escape(quoted(article.text, event.evidence))}</p><p>{source}</p>"
    return (f"<p>{', '.join(facts)}</p>" if facts else "") + told
