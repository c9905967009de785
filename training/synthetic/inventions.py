"""Names that nobody bears: made letter by letter after the names of a region, so that context must tell their kind."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from training.synthetic.words import Dice, kept_for_tests, rows

_ORDER = 3  # letters that decide the next one


class Letters:
    """The letters that follow each run of letters in a list of names."""

    def __init__(self, names: Sequence[str]) -> None:
        self._known = frozenset(names)
        self._next: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            text = "^" * _ORDER + name + "$"
            for index in range(_ORDER, len(text)):
                for length in (_ORDER, _ORDER - 1):
                    self._next[text[index - length : index]].append(text[index])

    def name(self, dice: Dice) -> str:
        """A new name of 4 to 14 letters."""
        while True:
            text = "^" * _ORDER
            while not text.endswith("$") and len(text) < 22:
                known = self._next[text[-_ORDER:]]
                # Where only one letter is known to follow, the shorter run brings variety.
                text += dice.one(known if len(set(known)) > 1 else self._next[text[1 - _ORDER :]])
            name = text.strip("^$")
            fits = text.endswith("$") and 4 <= len(name) <= 14 and name not in self._known
            if (
                fits
                and name[0].isupper()
                and name[1:2].islower()
                and name[-1].isalpha()
                and not kept_for_tests(name)
            ):
                return name


@cache
def _letters(names: tuple[str, ...]) -> Letters:
    return Letters(names)


def invent(dice: Dice, names: tuple[str, ...]) -> str:
    """A name like the names given that is none of them."""
    return _letters(names).name(dice)


_BEFORE = (
    "Saint-", "Port-", "Aïn ", "Beni ", "Tell ", "Deir ", "Ras al-", "Kafr ", "El-", "Novo", "Nijni ", "San ", "Santa ",
    "Puerto ", "Villa ", "Bad ", "Mont-", "Fort-", "New ", "Khan ", "Oum ", "Bir ", "Haut-", "Château-",
)  # fmt: skip
_AFTER = ("-Nord", "-sur-Mer", "grad", "ville", "abad", "stan", "pol", "-Est", "-le-Vieux", " del Sur", "burg", "ovka",
          "sk", "shima", "pur", "-ri", "kent", "ia", "ino", "-Plage")  # fmt: skip


def invent_place(dice: Dice, names: tuple[str, ...]) -> str:
    """A place, in a third of cases with a common beginning or end of places."""
    name = invent(dice, names).split()[0]
    roll = dice.random.random()
    if roll < 0.18:
        return dice.one(_BEFORE) + name
    if roll < 0.36:
        return name.rstrip("aeiou") + dice.one(_AFTER)
    return name


@cache
def _parts(label: str) -> tuple[str, tuple[str, ...]]:
    row = next(row for row in rows("bodies") if row["label"] == label)
    return row["article"], tuple(row["forms"].split("|"))


def invent_body(dice: Dice, place: str) -> tuple[str, str]:
    """An organisation with its article: "le", "Front populaire du Kasseï"; an acronym; a paper."""
    article, heads = _parts(dice.one(("front", "ligue", "union")))
    if dice.chance(0.25):
        name = invent_acronym(dice)
        return ("l'" if name[0] in "AEIOU" else article if article != "l'" else "la"), name
    kind = dice.one(_parts("kind")[1])
    feminine = article != "le"
    if feminine:
        kind = {"national": "nationale", "central": "centrale", "international": "internationale"}.get(
            kind, kind
        )
        kind = (
            kind + "e"
            if kind in ("républicain", "fédéral", "régional", "indépendant", "unifié", "social")
            else kind
        )
    of = dice.one(_parts("of")[1])
    roll = dice.random.random()
    name = dice.one(heads)
    if roll < 0.35:
        name += f" {of}"
    elif roll < 0.6:
        name += f" {kind}"
    elif roll < 0.8:
        name += f" {kind} {of}"
    else:
        name += f" {'d' if place[0] in 'AEIOUÉ' else 'de '}{chr(39) if place[0] in 'AEIOUÉ' else ''}{place}"
    return article, name


def invent_firm(dice: Dice, surname: str, place: str) -> str:
    """A firm, a paper, a movement without an article: "Agrotron", "Kouvan Cargo", "L'Écho de Kouvan", "Terre libre"."""
    roll = dice.random.random()
    if roll < 0.28:
        name = _one(dice, "stem").capitalize() + _one(dice, "tail")
        return f"{name} {_one(dice, 'second')}" if dice.chance(0.2) else name
    if roll < 0.36:
        tail = surname.lower().split()[-1][-5:]
        return _one(dice, "stem").capitalize() + tail if dice.chance(0.5) else surname + _one(dice, "tail")
    if roll < 0.52:
        return f"{dice.one((surname, place.split()[0]))} {_one(dice, 'second')}"
    if roll < 0.66:
        return f"{_one(dice, 'cause')} {_one(dice, 'purpose')}"
    if roll < 0.76:
        link = "d'" if place[0] in "AEIOUÉ" else "de "
        return f"{_one(dice, 'paper')} {dice.one((link + place, _one(dice, 'of')))}"
    if roll < 0.86:
        return (
            f"{surname.split()[0]} {place.split()[0]}"
            if dice.chance(0.5)
            else f"{surname.split()[0]}-{place.split()[0]}"
        )
    if roll < 0.92:
        return invent_acronym(dice)
    return surname


def invent_acronym(dice: Dice) -> str:
    """Three to seven capitals; the longer ones can be spoken."""
    if dice.chance(0.6):
        return "".join(dice.one("ABCDEFGILMNOPRSTUV") for _ in range(dice.one((3, 3, 4, 4))))
    return "".join(dice.one("BCDFGKLMNPRST") + dice.one("AEIOU") for _ in range(dice.one((2, 3)))) + dice.one(
        "LRSNTX"
    )


def phrase(dice: Dice, label: str) -> str:
    """Words around names: what a body does, what stands before its name, who belongs to it."""
    return _one(dice, label)


def _one(dice: Dice, label: str) -> str:
    return dice.one(_parts(label)[1])
