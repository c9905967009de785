"""Where an act happened: the place said of the act itself, with the state it lies in."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Place
from depeche.reading.events import clauses
from depeche.reading.events.acts import Act
from depeche.reading.events.frames import complements
from depeche.reading.events.gazetteer import place_name, state_names
from depeche.reading.events.scene import Scene

PREPOSITIONS = frozenset(("à", "en", "dans", "sur", "devant", "près_de", "autour_de", "à_large_de", "vers", "de", "chez", "sous"))
# Speech is seldom given a place of its own: only a place in the very clause counts for these.
SPOKEN = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"))


def locate(act: Act, scene: Scene) -> Place | None:
    """The place of an act, or None where the text gives none."""
    for token in act.place_tokens:
        found = _place(token, scene)
        if found is not None:
            return found
    verbs = [act.token] if act.verb is None or act.verb is act.token else [act.token, act.verb]
    if act.type in SPOKEN:
        return None
    for verb in verbs:
        frame = scene.frame(verb)
        pairs = [*complements(verb), *((name, filler) for name, filler in frame.obl if name in ("à", "en", "dans", "près_de"))]
        for preposition, filler in pairs:
            if preposition not in PREPOSITIONS or preposition == "de" and not frame.nominal:
                continue
            if preposition in ("à", "en", "dans", "sur", "devant", "près_de", "autour_de", "à_large_de", "chez"):
                found = _place(filler, scene)
                if found is not None and not _is_party(filler, act, scene):
                    return found
    return None


def _is_party(token: Token, act: Act, scene: Scene) -> bool:
    name = place_name(token, scene.parse)
    return name is not None and name[0].lower() in state_names() and any(
        actor in act.recipient for actor in scene.actors(token)
    ) and syntax.prepositions(token) == "à"


def _place(token: Token, scene: Scene) -> Place | None:
    if token.lower == "où":
        for above in token.ancestors():
            if above.dep == "acl:relcl":
                return _place(above.head, scene)
        return None
    if not clauses.is_place(token, scene):
        return None
    known = place_name(token, scene.parse)
    if known is not None:
        name, country = known
        return Place(name, country)
    if token.ent == "LOC" or token.pos == "PROPN":
        return Place(_full_name(token), _context_country(token, scene))
    for preposition, filler in complements(token):  # "dans la ville de X", "au palais Bayan"
        if preposition == "de" and (found := _place(filler, scene)) is not None:
            return found
    for child in token.children:
        if child.pos == "PROPN" and child.dep in ("nmod", "appos", "flat", "flat:name") and (found := _place(child, scene)):
            return found
    return None


def _full_name(token: Token) -> str:
    words = [token, *(child for child in token.children if child.dep in ("flat", "flat:name", "flat:foreign"))]
    words.sort(key=lambda word: word.i)
    return " ".join(word.text for word in words)


def _context_country(token: Token, scene: Scene) -> str | None:
    """The state that the words after an unknown toponym name ("à Goa, **en Inde**", "(est de la Chine)")."""
    sentence = scene.parse.sentences[token.sentence].tokens
    for word in sentence:
        if token.i < word.i <= token.i + 10:
            if word.pos in ("VERB", "AUX"):
                return None
            known = place_name(word, scene.parse)
            if known is not None:
                return known[1]
    return None
