"""Where an act happened: the place said of the act itself, with the state it lies in."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Place
from depeche.reading.events.acts import SPOKEN, Act
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.complements import complements
from depeche.reading.events.gazetteer import place_name, state_names
from depeche.reading.events.places_implied import at_the_hosts, of_meeting, of_protesters
from depeche.reading.events.places_inherited import inherit_places
from depeche.reading.events.places_named import context_country, full_name, place_at, town_states
from depeche.reading.events.places_said import BESIDE_REACH, is_given, opening_place, said_at
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

LOCATIVE = words("places of acts")
# Speech is seldom given a place of its own: it takes the place of its occasion.
SPEECH = SPOKEN | {"SANCTION"}
SIGNED = words("signing words")
HOSTING = frozenset({"recevoir", "accueillir"})
DISTANCES = words("units of distance")
SITES = words("sites")


def locate(act: Act, scene: Scene) -> Place | None:
    """The place of an act, or None where its own clause gives none."""
    for token in act.place_tokens:
        found = None if is_given(token, scene) else place_at(token, scene)
        if found is not None:
            return _completed(found, act, scene)
    if act.type in SPEECH and act.token.lemma not in SIGNED:
        found = said_at(act, scene) or (_of_things(act, scene) if act.type == "SANCTION" else None)
        return _completed(found, act, scene) if found is not None else None
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
            if is_given(filler, scene):
                continue
            found = place_at(filler, scene)
            if found is not None and not (preposition == "sur" and found.name.lower() in state_names()):
                return _completed(found, act, scene)
    found = (
        _of_things(act, scene)
        or _beside(act, scene)
        or opening_place(act.token, scene)
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
        if word.pos not in ("PROPN", "NOUN") or _is_party(word, act, scene) or is_given(word, scene):
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


def _is_meeting(noun: Token, scene: Scene) -> bool:
    return any(belongs(noun, word_class(name), scene) for name in ("MEETING", "TALKS", "SUMMIT", "VISITE"))


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
