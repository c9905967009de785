"""The time line of a text: its expressions in order, each resolved against publication and what was told before."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from depeche.language.moments.governing import Outlook
from depeche.language.moments.grammar import Expression
from depeche.language.moments.periods import UNKNOWN, Period, Reference
from depeche.language.moments.scene import Scene
from depeche.language.moments.wrappers import leads_to_event, resolve
from depeche.model import Moment, Span

ANAPHORIC = ("anaphor", "offset", "period_same")
FRESH = timedelta(days=31)  # a day told further back, and not by the story itself, is background


class Placed(NamedTuple):
    """An expression, the sentence and block it stands in, and where its verb looks."""

    expression: Expression
    sentence: int
    block: int
    outlook: Outlook


class Narrated(msgspec.Struct, frozen=True, kw_only=True):
    """A moment on the time line.

    `mainline` says that the story itself stands there, so that a later "la veille" may count from it; `anchor` is
    the span of the expression that this one was counted from, None where it was publication or nothing.
    `dates_event_after` is true for "trois jours après l'attaque": the moment is when the attack was.
    """

    moment: Moment
    sentence: int
    block: int
    mainline: bool = False
    anchor: Span | None = None
    dates_event_after: bool = False


class Timeline(msgspec.Struct, frozen=True):
    """All moments of a text in its order."""

    narrated: tuple[Narrated, ...]

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The moments alone."""
        return tuple(entry.moment for entry in self.narrated)

    def day_at(self, offset: int) -> Moment | None:
        """The day that the story stands on at an offset of the raw text: the last mainline day before it."""
        found = None
        for entry in self.narrated:
            if entry.moment.span.start > offset:
                break
            if entry.mainline and entry.moment.granularity == "day" and entry.moment.edtf:
                found = entry.moment
        return found


def build_timeline(placed: Sequence[Placed], text: str, plain: str, *, published: Reference) -> Timeline:
    """Resolve expressions in text order; those that count from the narration come after the others."""
    found: list[Period] = [UNKNOWN] * len(placed)
    anchors: list[Span | None] = [None] * len(placed)
    late = [number for number, one in enumerate(placed) if _is_anaphoric(one.expression)]
    early = [number for number in range(len(placed)) if number not in set(late)]
    for number in [*early, *late]:
        one = placed[number]
        opens = text[one.expression.start : one.expression.start + 1].isupper()
        day = _narrated_day(number, placed, found, plain, today=published.last, opens=opens)
        told = _told(number, placed, found)
        scene = Scene(
            plain=plain,
            published=published,
            direction=one.outlook.direction,
            narrated=found[day] if day is not None else UNKNOWN,
            told=found[told] if told is not None else UNKNOWN,
            named_year=_named_year(number, placed, found),
        )
        found[number] = resolve(one.expression, scene)
        if number in late and day is not None:
            anchors[number] = Span(placed[day].expression.start, placed[day].expression.end)
    return Timeline(
        tuple(
            Narrated(
                moment=_moment(one, period, text),
                sentence=one.sentence,
                block=one.block,
                mainline=one.outlook.mainline,
                anchor=anchor,
                dates_event_after=leads_to_event(one.expression, plain),
            )
            for one, period, anchor in zip(placed, found, anchors, strict=True)
        )
    )


def _is_anaphoric(expression: Expression) -> bool:
    adjective = expression.parts.get("mod", "")
    return expression.rule in ANAPHORIC or adjective.startswith(("suivant", "précédent", "d'a"))


def _looks_back(one: Placed) -> bool:
    """Whether an expression leaves the story for what lies before it ("la veille", "trois jours après l'attaque")."""
    return one.expression.rule == "offset" or one.expression.parts.get("ana", "").endswith("veille")


def _narrated_day(
    number: int,
    placed: Sequence[Placed],
    found: Sequence[Period],
    plain: str,
    *,
    today: date | None,
    opens: bool,
) -> int | None:
    """Which expression gives the day that one counts from: same sentence, same paragraph, then the main story.

    "la veille" in a sentence of the story leaves background aside ("le 4 février, ils **avaient** signé"); where it
    opens its sentence, it goes on from the background.
    """
    here = placed[number]
    before = [
        n for n in range(number) if found[n].grain == "day" and found[n].edtf and not _looks_back(placed[n])
    ]
    same = [n for n in before if placed[n].sentence == here.sentence]
    if here.expression.rule == "offset":
        told = [n for n in range(number) if placed[n].sentence == here.sentence and found[n].edtf]
        if told and found[told[-1]].grain == "month":
            return None  # "en mars …, deux jours après": counted from a day that is not told
    if same:
        return same[-1]
    if here.expression.rule == "offset":  # "Trois jours après l'attaque, la capitale a rappelé jeudi …"
        if any(placed[n].sentence == here.sentence for n in range(number)):
            return None  # "a reçu mercredi …, deux jours après …", and nothing says which Wednesday
        for later in range(number + 1, len(placed)):
            if placed[later].sentence != here.sentence:
                break
            if found[later].grain == "day" and found[later].edtf:
                return later
    # a day yet to come is no place for the story to stand on
    before = [n for n in before if not (today and (first := found[n].first) and first > today)]
    if (
        today
        and not opens
        and (here.outlook.mainline or _looks_back(here))
        and here.expression.rule == "anaphor"
    ):
        before = [n for n in before if not _is_background(placed[n], found[n], plain, today)]
    near = [n for n in before if placed[n].block == here.block]
    if near:
        return near[-1]
    main = [n for n in before if placed[n].outlook.mainline]
    if main:
        return main[-1]
    return before[0] if before else None


def _is_background(one: Placed, period: Period, plain: str, today: date) -> bool:
    """Whether a day lies far back and another clause than the story's tells it, or an aside between commas."""
    if period.first is None or period.first >= today - FRESH:
        return False
    start, end = one.expression.start, one.expression.end
    aside = plain[:start].rstrip().endswith(",") and plain[end : end + 1] in (",", ".")
    return aside or not one.outlook.mainline


def _told(number: int, placed: Sequence[Placed], found: Sequence[Period]) -> int | None:
    here = placed[number]
    near = [n for n in range(number) if placed[n].block == here.block and found[n].edtf]
    return near[-1] if near else None


def _named_year(number: int, placed: Sequence[Placed], found: Sequence[Period]) -> date | None:
    for n in range(number - 1, -1, -1):
        if placed[n].sentence != placed[number].sentence:
            return None
        if placed[n].expression.rule in ("day", "month") and "y" in placed[n].expression.parts:
            return found[n].first
    return None


def _moment(one: Placed, period: Period, text: str) -> Moment:
    start, end = one.expression.start, one.expression.end
    rule = one.expression.rule
    if one.outlook.direction != "unknown" and rule in (
        "weekday",
        "weekday_range",
        "weekday_pair",
        "day",
        "month",
    ):
        rule = f"{rule}:{one.outlook.direction}"
    return Moment(
        span=Span(start, end),
        text=text[start:end],
        edtf=period.edtf,
        first=period.first.isoformat() if period.first else None,
        last=period.last.isoformat() if period.last else None,
        granularity=period.grain,
        rule=rule,
    )
