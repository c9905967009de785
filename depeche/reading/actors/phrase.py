"""A noun phrase for people or a body: the noun, what its words tell, and the names that stand with it."""

from collections.abc import Sequence

from depeche.model import Actor
from depeche.reading.actors.nouns import Noun

OF = {"de", "du", "des", "d'"}
AT = {"a", "au", "aux", "aupres", "pour", "en", "pres"}
ARTICLES = {"la", "l'", "le", "les"}


class Phrase:
    """A noun phrase under way: tokens `[start, end)` and what its words tell.

    `noun` is the entry of the table; `nouns` are the heads of coordinated titles. `determiner` is "definite",
    "indefinite", "demonstrative", "possessive" or ""; `owner` the possessive determiner's token. `states` holds for
    each state named the ones that an ambiguous adjective may mean; `bodies` the organisations and `person` the name in
    the complement; `host` the state where one is posted. `body` is the outlet or organisation that the noun
    introduces ("l'agence Belga"), `name` the tokens of the person's name, `members` the names that a plural
    introduces. `bare` tells that the noun has no complement, `region` that it bears an adjective like "européen",
    `local` one like "vaudois".
    """

    __slots__ = (
        "bare", "bodies", "body", "determiner", "end", "head", "host", "local", "member_states", "members", "name",
        "noun", "nouns", "number", "owner", "person", "plural", "region", "start", "states", "title",
    )  # fmt: skip

    def __init__(self, noun: Noun, start: int, head: int, end: int) -> None:
        self.noun = noun
        self.nouns = [head]
        self.start, self.head, self.end = start, head, end
        self.determiner = ""
        self.number = 0
        self.plural = noun.plural
        self.bare = True
        self.region = False
        self.local = False
        self.title = noun.title
        self.owner: int | None = None
        self.states: list[tuple[Actor, ...]] = []
        self.bodies: list[Actor] = []
        self.host: list[Actor] = []
        self.body: Actor | None = None
        self.person: int | None = None
        self.name: tuple[int, int] | None = None
        self.members: list[int] = []
        self.member_states: dict[int, tuple[Actor, ...]] = {}

    def __repr__(self) -> str:
        return f"<{self.title} {self.start}-{self.end}>"

    @property
    def is_definite(self) -> bool:
        """Whether the phrase takes up somebody known: with the definite article, ce or a possessive."""
        return self.determiner in ("definite", "demonstrative", "possessive")

    @property
    def is_told(self) -> bool:
        """Whether its words name whose it is: a state, an organisation, a person."""
        return bool(self.states or self.bodies or self.body) or self.person is not None


def join_words(words: Sequence[str]) -> str:
    """Words joined by blanks, except after an apostrophe."""
    text = ""
    for word in words:
        text += word if not text or text.endswith(("'", "’")) else " " + word
    return text.replace("’", "'")
