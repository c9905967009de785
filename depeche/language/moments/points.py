"""One table of points: which function says what a rule's expression means."""

from collections.abc import Callable

from depeche.language.moments import days, periods, stretches
from depeche.language.moments.grammar import Expression, read_point
from depeche.language.moments.periods import UNKNOWN, Period
from depeche.language.moments.scene import Scene


def resolve_point(point: Expression, scene: Scene) -> Period:
    """What a point means in its scene; UNKNOWN when the scene does not tell."""
    return _POINTS[point.rule](point, scene)


def inner(expression: Expression, group: str, scene: Scene) -> Expression | None:
    """The point that stands inside an expression as one of its named parts, or None."""
    if group not in expression.parts:
        return None
    start, end = expression.places[group]
    while end > start and scene.plain[end - 1] == " ":
        end -= 1
    return read_point(scene.plain, (start, end))


def resolve_inner(expression: Expression, group: str, scene: Scene) -> Period:
    """What that point means; UNKNOWN where there is none."""
    point = inner(expression, group, scene)
    return resolve_point(point, scene) if point else UNKNOWN


def _phase(point: Expression, scene: Scene) -> Period:
    whole = resolve_inner(point, "inner", scene)
    return whole if whole.grain == "interval" else periods.about(whole)


_POINTS: dict[str, Callable[[Expression, Scene], Period]] = {
    "numeric": days.numeric,
    "day": days.day,
    "short_numeric": days.day,
    "weekday_day": days.weekday_day,
    "weekday": days.weekday,
    "adverb": days.adverb,
    "anaphor": days.anaphor,
    "feast": days.feast,
    "named_day": days.named_day,
    "phase": _phase,
    "month": stretches.month,
    "period_this": stretches.period_this,
    "period_bare": stretches.period_this,
    "period_modified": stretches.period_modified,
    "period_same": stretches.period_same,
    "season": stretches.season,
    "part_of_year": stretches.part_of_year,
    "decade": stretches.decade,
    "year": stretches.year,
}
