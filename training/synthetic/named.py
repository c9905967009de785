"""Short press sentences around names, for the name finder alone: no trees, many kinds of names and contexts."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import spacy

from training.sentences import Sentence, Word
from training.synthetic.inventions import (
    invent,
    invent_acronym,
    invent_body,
    invent_firm,
    invent_place,
    phrase,
)
from training.synthetic.phrases import known_places
from training.synthetic.words import Dice, rows, surnames
from training.tokeniser import set_up

_PHRASE = re.compile(r"\{(before|firmdoes|rolesof)\}")
_SLOT = re.compile(r"\{(\w+)\}")
_INVENTED = 0.6  # share of invented names
_VOWELS = "aeiouyâàéèêëîïôûAEIOUYÂÀÉÈÊÎÏÔÛŒ"
_CONTRACTED = {"de le ": "du ", "à le ": "au ", "de les ": "des ", "à les ": "aux "}


@cache
def _templates() -> tuple[str, ...]:
    path = Path(__file__).parent / "words" / "named.txt"
    return tuple(path.read_text(encoding="utf-8").splitlines())


@cache
def _tokeniser() -> Any:
    return set_up(spacy.blank("fr"))


def generate_named(dice: Dice, count: int) -> list[Sentence]:
    """Sentences whose words carry entity labels only."""
    return [_sentence(dice, dice.one(_templates())) for _ in range(count)]


def _sentence(dice: Dice, template: str) -> Sentence:
    template = _PHRASE.sub(lambda match: phrase(dice, match[1]), template)
    text, names, last = "", [], 0
    for match in _SLOT.finditer(template):
        before, name, label = template[last : match.start()], *_fill(dice, match[1])
        article, _, name = name.rpartition("\t")
        text = _join(text + before, article, name)
        names.append((len(text) - len(name), len(text), label))
        last = match.end()
    text += template[last:]
    text = text[0].upper() + text[1:]
    # The ways in which pages print a name: now and then in capitals.
    if dice.chance(0.04):
        start, end, _ = dice.one(names) if names else (0, 0, "")
        text = text[:start] + text[start:end].upper() + text[end:]
    return _words(text, names)


def _join(text: str, article: str, name: str) -> str:
    if article:
        joined = f"{text}{article}{'' if article.endswith(chr(39)) else ' '}"
        for apart, together in _CONTRACTED.items():
            if joined.endswith(apart):
                joined = joined[: -len(apart)] + together
        return joined + name
    if name[0] in _VOWELS and text[-4:].lower().endswith((" de ", " que ")):
        text = text[:-2] + "'"
    return text + name


def _fill(dice: Dice, slot: str) -> tuple[str, str]:
    if slot in ("P", "S"):
        return _person(dice, full=slot == "P"), "PER"
    if slot == "L":
        return _place(dice), "LOC"
    if slot == "OA":
        if dice.chance(1 - _INVENTED):
            row = dice.one([row for row in rows("organisations") if row["article"]])
            return f"{row['article']}\t{row['form']}", "ORG"
        return "\t".join(invent_body(dice, _place(dice))), "ORG"
    if slot == "A":
        return invent_acronym(dice), "ORG"
    if dice.chance(0.1):
        row = dice.one([row for row in rows("organisations") if not row["article"]])
        return row["form"], "ORG"
    return invent_firm(dice, _surname(dice, _region(dice)), _place(dice)), "ORG"


def _region(dice: Dice) -> dict[str, str]:
    return dice.one(rows("names"))


def _surname(dice: Dice, row: dict[str, str]) -> str:
    kept = surnames(row["region"], held_out=dice.held_out)
    if row["region"] != "chinois" and dice.chance(_INVENTED):
        return invent(dice, kept)
    return dice.one(kept)


def _person(dice: Dice, *, full: bool) -> str:
    row = _region(dice)
    surname = _surname(dice, row)
    men, women = row["men"].split("|"), row["women"].split("|") if row["women"] else []
    if row["region"] == "chinois":
        return f"{dice.one(men)} {surname}" if full or dice.chance(0.2) else dice.one(men)
    if dice.chance(0.12):
        link = dice.one(("-", " ", " ", " de ", " van ", " ben ", " Al-", " Le "))
        surname = f"{surname}{link}{_surname(dice, row)}"
    if not full:
        return surname
    first = dice.one(women if women and dice.chance(0.35) else men)
    if dice.chance(0.3):
        first = invent(dice, (*men, *women))
    return f"{first} {surname}"


def _place(dice: Dice) -> str:
    if dice.chance(_INVENTED):
        return invent_place(dice, known_places())
    return dice.one(known_places()) if dice.chance(0.7) else dice.one(rows("states"))["capital"]


def _words(text: str, names: list[tuple[int, int, str]]) -> Sentence:
    found: Sentence = []
    for token in _tokeniser()(text):
        label = ""
        for start, end, kind in names:
            if start <= token.idx < end:
                label = ("B-" if token.idx == start else "I-") + kind
        found.append(Word(token.text, space=bool(token.whitespace_), ent=label))
    return found
