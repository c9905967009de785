"""States, cities and organisations wherever a text names them."""

from collections.abc import Sequence
from functools import cache

import msgspec

from depeche.language.token import Token
from depeche.lexicon import cell_values, table
from depeche.model import Actor
from depeche.reading.actors.entries import QUALIFYING, Entry, all_forms, states
from depeche.reading.actors.words import fold, parts


class Found(msgspec.Struct, frozen=True):
    """An entry at a place of the text: token indices, half-open; several entries where a form is ambiguous."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The first reading."""
        return self.entries[0]


# By the first word of a form: the lengths of the forms that begin with it (in words, longest first), and the forms.
Index = dict[str, tuple[tuple[int, ...], dict[tuple[str, ...], tuple[Entry, ...]]]]


@cache
def _index() -> Index:
    forms: dict[str, dict[tuple[str, ...], tuple[Entry, ...]]] = {}
    for key, entries in all_forms().items():
        forms.setdefault(key[0], {})[key] = tuple(entries)
    return {
        word: (tuple(sorted({len(key) for key in keys}, reverse=True)), keys) for word, keys in forms.items()
    }


def find_entries(tokens: Sequence[Token]) -> list[Found]:
    """All entries in a run of tokens, the longest at each place, left to right without overlap."""
    run: list[str] = []
    owner: list[int] = []
    firsts: list[int] = []  # where the words of each token begin
    for number, token in enumerate(tokens):
        inner = parts(token.text)
        if inner:
            firsts.append(len(run))
            run += inner
            owner += (number,) if len(inner) == 1 else [number] * len(inner)
    words = tuple(run)
    index, found = _index(), []
    ends = {*firsts, len(words)}
    reached = 0
    for at in firsts:
        rows = index.get(words[at]) if at >= reached else None
        if rows is None:
            continue
        sizes, forms = rows
        for size in sizes:
            end = at + size
            entries = forms.get(words[at:end]) if end in ends else None
            if entries is None:
                continue
            fitting = tuple(entry for entry in entries if _fits(entry, tokens, owner[at], owner[end - 1]))
            if fitting and not _opens_longer(index, words, at, size):
                found.append(Found(tokens[owner[at]].i, tokens[owner[end - 1]].i + 1, fitting))
                reached = end
                break
    return found


ARTICLES = ("le", "la", "l'", "les", "the")


def _opens_longer(index: Index, words: tuple[str, ...], at: int, size: int) -> bool:
    """Whether the match is an article and a word with which a longer name begins ("l'Union" | "Union africaine")."""
    if words[at] not in ARTICLES or at + 1 == len(words):
        return False
    lengths, forms = index.get(words[at + 1], ((), {}))
    return any(words[at + 1 : at + 1 + length] in forms for length in lengths if length >= size)


def _fits(entry: Entry, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether case, accents and surroundings allow a reading."""
    token = tokens[first]
    if tokens[last].sentence != token.sentence:
        return False
    if entry.text.startswith("les ") and entry.text[4:5].isupper():
        return tokens[last].text[:1].isupper()  # "les Sept", not "les sept pêcheurs"
    if entry.form in QUALIFYING or not entry.cased:
        return True
    if not token.text[:1].isupper() and token.lower not in ARTICLES:
        return False
    name = entry.text
    if first == last and name.isupper() and len(name) < 4:
        return token.text.isupper()
    if entry.sort == "outlet" and fold(name).split(" ")[0].split("'")[0] in ("le", "la", "l", "les"):
        opens = first == 0 or tokens[first - 1].sentence != token.sentence
        return token.text[:1].isupper() and not opens and tokens[last].text[:1].isupper()
    if entry.form == "city" and first == last:
        return token.text.isupper() or token.text[1:].lower() == name[1:].lower().replace("’", "'")
    return True


def adjective_states(text: str) -> tuple[Actor, ...]:
    """The states that an adjective or inhabitant's name may mean ("congolais": two)."""
    return tuple(entry.actor for entry in all_forms().get(parts(text), ()) if entry.form == "adjective")


def compound_states(text: str) -> tuple[Actor, ...]:
    """The states of a hyphenated pair ("Irak-Koweït", "russo-chinois"); empty when a part is no state."""
    pieces = text.split("-")
    found: list[Actor] = []
    for piece in pieces:
        entries = all_forms().get(parts(piece), ())
        actor = next(
            (e.actor for e in entries if e.form in ("name", "capital", "adjective")),
            _prefixes().get(fold(piece)),
        )
        if actor is None:
            return ()
        found.append(actor)
    return tuple(found) if len(found) > 1 else ()


@cache
def _prefixes() -> dict[str, Actor]:
    return {
        prefix: states()[row["iso3"]]
        for row in table("state_prefixes")
        for prefix in cell_values(row["prefixes"])
    }
