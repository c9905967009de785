"""Names of persons as they sound, whatever alphabet they were brought from."""

import re
from functools import cache

from depeche.lexicon import table
from depeche.weaving.wording import fold

PARTICLES = frozenset("al el ben bin ibn de du des von van der den la le da dos".split())


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Letters that stand for one sound in transliterations, in the order in which they are heard as it."""
    return tuple((re.compile(row["letters"]), row["sound"]) for row in table("name_sounds"))


def is_name(name: str) -> bool:
    """Whether a person is named, and not described: "Tor Lunde", no "envoyé spécial norvégien"."""
    words = re.findall(r"\w+", name)
    return bool(words) and all(word[0].isupper() or fold(word) in PARTICLES for word in words)


def name_parts(name: str) -> list[str]:
    """The words of a name, folded, without particles."""
    return [part for part in re.findall(r"\w+", fold(name)) if part not in PARTICLES]


def name_sounds(name: str) -> list[str]:
    """The words of a name as they sound."""
    return [sound_of(part) for part in name_parts(name)]


def sound_of(word: str) -> str:
    """A name's word as it sounds, whatever alphabet it was brought from."""
    sound = fold(word)
    for letters, one in _rules():
        sound = letters.sub(one, sound)
    return sound or fold(word)


def changes(one: str, two: str) -> int:
    """How many letters must be added, dropped or replaced to make one word of another."""
    row = list(range(len(two) + 1))
    for place, letter in enumerate(one, start=1):
        before, row[0] = row[0], place
        for at, other in enumerate(two, start=1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (letter != other))
    return row[-1]
