"""What stretches longer than a day mean: weeks, months, quarters, seasons, years, decades."""

from datetime import date, timedelta

from depeche.language.moments import periods
from depeche.language.moments.grammar import Expression
from depeche.language.moments.periods import UNKNOWN, Period
from depeche.language.moments.scene import Scene, modifier
from depeche.language.moments.words import count, month_number, value, values


def month(point: Expression, scene: Scene) -> Period:
    """A month, with a year of its own or the one that fits."""
    number = month_number(point.parts["m"])
    if "y" in point.parts:
        return periods.month(int(point.parts["y"]), number)
    return month_without_year(scene, number, towards=modifier(point.parts))


def month_without_year(scene: Scene, number: int, *, towards: str = "") -> Period:
    """The month nearest to publication on the side where the verb looks; the past where nothing looks ahead."""
    known = scene.published
    if known.year is None:
        return periods.month(None, number)
    if scene.named_year is not None and scene.named_year.year != known.year and not towards:
        start = scene.named_year  # "la paix signée en juillet 2018 et, en décembre, le retrait"
        return periods.month(start.year + (number < start.month), number)
    if known.month is None:
        return periods.month(known.year, number)
    if towards == "next" or (scene.direction == "future" and not towards):
        later = number < known.month or (towards == "next" and number == known.month)
        return periods.month(known.year + later, number)
    earlier = number > known.month or (towards == "last" and number == known.month)
    return periods.month(known.year - earlier, number)


def period_this(point: Expression, scene: Scene) -> Period:
    """The week, month, season or year of publication: "cette semaine", "cet été", "la fin de l'année"."""
    return _moved(_kind(point.parts["p"]), scene, 0)


def period_modified(point: Expression, scene: Scene) -> Period:
    """The stretch before or after: "la semaine dernière", "l'an prochain", "le mois suivant"."""
    towards, kind = modifier(point.parts), _kind(point.parts["p"])
    if towards in ("last", "next"):
        return _moved(kind, scene, -1 if towards == "last" else 1)
    told = scene.told.first or scene.narrated.first
    return _counted(kind, told, -1 if towards == "preceding" else 1) if told else UNKNOWN


def period_same(point: Expression, scene: Scene) -> Period:
    """The stretch that the narration stands in: "cette année-là", "la même semaine"."""
    told = scene.told.first or scene.narrated.first
    return _counted(_kind(point.parts.get("p") or point.parts["q"]), told, 0) if told else UNKNOWN


def season(point: Expression, scene: Scene) -> Period:
    """A season, with a year of its own or the one that fits."""
    parts = point.parts
    code = int(value("season", parts.get("s") or parts["s2"]))
    year = parts.get("y") or parts.get("y3")
    if year:
        return periods.season(int(year), code)
    today = scene.published.last
    if today is None or scene.published.month is None:
        return UNKNOWN
    return _season_near(today, code, ahead=scene.direction == "future")


def part_of_year(point: Expression, scene: Scene) -> Period:
    """A quarter or half of a year."""
    parts, known = point.parts, scene.published
    length = 3 if parts["p"] == "trimestre" else 6
    number = int(value("ordinal", parts["o"]))
    if number == -1:
        number = 12 // length
    if number > 12 // length:
        return UNKNOWN
    first = (number - 1) * length + 1
    if "y" in parts:
        return periods.months(int(parts["y"]), first, length)
    if known.year is None:
        return UNKNOWN
    if "rel" in parts:
        step = {"last": -1, "next": 1}.get(modifier(parts), 0)
        return periods.months(known.year + step, first, length)
    month_now = known.month or 12
    if scene.direction == "future":
        return periods.months(known.year + (first + length - 1 < month_now), first, length)
    return periods.months(known.year - (first > month_now), first, length)


def decade(point: Expression, scene: Scene) -> Period:
    """Ten years: "les années 1990", "les années 90"."""
    first = int(point.parts["n"]) if "n" in point.parts else count(point.parts["tens"])
    if first % 10:
        return UNKNOWN
    if first < 100:
        first += 2000 if first < 30 else 1900
    return periods.interval(periods.year(first), periods.year(first + 9))


def year(point: Expression, scene: Scene) -> Period:
    """A year in figures."""
    return periods.year(int(point.parts["y"]))


def _kind(word: str) -> str:
    return values("period").get(word) or values("season")[word]


def _moved(kind: str, scene: Scene, step: int) -> Period:
    """The stretch of a kind that lies `step` from publication, as far as publication is known."""
    known = scene.published
    if kind.isdigit():
        return _season_this(scene, int(kind), step) if known.month else UNKNOWN
    if kind == "year":
        return periods.year(known.year + step) if known.year else UNKNOWN
    if kind == "month" and known.month and known.year is None:
        return periods.month(None, (known.month - 1 + step) % 12 + 1)
    if kind in ("week", "weekend"):
        today = known.exact
        if today is None:
            return UNKNOWN
        if kind == "weekend" and step == 0:
            # "ce week-end" on a Monday or in the past tense is the one just over
            over = today.weekday() < 5 and scene.direction != "future" and (
                scene.direction == "past" or today.weekday() == 0)  # fmt: skip
            step = -1 if over else 0
        elif kind == "weekend" and step == 1 and today.weekday() < 5:
            step = 0  # "le week-end prochain" is the next to come
        return _counted(kind, today, step)
    return _counted(kind, known.last, step) if known.month and known.last else UNKNOWN


def _counted(kind: str, when: date, step: int) -> Period:
    if kind == "year":
        return periods.year(when.year + step)
    if kind == "month":
        total = when.year * 12 + when.month - 1 + step
        return periods.month(total // 12, total % 12 + 1)
    if kind == "week":
        return periods.week(when + timedelta(days=7 * step))
    if kind == "weekend":
        return periods.weekend(when + timedelta(days=7 * step))
    length = 3 if kind == "quarter" else 6
    total = when.year * 12 + (when.month - 1) // length * length + step * length
    return periods.months(total // 12, total % 12 + 1, length)


def _season_this(scene: Scene, code: int, step: int) -> Period:
    today = scene.published.last
    if today is None:
        return UNKNOWN
    if step:
        return _season_near(today, code, ahead=step > 0, whole=True)
    return periods.season(today.year - (code == 24 and today.month <= 4), code)


def _season_near(today: date, code: int, *, ahead: bool, whole: bool = False) -> Period:
    """The season nearest to a day on one side; with `whole` it must not hold the day itself."""
    around = list(periods.seasons_around(today, code))
    if ahead:
        return next(
            p for p in around if p.first and p.last and (p.first > today if whole else p.last >= today)
        )
    return [p for p in around if p.first and p.last and (p.last < today if whole else p.first <= today)][-1]
