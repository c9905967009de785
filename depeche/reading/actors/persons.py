"""The persons of one article: every spelling and shortening of a name is one person, with state, gender and titles."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from depeche.model import Actor
from depeche.reading.actors.leaders import Leader, leaders_named, name_key
from depeche.reading.actors.words import fold


class Role:
    """A title that an article gives to a person: its words without the state, and the kind of office."""

    __slots__ = ("office", "title")

    def __init__(self, title: str, office: str) -> None:
        self.title = title
        self.office = office

    def __repr__(self) -> str:
        return f"<{self.title} ({self.office})>"


class Person:
    """A person as the article shows them so far; `country` None when open, "" when known to be none.

    `named` is False for those known by a title alone; `keys` are the sounds of the name's words.
    """

    __slots__ = ("country", "feminine", "first", "guessed", "keys", "leader", "name", "named", "roles")

    def __init__(self, name: str, first: int) -> None:
        self.name = name
        self.keys: tuple[str, ...] = name_key(name)
        self.country: str | None = None
        self.feminine: bool | None = None
        self.leader: tuple[Leader, ...] = ()
        self.roles: list[Role] = []
        self.first = first
        self.named = True
        self.guessed = False  # the state is the scene's, and no title confirms it

    def __repr__(self) -> str:
        return f"<{self.name} {self.country} {self.roles}>"

    def add_role(self, title: str, office: str) -> None:
        """Keep a title once."""
        if title and all(role.title != title for role in self.roles):
            self.roles.append(Role(title, office))

    @property
    def offices(self) -> set[str]:
        """The kinds of office that the article or, where it names none, the table of leaders gives."""
        given = {role.office for role in self.roles if role.office}
        return given | {leader.office for leader in self.leader}

    def actor(self) -> Actor:
        """The person as the record keeps them."""
        return Actor(self.name, "person", self.country or None, tuple(role.title for role in self.roles))


def contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether the words of the shorter name stand in the longer one, in order."""
    rest = iter(longer)
    return all(word in rest for word in shorter)


def gather(names: Iterable[tuple[int, str]]) -> dict[int, list[Person]]:
    """Group name runs (token index, text) into persons: for each run the persons it may mean, likeliest first."""
    runs = list(names)
    persons: list[Person] = []
    whole: dict[tuple[str, ...], Person] = {}
    for at, text in sorted(runs, key=lambda run: (-len(name_key(run[1])), run[0])):
        key = name_key(text)
        if len(key) < 2 and any(key and key[0] in person.keys for person in persons):
            continue
        if key in whole:
            whole[key].first = min(whole[key].first, at)
            continue
        leader = leaders_named(text) or _misspelt(text)
        same = next((p for p in persons if leader and p.leader and p.leader[0].name == leader[0].name), None)
        same = same or next((p for p in persons if len(key) > 1 and contains(p.keys, key)), None)
        same = same or next((p for p in persons if len(key) > 1 and _respelt(p.keys, key)), None)
        if same is None:
            same = Person(text, at)
            persons.append(same)
        if leader and not same.leader:
            same.leader = leader
            same.feminine = leader[0].feminine
        same.first = min(same.first, at)
        whole[key] = same
    for person in persons:
        if person.leader:
            person.name = person.leader[0].name
            person.keys = tuple(dict.fromkeys((*person.keys, *name_key(person.name))))
    found: dict[int, list[Person]] = {}
    for at, text in runs:
        key = name_key(text)
        if key in whole:
            found[at] = [whole[key]]
            continue
        fitting = [person for person in persons if contains(person.keys, key)]
        fitting.sort(key=lambda person: (-_surname(person, key[-1]), abs(at - person.first)))
        found[at] = fitting
    return {at: fitting for at, fitting in found.items() if fitting}


def _misspelt(text: str) -> tuple[Leader, ...]:
    """A leader whose surname stands in the table and whose first name is nearly the one given ("Vladmir Poutine")."""
    words = text.split()
    if len(words) < 2:
        return ()
    found = leaders_named(words[-1])
    if found and SequenceMatcher(None, fold(found[0].name.split()[0]), fold(words[0])).ratio() >= 0.75:
        return found
    return ()


def _surname(person: Person, word: str) -> int:
    """How well a lone word does as the surname: first in East Asia, else last or last but one."""
    if word not in person.keys:
        return 0
    place = person.keys.index(word)
    return 2 if place == len(person.keys) - 1 or (place == 0 and len(person.keys) < 4) else 1 if place else 0


def _respelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names differ by the spelling of the first name only ("Vladimir/Volodymyr", "Sergei/Serge")."""
    if one[-1] != other[-1] or len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and pairs[0][0][:2] == pairs[0][1][:2] and len(fold(pairs[0][0])) > 2
