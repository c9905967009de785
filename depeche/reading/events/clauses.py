"""The clause around a word: what governs it, whether it is negated, conditional or quoted, its places and times."""

from collections.abc import Iterable

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.events.frames import Frame
from depeche.reading.events.gazetteer import place_country
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import phrases, words

DATE_WORDS = words("days and months")
TIMES = DATE_WORDS | words("units of time")
IF_WORDS = frozenset(("si", "s'"))
CONDITION_OPENINGS = phrases("openings of a condition")
CONDITION_NOUNS = phrases("nouns before a condition")
CONSEQUENCE_WORDS = phrases("words of consequence")
CARRIED = ("obj", "obl:arg", "obl:mod", "xcomp")
BORROWED = frozenset(("avec", "entre", "contre", "par"))
BORROW = 8  # words after a noun in which a complement of its own may stand


def governing_clause(frame: Frame) -> Token | None:
    """The verb of the clause that a noun stands in, or None where there is none."""
    for above in frame.token.ancestors():
        if above.pos in ("VERB", "AUX") or any(
            child.dep in ("cop", "nsubj", "nsubj:pass") for child in above.children
        ):
            return above
    return None


def governing_subjects(frame: Frame, scene: Scene) -> list[Token]:
    """The subjects of the clause that governs a noun; the agent where that clause is passive with an agent."""
    noun = frame.token
    if noun.dep == "nmod" and noun.head.pos == "PROPN" and syntax.prepositions(noun) == "en":
        return [noun.head]  # "**Lula** en visite à Lisbonne, Brasilia convoque …"
    verb = governing_clause(frame)
    if verb is None:
        return []
    return scene.frame(verb).grammatical_subjects


def borrowed_complements(frame: Frame, scene: Scene) -> list[tuple[str, Token]]:
    """Complements right after a noun that the parser hung elsewhere ("un entretien **mardi avec Rome**")."""
    noun = frame.token
    found: list[tuple[str, Token]] = []
    for token in scene.parse.sentences[noun.sentence].tokens:
        if token.i <= noun.i:
            continue
        if token.i > noun.i + BORROW or token.text in (",", ";", ":"):
            break
        if token.pos in ("VERB", "AUX") and not (token.dep.startswith("acl") and token.head is noun):
            break
        if token.pos == "ADP" and token.dep == "case" and token.lower in BORROWED:
            filler = token.head
            if filler.i > token.i and filler.pos in ("NOUN", "PROPN", "PRON"):
                found.extend((token.lower, conjunct) for conjunct in syntax.conjuncts(filler))
    return found


def shared_complements(noun: Token, scene: Scene) -> list[tuple[str, Token]]:
    """Complements after a noun that the parser hung on the verb ("a annoncé une aide **à l'Ukraine**")."""
    top = noun
    while top.dep in ("nmod", "conj") and top.head.pos == "NOUN" and top.head.i < top.i:
        top = top.head
    if top.dep not in CARRIED or top.head.pos != "VERB" or top.i < top.head.i:
        return []
    pairs = scene.frame(top.head).own_obl
    return [
        pair for pair in pairs if pair[1].i > noun.i and pair[1].head is top.head and not is_time(pair[1])
    ]


def is_place(token: Token, scene: Scene) -> bool:
    """Whether a token names a place: a toponym of the tables, or a name the recogniser takes for one."""
    if token.pos not in ("PROPN", "NOUN", "X", "ADJ", "PRON"):
        return False
    if token.lower == "où":
        return True
    if token.ent == "LOC" or place_country(token, scene.parse) is not None:
        return True
    return token.lemma in words("nouns of place")


def is_time(token: Token) -> bool:
    """Whether a token names a time."""
    return token.lemma.lower() in TIMES or token.lower in DATE_WORDS


def is_negated(frame: Frame, scene: Scene) -> bool:
    """Whether a verb is negated, or a noun stands in a negated clause ("n'a tenu aucune réunion")."""
    if not frame.nominal:
        return syntax.is_negated(frame.token)
    verb = governing_clause(frame)
    if verb is None or frame.token not in (*scene.frame(verb).obj, *scene.frame(verb).grammatical_subjects):
        return any(child.lower in syntax.NEGATIONS for child in frame.token.children if child.dep == "det")
    return syntax.is_negated(verb)


def has_condition(token: Token, scene: Scene) -> bool:
    """Whether the clause of a verb hangs on a condition (si …, à condition que, pourvu que, sous réserve)."""
    verb = token
    for child in verb.children:
        if child.dep in ("advcl", "obl:mod", "advmod", "ccomp", "parataxis", "nmod"):
            marks = list(child.subtree()[:3])
            if any(mark.lower in IF_WORDS and mark.pos == "SCONJ" for mark in marks):
                return True
    tokens = scene.parse.sentences[token.sentence].tokens
    if token.sentence not in scene.conditions:
        scene.conditions[token.sentence] = _condition_opening(tokens)
    if (opening := scene.conditions[token.sentence]) is not None and not _is_parted(token, opening, tokens):
        return True
    # "Que Rome nous donne des noms et nous ouvrirons nos prisons."
    first = next((word.lower for word in tokens if word.pos != "PUNCT"), "")
    return first in ("que", "qu'") and syntax.tense(token) == "future"


def _condition_opening(tokens: list[Token]) -> Token | None:
    """The first word of an expression of condition in a sentence, or None."""
    words = [{"qu'": "que"}.get(word.lower, word.lower) for word in tokens]
    for index in range(len(words)):
        rest = " ".join(words[index : index + 4]) + " "
        if rest.startswith(CONDITION_OPENINGS):
            return tokens[index]
    return None


def _is_parted(token: Token, opening: Token, tokens: list[Token]) -> bool:
    """Whether another clause with a subject of its own stands between a verb and a condition after it."""
    for word in tokens:
        if token.i < word.i < opening.i:
            if word.text == ";":
                return True
            if (
                word.dep == "conj"
                and word.pos in ("VERB", "ADJ")
                and word.head is not opening
                and any(child.dep.startswith("nsubj") and child.i < word.i for child in word.children)
            ):
                return True
    return False


def in_condition(token: Token, scene: Scene) -> bool:
    """Whether a verb stands inside a condition ("si Rome **signe**", "à condition que l'armée **recule**")."""
    words = scene.parse.sentences[token.sentence].tokens
    opening = -1
    for index, word in enumerate(words):
        if word.i >= token.i:
            break
        if word.lower in IF_WORDS and word.pos == "SCONJ":
            opening = index
        elif word.lower in ("que", "qu'"):
            before = " ".join(other.lower for other in words[max(0, index - 3) : index])
            if before.endswith(CONDITION_NOUNS):
                opening = index
    if opening < 0:
        return False
    between = [word for word in words[opening + 1 :] if word.i < token.i]
    finite = [
        word
        for word in between
        if word.feat("VerbForm") == "Fin" and not (word.head is token and word.dep.startswith(("aux", "cop")))
    ]
    if any(word.text in (",", ";", "»") for word in between) and finite:
        return False
    return not any(word.text == ";" for word in between)


def flag(name: str, frame: Frame, scene: Scene) -> bool | None:
    """Flags of trigger conditions that the clause decides; None where only the world knows."""
    token = frame.token
    if name == "direct_speech":
        return _governs_quotation(token, scene)
    if name == "ifclause":
        return has_condition(token, scene) or any(
            word.lower in IF_WORDS and word.pos == "SCONJ"
            for word in scene.parse.sentences[token.sentence].tokens
        )
    if name == "consequence":
        text = " ".join(word.lower for word in scene.parse.sentences[token.sentence].tokens)
        return any(word in text for word in CONSEQUENCE_WORDS)
    if name == "speech":
        return None
    if name == "impersonal":
        return any(
            child.lower in ("il", "-t-il", "c'", "ce", "-il")
            and child.dep.startswith(("expl", "nsubj"))
            and not scene.actors(child)
            for child in token.children
        )
    return None


def _governs_quotation(token: Token, scene: Scene) -> bool:
    if token.dep in ("parataxis:insert",):
        return True
    words = scene.parse.sentences[token.sentence].tokens
    after = [word for word in words if word.i > token.i][:14]
    return any(word.text == ":" for word in after) and any(word.text in '«"“' for word in after)


def slot_class(token: Token, name: str, frame: Frame, scene: Scene) -> bool | None:
    """Classes that need the sides of the act: OWN_COUNTRY, LAND_OF, FOREIGN …; None where nobody knows."""
    country = place_country(token, scene.parse)
    sides = {actor.country for subject in frame.subj for actor in scene.owners(subject) if actor.country}
    if name in ("OWN_COUNTRY", "LAND_OF(subj)"):
        return None if country is None or not sides else country in sides
    if name == "LAND_OF(actor)":
        objects = {actor.country for noun in frame.obj for actor in scene.owners(noun) if actor.country}
        return None if country is None or not (sides | objects) else country in (sides | objects)
    if name == "FOREIGN":
        owners = {actor.country for actor in scene.owners(token) if actor.country}
        return None if not owners or not sides else not owners & sides
    return None


def object_owner(frame: Frame, scene: Scene) -> str | None:
    """ "subj" where the object belongs to the subject's side, "other" where to another, None where nobody knows."""
    for noun in frame.obj:
        inner = scene.frame(noun)
        if inner.possessive is not None:
            return (
                "subj"
                if inner.possessive.lower
                in ("son", "sa", "ses", "leur", "leurs", "notre", "nos", "mon", "ma", "mes")
                else "other"
            )
        owners = scene.owners(noun)
        sides = countries(actor for subject in frame.subj for actor in scene.owners(subject))
        if owners and sides:
            return "subj" if countries(owners) & sides else "other"
    return None


def countries(actors: Iterable[Actor]) -> set[str]:
    """The countries of actors; those without one count by name."""
    return {actor.country or actor.name for actor in actors}


def opens_with_another(token: Token, scene: Scene) -> bool:
    """Whether a headline tells of somebody else before the comma in front of a verb's own subject.

    "**Lula en visite mardi à Lisbonne**, Brasilia convoque l'ambassadeur": two clauses, though one has no verb.
    """
    verb = token if token.pos in ("VERB", "AUX") else token.head
    opening = scene.parse.sentences[token.sentence].tokens
    comma = next((word.i for word in opening if word.text == ","), None)
    if comma is None or opening[0].pos not in ("PROPN", "NOUN", "DET"):
        return False
    return any(child.dep.startswith("nsubj") and comma < child.i < verb.i for child in verb.children)
