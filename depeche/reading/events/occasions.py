"""The date of acts without a time expression: that of their occasion, or one that the story forces on them."""

import re
from datetime import date

from depeche.language import syntax
from depeche.language.token import Token
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.calendar import DAY, Calendar
from depeche.reading.events.echoes import Echoes
from depeche.reading.events.merging import sides
from depeche.reading.events.news import News
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

CURRENT = SPOKEN | {"CONSULT", "SANCTION", "RETREAT", "PROTEST"}
BESIDE = 1  # sentences within which one side's undated word belongs to its dated act
NEAR = 7  # days from the article within which a day is one of its story
MEETINGS = words("nouns of meetings") | {"entrevue", "échange", "audience", "appel", "visite", "rendez-vous"}
ON_OCCASION = (
    "lors_de",
    "cours_de",
    "pendant",
    "durant",
    "issue_de",
    "terme_de",
    "sortir_de",
    "occasion_de",
    "après",
)
DEFINITE = frozenset(("le", "la", "l'", "cet", "cette", "ce", "leur", "son", "sa"))
HABITUAL = words("words of habit")
TIMES = frozenset(("reprise", "fois"))
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
        self._news = News(scene, calendar)
        blocks = [block.span.of(scene.article.text) for block in scene.article.blocks]
        self._live = (
            bool(LIVE.search(" ".join(blocks[:2]))) or sum(bool(CLOCK.match(block)) for block in blocks) > 2
        )

    def inherit(self, acts: list[Act]) -> None:
        """Let undated speech take the date of its occasion, in place; acts stand in text order."""
        principals = self._news.principals(acts)
        for index, act in enumerate(acts):
            if act.date is not None:
                continue
            act.date = self._echoes.date(act, acts[:index], published=self._published) or self._at_meeting(
                act, acts[:index]
            )
            if act.date is not None or not self._is_current(act):
                continue
            if act.type == "CONSULT" and self._scene.frame(act.token).nominal:
                act.date = self._said(act)
            if act.type in SPOKEN and act.date is None:
                act.date = (
                    self._occasion(act, acts[:index]) or self._said(act) or self._lead_meeting(act, acts)
                )
            if act.type in SPOKEN or act.headline:
                act.date = act.date or (self._news.day_of(act) if principals & sides(act.actor) else None)
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
        if any(child.lower in HABITUAL for child in (*verb.children, *act.token.children)):
            return False
        if any(_is_repeated(word) for word in (verb, *verb.children)):
            return False
        auxiliaries = syntax.auxiliaries(verb)
        if any(
            aux.dep == "aux:tense" and aux.feat("Tense") in ("Imp", "Past") and syntax.is_finite(aux)
            for aux in auxiliaries
        ):
            return False  # the pluperfect looks back
        return not act.foretold or self._scene.statement_of(act.token) is not None

    def _at_meeting(self, act: Act, before: list[Act]) -> str | None:
        """The day of the meeting told before: "au cours de cet entretien", or in the town where it was."""
        verb = act.verb or act.token
        anaphoric = any(
            filler.lemma in MEETINGS
            and preposition.endswith(ON_OCCASION)
            and any(child.dep == "det" and child.lower in DEFINITE for child in filler.children)
            for preposition, filler in self._scene.frame(verb).own_obl
        )
        for other in reversed(before):
            if other.type != "CONSULT" or other.date is None or other.status != "actual":
                continue
            if anaphoric:
                return other.date
            parties = sides(other.actor) | sides(other.recipient)
            here = act.place is not None and other.place is not None and act.place.name == other.place.name
            if (
                here
                and act.type in SPOKEN
                and not act.foretold
                and self._is_current(act)
                and sides(act.actor) <= parties
            ):
                return other.date
        return None

    def _tellers(self, act: Act) -> set[str]:
        """The names of who gives the word that an act is: of a plan, who tells it."""
        statement = self._scene.statement_of(act.token)
        if act.foretold and statement is not None:
            return {statement.speaker.actor.name}
        parties = (*act.actor, *act.recipient) if act.type == "CONSULT" else act.actor
        return {actor.name for actor in parties}

    def _said(self, act: Act) -> str | None:
        """The day of the same person's last dated words."""
        mine = self._tellers(act)
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
        mine = self._tellers(act)
        side = sides(act.actor)
        speaks = any(actor.kind != "state" for actor in act.actor)
        for other in reversed(before):
            if (
                other.date is None
                or not self._is_near(other.date)
                or other.status not in ("actual", "hypothetical")
            ):
                continue
            if other.type in SPOKEN and other.according_to is not None:
                continue  # dated by when it was done, not by who tells of it
            distance = act.token.sentence - other.token.sentence
            if other.type in SPOKEN or other.type == "CONSULT":
                names = {
                    actor.name
                    for actor in (*other.actor, *(other.recipient if other.type == "CONSULT" else ()))
                }
                if mine & names and (distance <= BESIDE or speaks):
                    return other.date
            if distance == 0 and other.mode == "multilateral":
                return other.date
            told = self._scene.statement_of(other.token) is not self._scene.statement_of(act.token)
            if told and other.type not in SPOKEN:
                continue
            if distance <= BESIDE and side & sides(other.actor) and other.type in CURRENT:
                return other.date
        return None

    def _lead_meeting(self, act: Act, acts: list[Act]) -> str | None:
        """The day of the meeting that the article opens with: its sides are told to have spoken there."""
        statement = self._scene.statement_of(act.token)
        if act.foretold and statement is None:
            return None
        tellers = (statement.speaker.actor,) if act.foretold and statement is not None else act.actor
        if not self._news.tells(act) or any(actor.name[:1].islower() for actor in tellers):
            return None
        body = next((at for at, block in enumerate(self._scene.article.blocks) if block.kind == "body"), None)
        for other in acts:
            if self._scene.parse.sentences[other.token.sentence].block != body:
                continue
            if other.type != "CONSULT" or other.date is None or not self._is_near(other.date):
                continue
            parties = sides(other.actor) | sides(other.recipient)
            bodies = any(actor.kind == "igo" for actor in (*other.actor, *other.recipient))
            members = bodies and all(actor.kind == "person" for actor in tellers)
            if other.status == "actual" and (members or parties & sides(tellers)):
                return other.date
        return None

    def _is_near(self, day: str) -> bool:
        """Whether a date is a day close to the day of the article."""
        if self._published is None or not DAY.match(self._published) or not DAY.match(day):
            return DAY.match(day) is not None
        return abs(_ordinal(day) - _ordinal(self._published)) <= NEAR


def _is_repeated(verb: Token) -> bool:
    """Whether an act or one coordinated with it was done more than once: "a dénoncé **à plusieurs reprises**"."""
    return any(
        noun.lemma in TIMES and any(child.dep in ("det", "nummod", "amod") for child in noun.children)
        for noun in verb.children
        if verb.pos == "VERB" and noun.pos == "NOUN" and syntax.prepositions(noun) == "à"
    )


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
