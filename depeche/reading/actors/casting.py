"""Who each mention is: one pass through the article in text order."""

from collections import Counter
from collections.abc import Iterable

from depeche.language.syntax import antecedent
from depeche.language.token import Parse
from depeche.model import Actor, Article
from depeche.reading.actors import bodies, cues, profiles, pronouns, titles
from depeche.reading.actors.drafts import Draft
from depeche.reading.actors.entries import organisation, states
from depeche.reading.actors.finding import Finder
from depeche.reading.actors.gazetteer import Found
from depeche.reading.actors.offices import is_posted, is_unnational, state_of_party, states_of_office
from depeche.reading.actors.ordering import in_order
from depeche.reading.actors.parties import Parties
from depeche.reading.actors.persons import Person
from depeche.reading.actors.phrase import Phrase
from depeche.reading.actors.scene import Scene
from depeche.reading.actors.wording import adjective_set

SEATS = {"Bruxelles": "UE"}


class Casting:
    """Resolves the drafts of one article.

    `at` maps tokens to the drafts they head, `done` is what was resolved so far, `people` the persons; `scene` knows
    the setting and `parties` the pairs of states; `offices` maps possessive determiners to the phrases they open;
    `adjectives` tells which of a state's adjectives the article uses.
    """

    def __init__(self, parse: Parse, article: Article) -> None:
        self.parse = parse
        self.article = article
        self.tokens = parse.tokens
        self.finder = Finder(parse)
        self.drafts = self.finder.drafts
        found = self.finder.found.values()
        self._named = Counter(
            one.entry.actor.name for one in found if one.entry.form != "adjective" and len(one.entries) == 1
        )
        for draft in self.drafts:  # a known leader tells which Congo or Korea is meant
            known = {leader.state for person in draft.candidates for leader in person.leader}
            self._named.update(states()[code].name for code in sorted(known) if code)
        self.adjectives = _variants(found)
        self.at: dict[int, Draft] = {}
        for draft in self.drafts:
            for head in draft.heads:
                self.at.setdefault(head, draft)
        self.offices = {phrase.owner: phrase for phrase in self.finder.phrases if phrase.owner is not None}
        self.done: list[Draft] = []
        self.people: list[Person] = []
        self.scene = Scene(parse, cues.home_states(self))
        self.parties = Parties(self.scene)
        profiles.read_profiles(self)
        self._placed = [person for person in self.people if person.country]
        cues.set_scene(self)

    def run(self) -> list[Draft]:
        """Resolve all drafts and return those that refer to an actor."""
        for draft in in_order(self):
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

    def _resolve(self, draft: Draft) -> None:
        if draft.sort == "person":
            profiles.settle(draft, self)
        elif draft.sort in ("state", "organisation"):
            if not draft.actors and draft.found:
                draft.actors = (self._entry_actor(draft, draft.found),)
                seat = self._seat(draft, draft.found)
                draft.actors = (seat,) if seat is not None else draft.actors
        elif draft.sort == "inhabitants" and draft.found:
            titles.resolve_inhabitants(draft, draft.found, self)
        elif draft.sort == "phrase":
            titles.resolve(draft, self)
        elif draft.sort == "relative":
            source = self._antecedent(draft)
            if source is not None and source is not draft:
                draft.actors, draft.person = source.actors, source.person
                draft.feminine, draft.plural = source.feminine, source.plural
        else:
            pronouns.resolve(draft, self)

    def _entry_actor(self, draft: Draft, found: Found) -> Actor:
        options = [entry.actor for entry in found.entries]
        if draft.sort == "organisation" and len(options) > 1:
            opens = draft.start == self.parse.sentence_of(draft.token).tokens[0].i
            credited = [actor for actor in options
                        if actor.name in self.article.agencies or (opens and actor.kind == "outlet")]  # fmt: skip
            counts = self.scene.counts()
            return min(
                credited or options[:1], key=lambda a: (a.kind != "outlet", -counts.get(a.country or "", 0))
            )
        return self.likeliest(options)

    def _seat(self, draft: Draft, found: Found) -> Actor | None:
        """The union that a capital stands for where the article speaks of it and not of the state: "Bruxelles"."""
        union = SEATS.get(self.tokens[found.start].text)
        if union is None or found.entry.form != "capital" or draft.token.dep == "conj":
            return None
        entries = [one.entry for one in self.finder.found.values()]
        state = any(
            entry.actor.country == found.entry.actor.country and entry.form != "capital" for entry in entries
        )
        named = {entry.actor.name for entry in entries if entry.actor.kind == "igo"}
        paired = any(child.dep == "conj" for child in draft.token.children)
        return organisation(union) if named & bodies.EUROPEAN and not (state or paired) else None

    def _antecedent(self, draft: Draft) -> Draft | None:
        """The mention a relative pronoun stands for: by the tree, else the one that ends right before it."""
        noun = antecedent(draft.token)
        found = self.at.get(noun.i) if noun is not None else None
        if found is not None and not self._is_apart(found, draft):
            return self._listed(found, draft)
        end = draft.start
        while end and self.tokens[end - 1].lower in (",", "à", "de", "pour", "avec", "par", "selon", ")"):
            end -= 1
        ended = [other for other in self.done if other.end == end]
        # "un conseiller de l'Élysée, pour qui"
        return min(ended, key=lambda other: other.start, default=None)

    def _listed(self, first: Draft, relative: Draft) -> Draft:
        """The list that a plural relative clause is about: "Paris, Londres et Berlin, qui avaient menacé …"."""
        verb = relative.token.head
        words = (verb, *verb.children)
        if not any(word.feat("VerbForm") == "Fin" and word.feat("Number") == "Plur" for word in words):
            return first
        lists = [other for other in self.done if other.sort == "group" and other.token is first.token
                 and 0 <= relative.start - other.end < 2]  # fmt: skip
        return lists[-1] if lists else first

    def _is_apart(self, noun: Draft, relative: Draft) -> bool:
        """Whether a noun stands in a quotation that has ended before a relative pronoun."""
        between = self.tokens[noun.end : relative.start]
        return (
            self.scene.quoted[noun.token.i]
            and not self.scene.quoted[relative.token.i]
            and any(token.feat("VerbForm") == "Fin" and not self.scene.quoted[token.i] for token in between)
        )

    def _note(self, draft: Draft) -> None:
        """Let what was resolved set the scene for what follows: who acts belongs where the text is."""
        actor = draft.actors[0]
        if (
            len(draft.actors) > 1
            or not actor.country
            or not draft.subject
            or draft.token.dep == "nsubj:pass"  # who is arrested or killed may be anybody's
            or draft.sort in ("state", "possessive")
        ):
            return
        if is_posted(draft.phrases):
            return  # who is posted or sent somewhere is not at home there
        noted = draft.sort == "person" and draft.person in self._placed and not draft.phrases
        if not noted:
            self.scene.add(draft.token, actor.country, 2.0, "acting")

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

    def state_of(self, phrase: Phrase) -> str | None:
        """The state that a title itself names; "" when it names an organisation instead; None when it says nothing."""
        if phrase.states:
            return self.likeliest(phrase.states[0]).country or ""
        for body in phrase.bodies:
            if body.kind == "igo" or not body.country:
                return "" if body.name else None
            return body.country
        if phrase.region or bodies.is_of_union(phrase, self):
            return ""
        if is_unnational(phrase.noun):
            return ""
        words = (token.text for token in self.tokens[phrase.head : phrase.end])
        few = states_of_office(phrase.noun)
        return (self.likeliest(few).country if few else None) or state_of_party(phrase, words)

    def likeliest(self, actors: Iterable[Actor]) -> Actor:
        """Of the states an ambiguous adjective may mean, the one that the article speaks of elsewhere."""
        options = list(dict.fromkeys(actors))
        if len(options) == 1:
            return options[0]
        return max(options, key=lambda actor: (self._named[actor.name], -options.index(actor)))

    def speaker_at(self, at: int) -> Person | None:
        """Who says "nous" at a token: the speaker of its sentence, of what follows in its block, or the last one.

        Outside quotation marks it is the one interviewed.
        """
        token = self.tokens[at]
        interviewed = next((person for person in self.people if person.roles and person.named), None)
        if not self.scene.quoted[at]:
            return interviewed
        heard = [draft for draft in self.drafts
                 if draft.speaker and draft.person is not None and not self.scene.quoted[draft.token.i]]  # fmt: skip
        here = [draft for draft in heard if draft.token.sentence == token.sentence]
        after = [draft for draft in heard if draft.token.i > at and draft.token.block == token.block]
        before = [draft for draft in heard if draft.token.i < at]
        for draft in (*here[-1:], *after[:1], *before[-1:]):
            return draft.person
        return interviewed

    def actor_of_state(self, iso3: str) -> Actor | None:
        """The state with a code, or None."""
        return states().get(iso3)


def _variants(found: Iterable[Found]) -> dict[str, int]:
    """Which of its adjectives the article uses for each state, by the first one found."""
    variants: dict[str, int] = {}
    for one in found:
        country = one.entry.actor.country
        if one.entry.form == "adjective" and country and country not in variants:
            variants[country] = adjective_set(country, one.entry.text)
    return variants
