"""Where an act happened: the place said of the act itself, with the state it lies in."""

from functools import cache

from depeche.language import syntax
from depeche.language.token import Token
from depeche.lexicon import table
from depeche.model import Place
from depeche.reading.events import clauses
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.frames import complements
from depeche.reading.events.gazetteer import demonyms, place_name, state_names
from depeche.reading.events.merging import sides
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

LOCATIVE = words("places of acts")
# Speech is seldom given a place of its own: it takes the place of its occasion.
SPEECH = SPOKEN | {"SANCTION"}
SIGNED = words("signing words")
REGION_NOUNS = words("parts of a state")
CONTEXT_REACH = 18


def locate(act: Act, scene: Scene) -> Place | None:
    """The place of an act, or None where its own clause gives none."""
    for token in act.place_tokens:
        found = _place(token, scene)
        if found is not None:
            return _completed(found, act)
    if act.type in SPEECH and act.token.lemma not in SIGNED:
        return None
    verbs = [act.token] if act.verb is None or act.verb is act.token else [act.token, act.verb]
    for verb in verbs:
        frame = scene.frame(verb)
        for preposition, filler in (*complements(verb), *frame.obl):
            if preposition not in LOCATIVE and not (preposition == "de" and frame.nominal):
                continue
            if belongs(filler, word_class("EMBASSY"), scene) or _is_party(filler, act, scene):
                continue
            found = _place(filler, scene)
            if found is not None:
                return _completed(found, act)
    return None


def inherit_places(acts: list[Act], scene: Scene) -> None:
    """Let acts take the place of their occasion: words at a meeting, what the police does to a crowd."""
    for index, act in enumerate(acts):
        if act.place is not None:
            continue
        for other in reversed(acts[:index]):
            distance = act.token.sentence - other.token.sentence
            if distance > OCCASION_REACH:
                break
            if other.place is not None and _shares_occasion(act, other, distance):
                act.place = other.place
                break
        if act.place is None and act.type == "CONSULT" and act.mode == "visit":
            act.place = _dateline(act, scene)


OCCASION_REACH = 6  # sentences


def _shares_occasion(act: Act, other: Act, distance: int) -> bool:
    if act.date is not None and other.date is not None and act.date != other.date:
        return False
    if act.type in SPOKEN and other.type == "CONSULT":
        names = {actor.name for actor in (*other.actor, *other.recipient)}
        return bool(names & {actor.name for actor in act.actor}) or (
            distance <= 1 and sides(act.actor) <= sides((*other.actor, *other.recipient))
        )
    if act.type in ("ASSAULT", "COERCE") and other.type == "PROTEST":
        return distance <= 1
    return (
        act.type in ("SUPPORT", "AGREE")
        and other.type in ("SUPPORT", "AGREE")
        and distance == 0
        and act.date == other.date
    )


def _dateline(act: Act, scene: Scene) -> Place | None:
    """The town of the dateline, where it lies in the host's state and the act is in the first sentences."""
    hosts = sides(act.recipient)
    for token in scene.parse.tokens[:12]:
        known = place_name(token, scene.parse)
        if (
            known is not None
            and known[1] in hosts
            and known[0].lower() not in state_names()
            and act.token.sentence <= 3
        ):
            return Place(*known)
    return None


def _completed(place: Place, act: Act) -> Place:
    """A place that no table knows lies in the state of those who act there, where they are all of one."""
    if place.country is not None:
        return place
    states = {actor.country for actor in (*act.actor, *act.recipient) if actor.country}
    if len(states) == 1:
        return Place(place.name, states.pop())
    if (
        act.type in ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE")
        and act.recipient
        and act.recipient[0].country
    ):
        return Place(place.name, act.recipient[0].country)
    if act.actor and act.actor[0].country and act.type != "CONSULT":
        return Place(place.name, act.actor[0].country)
    return place


def _is_party(token: Token, act: Act, scene: Scene) -> bool:
    name = place_name(token, scene.parse)
    return (
        name is not None
        and name[0].lower() in state_names()
        and any(actor in act.recipient for actor in scene.actors(token))
        and syntax.prepositions(token).lower() == "à"
    )


def _place(token: Token, scene: Scene) -> Place | None:
    if token.lower in ("où", "y"):
        for above in token.ancestors():
            if above.dep == "acl:relcl":
                return _place(above.head, scene)
        return None
    if token.lemma in REGION_NOUNS or token.lemma == "capitale":
        return _region(token, scene)
    if not clauses.is_place(token, scene):
        return None
    known = place_name(token, scene.parse)
    if known is not None:
        name, country = known
        return Place(name, country)
    if token.ent == "LOC" or token.pos == "PROPN":
        return Place(_full_name(token), _context_country(token, scene))
    for preposition, filler in complements(token):  # "dans la ville de X", "au palais Bayan"
        if preposition in ("de", "à", "") and (found := _place(filler, scene)) is not None:
            return found
    for child in token.children:
        if (
            child.pos == "PROPN"
            and child.dep in ("nmod", "appos", "flat", "flat:name")
            and (found := _place(child, scene))
        ):
            return found
    return None


def _region(token: Token, scene: Scene) -> Place | None:
    """A part of a state or its capital ("dans le sud de l'Irak", "dans la capitale djiboutienne")."""
    country = next((demonyms()[child.lower] for child in token.children if child.lower in demonyms()), None)
    for preposition, filler in complements(token):
        if preposition == "de" and (known := place_name(filler, scene.parse)) is not None:
            if token.lemma != "capitale" and known[0].lower() not in state_names():
                return Place(*known)
            country = country or known[1]
    if country is None:
        return None
    if token.lemma == "capitale":
        return Place(_capitals().get(country, token.text), country)
    words = [word for word in syntax.phrase(token) if word.dep != "case" or word.i > token.i]
    words = [word for word in words if word.i >= token.i]
    return Place(scene.parse.text[words[0].start : words[-1].end], country)


@cache
def _capitals() -> dict[str, str]:
    return {row["iso3"]: row["capital_fr"] for row in table("states")}


def _full_name(token: Token) -> str:
    words = [
        token,
        *(child for child in token.children if child.dep in ("flat", "flat:name", "flat:foreign")),
    ]
    words.sort(key=lambda word: word.i)
    return " ".join(word.text for word in words)


def _context_country(token: Token, scene: Scene) -> str | None:
    """The state that the words after an unknown toponym name ("à Goa, **en Inde**", "(est de la Chine)")."""
    sentence = scene.parse.sentences[token.sentence].tokens
    for word in sentence:
        if token.i < word.i <= token.i + CONTEXT_REACH:
            if word.pos in ("VERB", "AUX") or word.text == ";":
                break
            known = place_name(word, scene.parse)
            if known is not None and known[0].lower() in state_names():
                return known[1]
            if (
                word.lower in demonyms()
                and word.pos == "ADJ"
                and word.head.lemma in REGION_NOUNS | {"ville", "village"}
            ):
                return demonyms()[word.lower]
    return None
