"""The place of words: where they were said, the town that opens their sentence or is set off behind them."""

from itertools import pairwise

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Place
from depeche.reading.events import clauses
from depeche.reading.events.acts import Act
from depeche.reading.events.complements import complements
from depeche.reading.events.gazetteer import place_name, state_names
from depeche.reading.events.places_named import capitals, place_at
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import words

SIGNED = words("signing words")
ISSUED = words("issuing words")
ASKED = words("asking words")
MET = frozenset({"réunir", "rassembler", "recevoir", "accueillir", "rencontrer", "retrouver"})
GIVEN = words("nouns that are given to somebody")
BESIDE_REACH = 12  # words
OPENING = 6  # words


def said_at(act: Act, scene: Scene) -> Place | None:
    """Where words were said: "À Paris, …", "depuis Suva", "dans un communiqué publié à Riyad"."""
    frame = scene.frame(act.verb or act.token)
    for child in (*frame.token.children, *(act.token.children if act.token is not frame.token else ())):
        met = child.dep == "advcl" and child.i < frame.token.i and child.lemma in MET
        if met or (child.dep in ("acl", "advcl", "obl:mod") and child.lemma in ASKED):
            times = [inner for inner in child.children if clauses.is_time(inner)]
            for inner, place in (
                *complements(child),
                *(pair for time in times for pair in complements(time)),
            ):
                if inner == "à" and (found := place_at(place, scene)) is not None:
                    return found
    for preposition, filler in frame.obl:
        if preposition == "depuis" and (found := place_at(filler, scene)) is not None:
            return found
        for child in filler.children:
            if child.dep == "acl" and (child.lemma in ISSUED or child.lemma in SIGNED):
                for inner, place in complements(child):
                    if inner == "à" and (found := place_at(place, scene)) is not None:
                        return found
    return opening_place(act.token, scene) or _set_off(act, scene)


def opening_place(token: Token, scene: Scene) -> Place | None:
    """The place that opens a sentence ("À Accra, des étudiants …")."""
    sentence = scene.parse.sentences[token.sentence].tokens
    words = [word for word in sentence[: 2 * OPENING] if word.pos != "PUNCT" or word.text == ","]
    commas = [at for at, word in enumerate(words) if word.text == ","]
    if not commas or commas[0] > OPENING or token.i < words[commas[0]].i:
        return None
    if scene.is_headline(token) and clauses.opens_with_another(token, scene):
        return None
    last = commas[0]
    timed = words[0].pos == "ADP" or any(map(clauses.is_time, words[:last]))
    verbal = any(word.pos in ("VERB", "AUX") for word in words[: last + 2])
    if len(commas) > 1 and words[last + 1].pos == "ADP" and timed and not verbal:
        last = commas[1]  # "En mars, **à Doha**, …"
    for before, word in pairwise(words[:last]):
        known = place_name(word, scene.parse)
        if known is not None and before.lower in ("à", "a", "au", "en", "depuis"):
            return Place(*known)
    return None


def _set_off(act: Act, scene: Scene) -> Place | None:
    """The town set off behind a word that is given, no capital that it is given to ("… mardi, **à Bergen**, …")."""
    tokens = scene.parse.tokens
    for word in scene.parse.sentences[act.token.sentence].tokens:
        if word.i <= act.token.i:
            continue
        if word.i > act.token.i + BESIDE_REACH or word.text == ";" or word.pos in ("VERB", "AUX"):
            return None
        if word.pos != "PROPN" or tokens[word.i - 1].lower != "à" or is_given(word, scene):
            continue
        behind = tokens[word.i + 1].text if word.i + 1 < len(tokens) else "."
        apart = tokens[word.i - 2].text == "," and behind in (",", ".")
        timed = clauses.is_time(tokens[word.i - 2])
        known = place_name(word, scene.parse)
        if (
            known is not None
            and known[0].lower() not in state_names()
            and (apart or (timed and known[0] not in capitals()))
        ):
            return Place(*known)
    return None


def is_given(word: Token, scene: Scene) -> bool:
    """Whether a capital stands for its state as the one that something is for ("une aide militaire **à Moscou**")."""
    if word.pos != "PROPN" or syntax.prepositions(word).lower() != "à" or word.i < 2:
        return False
    behind = scene.parse.tokens[word.i - 2]  # whatever the parse hung the name on
    while behind.pos == "ADJ" and behind.i > 0:
        behind = scene.parse.tokens[behind.i - 1]
    return behind.pos == "NOUN" and behind.sentence == word.sentence and behind.lemma in GIVEN
