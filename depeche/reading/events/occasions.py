"""The date of acts without a time expression: that of their occasion, or one that the story forces on them."""

import re
from datetime import date
from functools import cached_property

from depeche.language import syntax
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.calendar import DAY, Calendar
from depeche.reading.events.echoes import Echoes
from depeche.reading.events.merging import sides
from depeche.reading.events.scene import Scene

CURRENT = SPOKEN | {"CONSULT", "SANCTION", "RETREAT", "PROTEST"}
BESIDE = 1  # sentences within which one side's undated word belongs to its dated act
NEAR = 7  # days from the article within which a day is one of its story
LEAD = 2  # paragraphs that tell what the article is about
CROWD = (("ASSAULT", "crowd-control"), ("COERCE", "arrest"), ("COERCE", "curfew"))
CLOCK = re.compile(r"^\W*\d{1,2} ?[h:] ?\d{0,2}\b")
LIVE = re.compile(r"\b(EN DIRECT|DIRECT\b.*:|LIVE)\b")


class Occasions:
    """Dates acts by the acts and speeches around them."""

    def __init__(self, scene: Scene, calendar: Calendar) -> None:
        self._scene = scene
        self._calendar = calendar
        self._published = scene.article.published.value
        self._echoes = Echoes(scene)
        blocks = [block.span.of(scene.article.text) for block in scene.article.blocks]
        self._live = (
            bool(LIVE.search(" ".join(blocks[:2]))) or sum(bool(CLOCK.match(block)) for block in blocks) > 2
        )

    def inherit(self, acts: list[Act]) -> None:
        """Let undated speech take the date of its occasion, in place; acts stand in text order."""
        for index, act in enumerate(acts):
            if act.date is not None or not self._is_current(act):
                continue
            act.date = self._echoes.date(act, acts[:index], published=self._published)
            if act.type in SPOKEN and act.date is None:
                act.date = (
                    self._occasion(act, acts[:index]) or self._said(act) or self._lead_meeting(act, acts)
                )
            if act.type in SPOKEN or act.headline:
                act.date = act.date or (self._todays(act) if self._is_principal(act, acts) else None)
            if act.date is None and (act.type, act.mode) in CROWD:
                act.date = next(
                    (
                        other.date
                        for other in reversed(acts[:index])
                        if other.type == "PROTEST" and act.token.sentence - other.token.sentence <= 2
                    ),
                    None,
                )
            if act.date is None and self._live and act.status in ("actual", "negated"):
                act.date = self._published

    def _is_current(self, act: Act) -> bool:
        verb = act.verb or act.token
        auxiliaries = syntax.auxiliaries(verb)
        if any(
            aux.dep == "aux:tense" and aux.feat("Tense") in ("Imp", "Past") and syntax.is_finite(aux)
            for aux in auxiliaries
        ):
            return False  # the pluperfect looks back
        return not act.foretold or self._scene.statement_of(act.token) is not None

    def _said(self, act: Act) -> str | None:
        """The day of the same person's last dated words."""
        mine = {actor.name for actor in act.actor}
        own = self._scene.statement_of(act.token)
        found = None
        for statement in self._scene.statements:
            if statement.cue is None or statement.cue.start > act.token.start:
                continue
            if statement.speaker.actor.name not in mine and statement is not own:
                continue
            for token in self._scene.parse.tokens_in(statement.cue):
                moment = self._calendar.of(token)
                if moment is not None and moment.edtf is not None and self._is_near(moment.edtf):
                    found = moment.edtf
        return found

    def _occasion(self, act: Act, before: list[Act]) -> str | None:
        """The day of the same person's last dated word or meeting, else of the act next to it that it belongs to."""
        mine = {actor.name for actor in act.actor}
        side = sides(act.actor)
        for other in reversed(before):
            if (
                other.date is None
                or not self._is_near(other.date)
                or other.status not in ("actual", "hypothetical")
            ):
                continue
            distance = act.token.sentence - other.token.sentence
            if other.type in SPOKEN or other.type == "CONSULT":
                names = {
                    actor.name
                    for actor in (*other.actor, *(other.recipient if other.type == "CONSULT" else ()))
                }
                if mine & names:
                    return other.date
            told = self._scene.statement_of(other.token) is not self._scene.statement_of(act.token)
            if told and other.type not in SPOKEN:
                continue
            if distance <= BESIDE and side & sides(other.actor) and other.type in CURRENT:
                return other.date
        return None

    def _lead_meeting(self, act: Act, acts: list[Act]) -> str | None:
        """The day of the meeting that the article opens with: its sides are told to have spoken there."""
        verb = act.verb or act.token
        if act.foretold:
            return None
        if syntax.tense(verb) not in ("past", "participle") or any(
            actor.name[:1].islower() for actor in act.actor
        ):
            return None
        body = next((at for at, block in enumerate(self._scene.article.blocks) if block.kind == "body"), None)
        for other in acts:
            if self._scene.parse.sentences[other.token.sentence].block != body:
                continue
            if other.type != "CONSULT" or other.date is None or not self._is_near(other.date):
                continue
            parties = sides(other.actor) | sides(other.recipient)
            if other.status == "actual" and parties & sides(act.actor):
                return other.date
        return None

    def _todays(self, act: Act) -> str | None:
        """The day of the article where its story is of that very day: a reaction to it can only be as old."""
        verb = act.verb or act.token
        if act.foretold or not self._is_todays_story:
            return None
        tense = syntax.tense(verb)
        quoted = tense == "present" and (act.headline or self._is_quoted(act))
        return self._published if quoted or tense in ("past", "participle", "infinitive") else None

    def _is_principal(self, act: Act, acts: list[Act]) -> bool:
        """Whether an act is by a side of what the article reports of its day."""
        body = [at for at, block in enumerate(self._scene.article.blocks) if block.kind == "body"]
        for other in acts:
            if (
                other.date != self._published
                or self._scene.parse.sentences[other.token.sentence].block not in body[:LEAD]
            ):
                continue
            if sides(act.actor) & (sides(other.actor) | sides(other.recipient)):
                return True
        return False

    def _is_quoted(self, act: Act) -> bool:
        statement = self._scene.statement_of(act.token)
        quoted = statement is not None and statement.mode in ("direct", "mixed")
        return quoted or act.rule.startswith("statement:")

    @cached_property
    def _is_todays_story(self) -> bool:
        if self._published is None or not DAY.match(self._published):
            return False
        body = [at for at, block in enumerate(self._scene.article.blocks) if block.kind == "body"]
        return self._calendar.dates(self._published, body[:LEAD])

    def _is_near(self, day: str) -> bool:
        """Whether a date is a day close to the day of the article."""
        if self._published is None or not DAY.match(self._published) or not DAY.match(day):
            return DAY.match(day) is not None
        return abs(_ordinal(day) - _ordinal(self._published)) <= NEAR


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
