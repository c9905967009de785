"""Days that disagree about when an article was published: all are kept, one is chosen, and it is said why."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from depeche.model import DateSaid, Published
from depeche.model.article import Basis
from depeche.model.edtf import can_agree, days_of
from depeche.reading.publication.printed import Printed

_SOON = 62  # days after its publication within which a page is archived or changed, where that is to tell the year
_WHY = {
    "given": "what you say counts before all else",
    "metadata": "what the source says of the day counts before its other days and before what the page prints",
    "text": "what the page prints counts before when it was changed or archived",
}
_ROLES = {"published": "", "changed": "changed, ", "archived": "archived, "}


class Chosen(NamedTuple):
    """A value, how it is known, and where it stands."""

    value: str
    basis: Basis
    where: str


def weigh(chosen: Chosen, *, others: Sequence[DateSaid], printed: Printed | None) -> Published:
    """The chosen day with all that differ from it as reasons, and as candidates where they may be it."""
    against = [one for one in others if not _agree(one.value, chosen.value)]
    reasons = [_reason(DateSaid(chosen.value, chosen.where)), *map(_reason, against)]
    candidates = [chosen.value, *(one.value for one in against if one.role == "published")]
    if printed is not None and not _agree(printed.edtf, chosen.value):
        reasons.append(f"{printed.edtf}: {printed.reason}")
        candidates.append(printed.edtf)
    if len(reasons) > 1 and chosen.basis in _WHY:
        reasons.append(f"{chosen.value} is taken: {_WHY[chosen.basis]}")
    return Published(
        value=chosen.value,
        basis=chosen.basis,
        candidates=tuple(dict.fromkeys(candidates)),
        reasons=tuple(reasons),
    )


def told_by(others: Sequence[DateSaid], printed: Printed | None) -> Chosen | None:
    """What the other days tell where a page prints no full one: the year of the one that it prints, or when the page
    was changed.
    """
    if printed is None:
        changed = next((one for one in others if one.role == "changed"), None)
        return Chosen(changed.value, "metadata", f"changed, {changed.where}") if changed else None
    for one in others:
        last = days_of(one.value)[1]
        day = max(_before(printed, last), default=None) if last else None
        if last and day and (last - day).days <= _SOON:
            return Chosen(day.isoformat(), "inferred", f"{printed.reason}, shortly before {_reason(one)}")
    return None


def _before(printed: Printed, last: date) -> Iterator[date]:
    for year in (last.year - 1, last.year):
        try:
            day = date(year, printed.month, printed.day)
        except ValueError:
            continue
        if day <= last:
            yield day


def _reason(said: DateSaid) -> str:
    return f"{said.value}: {_ROLES[said.role]}{said.where}"


def _agree(one: str, two: str) -> bool:
    """Whether two values may be the same day; a day without a year agrees with that day of any year."""
    if one.startswith("XXXX") or two.startswith("XXXX"):
        return one[4:] == two[4:]
    return can_agree(one, two)
