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
from depeche.reading.events.gazetteer import demonyms, place_name, state_names, toponyms
from depeche.reading.events.merging import sides
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

LOCATIVE = words("places of acts")
# Speech is seldom given a place of its own: it takes the place of its occasion.
SPEECH = SPOKEN | {"SANCTION"}
SIGNED = words("signing words")
REGION_NOUNS = words("parts of a state")
ISSUED = words("issuing words")
HOSTING = frozenset({"recevoir", "accueillir"})
ASKED = words("asking words")
SITES = words("sites")
CONTEXT_REACH = 18
BESIDE_REACH = 12  # words
OPENING = 6  # words
LAST_NAMED = 60  # words


def locate(act: Act, scene: Scene) -> Place | None:
    """The place of an act, or None where its own clause gives none."""
    for token in act.place_tokens:
        found = _place(token, scene)
        if found is not None:
            return _completed(found, act, scene)
    if act.type in SPEECH and act.token.lemma not in SIGNED:
        return _said_at(act, scene)
    where = _where(act.token, scene) or _signed_at(act, scene)
    if where is not None:
        return _completed(where, act, scene)
    verbs = [act.token] if act.verb is None or act.verb is act.token else [act.token, act.verb]
    for verb in verbs:
        frame = scene.frame(verb)
        for preposition, filler in (*complements(verb), *frame.obl):
            if preposition not in LOCATIVE and not (preposition == "de" and frame.nominal):
                continue
            if belongs(filler, word_class("EMBASSY"), scene) or _is_party(filler, act, scene):
                continue
            found = _place(filler, scene)
            if found is not None and not (preposition == "sur" and found.name.lower() in state_names()):
                return _completed(found, act, scene)
    found = _of_things(act, scene) or _beside(act, scene) or _opening(act.token, scene)
    return _completed(found, act, scene) if found is not None else None


def _signed_at(act: Act, scene: Scene) -> Place | None:
    """Where the paper was signed by which an act is done ("par l'accord **signé à Copenhague**")."""
    for _, noun in scene.frame(act.token).obl:
        for child in noun.children:
            if child.dep == "acl" and child.lemma in SIGNED:
                for preposition, place in complements(child):
                    if preposition == "à" and (found := _place(place, scene)) is not None:
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
        return _place(above.head, scene)
    return None


def _of_things(act: Act, scene: Scene) -> Place | None:
    """Where the thing acted on stands ("l'attaque du village de Békay", "fermer le poste de Ras Jedir")."""
    frame = scene.frame(act.token)
    for thing in (*frame.obj, *act.about_tokens, *([act.token] if frame.nominal else ())):
        things = [thing, *(filler for preposition, filler in complements(thing) if preposition == "de")]
        for noun in things:
            if noun.pos != "NOUN" or noun.lemma not in SITES:
                continue
            for _, filler in complements(noun):
                known = place_name(filler, scene.parse)
                if known is not None and known[0].lower() not in state_names():
                    return Place(*known)
                if known is None and filler.pos == "PROPN":
                    return Place(_full_name(filler), _context_country(filler, scene))
    return None


def _beside(act: Act, scene: Scene) -> Place | None:
    """A place said right after an act in its clause, wherever the parse hung it ("une réunion, lundi à Bruxelles")."""
    sentence = scene.parse.sentences[act.token.sentence].tokens
    for word in sentence:
        if word.i <= act.token.i:
            continue
        if word.i > act.token.i + BESIDE_REACH or word.text == ";" or word.pos in ("VERB", "AUX"):
            return None
        if word.pos not in ("PROPN", "NOUN") or _is_party(word, act, scene):
            continue
        preposition = syntax.prepositions(word).lower()
        if preposition in ("à", "au", "aux", "autour de") or (preposition == "de" and act.type == "CONSULT"):
            known = place_name(word, scene.parse)
            if known is not None and known[0].lower() not in state_names():
                return _place(word, scene)
            if known is None and word.ent == "LOC" and preposition == "autour de":
                return _place(word, scene)
    return None


def _opening(token: Token, scene: Scene) -> Place | None:
    """The place that opens a sentence ("À Accra, des étudiants …")."""
    sentence = scene.parse.sentences[token.sentence].tokens
    words = [word for word in sentence[: OPENING + 1] if word.pos != "PUNCT" or word.text == ","]
    if not words or words[0].lower not in ("à", "a", "au", "en", "depuis"):
        return None
    commas = [at for at, word in enumerate(words) if word.text == ","]
    if not commas or token.i < words[commas[0]].i:
        return None
    for word in words[1 : commas[0]]:
        known = place_name(word, scene.parse)
        if known is not None:
            return Place(*known)
    return None


def _said_at(act: Act, scene: Scene) -> Place | None:
    """Where words were said: "À Paris, …", "depuis Suva", "dans un communiqué publié à Riyad"."""
    frame = scene.frame(act.verb or act.token)
    for child in frame.token.children:
        if child.dep in ("acl", "advcl", "obl:mod") and child.lemma in ASKED:
            for inner, place in complements(child):
                if inner == "à" and (found := _place(place, scene)) is not None:
                    return _completed(found, act, scene)
    for preposition, filler in frame.obl:
        if preposition == "depuis" and (found := _place(filler, scene)) is not None:
            return _completed(found, act, scene)
        for child in filler.children:
            if child.dep == "acl" and (child.lemma in ISSUED or child.lemma in SIGNED):
                for inner, place in complements(child):
                    if inner == "à" and (found := _place(place, scene)) is not None:
                        return _completed(found, act, scene)
    return _opening(act.token, scene)


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
        if act.place is None and act.type == "CONSULT" and act.mode in ("visit", "meet"):
            act.place = _dateline(act, scene)


OCCASION_REACH = 6  # sentences


def _shares_occasion(act: Act, other: Act, distance: int) -> bool:
    if act.date is not None and other.date is not None and act.date != other.date:
        return False
    if act.type in SPOKEN and other.type in SPOKEN and distance <= 1:
        return sides(act.actor) == sides(other.actor) and act.date == other.date
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
    hosts = sides(act.recipient) | sides(act.actor)
    for token in scene.parse.tokens[:12]:
        known = place_name(token, scene.parse)
        if (
            known is not None
            and known[1] in hosts
            and known[0].lower() not in state_names()
            and act.token.sentence <= 3
        ):
            return Place(*known)
    return _stripped(hosts, scene)


def _stripped(hosts: frozenset[str], scene: Scene) -> Place | None:
    """The town of a dateline that stands before the first sentence of the body ("**Mascate**: Le Sultanat …")."""
    for sentence in scene.parse.sentences[:4]:
        start = sentence.tokens[0].start
        line = scene.parse.text[scene.parse.text.rfind("\n", 0, start) + 1 : start]
        known = toponyms().get(line.strip(" :,–-(").lower())
        if known is not None and known[1] in hosts:
            return Place(*known)
    return None


def _completed(place: Place, act: Act, scene: Scene) -> Place:
    """A place that no table knows lies in the state of those who act there, where they are all of one."""
    if place.country is not None:
        return place
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
    if act.actor and act.actor[0].country and act.type not in ("RETREAT", "MOBILIZE"):
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
    if token.lower == "y":
        return _last_named(token, scene)
    if token.lower == "où":
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
    for child in token.children:  # "au palais Bayan"
        if token.lemma in words("nouns of place") and child.pos == "PROPN" and not complements(token):
            return Place(f"{token.text} {_full_name(child)}", None)
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


def _last_named(token: Token, scene: Scene) -> Place | None:
    """The town last named before a word ("Des proches **y** avaient mis le feu au portail du consulat")."""
    for word in reversed(scene.parse.tokens[max(0, token.i - LAST_NAMED) : token.i]):
        known = place_name(word, scene.parse)
        if (
            known is not None
            and known[0].lower() not in state_names()
            and word.dep.startswith(("obl", "nmod"))
        ):
            return Place(*known)
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
            if (word.pos in ("VERB", "AUX") and word.lower not in REGION_NOUNS) or word.text == ";":
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
