"""The year of a day of the month, where the page prints none."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from depeche.reading.publication.evidence import Dated, Evidence, Weekday

YEARS = range(1995, 2036)  # of the articles that people bring
DAYS_BEFORE = 31  # within which a day of the body belongs to the same year as the stamp
# A year that the text names lies shortly before: the calendar repeats a weekday after 5, 6 or 11 years, so the first
# fitting year is taken only this near.
NEAR = 6


class YearGuess(NamedTuple):
    """The year chosen (None when several are as likely), those possible, and why."""

    year: int | None
    years: tuple[int, ...]
    reasons: tuple[str, ...]


def guess_year(
    evidence: Evidence,
    month: int,
    day: int,
    *,
    weekday: int | None = None,
    near: Sequence[Weekday] = (),
    loose: bool = False,
) -> YearGuess:
    """The year of a day of the month: by its own weekday, or by the past weekdays that stand `near` it.

    The day is the one told, else the day after; when `loose` (a page dated by its update) both are as likely.
    """
    existing = [year for year in YEARS if _exists(year, month, day)]
    years = [year for year in existing if _allows(evidence, year, month, day)]
    if not years:  # somebody named is out of office by now
        years = [year for year in existing if _allows(evidence, year, month, day, ended=True)]
    reasons = list(_reasons(evidence))
    told = next((one for one in evidence.dated if _fixes_year(one, month, day)), None)
    if weekday is not None or told is not None:
        # "depuis les élections d'octobre 2024": who writes in December may name the year that it is.
        same = evidence.after
        if same in existing and _allows(evidence, same, month, day, same=True):
            years = [same, *years]
    if told is not None:
        years = [year for year in years if date(year, told.month, told.day).weekday() == told.weekday]
        reasons.append(f"“{told.words}” is in {_few(years)}")
    past = [one for one in near if one.direction != "future"] if told is None else []
    if weekday is not None:
        years = [year for year in years if date(year, month, day).weekday() == weekday]
        reasons.append(f"{_name(weekday)} {day}/{month:02} is in {_few(years)}")
    elif past:
        for distances in (
            ((0, 1),) if loose else ((0,), (1,))
        ):  # the day itself, or the day after what is told
            fitting = [year for year in years if _distance(date(year, month, day), past[0]) in distances]
            if fitting:
                years = fitting
                reasons.append(f"“{past[0].words}” fits {day}/{month:02} in {_few(years)}")
                break
    if evidence.anniversary in years:
        return YearGuess(
            evidence.anniversary,
            (evidence.anniversary,),
            (*reasons, f"an anniversary in {evidence.anniversary}"),
        )
    floor = max(evidence.after or 0, evidence.since.year if evidence.since else 0)
    certain = weekday is not None or told is not None or bool(past)
    chosen = years[0] if years and (len(years) == 1 or (certain and years[0] - floor <= NEAR)) else None
    return YearGuess(chosen, tuple(years), tuple(reasons))


def _allows(
    evidence: Evidence, year: int, month: int, day: int, *, ended: bool = False, same: bool = False
) -> bool:
    when = date(year, month, day)
    if evidence.after is not None and year <= evidence.after - same:
        return False
    return (evidence.since is None or evidence.since <= when) and (
        ended or evidence.until is None or when <= evidence.until
    )


def _reasons(evidence: Evidence) -> list[str]:
    reasons = [f"the text names {evidence.after} as past"] if evidence.after else []
    for bound in evidence.bounds:
        if bound.since == evidence.since or (bound.until and bound.until == evidence.until):
            end = f" until {bound.until.isoformat()}" if bound.until else ""
            reasons.append(f"“{bound.words}”: from {bound.since.isoformat()}{end}")
    return reasons


def _fixes_year(one: Dated, month: int, day: int) -> bool:
    """Whether a past day with weekday and no year ("jeudi 25 septembre") lies within days before a day of the month."""
    if one.weekday is None or one.year is not None or one.direction == "future":
        return False
    if not (_exists(YEARS[0], month, day) and _exists(YEARS[0], one.month, one.day)):
        return False
    apart = (date(YEARS[0], month, day) - date(YEARS[0], one.month, one.day)).days
    return 0 <= apart <= DAYS_BEFORE


def _distance(when: date, told: Weekday) -> int:
    return (when.weekday() - told.number) % 7


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _name(weekday: int) -> str:
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]


def _few(years: Sequence[int]) -> str:
    return ", ".join(map(str, years[:4])) + (" …" if len(years) > 4 else "") if years else "no possible year"
