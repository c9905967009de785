"""Where an act happened: the place said of the act itself, with the state it lies in."""

from itertools import pairwise

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Place
from depeche.reading.events import clauses
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.complements import complements
from depeche.reading.events.gazetteer import place_name, state_names
from depeche.reading.events.places_implied import at_the_hosts, of_meeting, of_protesters
from depeche.reading.events.places_inherited import inherit_places
from depeche.reading.events.places_named import context_country, full_name, place_at, town_states
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

LOCATIVE = words("places of acts")
# Speech is seldom given a place of its own: it takes the place of its occasion.
SPEECH = SPOKEN | {"SANCTION"}
SIGNED = words("signing words")
ISSUED = words("issuing words")
HOSTING = frozenset({"recevoir", "accueillir"})
DISTANCES = words("units of distance")
ASKED = words("asking words")
SITES = words("sites")
GIVEN = words("nouns that are given to somebody")
BESIDE_REACH = 12  # words
OPENING = 6  # words


def locate(act: Act, scene: Scene) -> Place | None:
    """The place of an act, or None where its own clause gives none."""
    for token in act.place_tokens:
        found = None if _is_given(token, scene) else place_at(token, scene)
        if found is not None:
            return _completed(found, act, scene)
    if act.type in SPEECH and act.token.lemma not in SIGNED:
        return _said_at(act, scene) or (_of_things(act, scene) if act.type == "SANCTION" else None)
    where = _where(act.token, scene) or _signed_at(act, scene)
    if where is not None:
        return _completed(where, act, scene)
    verbs = [act.token] if act.verb is None or act.verb is act.token else [act.token, act.verb]
    for verb in verbs:
        frame = scene.frame(verb)
        for preposition, filler in (*complements(verb), *frame.obl):
            if (
                preposition not in LOCATIVE
                and filler.lower != "y"
                and not (preposition == "de" and frame.nominal)
            ):
                continue
            if belongs(filler, word_class("EMBASSY"), scene) or _is_party(filler, act, scene):
                continue
            if _is_given(filler, scene):
                continue
            found = place_at(filler, scene)
            if found is not None and not (preposition == "sur" and found.name.lower() in state_names()):
                return _completed(found, act, scene)
    found = (
        _of_things(act, scene)
        or _beside(act, scene)
        or _opening(act.token, scene)
        or of_meeting(act, scene)
        or at_the_hosts(act, scene)
        or of_protesters(act, scene)
    )
    return _completed(found, act, scene) if found is not None else None


def _signed_at(act: Act, scene: Scene) -> Place | None:
    """Where the paper was signed by which an act is done ("par l'accord **signé à Copenhague**")."""
    for _, noun in scene.frame(act.token).obl:
        for child in noun.children:
            if child.dep == "acl" and child.lemma in SIGNED:
                for preposition, place in complements(child):
                    if preposition == "à" and (found := place_at(place, scene)) is not None:
                        return found
    return None


def _where(token: Token, scene: Scene) -> Place | None:
    """The place a clause with "où" says something of, also through an auxiliary ("Suva, où elle venait de signer")."""
    above = token
    while above.dep in ("xcomp", "conj", "ccomp") and above.head is not above:
        above = above.head
    if above.dep != "acl:relcl":
        return None
    if any(word.lower == "où" for word in above.children) or any(
        word.lower == "où" for word in token.children
    ):
        return place_at(above.head, scene)
    return None


def _of_things(act: Act, scene: Scene) -> Place | None:
    """Where the thing acted on stands ("l'attaque du village de Békay", "fermer le poste de Ras Jedir")."""
    frame = scene.frame(act.token)
    own = [act.token] if frame.nominal else []
    # A sentence is passed where the court sits; what a measure bears on says nothing of its place.
    things_acted_on = (
        [] if act.type in SPEECH else [*frame.obj, *act.about_tokens, *own, *_purposes(act, scene)]
    )
    judges = [filler for preposition, filler in complements(act.token) if preposition == "par"]
    for thing in (*things_acted_on, *judges):
        things = [thing, *(filler for preposition, filler in complements(thing) if preposition == "de")]
        for noun in things:
            if noun.pos != "NOUN" or noun.lemma not in SITES:
                continue
            for _, filler in complements(noun):
                known = place_name(filler, scene.parse)
                if known is not None and known[0].lower() not in state_names():
                    return Place(*known)
                if known is None and filler.pos == "PROPN":
                    return Place(full_name(filler), context_country(filler, scene))
    return None


def _purposes(act: Act, scene: Scene) -> list[Token]:
    """The objects of what help is given for ("verser des fonds **pour remettre en état les pompes** de Kaolack")."""
    if act.type != "AID":
        return []
    return [thing for child in act.token.children if child.dep == "advcl" for thing in scene.frame(child).obj]


def _beside(act: Act, scene: Scene) -> Place | None:
    """A place said right after an act in its clause, wherever the parse hung it ("une réunion, lundi à Bruxelles")."""
    sentence = scene.parse.sentences[act.token.sentence].tokens
    for word in sentence:
        if word.i <= act.token.i:
            continue
        if word.i > act.token.i + BESIDE_REACH or word.text == ";" or word.pos in ("VERB", "AUX"):
            return None
        if word.pos not in ("PROPN", "NOUN") or _is_party(word, act, scene) or _is_given(word, scene):
            continue
        preposition = syntax.prepositions(word).lower()
        if preposition.startswith("d") and word.head.lemma in DISTANCES:  # "à 60 milles de Fujaïrah"
            preposition = "à"
        if preposition.startswith("d") and scene.parse.tokens[max(0, word.i - 2)].lower == "autour":
            preposition = "autour de"
        held = preposition == "de" and act.type == "CONSULT"
        if held and word.head is not act.token and not _is_meeting(word.head, scene):
            continue  # "les préoccupations **de Moscou**"
        if held or preposition in ("à", "au", "aux", "autour de"):
            known = place_name(word, scene.parse)
            if known is not None and known[0].lower() not in state_names():
                return place_at(word, scene)
            if known is None and word.ent == "LOC":
                return place_at(word, scene)
    return None


def _is_given(word: Token, scene: Scene) -> bool:
    """Whether a capital stands for its state as the one that something is for ("une aide militaire **à Moscou**")."""
    if word.pos != "PROPN" or syntax.prepositions(word).lower() != "à" or word.i < 2:
        return False
    behind = scene.parse.tokens[word.i - 2]  # whatever the parse hung the name on
    while behind.pos == "ADJ" and behind.i > 0:
        behind = scene.parse.tokens[behind.i - 1]
    return behind.pos == "NOUN" and behind.sentence == word.sentence and behind.lemma in GIVEN


def _is_meeting(noun: Token, scene: Scene) -> bool:
    return any(belongs(noun, word_class(name), scene) for name in ("MEETING", "TALKS", "SUMMIT", "VISITE"))


def _opening(token: Token, scene: Scene) -> Place | None:
    """The place that opens a sentence ("À Accra, des étudiants …")."""
    sentence = scene.parse.sentences[token.sentence].tokens
    words = [word for word in sentence[: OPENING + 1] if word.pos != "PUNCT" or word.text == ","]
    commas = [at for at, word in enumerate(words) if word.text == ","]
    if not commas or token.i < words[commas[0]].i:
        return None
    if scene.is_headline(token) and clauses.opens_with_another(token, scene):
        return None
    for before, word in pairwise(words[: commas[0]]):
        known = place_name(word, scene.parse)
        if known is not None and before.lower in ("à", "a", "au", "en", "depuis"):
            return Place(*known)
    return None


def _said_at(act: Act, scene: Scene) -> Place | None:
    """Where words were said: "À Paris, …", "depuis Suva", "dans un communiqué publié à Riyad"."""
    frame = scene.frame(act.verb or act.token)
    for child in (*frame.token.children, *(act.token.children if act.token is not frame.token else ())):
        if child.dep in ("acl", "advcl", "obl:mod") and child.lemma in ASKED:
            times = [inner for inner in child.children if clauses.is_time(inner)]
            for inner, place in (
                *complements(child),
                *(pair for time in times for pair in complements(time)),
            ):
                if inner == "à" and (found := place_at(place, scene)) is not None:
                    return _completed(found, act, scene)
    for preposition, filler in frame.obl:
        if preposition == "depuis" and (found := place_at(filler, scene)) is not None:
            return _completed(found, act, scene)
        for child in filler.children:
            if child.dep == "acl" and (child.lemma in ISSUED or child.lemma in SIGNED):
                for inner, place in complements(child):
                    if inner == "à" and (found := place_at(place, scene)) is not None:
                        return _completed(found, act, scene)
    return _opening(act.token, scene)


def _completed(place: Place, act: Act, scene: Scene) -> Place:
    """A place that no table knows lies in the state of those who act there, where they are all of one."""
    if place.country is not None:
        return place
    if place.name in town_states():
        return Place(place.name, town_states()[place.name])
    if act.token.lemma in HOSTING:
        subjects = scene.frame(act.token).grammatical_subjects
        host = next((actor for word in subjects for actor in scene.actors(word) if actor.country), None)
        return Place(place.name, host.country) if host is not None else place
    states = {actor.country for actor in (*act.actor, *act.recipient) if actor.country}
    if len(states) == 1:
        return Place(place.name, states.pop())
    if (
        act.type in ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE")
        and act.recipient
        and act.recipient[0].country
    ):
        return Place(place.name, act.recipient[0].country)
    if act.type == "CONSULT":
        return place
    if act.actor and act.actor[0].country and act.type not in ("RETREAT", "MOBILIZE", "AID"):
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


__all__ = ["inherit_places", "locate"]
