"""Who each mention is: one pass through the article in text order."""

from collections import Counter
from collections.abc import Iterable

from depeche.language.syntax import antecedent
from depeche.language.token import Parse, Token
from depeche.model import Actor, Article
from depeche.reading.actors import collectives, pronouns, relations, titles
from depeche.reading.actors.drafts import Draft, governor
from depeche.reading.actors.finding import Finder
from depeche.reading.actors.gazetteer import full_names, organisation, state
from depeche.reading.actors.leaders import held_on
from depeche.reading.actors.parties import Parties
from depeche.reading.actors.persons import Person
from depeche.reading.actors.phrases import Phrase
from depeche.reading.actors.scene import LOCATIVES, Scene, is_fronted
from depeche.reading.actors.wording import adjective_set
from depeche.reading.actors.words import parts


# Those who meet belong to different states unless a title says otherwise.
MEETING = {"rencontrer", "recevoir", "entretenir", "retrouver", "accueillir", "téléphoner", "appeler", "dialoguer"}


LANDS = {"sud", "nord", "est", "ouest", "village", "territoire", "région", "province", "frontière", "sol", "capitale", "ville",
         "eau", "terre", "côté", "côte", "rive", "archipel", "île", "centre", "désert", "port", "aéroport", "district"}  # fmt: skip


def _is_local(draft: Draft) -> bool:
    """Whether a title belongs to where the text is set: an opponent, a governor, a fisherman."""
    return any(phrase.noun.kind == "people" or phrase.noun.office in ("party", "legislator", "judge") for phrase in draft.phrases)


class Casting:
    """Resolves the drafts of one article; `scene` knows the setting, `done` what was resolved so far."""

    def __init__(self, parse: Parse, article: Article) -> None:
        self.parse = parse
        self.article = article
        self.tokens = parse.tokens
        self.finder = Finder(parse)
        self.drafts = self.finder.drafts
        self.named = Counter(
            found.entry.actor.name for found in self.finder.found.values()
            if found.entry.form != "adjective" and len(found.entries) == 1
        )  # fmt: skip
        self.adjectives: dict[str, int] = {}  # which of a state's adjectives the article uses
        for found in self.finder.found.values():
            entry = found.entry
            if entry.form == "adjective" and entry.actor.country and entry.actor.country not in self.adjectives:
                self.adjectives[entry.actor.country] = adjective_set(entry.actor.country, entry.text)
        self.at: dict[int, Draft] = {}
        for draft in self.drafts:
            for head in draft.heads:
                self.at.setdefault(head, draft)
        self.offices = {phrase.owner: phrase for phrase in self.finder.phrases if phrase.owner is not None}
        self.scene = Scene(parse, self._home())
        self.done: list[Draft] = []
        self.people: list[Person] = []
        self.placed: list[Person] = []  # those whose state was known before the reading in text order
        self.parties = Parties(self.scene)
        self._explicit()
        self._cues()

    def run(self) -> list[Draft]:
        """Resolve all drafts and return those that refer to an actor."""
        for draft in self._order():
            draft.quoted = self.scene.quoted[draft.token.i]
            self._resolve(draft)
            if draft.actors:
                self.done.append(draft)
                self._note(draft)
                self._gather(draft)
        final = {person.name: person.actor() for person in self.people}
        for draft in self.done:  # titles and states learnt later hold for earlier mentions too
            if draft.person is not None:
                draft.actors = (draft.person.actor(),)
            elif any(actor.kind == "person" for actor in draft.actors):
                draft.actors = tuple(final.get(actor.name, actor) for actor in draft.actors)
        return [draft for draft in self.done if draft.sort != "group"]

    def _gather(self, draft: Draft) -> None:
        """Remember those who are coordinated as one plural, for "ils", "leurs" and their like."""
        if draft.token.dep != "conj" or draft.sort in ("pronoun", "possessive", "relative"):
            return
        first = self.at.get(draft.token.head.i)
        if first is None or first is draft or not first.actors or first not in self.done:
            return
        last = self.done[-2] if len(self.done) > 1 else None
        if last is not None and last.sort == "group" and last.token is first.token:
            first = last
        group = Draft(first.token, first.start, draft.end, "group", "collective")
        group.heads, group.plural, group.subject, group.speaker = (), True, first.subject, first.speaker
        group.actors = tuple(dict.fromkeys((*first.actors, *draft.actors)))
        self.done.append(group)

    def _order(self) -> list[Draft]:
        """Text order, except that possessives before the subject of their sentence wait for it.

        "Après un entretien avec **son homologue**, **le président** a déclaré …"
        """
        ordered: list[Draft] = []
        waiting: list[Draft] = []
        last = -1
        for draft in self.drafts:
            sentence = draft.token.sentence
            if sentence != last:
                ordered.extend(waiting)
                waiting, last = [], sentence
            owner = next((phrase.owner for phrase in draft.phrases if phrase.owner is not None), None)
            if draft.sort == "possessive" or owner is not None:
                at = owner if owner is not None else draft.token.i
                subject = self._later_subject(at)
                if subject is not None and subject is not draft:
                    waiting.append(draft)
                    continue
            ordered.append(draft)
            if waiting and draft.subject:
                ordered.extend(waiting)
                waiting = []
        return [*ordered, *waiting]

    def _later_subject(self, at: int) -> Draft | None:
        """The subject of the main clause, when it follows a possessive that nothing before in the sentence can own."""
        sentence = self.parse.sentence_of(self.tokens[at])
        root = sentence.root
        if root.i < at:
            return None
        for token in sentence.tokens:
            if token.i >= at:
                break
            other = self.at.get(token.i)
            if other is not None and other.sort not in ("possessive", "relative") and (other.subject or other.sort == "person"):
                return None
        for child in root.children:
            if child.i > at and child.dep in ("nsubj", "nsubj:pass"):
                return self.at.get(child.i)
        return None

    def _note(self, draft: Draft) -> None:
        """Let what was resolved set the scene for what follows: who acts belongs where the text is."""
        actor = draft.actors[0]
        if len(draft.actors) > 1 or not actor.country or not draft.subject or draft.sort in ("state", "possessive"):
            return
        if draft.sort == "person" and draft.person in self.placed and not draft.phrases:
            return  # noted beforehand
        self.scene.add(draft.token, actor.country, 2.0, "acting")

    def _home(self) -> list[str]:
        home: list[str] = []
        for name in (self.article.outlet, *self.article.agencies):
            actor = organisation(name) if name else None
            if actor and actor.country and actor.country not in home:
                home.append(actor.country)
        for found in self.finder.found.values():
            token = self.tokens[found.start]
            entry = found.entry
            if token.block > 3 or not entry.actor.country or entry.form not in ("capital", "city", "name"):
                continue
            if self._is_dateline(token, found.end) and entry.actor.country not in home:
                home.append(entry.actor.country)
        return home

    def _is_dateline(self, token: Token, end: int) -> bool:
        """Whether a place opens its block and a comma, a bracket or a dash follows: "ACCRA, 12 mars (APA) –"."""
        first = self.parse.sentence_of(token).tokens[0]
        block = self.parse.blocks[token.block]
        opens = block.of(self.parse.text)[: token.start - block.start].strip(" (\n")
        after = self.tokens[end].text if end < len(self.tokens) else ""
        dated = after in (",", "(", "-", "–", "—", "--", ")", "/", "―")
        return not opens and dated and token.start - first.start < 3

    def _explicit(self) -> None:
        """Give named persons what their own titles say anywhere in the article, then what is known of leaders."""
        for draft in self.drafts:
            if draft.sort != "person":
                continue
            self._choose(draft)
            person = draft.person
            if person is None:
                continue
            if draft.feminine is not None and person.feminine is None:
                person.feminine = draft.feminine
            if draft.heads and draft.candidates and (given := self._member_state(draft)) is not None:
                person.country = person.country or given
            for phrase in draft.phrases:
                if phrase.noun.kind in ("office", "people"):
                    styled = phrase.noun.title.split(" ")[0] in titles.MONARCHS and phrase.bare and not phrase.states
                    person.add_role(phrase.title, "" if styled else phrase.noun.office)
                country = self.state_of(phrase)
                if country is not None and person.country is None:
                    person.country = country
        for draft in self.drafts:  # "Mikhaïl Podoliak, conseiller de Volodymyr Zelensky"
            for phrase in draft.phrases:
                served = self.at.get(phrase.person) if phrase.person is not None else None
                if draft.person and draft.person.country is None and served and served.person:
                    draft.person.country = served.person.country
        for person in self.people:
            person.leader = held_on(person.leader, self.article.published.value)
            if person.country is None and person.leader:
                person.country = max(person.leader, key=lambda leader: leader.first).state

    def _member_state(self, draft: Draft) -> str | None:
        """The state that a plural title gives to one of its names: "les présidents du Pérou, X, et du Chili, Y"."""
        for phrase in self.finder.phrases:
            for name in phrase.members:
                if name in draft.heads and name in phrase.member_states:
                    return self.likeliest(phrase.member_states[name]).country
        return None

    def _choose(self, draft: Draft) -> None:
        """The person a name means: of one gender, and the one named last where a surname is shared."""
        fitting = [person for person in draft.candidates
                   if draft.feminine is None or person.feminine in (None, draft.feminine)]  # fmt: skip
        fitting = fitting or draft.candidates
        if len(fitting) > 1:
            before = [other.person for other in self.drafts
                      if other.sort == "person" and other.token.i < draft.token.i and other.person in fitting]  # fmt: skip
            draft.person = before[-1] if before else fitting[0]
        elif fitting:
            draft.person = fitting[0]
        if draft.person and draft.person not in self.people:
            self.people.append(draft.person)

    def state_of(self, phrase: Phrase) -> str | None:
        """The state that a title itself names; "" when it names an organisation instead; None when it says nothing."""
        if phrase.states:
            return self.likeliest(phrase.states[0]).country or ""
        for body in phrase.bodies:
            if body.kind == "igo" or not body.country:
                return "" if body.name else None
            return body.country
        if phrase.region:
            return ""
        if phrase.noun.office == "igo_official" and phrase.noun.title.split(" ")[0] in ("commissaire", "Haut", "rapporteur"):
            return ""
        return None

    def likeliest(self, actors: Iterable[Actor]) -> Actor:
        """Of the states an ambiguous adjective may mean, the one that the article speaks of elsewhere."""
        options = list(dict.fromkeys(actors))
        if len(options) == 1:
            return options[0]
        return max(options, key=lambda actor: (self.named[actor.name], -options.index(actor)))

    def _cues(self) -> None:
        scene = self.scene
        self.placed = [person for person in self.people if person.country]
        for found in self.finder.found.values():
            entry, token = found.entry, self.tokens[found.start]
            country = entry.actor.country
            if not country or entry.form == "region":
                continue
            if entry.form == "organisation":
                if entry.actor.kind == "institution":
                    scene.add(token, country, 1.5, "name")
                elif entry.actor.kind == "outlet" and token.i not in self._agency_marks(token):
                    scene.add(token, country, 1.2, "outlet")
                continue
            before = self.tokens[found.start - 1].lower if found.start else ""
            draft = self.at.get(found.start)
            if entry.form == "adjective":
                country = self.likeliest(e.actor for e in found.entries).country
                if country:
                    if self._is_personal(found.start):
                        continue
                    noun = self.at.get(token.head.i)
                    if token.head.lemma in LANDS:
                        scene.add(token, country, 1.5, "place")
                        continue
                    strong = noun is not None and (noun.sort == "person" or bool(noun.phrases))
                    scene.add(token, country, 1.3 if strong else 0.6, "adjective")
                continue
            if is_fronted(token, self.parse) and (before in LOCATIVES or before == "(" or entry.form in ("city", "capital")):
                comma = self.tokens[found.end].lower if found.end < len(self.tokens) else ""
                if before in LOCATIVES or comma in (",", ")", "(", "-", "–", "—"):
                    scene.add(token, country, 2.5, "front")
                    continue
            if before in LOCATIVES and entry.form in ("city", "capital"):
                scene.add(token, country, 1.0, "place")
            elif draft is not None and draft.subject:
                scene.add(token, country, 2.5, "subject")
            else:
                scene.add(token, country, 1.0, "name")
        for draft in self.drafts:
            if draft.sort == "person" and draft.person and draft.person.country and draft.phrase is None:
                scene.add(draft.token, draft.person.country, 2.0 if draft.subject else 0.8, "person")
            elif draft.sort == "person" and draft.person and draft.person.country and draft.subject:
                scene.add(draft.token, draft.person.country, 0.8, "person")
        scene.settle()

    def _is_personal(self, at: int) -> bool:
        """Whether an inhabitant's name only tells where an official of an organisation comes from."""
        return any(draft.sort == "person" and draft.start <= at < draft.end and draft.person is not None
                   and draft.person.country == "" for draft in self.drafts)  # fmt: skip

    def _agency_marks(self, token: Token) -> set[int]:
        """The index of an agency that only signs the text: "(AFP)"."""
        before = self.tokens[token.i - 1].text if token.i else ""
        return {token.i} if before in ("(", "/", "–", "-", "©") else set()

    def _resolve(self, draft: Draft) -> None:
        if draft.sort == "person":
            self._name(draft)
        elif draft.sort in ("state", "organisation"):
            if not draft.actors and draft.found:
                draft.actors = (self._entry_actor(draft),)
        elif draft.sort == "inhabitants" and draft.found:
            actor = self.likeliest(entry.actor for entry in draft.found.entries)
            name = self.tokens[draft.found.start].text
            draft.actors = (Actor(name, "group" if draft.plural else "person", actor.country),)
        elif draft.sort == "phrase":
            if self._is_actor(draft):
                titles.resolve(draft, self)
        elif draft.sort == "relative":
            source = self._antecedent(draft)
            if source is not None and source is not draft:
                draft.actors, draft.person = source.actors, source.person
                draft.feminine, draft.plural = source.feminine, source.plural
        elif draft.sort in ("pronoun", "latter", "possessive"):
            pronouns.resolve(draft, self)

    def short_form(self, draft: Draft, phrase: Phrase) -> Actor | None:
        """The organisation of the article whose name a capitalised noun shortens: "l'Union", "l'Alliance", "la Cour"."""
        if not draft.token.text[:1].isupper() or not phrase.bare or phrase.plural or phrase.determiner != "definite":
            return None
        if phrase.states or phrase.bodies or phrase.body or phrase.region or phrase.noun.kind in ("state", "office", "people"):
            return None
        word = parts(draft.token.text)[0]
        for other in self.drafts:
            if other.found is not None and other.sort == "organisation" and word in full_names(other.found.entry.actor.name):
                return other.found.entry.actor
        return None

    def _is_actor(self, draft: Draft) -> bool:
        """Whether a phrase is an actor: a vague noun only when the text tells whose it is, or when it speaks."""
        phrase = draft.phrase
        if phrase is None or not phrase.noun.needs or draft.speaker or self.short_form(draft, phrase) or phrase.members or phrase.region:
            return True
        if phrase.states or phrase.bodies or phrase.body or phrase.person is not None or titles.is_bloc(phrase, self):
            return True
        if phrase.noun.kind == "people":
            counted = draft.subject and phrase.determiner == "indefinite"
            return counted or not phrase.bare or (phrase.number == 2 and phrase.determiner == "definite")
        if phrase.noun.title in ("partie", "capitale") and phrase.plural:
            return True
        if phrase.number == 2 and phrase.determiner == "definite":
            return True
        if draft.token.text[:1].isupper() and draft.token.i > self.parse.sentence_of(draft.token).tokens[0].i:
            return True
        return phrase.owner is not None and phrase.noun.needs == "told"

    def _antecedent(self, draft: Draft) -> Draft | None:
        """The mention a relative pronoun stands for: by the tree, else the one that ends right before it."""
        noun = antecedent(draft.token)
        found = self.at.get(noun.i) if noun is not None else None
        if found is not None:
            return found
        end = draft.start
        while end and self.tokens[end - 1].lower in (",", "à", "de", "pour", "avec", "par", "selon", ")"):
            end -= 1
        return next((other for other in reversed(self.done) if other.end == end), None)

    def _entry_actor(self, draft: Draft) -> Actor:
        assert draft.found is not None
        options = [entry.actor for entry in draft.found.entries]
        if draft.sort == "organisation" and len(options) > 1:
            credited = [actor for actor in options if actor.name in self.article.agencies or actor.kind == "outlet"]
            opens = self.tokens[draft.start].i == self.parse.sentence_of(draft.token).tokens[0].i
            named = [actor for actor in credited if actor.name in self.article.agencies or opens]
            return (named or options)[0]
        return self.likeliest(options)

    def _name(self, draft: Draft) -> None:
        person = draft.person
        if person is None:
            return
        for phrase in draft.phrases:
            if phrase.owner is not None or phrase.noun.kind == "relational":
                relations.settle_named(draft, phrase, person, self)
        if not person.roles and person.country is None and not draft.phrases:
            titles.adopt(draft, person, self)
        if person.country is None and (draft.phrases or draft.subject or draft.speaker):
            but = self.opponents(draft) | {host.country or "" for phrase in draft.phrases for host in phrase.host}
            person.country = self.scene.state_for(draft.start, draft.end, but=but, place=_is_local(draft))
            person.guessed = not draft.phrases
        draft.actors = (person.actor(),)
        if draft.feminine is None:
            draft.feminine = person.feminine

    def opponents(self, draft: Draft) -> frozenset[str]:
        """The states that a speaker speaks of as others: named inside a quotation that says "we"."""
        sentence = self.parse.sentence_of(draft.token)
        ours = False
        named: set[str] = set()
        for token in sentence.tokens:
            if not self.scene.quoted[token.i]:
                continue
            if token.lower in ("nous", "notre", "nos"):
                ours = True
            other = self.at.get(token.i)
            if other is None or other.sort != "state" or other.found is None:
                continue
            country = other.found.entry.actor.country
            conditional = any(child.lower in ("si", "s'") for child in governor(token).children)
            if country and (not other.subject or conditional):
                named.add(country)
        if not ours:
            named.clear()
        if not draft.subject and governor(draft.token).lemma in MEETING:
            for child in governor(draft.token).children:
                other = self.at.get(child.i)
                if other is not None and other.subject and len(other.actors) == 1 and other.actors[0].country:
                    named.add(other.actors[0].country)
        return frozenset(named)

    def speaker_at(self, at: int) -> Person | None:
        """Who says "nous" at a token: the speaker of its sentence, of what follows in its block, or the last one."""
        token = self.tokens[at]
        heard = [draft for draft in self.drafts if draft.speaker and draft.person is not None and not self.scene.quoted[draft.token.i]]
        here = [draft for draft in heard if draft.token.sentence == token.sentence]
        after = [draft for draft in heard if draft.token.i > at and draft.token.block == token.block]
        before = [draft for draft in heard if draft.token.i < at]
        found = here[-1:] or after[:1] or before[-1:]
        if found:
            return found[0].person
        titled = [person for person in self.people if person.roles and person.named]
        return titled[0] if titled else None

    def actor_of_state(self, iso3: str) -> Actor | None:
        """The state with a code, or None."""
        try:
            return state(iso3)
        except KeyError:
            return None

    def collective(self, draft: Draft, phrase: Phrase) -> tuple[Actor, ...]:
        """Whom "les deux …" means."""
        return collectives.members(draft, phrase, self)
