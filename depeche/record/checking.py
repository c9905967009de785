"""Whether what a person gives for a field can stand there, told in words; asked before it enters the journal."""

from functools import cache
from typing import Any, get_args

import msgspec

from depeche.lexicon import cell_values, table
from depeche.model import Event, EventType, Mode, Position, Published, SpeechAct, Stance, Status
from depeche.model.correction import Correction
from depeche.model.edtf import is_edtf
from depeche.record.errors import WrongCorrection

CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("statement", "mode"): get_args(Mode),
    ("statement", "act"): get_args(SpeechAct),
    ("event", "type"): get_args(EventType),
    ("event", "status"): get_args(Status),
    ("position", "stance"): get_args(Stance),
}
DATED: dict[str, type[Event | Position]] = {"event": Event, "position": Position}


def check(correction: Correction) -> None:
    """Raise WrongCorrection where a value is none of a field's words, no mode of the event's type, or no EDTF date.

    What has not even the shape of its field is told when the correction is applied.
    """
    target, field = correction.target, correction.field
    if correction.verdict == "add" and target in DATED:
        _check_added(correction, DATED[target])
    if correction.verdict != "set":
        return
    value = _decoded(correction.value, Any)
    if (target, field) == ("article", "published"):
        published = _decoded(correction.value, Published)
        _check_dates(f"{target} {field}", *((published.value, *published.candidates) if published else ()))
    elif target in DATED and field == "date":
        _check_dates(f"{target} {field}", value)
    elif target == "event" and field == "mode":
        _check_mode(correction.like.split(" ")[0], value)
    elif isinstance(value, str) and (target, field) in CHOICES and value not in CHOICES[target, field]:
        choices = ", ".join(CHOICES[target, field])
        raise WrongCorrection(f"{value!r} is no value for {target} {field}: it is one of {choices}")


def _check_added(correction: Correction, kind: type[Event | Position]) -> None:
    record = _decoded(correction.value, kind)
    if record is not None:
        _check_dates(f"{correction.target} date", record.date)
    if isinstance(record, Event):
        _check_mode(record.type, record.mode)


def _check_dates(what: str, *values: Any) -> None:
    for value in values:
        if isinstance(value, str) and not is_edtf(value):
            raise WrongCorrection(
                f"{value!r} is no date for {what}: write it as EDTF, 2024-05-04, 2024-05, 2024, "
                "2024-05-04/2024-05-06 or 2024-05~, or null for none"
            )


def _check_mode(kind: str, value: Any) -> None:
    known = modes().get(kind)
    if isinstance(value, str) and known is not None and value not in known:
        told = (
            f"it is one of {', '.join(known)}, or null for none" if known else "this type has none: say null"
        )
        raise WrongCorrection(f"{value!r} is no mode of {kind}: {told}")


@cache
def modes() -> dict[str, tuple[str, ...]]:
    """The modes of each PLOVER type."""
    return {row["type"]: cell_values(row["modes"]) for row in table("plover_modes")}


def _decoded(value: str, kind: Any) -> Any:
    try:
        return msgspec.json.decode(value, type=kind)
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None
