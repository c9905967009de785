"""The French names of actors that an article only describes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from depeche.lexicon import cell_values, table
from depeche.reading.actors.lexical import folded_class, word_class
from depeche.reading.actors.nouns import Noun, noun_at
from depeche.reading.actors.phrase import join_words
from depeche.reading.actors.words import fold

if TYPE_CHECKING:
    from depeche.language.token import Token
    from depeche.reading.actors.casting import Casting
    from depeche.reading.actors.persons import Person
    from depeche.reading.actors.phrase import Phrase

SKIPPED = {"meme", "memes", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "plusieurs", "certains",
           "quelques", "chaque", "des", "de", "d'"}  # fmt: skip


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    return {row["iso3"]: cell_values(row["adjectives"]) for row in table("states") if row["iso3"]}


@cache
def _genders() -> dict[str, tuple[str, str]]:
    return {row["iso3"]: (row["name_fr"], row["article"]) for row in table("states") if row["iso3"]}


@cache
def _locatives() -> dict[str, str]:
    return {row["iso3"]: f"{row['preposition']} {row['name_fr']}" for row in table("states") if row["iso3"]}


def adjective_set(iso3: str, form: str) -> int:
    """Which of a state's adjectives a form belongs to: 0 for "biélorusse", 1 for "bélarusse"."""
    return next(
        (rank // 4 for rank, other in enumerate(_adjectives().get(iso3, ())) if fold(other) == fold(form)), 0
    )


def state_adjective(iso3: str, *, feminine: bool = False, plural: bool = False, variant: int = 0) -> str:
    """A state's adjective in the gender and number asked for; "" where the table has none."""
    forms = _adjectives().get(iso3, ())
    rank = 4 * variant + 2 * plural + feminine
    return forms[rank] if rank < len(forms) else (forms[0] if forms else "")


def of_state(iso3: str) -> str:
    """A state as the complement of a title: "du Maroc", "d'Oman", "de Jordanie", "des Pays-Bas"."""
    name, article = _genders()[iso3]
    if article == "le":
        return f"du {name}"
    if article == "les":
        return f"des {name}"
    return f"d'{name}" if fold(name)[:1] in "aeiouh" else f"de {name}"


def described(phrase: Phrase, country: str | None, casting: Casting) -> str:
    """The name of a described actor: its words without determiners, with the state's adjective after the noun.

    "le ministère de la Défense" of Turkey is "ministère turc de la Défense"; proper names keep their words.
    """
    words = casting.tokens[phrase.start : phrase.end]
    while words and words[0].i < phrase.head and _is_left_out(words[0]):
        words = words[1:]
    if len(words) > 3 and words[-1].lower == "pays" and words[-2].lower in ("son", "leur"):
        words = words[:-3]  # "le chef de la diplomatie de son pays"
    text = [token.text for token in words]
    owner = casting.at.get(phrase.owner) if phrase.owner is not None else None
    ministry = (
        _ministry(owner.person)
        if owner is not None and phrase.noun.title == "service" and phrase.plural
        else ""
    )
    if ministry:  # "ses services" of a minister are the ministry
        text = ministry.split(" ")
        if country:
            text.insert(1, state_adjective(country, variant=casting.adjectives.get(country, 0)))
    elif (
        owner is not None
        and owner.person is not None
        and phrase.noun.title in word_class("staff")
        and len(words) == 1
    ):
        text.append(f"de {owner.person.name}")
    elif phrase.host and phrase.noun.title in ("ambassade", "consulat", "ambassadeur", "haut-commissariat"):
        text = _at_post(phrase, words, country, casting)
    elif country and not _tells(phrase) and not _is_proper(phrase, words, casting):
        variant = casting.adjectives.get(country, 0)
        whole = _fixed(phrase) > 1 and len(words) == _fixed(phrase) and "la" in phrase.noun.title.split(" ")
        adjective = state_adjective(  # "le chef de la diplomatie togolaise"
            country,
            feminine=bool(phrase.noun.feminine) or whole,
            plural=phrase.plural and not whole,
            variant=variant,
        )
        if phrase.noun.title.split(" ")[0] in word_class("reigning"):
            text.append(of_state(country))
        elif adjective and phrase.noun.title not in word_class("pontiff"):
            served = _served(words, casting) if phrase.noun.kind == "office" else None
            if served is None:
                text.insert(_place(phrase, words), adjective)
            else:  # "porte-parole de l'armée tchadienne"
                noun, place = served
                agreed = state_adjective(
                    country, feminine=bool(noun.feminine), plural=noun.plural, variant=variant
                )
                text.insert(place, agreed)
    name = join_words(text)
    first = words[0] if words else None
    keeps = (
        first is None
        or first.pos == "PROPN"
        or first.text.isupper()
        or fold(first.text) in ("premier", "premiere")
    )
    return name if keeps or _is_proper(phrase, words, casting) else name[:1].lower() + name[1:]


def _served(words: list[Token], casting: Casting) -> tuple[Noun, int] | None:
    """The body that a spokesperson or chief serves, and where its adjective goes; None where none is named."""
    for rank, token in enumerate(words[1:], start=1):
        if words[rank - 1].lower not in ("du", "de", "des", "la", "l'", "l’", "le"):
            continue
        match = noun_at(casting.tokens, token.i)
        if match is not None and match[0].kind == "institution":
            return match[0], rank + match[1] - token.i
    return None


def _is_left_out(token: Token) -> bool:
    """Whether a word before the noun is no part of the name: determiners, numbers, "une centaine de"."""
    word = fold(token.text)
    quantities = folded_class("quantity")
    return (
        token.pos in ("DET", "NUM", "ADP")
        or word in SKIPPED | folded_class("number")
        or word.rstrip("s") in quantities
    )


def _ministry(person: Person | None) -> str:
    """The ministry of a minister: "ministère de la Défense"; "" for others."""
    for role in person.roles if person is not None else ():
        words = role.title.split(" ")
        if words[0].lower() == "ministre" and len(words) > 1:
            return " ".join(["ministère", *words[1:]])
    return ""


def _tells(phrase: Phrase) -> bool:
    return phrase.is_told or phrase.region or phrase.noun.kind == "state"


def _is_proper(phrase: Phrase, words: list[Token], casting: Casting) -> bool:
    """Whether a body bears a name of its own: "le Comité d'État pour la sécurité nationale"."""
    head = casting.tokens[phrase.head]
    opens = casting.parse.sentence_of(head).tokens[0].i
    return (
        phrase.noun.kind == "institution"
        and head.text[:1].isupper()
        and head.i > opens + 1
        and len(words) > 2
        and (phrase.noun.title != "ministère")
    )


def _place(phrase: Phrase, words: list[Token]) -> int:
    """Where the adjective goes: after the noun, or after the title that is one expression ("chef de cabinet")."""
    place = next((rank + 1 for rank, token in enumerate(words) if token.i == phrase.head), 1)
    place += _fixed(phrase) - 1
    while place == 1 and place < len(words) and words[place].pos == "ADJ" and words[place].dep == "amod":
        place += 1  # "la télévision nationale", "un élu local"
        break
    return min(len(words), place)


def _fixed(phrase: Phrase) -> int:
    """How many words of a title are one expression: three in "chef de cabinet"."""
    title = phrase.noun.title
    return len(title.split(" ")) if title.startswith(("chef", "secrétaire d'État")) else 1


def _at_post(phrase: Phrase, words: list[Token], country: str | None, casting: Casting) -> list[str]:
    """The words of an embassy, with the host state for the city it stands in: "ambassade d'Iran au Canada".

    Where its own state is not printed, it is added: "son ambassade à Berne" is "ambassade de Chine à Berne".
    """
    if country and not phrase.states:
        printed = [token.text for token in words]
        place = next((rank + 1 for rank, token in enumerate(words) if token.i == phrase.head), 1)
        return [*printed[:place], of_state(country), *printed[place:]]
    text: list[str] = []
    skip = -1
    for token in words:
        entry = casting.finder.found.get(token.i)
        if token.i < skip:
            continue
        if entry is not None and entry.entry.actor in phrase.host and entry.entry.actor.country:
            while text and fold(text[-1]) in ("a", "au", "aux", "en", "la"):
                text.pop()
            text.append(_locatives()[entry.entry.actor.country])
            skip = entry.end
        else:
            text.append(token.text)
    return text
