"""What is asked for in an address: the same filters and the same pages for every list."""

import msgspec
from starlette.datastructures import QueryParams

from depeche.model.edtf import days_of
from depeche.record import Filter
from depeche.record.words import fold
from depeche.views.labels import state_names
from depeche.web.problems import Problem

PAGE = 50  # rows, when nothing else is asked for
LARGEST_PAGE = 500
# Each filter and what it asks for.
FILTERS = {
    "article": "an article's id",
    "actor": "any part of an actor's name; case and accents do not matter",
    "actor_id": "an actor's id",
    "country": "a state by ISO alpha-3 code or name: CHN, Chine",
    "type": "event type, act of speech, kind of actor, or stance",
    "mode": "mode of an event or a statement",
    "status": "status of an event",
    "outlet": "the outlet's name",
    "issue": "the issue of a position",
    "occurrence": "the id of an act that articles tell",
    "since": "from this year, month or day on",
    "until": "up to the end of this year, month or day",
}
PAGING = {
    "limit": f"rows on a page, 1 to {LARGEST_PAGE}; {PAGE} if not given",
    "offset": "rows before the page",
}


def filter_of(asked: QueryParams, *, beside: tuple[str, ...] = ()) -> Filter:
    """The filter of an address; `beside` are further parameters that it may have. Raises Problem (400)."""
    unknown = sorted(set(asked) - set(FILTERS) - set(PAGING) - set(beside) - {"lang"})
    if unknown:
        raise Problem(400, "wrong-question", f"there is no parameter {unknown[0]!r}")
    given = {name: asked[name].strip() or None for name in FILTERS if name in asked}
    since, until = given.pop("since", None), given.pop("until", None)
    return Filter(
        **{name: value for name, value in given.items() if name != "country"},
        country=_country(given.get("country")),
        since=_days(since)[0] if since else None,
        until=_days(until)[1] if until else None,
        limit=_number(asked, "limit", least=1, most=LARGEST_PAGE, otherwise=PAGE),
        offset=_number(asked, "offset", least=0, most=1 << 40, otherwise=0),
    )


def next_page(filter: Filter, total: int) -> Filter | None:
    """The filter of the following page, or None on the last."""
    following = filter.offset + filter.limit
    return msgspec.structs.replace(filter, offset=following) if following < total else None


def _country(asked: str | None) -> str | None:
    if asked is None:
        return None
    for code, names in state_names().items():
        if fold(asked) in map(fold, (code, *names)):
            return code
    raise Problem(
        400, "wrong-question", f"no state goes by {asked!r}; give an ISO code (CHN) or a name (Chine)"
    )


def _days(asked: str) -> tuple[str, str]:
    first, last = days_of(asked)
    if first is None or last is None:
        raise Problem(
            400, "wrong-question", f"{asked!r} is no year, month or day such as 2023, 2023-05, 2023-05-04"
        )
    return first.isoformat(), last.isoformat()


def _number(asked: QueryParams, name: str, *, least: int, most: int, otherwise: int) -> int:
    if name not in asked:
        return otherwise
    text = asked[name]
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise Problem(400, "wrong-question", f"{name} is a number from {least} to {most}, not {text!r}")
    return int(text)
