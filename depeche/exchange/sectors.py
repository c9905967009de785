"""The sector of an actor (PLOVER: GOV, MIL, LEG …), by what it is and by the office that its titles name."""

import re
from collections.abc import Iterable
from functools import cache

from depeche.lexicon import table
from depeche.record.words import fold

# The kinds whose sector is plain; of the others the office tells, or nothing does.
_KINDS = {"state": "GOV", "igo": "IGO", "outlet": "JRN"}
_HEADS = {"head_of_state", "head_of_government"}
# "président de la fédération": whoever heads something that has no name of its own heads no state.
_OF_SOMETHING = re.compile(r"(?:de la |de l['’]|du |des |de |d['’])(?=[a-zà-ÿ])")
_WITH_STATE = "with state"  # holds only for who acts for a state: an envoy of an organisation is none


def sector_of(kind: str, *, name: str, country: str | None, roles: Iterable[str]) -> str:
    """The sector of an actor of the record, by its first title that tells one; empty where none does."""
    if kind in _KINDS:
        return _KINDS[kind]
    if kind == "institution":
        return _sector(_bodies().get(fold(name), ""), country)
    found = (_sector_of_title(role, country) for role in roles) if kind == "person" else ()
    return next(filter(None, found), "")


def _sector_of_title(role: str, country: str | None) -> str:
    words = role.split()
    for count in range(len(words), 0, -1):
        office = _offices().get(fold(" ".join(words[:count])))
        if office is None:
            continue
        title, kind = office
        if kind in _HEADS and _OF_SOMETHING.match(" ".join(words[count:])):
            return ""
        return _sector(title, country) or _sector(kind, country)
    return ""


def _sector(office: str, country: str | None) -> str:
    sector, needs = _sectors().get(office, ("", ""))
    return "" if needs == _WITH_STATE and country is None else sector


@cache
def _sectors() -> dict[str, tuple[str, str]]:
    return {row["office"]: (row["sector"], row["needs"]) for row in table("office_sectors")}


@cache
def _offices() -> dict[str, tuple[str, str]]:
    """Each form of a title, folded: the title in the table, and its kind of office."""
    found: dict[str, tuple[str, str]] = {}
    for row in table("offices"):
        for form in (row["title"], row["feminine"], row["plural"]):
            if form:
                found.setdefault(fold(form), (row["title"], row["kind"]))
    return found


@cache
def _bodies() -> dict[str, str]:
    """The kind of office that each body has, folded; that of its first office in the table."""
    found: dict[str, str] = {}
    for row in table("offices"):
        if row["body"] and row["kind"] in _sectors():
            found.setdefault(fold(row["body"]), row["kind"])
    return found
