"""Which issue a position is about: an editable list per story, else the words of the position itself."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from depeche.language.syntax import phrase, prepositions
from depeche.language.token import Parse, Token
from depeche.lexicon import cell_values, table
from depeche.lexicon.stories import listed_stories
from depeche.model import Span
from depeche.reading.actors import Cast

_RUN = re.compile(r"\w+")
_BEGUN = 3  # letters of a word by which issues are sorted out before their patterns are tried
MOST_WORDS = 6  # of an issue that is named by its own words
SHORTEST = 4  # letters of a noun that can name one
UNNAMED = "non précisée"
# Nouns that tell the stance itself; what it is about comes after: "son soutien à la trêve".
STANCE_NOUNS = (
    "appui", "attachement", "engagement", "hostilité", "importance", "nécessité", "objection", "opposition",
    "refus", "soutien", "veto", "voix", "volonté",
)  # fmt: skip


class Issue(NamedTuple):
    """An issue by its French name, the words that show it or its opposite, and whether it is a principle or is given.

    With one of `openings` (see `_opening`) begins whatever either pattern matches, unless there are none.
    """

    name: str
    cues: re.Pattern[str]
    against: re.Pattern[str] | None
    principle: bool
    given: bool
    openings: frozenset[str]

    def stands_in(self, folded: str) -> bool:
        """Whether a word of the issue or its opposite stands in a folded text."""
        return self.cues.search(folded) is not None or (
            self.against is not None and self.against.search(folded) is not None
        )


class Story(NamedTuple):
    """The issues of one story, and the words that show that an article belongs to it."""

    name: str
    about: re.Pattern[str] | None
    issues: tuple[Issue, ...]


@cache
def stories() -> tuple[Story, ...]:
    """The stories of the list, in its order; the last serves every article."""
    return tuple(
        Story(
            name=story.name,
            about=_words(story.about) if story.about else None,
            issues=tuple(
                Issue(
                    issue.name,
                    _words(issue.cues),
                    _words(issue.against) if issue.against else None,
                    issue.principle,
                    issue.given,
                    _openings((*issue.cues, *issue.against)),
                )
                for issue in story.issues
            ),
        )
        for story in listed_stories()
    )


def story_of(text: str) -> Story:
    """The story that an article belongs to: the first whose words stand in its text."""
    folded = fold(text)
    return next(story for story in stories() if story.about is None or story.about.search(folded))


def name_issue(story: Story, parse: Parse, actors: Cast, *, content: Sequence[Span], sentence: Span) -> str:
    """The issue of a position: the first of the story whose words stand in what the stance is about.

    Where none does, the first noun there that is no actor and no time names it, with its complements; of the whole
    sentence, where nothing is said about it ("cela"), only a listed issue is taken.
    """
    return _named(story, parse, actors, spans=content) or _listed(story, parse, spans=(sentence,)) or UNNAMED


def _named(story: Story, parse: Parse, actors: Cast, *, spans: Sequence[Span]) -> str:
    return _listed(story, parse, spans=spans) or next(
        (name for span in spans for token in parse.tokens_in(span) if (name := _noun(token, actors))), ""
    )


def _listed(story: Story, parse: Parse, *, spans: Sequence[Span]) -> str:
    folded = fold(" ".join(span.of(parse.text) for span in spans))
    begun = {word[:_BEGUN] for word in _RUN.findall(folded)}
    for issue in story.issues:
        if not (issue.openings and issue.openings.isdisjoint(begun)) and issue.stands_in(folded):
            return issue.name
    return ""


def is_listed(story: Story, name: str) -> bool:
    """Whether an issue is one of the story's list, not named by words of the text."""
    return any(issue.name == name for issue in story.issues)


def is_against(story: Story, name: str, said: str) -> bool:
    """Whether words speak of the opposite of an issue of the story: "la perte de ses territoires"."""
    folded = fold(said)
    return any(
        issue.name == name and issue.against is not None and issue.against.search(folded) is not None
        for issue in story.issues
    )


def takes_up(story: Story, parse: Parse, actors: Cast, *, content: Sequence[Span]) -> bool:
    """Whether what a stance is about only takes up an issue named before: "le projet", "cette décision"."""
    named = _named(story, parse, actors, spans=content)
    return bool(named) and not is_listed(story, named) and named.split()[0] in _stance_words()["takes up"]


def is_no_issue(
    story: Story, parse: Parse, actors: Cast, *, content: Sequence[Span], refused: bool = False
) -> bool:
    """Whether a stance is first of all about a thing that sides do not differ on: "influence", "page".

    Some things are no issue to call for, but one when `refused`: "ces conditions", "tout retour"; a refusal is of
    any part of what is said.
    """
    first = {_first_thing(parse, actors, content)}
    if refused:
        first = {_first_thing(parse, actors, [span]) for span in content} - {""}
        first -= _stance_words()["refusable"]
    idle = bool(first) and first <= _stance_words()["no issue"]
    return idle and not _listed(story, parse, spans=content)


def is_right(parse: Parse, actors: Cast, *, content: Sequence[Span]) -> bool:
    """Whether a stance is first of all about what somebody has a right to: "souveraineté", "tracé"."""
    return _first_thing(parse, actors, content) in _stance_words()["disputed"]


def _first_thing(parse: Parse, actors: Cast, content: Sequence[Span]) -> str:
    """The first noun that is no actor, as written in small letters; "" where there is none."""
    nouns = (token for span in content for token in parse.tokens_in(span) if _is_thing(token))
    return next((noun.lower for noun in nouns if not actors.mention_at(noun)), "")


def _is_thing(token: Token) -> bool:
    """Whether a word is a noun and no part of an adverb: "sans délai"."""
    return token.pos == "NOUN" and prepositions(token) != "sans"


@cache
def _stance_words() -> dict[str, frozenset[str]]:
    """The plain words of the table `stance_words`, with their plurals, by use."""
    found = {row["use"]: cell_values(row["words"]) for row in table("stance_words")}
    return {use: frozenset({*words, *(f"{word}s" for word in words)}) for use, words in found.items()}


def _noun(token: Token, actors: Cast) -> str:
    """A noun with the words that go on from it, cut short; "" when it names an actor or a time."""
    if (
        not _is_thing(token)
        or actors.mention_at(token)
        or token.lower in _times()
        or token.lemma in STANCE_NOUNS
        or token.lower in _stance_words()["no issue"]
        or len(token.text) < SHORTEST
    ):
        return ""
    words = [token]
    for word in phrase(token):
        if word.i == words[-1].i + 1 and word.pos not in ("VERB", "AUX", "PUNCT") and len(words) < MOST_WORDS:
            words.append(word)
    if any(word.ent == "PER" for word in words):  # "le tombeur de Mohamed Bazoum"
        return ""
    while words[-1].pos in ("ADP", "DET", "CCONJ", "ADV", "NUM", "PRON"):
        words.pop()
    return fold(
        "".join(word.text if word.text.endswith(("'", "’")) else word.text + " " for word in words)
    ).strip()


@cache
def _times() -> frozenset[str]:
    kinds = ("weekday", "month", "unit", "season", "daypart", "day_adverb", "period")
    return frozenset(row["word"] for row in table("time_words") if row["kind"] in kinds)


def fold(text: str) -> str:
    """Small letters, straight apostrophes and plain blanks."""
    return text.lower().replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def _openings(words: Sequence[str]) -> frozenset[str]:
    """The first letters of words and expressions, as many as are compared; none where one begins otherwise."""
    found: set[str] = set()
    for word in map(fold, words):
        run = _RUN.match(word)
        if run is None or (len(run[0]) < _BEGUN and word[run.end() : run.end() + 1] == "*"):
            return frozenset()
        found.add(run[0][:_BEGUN])
    return frozenset(found)


def _words(words: Sequence[str]) -> re.Pattern[str]:
    parts = [re.escape(fold(word)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
