"""Offices and nouns for people and bodies, in every form, as one dictionary of words."""

from collections.abc import Sequence
from functools import cache

import msgspec

from depeche.language.token import Token
from depeche.lexicon import table
from depeche.reading.actors.words import parts

PEOPLE = ("office", "people", "source", "armed", "relational")


class Noun(msgspec.Struct, frozen=True):
    """A noun or title that can head a mention.

    `kind` is "office", "relational", or the kind of the participants table; `office` the kind of office
    ("foreign_minister" …). `title` is the masculine singular. `feminine` is None where the form has both genders.
    `needs` tells when a vague noun is an actor: "told" where the text tells whose it is ("le service", "son
    cabinet"), "state" only where it names a state or an organisation ("la force"); one that speaks always is.
    """

    title: str
    kind: str
    office: str = ""
    feminine: bool | None = False
    plural: bool = False
    needs: str = ""


# By the first word of a form: the length in words of the longest form that begins with it, and the forms.
Index = dict[str, tuple[int, dict[tuple[str, ...], Noun]]]


@cache
def _index() -> Index:
    forms: dict[tuple[str, ...], Noun] = {}

    def add(name: str, noun: Noun) -> None:
        key = parts(name)
        if key and key not in forms:
            forms[key] = noun
        elif key and forms[key].title == noun.title and forms[key].feminine != noun.feminine:
            forms[key] = msgspec.structs.replace(forms[key], feminine=None)

    participants = {row["noun"]: row for row in table("participants")}
    bodies = {row["plural"] for row in participants.values()} | {
        title for title, row in participants.items() if row["kind"] != "people"
    }
    for row in table("offices"):
        title, kind = row["title"], "relational" if row["kind"] == "relational" else "office"
        if title in bodies or title.startswith("source"):
            continue
        epicene = not row["feminine"] or row["feminine"] == title
        add(title, Noun(title, kind, row["kind"], None if epicene else False))
        add(row["feminine"], Noun(title, kind, row["kind"], True))
        add(
            row["plural"] or title + "s",
            Noun(title, kind, row["kind"], None if epicene else False, plural=True),
        )
    for title, row in participants.items():
        gender = {"f": True, "m": False, "e": None}[row["gender"]]
        needs = row["needs"]
        add(title, Noun(title, row["kind"], "", gender, needs=needs))
        add(row["feminine"], Noun(title, row["kind"], "", True, needs=needs))
        add(row["plural"], Noun(title, row["kind"], "", gender, plural=True, needs=needs))
        if row["feminine"]:
            add(row["feminine"] + "s", Noun(title, row["kind"], "", True, plural=True, needs=needs))
    found: dict[str, dict[tuple[str, ...], Noun]] = {}
    for key, noun in forms.items():
        found.setdefault(key[0], {})[key] = noun
    return {word: (max(map(len, inner)), inner) for word, inner in found.items()}


def noun_at(tokens: Sequence[Token], at: int) -> tuple[Noun, int] | None:
    """The longest office or noun that begins at a token, and the index after it; None where none begins."""
    words = parts(tokens[at].text)
    known = _index().get(words[0]) if words else None
    if known is None:
        return None
    longest, forms = known
    found: tuple[Noun, int] | None = None
    end = at + 1
    while True:
        noun = forms.get(words)
        if noun is not None:
            found = noun, end
        if len(words) >= longest or end == len(tokens) or tokens[end].sentence != tokens[at].sentence:
            return found
        piece = parts(tokens[end].text)
        if not piece:
            return found
        words += piece
        end += 1


@cache
def office_named(title: str) -> Noun | None:
    """The office of the longest title of the table with which some words begin, or None."""
    words = parts(title)
    longest, forms = _index().get(words[0], (0, {})) if words else (0, {})
    for size in range(min(longest, len(words)), 0, -1):
        noun = forms.get(words[:size])
        if noun is not None and noun.kind == "office":
            return noun
    return None
