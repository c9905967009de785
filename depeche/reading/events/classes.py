"""The word classes of the trigger tables (ACCORD, TALKS, TROOPS …): what belongs to them."""

from functools import cache, lru_cache

from depeche.language import syntax
from depeche.language.token import Token
from depeche.lexicon import table
from depeche.model import Actor
from depeche.reading.events.scene import Scene, begun_noun, counted_noun
from depeche.reading.events.words import words
from depeche.reading.once import once

SMALL = words("small words")
KINDS = {
    "ACTOR": frozenset(("person", "state", "institution", "igo", "group", "outlet", "other")),
    "PERSON": frozenset(("person", "group")),
    "CIVILIANS": frozenset(("group",)),
    "CAPTIVE": frozenset(("group",)),
    "OFFICIAL": frozenset(("person",)),
    "STATE": frozenset(("state", "institution")),
    "IGO": frozenset(("igo",)),
    "ORG": frozenset(("igo", "group")),
    "COMPANY": frozenset(("other",)),
    "OUTLET": frozenset(("outlet",)),
    "ARMED": frozenset(("group",)),
    "POLPARTY": frozenset(("group",)),
}
# Groups by a description ("trois douaniers") are people; groups by name ("le M23") are organisations.
NAMED_ONLY = frozenset(("ORG", "ARMED", "POLPARTY"))
DESCRIBED_ONLY = frozenset(("PERSON", "CIVILIANS", "CAPTIVE"))
FEMININES = (
    ("euse", "eux"),
    ("ive", "if"),
    ("ère", "er"),
    ("elle", "el"),
    ("enne", "en"),
    ("trice", "teur"),
    ("ale", "al"),
)
PLACES = frozenset(("PLACE", "LAND", "BORDER"))


def content_words(phrase: str) -> tuple[str, ...]:
    """The words of an expression that must be there: no articles, no prepositions, no brackets."""
    plain = phrase.replace("(", "").replace(")", "").replace("'", "' ").replace("…", "")
    return tuple(word for word in plain.replace("'", "").split() if word not in SMALL and word != "…")


class WordClass:
    """A class of words: single lemmas, expressions by their first word, and kinds of actor."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lemmas: set[str] = set()
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        self.parts: set[str] = {name}

    def add(self, member: str) -> None:
        """Take in one word or expression."""
        words = content_words(member)
        if not words:
            return
        if len(words) == 1 and words[0] == member.lower().replace("'", ""):
            self.lemmas.add(words[0])
        else:
            self.phrases.setdefault(words[0], []).append(words[1:])

    def takes(self, actor: Actor, *, named: bool) -> bool:
        """Whether an actor belongs to the class by its kind; `named` says whether the text names it."""
        return any(
            actor.kind in KINDS.get(part, ())
            and not (
                actor.kind == "group"
                and ((part in NAMED_ONLY and not named) or (part in DESCRIBED_ONLY and named))
            )
            for part in self.parts
        )

    @once
    def has_actors(self) -> bool:
        """Whether actors belong to the class by their kind; asked when all members are in."""
        return not KINDS.keys().isdisjoint(self.parts)

    @once
    def has_places(self) -> bool:
        """Whether places belong to the class; asked when all members are in."""
        return not PLACES.isdisjoint(self.parts)


@cache
def _members() -> dict[str, list[str]]:
    return {row["class"]: [cell.strip() for cell in row["members"].split(",")] for row in table("classes")}


@cache
def word_class(name: str) -> WordClass:
    """A class of classes.tsv with the classes that it takes in. Raises KeyError for an unknown name."""
    built = WordClass(name)
    for member in _members()[name]:
        if member in _members() and member != name:
            inner = word_class(member)
            built.lemmas |= inner.lemmas
            built.parts |= inner.parts
            for head, phrases in inner.phrases.items():
                built.phrases.setdefault(head, []).extend(phrases)
        elif member and member != "@":
            built.add(member)
    return built


@cache
def word_set(members: tuple[str, ...]) -> WordClass:
    """A class made of the members written out in a row."""
    built = WordClass("")
    for member in members:
        built.add(member)
    return built


def is_class(name: str) -> bool:
    """Whether classes.tsv has a class of that name."""
    return name in _members()


@cache
def masculine(form: str) -> str:
    """The masculine singular of a feminine adjective by its ending ("courageuses" -> "courageux"); "" for others."""
    bare = form.removesuffix("s")
    for feminine, ending in FEMININES:
        if bare.endswith(feminine):
            return bare.removesuffix(feminine) + ending
    return ""


def forms(token: Token) -> frozenset[str]:
    """The forms under which a token is looked up: its lemma and, for nouns and adjectives, its own form."""
    own = token.pos != "VERB" or (syntax.is_participle(token) and not syntax.auxiliaries(token))
    return _forms(token.lemma, token.lower if own else "", token.pos)


@lru_cache(maxsize=50_000)
def _forms(lemma: str, own: str, pos: str) -> frozenset[str]:
    found = {lemma, lemma.lower()}
    if own:
        found.add(own)
        if pos == "NOUN" and own.endswith("s"):
            found.add(own.removesuffix("s"))
        if pos in ("ADJ", "NOUN") and (other := masculine(own)):
            found.add(other)
    return frozenset(found)


def belongs(token: Token, wanted: WordClass, scene: Scene) -> bool | None:
    """Whether a filler belongs to a class; None when it is a pronoun that nobody could resolve."""
    for candidate, names in _named(token, scene):
        if _says(candidate, names, wanted):
            return True
    if wanted.name == "NEGATIVE" and any(child.lower == "trop" for child in token.children):
        return True  # "jugé trop commode"
    if wanted.has_actors:
        actors = scene.actors(token)
        named = scene.is_named(token)
        if any(wanted.takes(actor, named=named) for actor in actors):
            return True
        if not actors and token.pos == "PRON":
            return None
    if token.pos == "PRON" and token.lower in ("y", "en") and not scene.actors(token):
        return None
    return bool(
        wanted.has_places
        and (
            token.ent == "LOC"
            or (scene.is_named(token) and any(actor.kind == "state" for actor in scene.actors(token)))
        )
    )


def _named(token: Token, scene: Scene) -> tuple[tuple[Token, frozenset[str]], ...]:
    """A filler, the noun that it counts and the noun whose beginning it is, each with its forms."""
    found = scene.names.get(token.i)
    if found is None:
        meant = dict.fromkeys((token, counted_noun(token), begun_noun(token)))
        found = scene.names[token.i] = tuple((one, forms(one)) for one in meant)
    return found


def _says(token: Token, names: frozenset[str], wanted: WordClass) -> bool:
    if token.pos in ("VERB", "AUX"):
        reflexive = syntax.is_reflexive(token)
        if not reflexive and not names.isdisjoint(wanted.lemmas):
            return True
        if not reflexive and token.lemma not in wanted.phrases:
            return False
    elif not names.isdisjoint(wanted.lemmas):
        return True
    return bool(wanted.phrases) and _says_phrase(token, names, wanted)


def says_phrase(token: Token, wanted: WordClass) -> bool:
    """Whether a word and what hangs on it make one of the class's expressions ("réduire en cendres")."""
    return bool(wanted.phrases) and _says_phrase(token, forms(token), wanted)


def _says_phrase(token: Token, names: frozenset[str], wanted: WordClass) -> bool:
    for name in names | {"se", "s"} if token.pos in ("VERB", "AUX") else names:
        for rest in wanted.phrases.get(name, ()):
            words = list(rest)
            if name in ("se", "s"):
                if not words or words[0] not in names or not syntax.is_reflexive(token):
                    continue
                words = words[1:]
            if all(_holds(token, word) for word in words):
                return True
    return False


def _holds(token: Token, word: str) -> bool:
    return any(other is not token and word in (other.lemma, other.lower) for other in syntax.phrase(token))
