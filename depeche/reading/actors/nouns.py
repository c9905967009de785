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


@cache
def _index() -> dict[str, list[tuple[tuple[str, ...], Noun]]]:
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
    index: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for key, noun in forms.items():
        index.setdefault(key[0], []).append((key, noun))
    for rows in index.values():
        rows.sort(key=lambda row: -len(row[0]))
    return index


def noun_at(tokens: Sequence[Token], at: int) -> tuple[Noun, int] | None:
    """The longest office or noun that begins at a token, and the index after it; None where none begins."""
    words = parts(tokens[at].text)
    rows = _index().get(words[0]) if words else None
    if rows is None:
        return None
    for key, noun in rows:
        end, size = at, 0
        while end < len(tokens) and size < len(key) and tokens[end].sentence == tokens[at].sentence:
            piece = parts(tokens[end].text)
            if not piece or key[size : size + len(piece)] != piece:
                break
            size += len(piece)
            end += 1
        if size == len(key):
            return noun, end
    return None


@cache
def office_named(title: str) -> Noun | None:
    """The office of the longest title of the table with which some words begin, or None."""
    words = parts(title)
    for key, noun in _index().get(words[0], ()) if words else ():
        if words[: len(key)] == key and noun.kind == "office":
            return noun
    return None
