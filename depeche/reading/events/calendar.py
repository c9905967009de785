"""The time expressions of one article by the words that they date."""

import re
from collections.abc import Iterable

import msgspec

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Moment
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.attachments import counts_from_act, holders, phrase_around
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

SIGNED = words("signing words")
AT_ONCE = frozenset(("withdraw", "abduct", "expel", "resign", "release"))
ADJACENT = 4  # words
MEASURED = 25  # words
OPENING = 8  # words
DAY = re.compile(r"^\d{4}-\d\d-\d\d$")


class Calendar:
    """The moments of one article by the words that they date."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._dated: dict[int, list[Moment]] = {}
        self._starting: dict[int, Moment] = {}
        self._counting: list[Moment] = []
        for moment in scene.moments:
            tokens = scene.parse.tokens_in(moment.span)
            if moment.edtf is None or not tokens:
                continue
            self._starting[tokens[0].i] = moment
            if counts_from_act(moment, scene):
                self._counting.append(moment)
                continue
            beside = phrase_around(tokens, scene)
            for holder in holders(tokens) if beside is None else [beside]:
                self._dated.setdefault(holder.i, []).append(moment)

    def of(self, token: Token, *, before: int | None = None) -> Moment | None:
        """The moment that dates a word, the nearest of several; with `before`, only one that starts ahead of it."""
        found = self._dated.get(token.i, ())
        if before is not None:
            found = [moment for moment in found if moment.span.start < before]
        return min(found, key=lambda moment: abs(moment.span.start - token.start), default=None)

    def days_told(self, blocks: Iterable[int]) -> list[str]:
        """The days, in text order, of what the blocks tell as past or present."""
        inside = frozenset(blocks)
        found: list[str] = []
        for number in sorted(self._dated):
            token = self._scene.parse.tokens[number]
            if token.block in inside and token.pos == "VERB" and syntax.tense(token) in ("past", "present"):
                found += [one.edtf for one in self._dated[number] if one.edtf and DAY.match(one.edtf)]
        return found

    def own(self, act: Act) -> Moment | None:
        """The moment that the clause of an act has of its own, or None."""
        limit = None
        if act.type in SPOKEN and act.match is not None:
            verbs = [token for token in act.about_tokens if token.pos == "VERB" and token.i > act.token.i]
            verbs += [verb for _, verb in self._scene.frame(act.token).infinitives if verb.i > act.token.i]
            limit = min((verb.start for verb in verbs), default=None)
        moment = self.of(act.token, before=limit)
        if moment is None and act.verb is not None and act.verb is not act.token:
            moment = self.of(act.verb, before=limit)
        if moment is not None and (self._is_of_thing(act, moment) or self._is_standing(act, moment)):
            moment = None
        moment = moment or self._held(act)
        moment = self._measured(act) or self._fronted(act.verb or act.token) or moment or self._adjacent(act)
        moment = moment or self._signed(act) or self._opening(act)
        return None if moment is None else self._since_then(moment, act)

    def _since_then(self, moment: Moment, act: Act) -> Moment:
        """ "**Depuis** le début de la guerre, **en février 2022**, Rome a …": from then on; any other as it is.

        What is over at once was done then: "**depuis mercredi**, Rome **a quitté** l'organisation".
        """
        if act.mode in AT_ONCE:
            value = moment.edtf.removesuffix("/..") if moment.edtf else None
            return msgspec.structs.replace(moment, edtf=value)
        first = self._scene.parse.tokens_in(moment.span)[0]
        before = [word for word in self._scene.parse.sentences[first.sentence].tokens if word.i < first.i]
        opened = before and before[0].lower == "depuis" and not any(word.pos == "VERB" for word in before)
        if not opened or act.token in before or moment.edtf is None or "/" in moment.edtf:
            return moment
        return msgspec.structs.replace(moment, edtf=f"{moment.edtf}/..")

    def of_clause(self, verb: Token) -> Moment | None:
        """The moment that opens the clause of a verb, else the one that hangs on it."""
        return self._fronted(verb) or self.of(verb)

    def opens(self, verb: Token) -> bool:
        """Whether a moment stands at the beginning of the sentence that a verb heads."""
        first = self._scene.parse.sentences[verb.sentence].tokens[0]
        return any(moment.span.start <= first.end + 3 for moment in self._dated.get(verb.i, ()))

    def _fronted(self, verb: Token) -> Moment | None:
        """The moment that opens a clause joined to another ("…, et **en mars** Rome a rappelé son consul")."""
        subjects = [token for token in syntax.own_subjects(verb) if token.i < verb.i]
        if verb.dep not in ("conj", "parataxis", "parataxis:insert") or not subjects:
            return None
        tokens = self._scene.parse.tokens
        found = None
        for number in range(subjects[0].i - 1, max(0, subjects[0].i - OPENING) - 1, -1):
            word = tokens[number]
            if word.sentence != verb.sentence or word.pos in ("VERB", "AUX"):
                return None
            found = self._starting.get(number, found)
            if word.pos == "CCONJ" or word.text == ";":
                return found
        return None

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

    def _is_standing(self, act: Act, moment: Moment) -> bool:
        """Whether "depuis mars" behind what is praised or asked says since when that holds."""
        if act.type not in SPOKEN or not (moment.edtf or "").endswith("/.."):
            return False
        first = self._scene.parse.tokens_in(moment.span)[0].i
        between = self._scene.parse.tokens[act.token.i + 1 : first]
        return any(word.pos in ("NOUN", "PROPN") for word in between)

    def _held(self, act: Act) -> Moment | None:
        """The day of the participle that tells when what a noun names was held ("le sommet **tenu la veille**")."""
        if not self._scene.frame(act.token).nominal:
            return None
        participles = [child for child in act.token.children if child.dep == "acl" and child.pos == "VERB"]
        return next((moment for verb in participles if (moment := self.of(verb)) is not None), None)

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
        for moment in self._counting:
            last = self._scene.parse.tokens_in(moment.span)[-1].i
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
            if word.i < tokens[0].i + OPENING and moment is None:
                moment = self._starting.get(word.i)
            if word.text == "," and moment is not None:
                between = [other for other in tokens if word.i < other.i < verb.i]
                finite = [other for other in between if other.pos == "VERB" and syntax.is_finite(other)]
                return None if any(other.dep != "acl:relcl" for other in finite) else moment
        return None
