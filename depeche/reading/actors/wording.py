"""The French names of actors that an article only describes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from depeche.language.token import Token
from depeche.lexicon import cell_values, table
from depeche.reading.actors.phrases import join_words
from depeche.reading.actors.words import fold

if TYPE_CHECKING:
    from depeche.reading.actors.phrases import Phrase


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    return {row["iso3"]: cell_values(row["adjectives"])[:4] for row in table("states") if row["iso3"]}


def state_adjective(iso3: str, *, feminine: bool = False, plural: bool = False) -> str:
    """A state's adjective in the gender and number asked for; "" where the table has none."""
    forms = _adjectives().get(iso3, ())
    rank = 2 * plural + feminine
    return forms[rank] if rank < len(forms) else (forms[0] if forms else "")


def described(phrase: Phrase, country: str | None, tokens: Sequence[Token]) -> str:
    """The name of a described actor: its words without determiners, with the state's adjective after the noun.

    "le ministère de la Défense" of Turkey is "ministère turc de la Défense".
    """
    words = [token for token in tokens[max(phrase.start, 0) : phrase.end]]
    while words and words[0].i < phrase.head and (words[0].pos in ("DET", "NUM", "ADP") or fold(words[0].text) in SKIPPED):
        words = words[1:]
    text = [token.text for token in words]
    named = bool(phrase.states or phrase.bodies or phrase.person is not None or phrase.region)
    if country and not named and phrase.noun.kind != "state":
        feminine = bool(phrase.noun.feminine)
        place = next((n + 1 for n, token in enumerate(words) if token.i == phrase.head), 1)
        if place < len(words) and fold(words[place].text) in ("d'etat", "general", "generale"):
            place += 1
        adjective = state_adjective(country, feminine=feminine, plural=phrase.plural)
        if adjective:
            text.insert(place, adjective)
    name = join_words(text)
    return name[:1].lower() + name[1:] if words and words[0].pos != "PROPN" and not name[:3].isupper() and (
        fold(words[0].text) not in ("premier", "premiere")
    ) else name


SKIPPED = {"meme", "memes", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "plusieurs", "certains",
           "quelques", "chaque"}  # fmt: skip
