"""What a single day means: a date, a weekday, "hier", "la veille", against publication and narration."""

from datetime import date, timedelta

from depeche.language.moments import periods
from depeche.language.moments.grammar import Expression
from depeche.language.moments.periods import UNKNOWN, Period
from depeche.language.moments.scene import NOMINAL_YEAR, Scene, masked, modifier
from depeche.language.moments.words import day_number, month_number, value, values

# A day without a year is seldom older than this when the same day lies close ahead: "la rencontre du 5 juillet"
# in an article of 16 June, though the verb is in the past.
FAR_BACK, NEAR_AHEAD, NEAR_BEHIND = 240, 90, 120
SOON = 2  # days: "reçoit mardi" on a Monday is tomorrow, on a Friday it was last Tuesday


def numeric(point: Expression, scene: Scene) -> Period:
    """A date in figures, ISO or day first."""
    text = scene.plain[point.start : point.end]
    if text[:4].isdigit():
        return periods.day_of(int(text[:4]), int(text[5:7]), int(text[8:10]))
    day, month, year = text.replace("/", " ").replace(".", " ").replace("-", " ").split()
    return periods.day_of(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))


def day(point: Expression, scene: Scene) -> Period:
    """A day of a month, with or without weekday and year."""
    parts = point.parts
    day, month = day_number(parts["d"]), int(parts["m"]) if parts["m"].isdigit() else month_number(parts["m"])
    if "y" in parts:
        return periods.day_of(int(parts["y"]), month, day)
    weekday = int(value("weekday", parts["w"])) if "w" in parts else None
    return day_without_year(scene, month, day, weekday=weekday, towards=modifier(parts))


def day_without_year(
    scene: Scene, month: int, day: int, *, weekday: int | None = None, towards: str = ""
) -> Period:
    """A day of the month in the year that fits: its weekday, the governing verb, and nearness decide."""
    near = scene.published.last
    if near is None:
        return periods.day_of(None, month, day)
    years = (periods.day_of(year, month, day).first for year in range(near.year - 8, near.year + 9))
    found = [when for when in years if when is not None]
    if weekday is not None:
        fitting = [when for when in found if when.weekday() == weekday and (when - near).days < 366]
        found = fitting or found
    if scene.named_year is not None and scene.named_year.year != near.year:
        return periods.day(next((when for when in found if when >= scene.named_year), found[-1]))
    past = max((when for when in found if when <= near), default=None)
    ahead = min((when for when in found if when > near), default=None)
    if past is None or ahead is None:  # the weekday leaves one side only
        return periods.day(past or ahead or near) if past or ahead else UNKNOWN
    back, forth = (near - past).days, (ahead - near).days
    if towards == "next" or (scene.direction == "future" and towards != "last"):
        # "devait durer du 10 au 17 avril", said in June
        take_past = towards != "next" and back <= NEAR_BEHIND and forth > FAR_BACK
    elif towards == "last" or scene.direction == "past":
        take_past = towards == "last" or back <= FAR_BACK or forth > NEAR_AHEAD
    else:
        take_past = back <= forth
    return periods.day(past if take_past else ahead)


def weekday_day(point: Expression, scene: Scene) -> Period:
    """A weekday with a day number and no month: the nearest such day."""
    today = scene.today or scene.narrated_date
    if today is None or today.year == NOMINAL_YEAR:
        return UNKNOWN
    weekday, day = int(value("weekday", point.parts["w"])), day_number(point.parts["d"])
    around = (today + timedelta(days=step) for distance in range(120) for step in (-distance, distance))
    found = next((when for when in around if when.day == day and when.weekday() == weekday), None)
    return periods.day(found) if found else UNKNOWN


def weekday_near(scene: Scene, weekday: int, *, towards: str = "") -> date | None:
    """The day that a bare weekday means: the last one in the past tense, the next one in the future."""
    today = scene.published.exact
    if towards in ("following", "preceding"):
        today = scene.narrated_date or today
    if today is None:
        return _weekday_of_story(scene, weekday)
    back, forth = (today.weekday() - weekday) % 7, (weekday - today.weekday()) % 7
    if towards in ("next", "following"):
        return today + timedelta(days=forth or 7)
    if towards in ("last", "preceding"):
        return today - timedelta(days=back or 7)
    if scene.direction == "future" or (scene.direction == "present" and forth <= SOON):
        return today + timedelta(days=forth)
    return today - timedelta(days=back)


def _weekday_of_story(scene: Scene, weekday: int) -> date | None:
    story = scene.narrated.first  # without a day of publication, the nearest one to the narrated day
    if story is None or scene.narrated.grain != "day":
        return None
    forth = (weekday - story.weekday()) % 7
    return story + timedelta(days=forth if forth <= 3 else forth - 7)


def weekday(point: Expression, scene: Scene) -> Period:
    """A weekday alone, with its adjective."""
    weekday, word = int(value("weekday", point.parts["w"])), point.parts.get("mod", "")
    later = {"en huit": 7, "en quinze": 14}.get(" ".join(word.split()), 0)
    found = weekday_near(scene, weekday, towards="next" if later else modifier(point.parts))
    return periods.day(found + timedelta(days=later)) if found else UNKNOWN


def adverb(point: Expression, scene: Scene) -> Period:
    """A day counted from publication: hier, demain, ce matin."""
    if scene.today is not None:
        step = int(value("day_adverb", point.parts["adv"]))
        return masked(periods.day(scene.today + timedelta(days=step)))
    known = scene.published
    return periods.month(known.year, known.month) if known.month and known.year else UNKNOWN


def anaphor(point: Expression, scene: Scene) -> Period:
    """A day counted from the narrated one: la veille, le même jour."""
    story = scene.narrated_date or scene.today
    if story is None:
        return UNKNOWN
    return masked(periods.day(story + timedelta(days=int(value("day_anaphor", point.parts["ana"])))))


def named_day(point: Expression, scene: Scene) -> Period:
    """A day known by its date alone, with a capital: "le 11 Septembre"."""
    when = {name.lower(): day for name, day in values("named_day").items()}[
        scene.plain[point.start : point.end]
    ]
    return periods.day(date.fromisoformat(when))


def feast(point: Expression, scene: Scene) -> Period:
    """A feast with a fixed day."""
    month, day = (int(part) for part in value("feast", point.parts["feast"]).split("-"))
    if "y" in point.parts:
        return periods.day_of(int(point.parts["y"]), month, day)
    return day_without_year(scene, month, day)
