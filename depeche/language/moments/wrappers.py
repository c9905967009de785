"""What stands around points means: ranges, open ends, counts from publication or from the narrated day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from depeche.language.moments import periods
from depeche.language.moments.days import day_without_year, weekday_near
from depeche.language.moments.grammar import Expression
from depeche.language.moments.periods import UNKNOWN, Period
from depeche.language.moments.points import inner, resolve_inner, resolve_point
from depeche.language.moments.scene import Scene, masked, modifier, nominal
from depeche.language.moments.stretches import month_without_year
from depeche.language.moments.words import count, day_number, month_number, value

EVES = {"la veille": -1, "l'avant-veille": -2, "le surlendemain": 2}


def resolve(expression: Expression, scene: Scene) -> Period:
    """What an expression means in its scene; UNKNOWN when the scene does not tell."""
    rule = _WRAPPERS.get(expression.rule)
    return rule(expression, scene) if rule else resolve_point(expression, scene)


def _night(expression: Expression, scene: Scene) -> Period:
    if "c" in expression.parts:
        return resolve_inner(expression, "c", scene)
    end = resolve_inner(expression, "b", scene)
    last = nominal(end)
    if last is None or end.grain != "day":
        return UNKNOWN
    return masked(periods.interval(periods.day(last - timedelta(days=1)), periods.day(last)))


def _day_range(expression: Expression, scene: Scene) -> Period:
    parts = expression.parts
    last_month = month_number(parts["m2"])
    first_month = month_number(parts["m"]) if "m" in parts else last_month
    first, last = day_number(parts["d"]), day_number(parts["d2"])
    if "y2" in parts:
        end = periods.day_of(int(parts["y2"]), last_month, last)
    else:
        end = day_without_year(scene, last_month, last, towards=modifier(parts))
    year = int(parts["y"]) if "y" in parts else end.first.year if end.first else None
    if year and "y" not in parts and (first_month, first) > (last_month, last):
        year -= 1
    return periods.interval(periods.day_of(year, first_month, first), end)


def _weekday_range(expression: Expression, scene: Scene) -> Period:
    parts = expression.parts
    first, last = (int(value("weekday", parts[group])) for group in ("w", "w2"))
    towards = modifier(parts, "mod2") or modifier(parts)
    if scene.direction == "future" or towards == "next":
        start = weekday_near(scene, first, towards=towards)
        end = start + timedelta(days=(last - first) % 7) if start else None
    else:
        end = weekday_near(scene, last, towards=towards)
        start = end - timedelta(days=(last - first) % 7) if end else None
    return periods.interval(periods.day(start), periods.day(end)) if start and end else UNKNOWN


def _range(expression: Expression, scene: Scene) -> Period:
    end = resolve_inner(expression, "b", scene)
    start = inner(expression, "a", scene)
    if start is None or end.edtf is None:
        return UNKNOWN
    if end.first is None or "y" in start.parts or start.rule == "year":
        return periods.interval(resolve_point(start, scene), end)
    # the first end has no year: it lies before the second
    near = periods.Reference(end.first.year, end.last.month if end.last else end.first.month)
    return periods.interval(resolve_point(start, replace(scene, published=near, direction="past")), end)


def _month_pair(expression: Expression, scene: Scene) -> Period:
    first, last = month_number(expression.parts["m"]), month_number(expression.parts["m2"])
    if "y" in expression.parts:
        end = periods.month(int(expression.parts["y"]), last)
    else:
        end = month_without_year(scene, last)
    year = end.first.year - (first > last) if end.first else None
    return periods.interval(periods.month(year, first), end)


def _year_range(expression: Expression, scene: Scene) -> Period:
    parts = expression.parts
    return periods.interval(periods.year(int(parts["y"])), periods.year(int(parts["y2"])))


def _since(expression: Expression, scene: Scene) -> Period:
    point = inner(expression, "p", scene)
    if point is None:
        return UNKNOWN
    direction = scene.direction if point.rule in ("day", "short_numeric") else "past"
    start = resolve_point(point, replace(scene, direction=direction))
    if point.rule == "phase" and point.parts["phase"] in ("début", "debut"):
        start = _exact(start)  # "depuis le début du mois" is the month itself
    return periods.since(start)


def _since_count(expression: Expression, scene: Scene) -> Period:
    return periods.since(_from_today(expression, scene, -1))


def _not_before(expression: Expression, scene: Scene) -> Period:
    point = resolve_inner(expression, "p", replace(scene, direction="future"))
    sentence = scene.plain[max(0, expression.start - 80) : expression.start].rsplit(".", 1)[-1]
    # "si les magasins ne rouvrent pas avant le 30" sets a term, "n'aura pas lieu avant le 30" an opening
    return periods.until(_exact(point)) if " si " in f" {sentence}" else periods.since(point)


def _until(expression: Expression, scene: Scene) -> Period:
    group = "p" if "p" in expression.parts else "p2"
    start, end = expression.places[group]
    lead = 3 if scene.plain[start:end].startswith(("au ", "en ")) else 2 if group == "p2" else 0
    places = {**expression.places, group: (start + lead, end)}
    term = expression._replace(places=places)
    ahead = _exact(resolve_inner(term, group, replace(scene, direction="future")))
    if scene.direction != "past" or scene.plain.startswith("d'ici", expression.start):
        return periods.until(ahead)
    # "avait promis de signer avant mars" may lie on either side: the nearer one
    back, near = _exact(resolve_inner(term, group, scene)), scene.published.last
    if near and back.last and ahead.first and abs(near - back.last) <= abs(ahead.first - near):
        return periods.until(back)
    return periods.until(ahead)


def _until_midnight(expression: Expression, scene: Scene) -> Period:
    return masked(periods.day(scene.today + timedelta(days=1))) if scene.today else UNKNOWN


def _deadline(expression: Expression, scene: Scene) -> Period:
    return periods.until(_exact(_from_today(expression, scene, 1)))


def _recent(expression: Expression, scene: Scene) -> Period:
    parts = expression.parts
    today, back = scene.today, (parts.get("mod") or parts["mod2"]).startswith("dern")
    if today is None:
        return UNKNOWN
    far = _exact(_from_today(expression, scene, -1 if back else 1))
    near = {"day": periods.day(today), "month": periods.month(today.year, today.month)}.get(far.grain)
    near = near or periods.year(today.year)
    return masked(periods.interval(far, near) if back else periods.interval(near, far))


def _ago(expression: Expression, scene: Scene) -> Period:
    return _from_today(expression, scene, -1)


def _ahead(expression: Expression, scene: Scene) -> Period:
    return _from_today(expression, scene, 1)


def _from_today(expression: Expression, scene: Scene, sign: int) -> Period:
    parts, today = expression.parts, scene.today
    unit, number = value("unit", parts["u"]), sign * count(parts.get("n") or parts["n2"])
    if today is None:
        if unit not in ("month", "year", "decade") or scene.published.last is None:
            return UNKNOWN
        today = scene.published.last
    found = masked(periods.shifted(today, number, unit))
    return periods.about(found) if "about" in parts else found


def _offset(expression: Expression, scene: Scene) -> Period:
    parts = expression.parts
    unit, number = value("unit", parts["u"]), count(parts["n"])
    sign = -1 if parts["way"] in ("plus tôt", "auparavant", "avant", "avant cela") else 1
    if leads_to_event(expression, scene.plain):
        sign = -sign  # "trois jours après l'attaque, N'Djamena a rappelé jeudi": the attack lies before
    if unit in ("hour", "day", "week"):
        if scene.told.grain == "month" and scene.narrated == UNKNOWN:
            return scene.told  # a few days after "en mars" are still about March
        story = scene.narrated_date or scene.today
    else:
        story = scene.told.first or scene.narrated.first or scene.today
    if story is None:
        return UNKNOWN
    return _counted(story, sign * number, unit, rounded="about" in parts)


def _counted(story: date, number: int, unit: str, *, rounded: bool) -> Period:
    """Counted from a narrated day, so days, months and years are exact; only weeks are rounded."""
    found = periods.shifted(story, number, unit)
    if unit != "week":
        found = _exact(found)
    return masked(periods.about(found) if rounded else found)


def leads_to_event(expression: Expression, plain: str) -> bool:
    """Whether "trois jours après" is followed by what it counts from, which it then dates."""
    if expression.rule != "offset" or expression.parts["way"] not in ("après", "avant"):
        return False
    following = plain[expression.end : expression.end + 2]
    return len(following) == 2 and following[0] == " " and (following[1].isalnum() or following[1] in '«"')


def _eve(expression: Expression, scene: Scene) -> Period:
    base = resolve_inner(expression, "p", scene)
    when = nominal(base)
    if when is None or base.grain != "day":
        return UNKNOWN
    return masked(periods.day(when + timedelta(days=EVES.get(expression.parts["ana"], 1))))


def _approximate(expression: Expression, scene: Scene) -> Period:
    return periods.about(resolve_inner(expression, "p", scene))


def _exact(period: Period) -> Period:
    return period._replace(edtf=period.edtf.replace("~", "")) if period.edtf else period


_WRAPPERS: dict[str, Callable[[Expression, Scene], Period]] = {
    "night": _night,
    "day_range": _day_range,
    "weekday_range": _weekday_range,
    "weekday_pair": _weekday_range,
    "range": _range,
    "month_pair": _month_pair,
    "year_range": _year_range,
    "not_before": _not_before,
    "since": _since,
    "since_count": _since_count,
    "until_midnight": _until_midnight,
    "until": _until,
    "deadline": _deadline,
    "recent": _recent,
    "ago": _ago,
    "ahead": _ahead,
    "offset": _offset,
    "eve": _eve,
    "approximate": _approximate,
}
