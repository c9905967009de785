"""Which issue a position is about: an editable list per story, else the words of the position itself."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

ISSUES = Path(__file__).parents[2] / "lexicon" / "issues.toml"
GENERAL = "general"
LONGEST = 60  # characters of an issue that is named by its own words
_HEAD = re.compile(
    r"^(?:l'|la |le |les |un |une |des |du |de la |de l'|d'|de |que |qu'|son |sa |ses |tout |toute )+"
)
_END = re.compile(r"[,;:.(«»\"“”–]| (?:qui|que|dont|où|afin|pour|dans|lors|après|avant|à condition|si) ")


class Issue(NamedTuple):
    """An issue by its French name, and the words that show it."""

    name: str
    cues: re.Pattern[str]


class Story(NamedTuple):
    """The issues of one story, and the words that show that an article belongs to it."""

    name: str
    about: re.Pattern[str] | None
    issues: tuple[Issue, ...]


@cache
def stories() -> tuple[Story, ...]:
    """The stories of the list, in its order; the last serves every article."""
    with ISSUES.open("rb") as file:
        listed = tomllib.load(file)["story"]
    return tuple(
        Story(
            name=story["name"],
            about=_words(story["about"]) if story["about"] else None,
            issues=tuple(Issue(issue["name"], _words(issue["cues"])) for issue in story["issue"]),
        )
        for story in listed
    )


def story_of(text: str) -> Story:
    """The story that an article belongs to: the first whose words stand in its text."""
    folded = fold(text)
    return next(story for story in stories() if story.about is None or story.about.search(folded))


def name_issue(story: Story, *, content: str, sentence: str) -> str:
    """The issue of a position: the first of the story whose words stand in what was said, then in the sentence.

    Where none does, the beginning of what was said names it.
    """
    for words in (content, sentence):
        folded = fold(words)
        for issue in story.issues:
            if issue.cues.search(folded):
                return issue.name
    plain = _END.split(_HEAD.sub("", fold(content).strip()), maxsplit=1)[0].strip()
    if len(plain) > LONGEST:
        plain = plain[:LONGEST].rsplit(" ", 1)[0]
    return plain or "position"


def fold(text: str) -> str:
    """Small letters, straight apostrophes and plain blanks."""
    return text.lower().replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def _words(words: list[str]) -> re.Pattern[str]:
    parts = [re.escape(fold(word)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
