"""The day of publication from the story itself, where the page prints none."""

from datetime import date, timedelta
from typing import NamedTuple

from depeche.reading.publication.evidence import Dated, Evidence
from depeche.reading.publication.occasions import announced_on, find_occasions
from depeche.reading.publication.years import YearGuess, guess_year

COUNTED = "bare weekdays count from the day of writing"
SOON = 2  # days after the dated one on which a story in the press still calls a day by its bare name
FEW_MONTHS = 3  # more possible months than these, and none is named


class Guess(NamedTuple):
    """The EDTF value (None: nothing can be said), what else is possible, and why."""

    value: str | None
    candidates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


def date_story(evidence: Evidence) -> Guess:
    """The day or month in which a story was written.

    A weekday with a day of the month fixes the year; bare weekdays then tell whether it was written that day or
    just after. Without bare weekdays only the month is known. A visit or summit whose days are known comes next;
    landmarks alone give a month when they leave few.
    """
    told = [
        one
        for one in evidence.dated
        if one.weekday is not None and (one.deictic or one.direction != "future")
    ]
    if told:
        story = next((one for one in told if one.deictic), told[-1])
        return _from_day(story, evidence)
    return _from_occasions(evidence) or _from_landmarks(evidence)


def _from_day(story: Dated, evidence: Evidence) -> Guess:
    if story.year is not None:
        reason = f"the text dates its story “{story.words}”"
        guess = YearGuess(story.year, (story.year,), (reason,))
    else:
        guess = guess_year(evidence, story.month, story.day, weekday=story.weekday)
    candidates = tuple(f"{year}-{story.month:02}-{story.day:02}" for year in guess.years)
    if guess.year is None:
        return Guess(
            f"XXXX-{story.month:02}-{story.day:02}" if story.deictic else None, candidates, guess.reasons
        )
    day = date(guess.year, story.month, story.day)
    if story.deictic:
        return Guess(day.isoformat(), candidates, (*guess.reasons, f"“{story.words}” is the day of writing"))
    if story.open or not evidence.weekdays:
        month = f"{day:%Y-%m}"
        return Guess(month, (month,), (*guess.reasons, "nothing tells how long after it was written"))
    written = _written(day, evidence)
    return Guess(written.isoformat(), (written.isoformat(),), (*guess.reasons, COUNTED))


def _written(day: date, evidence: Evidence) -> date:
    """The day told, or a later one that a bare weekday names."""
    written = day
    for one in evidence.weekdays:
        later = (one.number - day.weekday()) % 7
        if later <= SOON and (one.deictic or one.direction != "future"):
            written = max(written, day + timedelta(days=later))
    return written


def _from_occasions(evidence: Evidence) -> Guess | None:
    """The day on which the text announces or tells an occasion of the table; None where it fits none, or several."""
    told = find_occasions(evidence.sentences, since=evidence.since, until=evidence.until)
    told = [one for one in told if evidence.after is None or one.occasion.last.year >= evidence.after]
    if len({(one.occasion.first, one.occasion.last) for one in told}) != 1:
        return None
    one = told[0]
    if one.ahead:
        past = [weekday.number for weekday in evidence.lead_weekdays if weekday.direction != "future"]
        written = announced_on(one.occasion.first, past)
    else:
        written = _written(one.day, evidence)
    if written is None:
        return None
    known = f"“{one.words}”: {one.occasion.first.isoformat()} to {one.occasion.last.isoformat()}"
    return Guess(written.isoformat(), (written.isoformat(),), (known, COUNTED))


def _from_landmarks(evidence: Evidence) -> Guess:
    """The first month that landmarks and bare months allow, when few are possible."""
    first, last = evidence.since, evidence.until
    if first is None or last is None or not evidence.months:
        return Guess(None)
    months = _months(first, last)
    if len(months) > 12:
        return Guess(None)
    told = [month for month in months if month.month in evidence.months]
    if not told:
        return Guess(None)
    # Who writes "en mars" and then "le mois dernier" means another month.
    later = [month for month in months if month > max(told)][1 if evidence.last_month else 0 :]
    names = tuple(f"{month:%Y-%m}" for month in later)
    reasons = tuple(f"“{bound.words}”: from {bound.since}, until {bound.until}" for bound in evidence.bounds)
    return Guess(names[0] if 0 < len(names) <= FEW_MONTHS else None, names, reasons)


def _months(first: date, last: date) -> list[date]:
    found, month = [], first.replace(day=1)
    while month <= last:
        found.append(month)
        month = (month + timedelta(days=32)).replace(day=1)
    return found
