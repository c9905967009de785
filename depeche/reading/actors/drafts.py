"""Mentions under way: found, not yet resolved."""

from functools import cache
from typing import Literal

from depeche.language.token import Parse, Token
from depeche.lexicon import table
from depeche.model import Actor, Span
from depeche.reading.actors.cast import MentionForm
from depeche.reading.actors.gazetteer import Found
from depeche.reading.actors.persons import Person
from depeche.reading.actors.phrase import Phrase

Sort = Literal[
    "person", "state", "organisation", "inhabitants", "phrase", "pronoun", "possessive", "relative", "latter",
    "ranked", "group",
]  # fmt: skip
SUBJECT_DEPS = ("nsubj", "nsubj:pass", "csubj", "expl:subj")


@cache
def reporting_verbs() -> frozenset[str]:
    """The lemmas of the verbs that report speech."""
    return frozenset(row["lemma"].removeprefix("se ").removeprefix("s'") for row in table("reporting_cues")
                     if row["kind"] == "verb")  # fmt: skip


class Draft:
    """A mention at tokens `[start, end)` before and after it is resolved.

    The sort "phrase" is a title or noun without a name, "latter" is ce dernier, "ranked" le premier,
    "group" several who are coordinated.
    `heads` are the tokens that stand for it in the tree; `feminine` and `plural` are None where open. `phrases` are
    the titles that stand with a name, or the phrase itself; `candidates` the persons that a name may mean. `quoted`
    tells that it stands between quotation marks.
    """

    __slots__ = ("actors", "candidates", "end", "feminine", "form", "found", "heads", "person", "phrases", "plural",
                 "quoted", "sort", "speaker", "start", "subject", "token")  # fmt: skip

    def __init__(self, token: Token, start: int, end: int, sort: Sort, form: MentionForm) -> None:
        self.token = token
        self.start, self.end = start, end
        self.sort, self.form = sort, form
        self.heads: tuple[int, ...] = (token.i,)
        self.actors: tuple[Actor, ...] = ()
        self.candidates: list[Person] = []
        self.person: Person | None = None
        self.phrases: list[Phrase] = []
        self.found: Found | None = None
        self.feminine: bool | None = None
        self.plural: bool | None = False
        self.subject = False
        self.speaker = False
        self.quoted = False

    @property
    def phrase(self) -> Phrase | None:
        """The first title, or None."""
        return self.phrases[0] if self.phrases else None

    def __repr__(self) -> str:
        return f"<{self.sort} {self.start}-{self.end} {self.token.text} {self.actors}>"

    def span(self, parse: Parse) -> Span:
        """Its characters in the raw text."""
        return Span(parse.tokens[self.start].start, parse.tokens[self.end - 1].end)


def depth(token: Token) -> int:
    """How far a token is from the root of its sentence."""
    return sum(1 for _ in token.ancestors())


def is_subject(token: Token) -> bool:
    """Whether a token, or the noun it is coordinated with or names, is the subject of a clause."""
    for _ in range(4):
        if token.dep in SUBJECT_DEPS:
            return True
        if token.dep in ("conj", "appos", "flat:name", "flat") and token.head is not token:
            token = token.head
        else:
            return False
    return False


def governor(token: Token) -> Token:
    """The verb or noun that a mention's head hangs on, past coordination and apposition."""
    while token.dep in ("conj", "appos", "flat:name", "flat") and token.head is not token:
        token = token.head
    return token.head


def speaks(token: Token) -> bool:
    """Whether a subject is the one who says something by its verb's lemma, or stands after selon, d'après."""
    verb, reporting = governor(token), reporting_verbs()
    if is_subject(token):
        return verb.lemma in reporting
    for child in token.children:
        if (
            child.dep == "case"
            and child.lower in ("selon", "d'", "d'après")
            and (child.lower == "selon" or any(part.lower == "après" for part in child.children))
        ):
            return True
    # "a déclaré Qin Gang": the parser often takes the inverted subject for an object.
    inverted = (
        token.dep in ("obj", "obl:arg", "parataxis", "dep") and token.i > verb.i and verb.lemma in reporting
    )
    inserted = verb.dep in ("parataxis:insert", "parataxis") or _after_quote(verb)
    return inverted and inserted and not any(child.dep == "case" for child in token.children)


def _after_quote(verb: Token) -> bool:
    return verb.head is verb or any(
        child.dep in ("ccomp", "parataxis") and child.i < verb.i for child in verb.children
    )
