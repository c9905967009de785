"""When an act happened: the time expression of its clause, of the speech that tells it, or of its occasion."""

import re
from datetime import date, timedelta

import msgspec

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Moment, PlannedAct
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.merging import sides
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

SIGNED = words("signing words")
FACTIVE = words("factive triggers")
PROMISING = frozenset(("AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN"))
CURRENT = SPOKEN | {"CONSULT", "SANCTION", "RETREAT", "PROTEST"}
ADJACENT = 4  # words
MEASURED = 25  # words
OPENING = 8  # words
BESIDE = 1  # sentences within which one side's undated word belongs to its dated act
CROWD = (("ASSAULT", "crowd-control"), ("COERCE", "arrest"), ("COERCE", "curfew"))
CLOCK = re.compile(r"^\W*\d{1,2} ?[h:] ?\d{0,2}\b")
LIVE = re.compile(r"\b(EN DIRECT|DIRECT\b.*:|LIVE)\b")
DATED = re.compile(r"^\d{4}-(?:0\d|1[0-2])")
DAY = re.compile(r"^\d{4}-\d\d-\d\d$")


class Calendar:
    """The moments of one article by the words that they date."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._published = scene.article.published.value
        self._dated: dict[int, list[Moment]] = {}
        for moment in scene.moments:
            if moment.edtf is None or _is_measured(moment, scene):
                continue
            tokens = scene.parse.tokens_in(moment.span)
            for holder in _holders(tokens):
                self._dated.setdefault(holder.i, []).append(moment)
        self._starting = {
            tokens[0].i: moment
            for moment in scene.moments
            if moment.edtf is not None and (tokens := scene.parse.tokens_in(moment.span))
        }
        blocks = [block.span.of(scene.article.text) for block in scene.article.blocks]
        self._live = (
            bool(LIVE.search(" ".join(blocks[:2]))) or sum(bool(CLOCK.match(block)) for block in blocks) > 2
        )

    def of(self, token: Token, *, before: int | None = None) -> Moment | None:
        """The moment that dates a word, the nearest of several; with `before`, only one that starts ahead of it."""
        found = self._dated.get(token.i, ())
        if before is not None:
            found = [moment for moment in found if moment.span.start < before]
        return min(found, key=lambda moment: abs(moment.span.start - token.start), default=None)

    def settle(self, act: Act) -> None:
        """Give an act its date, and the date of what it plans to that plan, in place."""
        if act.date is not None:
            return
        moment = self._own(act)
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
        act.date = None if moment is None else self._with_year(self._not_ahead(act, moment), moment)

    def _with_year(self, value: str | None, moment: Moment) -> str | None:
        """A month or day of an unknown year goes on from the year told last, where the page has no day."""
        if value is None or not value.startswith("XXXX-") or self._published is not None:
            return value
        told = [
            other.edtf
            for other in self._scene.moments
            if other.edtf is not None and other.span.start < moment.span.start and DATED.match(other.edtf)
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

    def _own(self, act: Act) -> Moment | None:
        limit = None
        if act.type in SPOKEN and act.match is not None:
            verbs = [token for token in act.about_tokens if token.pos == "VERB" and token.i > act.token.i]
            verbs += [verb for _, verb in self._scene.frame(act.token).infinitives if verb.i > act.token.i]
            limit = min((verb.start for verb in verbs), default=None)
        moment = self.of(act.token, before=limit)
        if moment is None and act.verb is not None and act.verb is not act.token:
            moment = self.of(act.verb, before=limit)
        if moment is not None and self._is_of_thing(act, moment):
            moment = None
        moment = self._measured(act) or moment or self._adjacent(act)
        return moment or self._signed(act) or self._opening(act)

    def _is_of_thing(self, act: Act, moment: Moment) -> bool:
        """Whether a day between commas belongs to what is praised or blamed ("salué l'accord, **le 3 mai**, sur …")."""
        if act.type not in SPOKEN or moment.granularity != "day":
            return False
        first = self._scene.parse.tokens_in(moment.span)[0].i
        before = self._scene.parse.tokens[max(0, first - 2) : first]
        return (
            len(before) == 2
            and before[0].i > act.token.i
            and before[0].pos == "NOUN"
            and before[1].text == ","
            and before[0].sentence == act.token.sentence
        )

    def _signed(self, act: Act) -> Moment | None:
        """The day a paper was signed by which an act is done ("y ont mis fin par l'accord **signé en 1998**")."""
        for _, noun in self._scene.frame(act.token).obl:
            for child in noun.children:
                if child.dep == "acl" and child.lemma in SIGNED and (moment := self.of(child)) is not None:
                    return moment
        return None

    def _measured(self, act: Act) -> Moment | None:
        """The day counted from another act ("quatre jours après **l'attaque**, Rome a rappelé …")."""
        verb = act.token
        tokens = self._scene.parse.tokens
        for moment in self._scene.moments:
            if moment.edtf is None or not _is_measured(moment, self._scene):
                continue
            inside = self._scene.parse.tokens_in(moment.span)
            last = inside[-1].i
            if tokens[last].sentence != verb.sentence or not last < act.token.i <= last + MEASURED:
                continue
            between = [word for word in tokens[last + 1 : act.token.i] if word is not verb]
            if verb.dep == "ROOT" or any(
                word.pos == "VERB"
                and word.dep not in ("acl", "acl:relcl", "advcl")
                and word not in verb.children
                for word in between
            ):
                continue
            if any(other.span.start > moment.span.end for other in self._dated.get(verb.i, ())):
                continue
            return moment
        return None

    def _adjacent(self, act: Act) -> Moment | None:
        """The moment right behind the verb, wherever it hangs ("et massé, **le lendemain**, des troupes")."""
        verb = act.verb or act.token
        if verb.pos != "VERB":
            return None
        for word in self._scene.parse.tokens[verb.i + 1 : verb.i + 1 + ADJACENT]:
            if word.sentence != verb.sentence:
                return None
            if (moment := self._starting.get(word.i)) is not None:
                return moment
            if word.pos not in ("PUNCT", "ADV", "DET", "ADP") or word.text in (";", ":"):
                return None
        return None

    def _opening(self, act: Act) -> Moment | None:
        """The moment that opens a sentence dates its main clause ("**Vendredi soir**, …, il avait appelé")."""
        verb = act.verb or act.token
        tokens = self._scene.parse.sentences[verb.sentence].tokens
        if verb.pos != "VERB" or not (syntax.is_finite(verb) and syntax.own_subjects(verb)):
            return None
        if verb.dep not in ("ROOT", "parataxis:insert", "parataxis", "ccomp", "conj"):
            return None
        moment = None
        for word in tokens:
            if word.i >= verb.i or word.pos in ("VERB", "AUX", "SCONJ"):
                break
            moment = moment or (self._starting.get(word.i) if word.i < tokens[0].i + OPENING else None)
            if word.text == "," and moment is not None:
                between = [other for other in tokens if word.i < other.i < verb.i]
                finite = [other for other in between if other.pos == "VERB" and syntax.is_finite(other)]
                return None if any(other.dep != "acl:relcl" for other in finite) else moment
        return None

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
                if (moment := self.of(token)) is not None:
                    return moment
        token = act.verb or act.token
        for _ in range(4):
            head = token.head
            if head is token or not self._passes_date(token, act):
                break
            while head.head is not head and head.pos not in ("VERB", "AUX"):
                head = head.head
            moment = self.of(head)
            if moment is not None:
                return moment
            token = head
        if spoken:
            for child in (act.verb or act.token).children:
                if child.dep == "parataxis:insert" and (moment := self.of(child)) is not None:
                    return moment
        return None

    def _passes_date(self, token: Token, act: Act) -> bool:
        relation, spoken = token.dep, act.type in SPOKEN
        if act.foretold and relation not in ("ccomp", "parataxis", "parataxis:insert"):
            return False
        if relation == "conj":
            return token.head.pos in ("VERB", "AUX")
        if relation == "advcl" and not spoken:
            outer = self.of(token.head)
            return outer is not None and outer.granularity in ("month", "year")
        if relation in ("ccomp", "xcomp", "advcl", "parataxis", "parataxis:insert"):
            return spoken or (relation == "xcomp")
        if relation in ("acl:relcl", "acl"):
            return spoken and syntax.tense(token) in ("past", "present", "participle")
        if token.head.lemma in FACTIVE:
            return False  # "a remercié lundi Tokyo pour l'envoi de …": thanked on Monday
        return relation.startswith(("obl", "nmod")) and self._scene.frame(act.token).nominal

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
                moment = self.of(token)
                if moment is not None and moment.edtf is not None and self._is_near(moment.edtf):
                    found = moment.edtf
        return found

    def inherit(self, acts: list[Act]) -> None:
        """Let undated speech take the date of its occasion, in place; acts stand in text order."""
        for index, act in enumerate(acts):
            if act.date is not None or not self._is_current(act):
                continue
            if act.type in SPOKEN:
                act.date = (
                    self._occasion(act, acts[:index]) or self._said(act) or self._lead_meeting(act, acts)
                )
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
        if any(aux.feat("Tense") == "Imp" and aux.dep == "aux:tense" for aux in auxiliaries):
            return False  # the pluperfect looks back
        return not act.foretold or self._scene.statement_of(act.token) is not None

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

    def _is_near(self, day: str) -> bool:
        """Whether a date is a day close to the day of the article."""
        if self._published is None or not DAY.match(self._published) or not DAY.match(day):
            return DAY.match(day) is not None
        return abs(_ordinal(day) - _ordinal(self._published)) <= 7


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _is_measured(moment: Moment, scene: Scene) -> bool:
    """Whether a moment counts from an act that follows ("deux jours après que …")."""
    if moment.rule != "offset" or not moment.text.lower().endswith(("après", "avant")):
        return False
    tokens = scene.parse.tokens_in(moment.span)
    if not tokens or tokens[-1].i + 1 >= len(scene.parse.tokens):
        return False
    after = scene.parse.tokens[tokens[-1].i + 1]
    return after.sentence == tokens[-1].sentence and after.pos in (
        "DET",
        "SCONJ",
        "NOUN",
        "PROPN",
        "ADP",
        "NUM",
    )


def _holders(tokens: list[Token]) -> list[Token]:
    """The words that a time expression dates: the noun it hangs on, and the predicate of its clause."""
    if not tokens:
        return []
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in inside), tokens[0])
    found: list[Token] = []
    bound = top.dep.startswith("nmod") and syntax.prepositions(top).lower() in ("de", "du", "d'")
    for above in top.ancestors():
        found.append(above)
        if bound and above.pos in ("NOUN", "PROPN"):
            break
        if above.pos in ("VERB", "AUX") or any(child.dep in ("cop", "nsubj") for child in above.children):
            break
    return found
