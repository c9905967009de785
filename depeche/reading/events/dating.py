"""When an act happened: the time expression of its clause, or of the speech that tells it."""

from datetime import date, timedelta

import msgspec

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Moment, PlannedAct
from depeche.reading.events import clauses
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.agents import same_side
from depeche.reading.events.calendar import DAY, Calendar
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

FACTIVE = words("factive triggers")
PROMISING = frozenset(("AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN"))
CLAUSES_UP = 4


class Dating:
    """Dates each act of an article by its own words."""

    def __init__(self, scene: Scene, calendar: Calendar) -> None:
        self._scene = scene
        self._calendar = calendar
        self._published = scene.article.published.value

    def settle(self, act: Act) -> None:
        """Give an act its date, and the date of what it plans to that plan, in place."""
        if act.date is not None:
            return
        moment = self._calendar.own(act)
        if moment is not None and self._is_told(act, moment):
            moment = None
        if moment is not None and self._is_of_plan(act, moment):
            planned = act.planned or PlannedAct()
            act.planned = msgspec.structs.replace(planned, date=moment.edtf)
            moment = None
        if moment is None:
            moment = self._governing(act)
            if moment is not None and (self._is_of_plan(act, moment) or self._is_told(act, moment)):
                moment = None
        if moment is not None and self._is_of_other_clause(act, moment):
            moment = None
        act.date = None if moment is None else self._with_year(self._not_ahead(act, moment), moment)

    def _with_year(self, value: str | None, moment: Moment) -> str | None:
        """A month or day of an unknown year goes on from the year told last, where the page has no day."""
        if value is None or not value.startswith("XXXX-") or self._published is not None:
            return value
        told = [
            other.edtf
            for other in self._scene.moments
            if other.edtf is not None and other.span.start < moment.span.start and _names_month(other.edtf)
        ]
        return told[-1][:4] + value[4:] if told else value

    def _not_ahead(self, act: Act, moment: Moment) -> str | None:
        """The value of a moment; the weekday of what is told as done lies before the article."""
        if moment.rule != "weekday:future" or act.status not in ("actual", "alleged") or moment.first is None:
            return moment.edtf
        verb = act.verb or act.token
        pluperfect = any(aux.feat("Tense") == "Imp" for aux in syntax.auxiliaries(verb))
        if not pluperfect or moment.edtf != moment.first:
            return moment.edtf
        return (date.fromisoformat(moment.first) - timedelta(days=7)).isoformat()

    def _is_of_other_clause(self, act: Act, moment: Moment) -> bool:
        """Whether a headline has another clause before the comma, and the day stands there."""
        token = act.verb or act.token
        if not self._scene.is_headline(token) or not clauses.opens_with_another(token, self._scene):
            return False
        between = self._scene.parse.text[moment.span.end : token.span.start]
        return moment.span.end <= token.span.start and "," in between

    def _is_of_plan(self, act: Act, moment: Moment) -> bool:
        """Whether a moment is the day of what is promised, asked or refused, not of the word given."""
        if act.type not in PROMISING:
            return False
        if act.foretold:
            return True
        last = moment.first or moment.last
        return (
            self._published is not None
            and last is not None
            and DAY.match(self._published) is not None
            and last > self._published
        )

    def _is_told(self, act: Act, moment: Moment) -> bool:
        """Whether a moment stands in what is said, and the act is the saying."""
        if act.type not in SPOKEN:
            return False
        if moment.edtf is not None and moment.edtf.startswith(".."):
            return True  # "avant Noël": the term of what is asked
        own = self._scene.statement_of(act.token)
        return any(
            statement is not own
            and statement.mode != "act"
            and any(span.covers(moment.span) for span in statement.content)
            for statement in self._scene.statements
        )

    def _governing(self, act: Act) -> Moment | None:
        """The date of the speech that tells the act, or of the clause that it is coordinated with or depends on."""
        statement = self._scene.statement_of(act.token)
        spoken = act.type in SPOKEN
        if statement is not None and spoken and statement.cue is not None:
            for token in self._scene.parse.tokens_in(statement.cue):
                if (moment := self._calendar.of(token)) is not None:
                    return moment
        token = act.verb or act.token
        for _ in range(CLAUSES_UP):
            head = token.head
            if head is token or not self._passes_date(token, act):
                break
            while head.head is not head and head.pos not in ("VERB", "AUX"):
                head = head.head
            moment = self._calendar.of_clause(head) or (self._attended(head) if spoken else None)
            if moment is not None:
                return moment
            token = head
        return self._attended(act.verb or act.token) if spoken else None

    def _attended(self, verb: Token) -> Moment | None:
        """The date of the clause set into what is said, or of the participle that opens it ("**Réunis lundi**, …")."""
        for child in verb.children:
            set_in = child.dep == "parataxis:insert"
            attending = child.dep == "advcl" and child.i < verb.i and syntax.is_participle(child)
            if (set_in or attending) and (moment := self._calendar.of(child)) is not None:
                return moment
        return None

    def _passes_date(self, token: Token, act: Act) -> bool:
        relation, spoken = token.dep, act.type in SPOKEN
        if act.foretold and relation not in ("ccomp", "parataxis", "parataxis:insert"):
            return False
        if relation == "conj":
            return token.head.pos in ("VERB", "AUX")
        if relation == "advcl" and not spoken:
            outer = self._calendar.of_clause(token.head)
            return outer is not None and outer.granularity in ("month", "year")
        if relation in ("ccomp", "xcomp", "advcl", "parataxis", "parataxis:insert"):
            if relation == "parataxis" and self._calendar.opens(token.head):
                return True
            return spoken or relation == "xcomp" or (relation != "advcl" and self._is_announced(act))
        if relation in ("acl:relcl", "acl"):
            return spoken and syntax.tense(token) in ("past", "present", "participle")
        if token.head.lemma in FACTIVE:
            return False  # "a remercié lundi Tokyo pour l'envoi de …": thanked on Monday
        return relation.startswith(("obl", "nmod")) and self._scene.frame(act.token).nominal

    def _is_announced(self, act: Act) -> bool:
        """Whether a measure is told by the side that takes it: it dates from the announcement."""
        statement = self._scene.statement_of(act.token)
        verb = act.verb or act.token
        return (
            act.type == "SANCTION"
            and act.status == "actual"
            and statement is not None
            and any(same_side(actor, (statement.speaker.actor,)) for actor in act.actor)
            and syntax.tense(verb) in ("present", "past", "imperfect")
        )


def _names_month(edtf: str) -> bool:
    return edtf[:4].isdigit() and edtf[4:5] == "-" and edtf[5:7].isdigit() and 1 <= int(edtf[5:7]) <= 12
