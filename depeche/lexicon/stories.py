"""The issues on which actors take positions, story by story: the editable list `issues.toml` beside this file."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

ISSUES = Path(__file__).parent / "issues.toml"


class ListedIssue(NamedTuple):
    """An issue by its French and English names, the words that show it, and those that show its opposite.

    Who says that a principle must hold supports it; so does who gives what is `given`.
    """

    name: str
    name_en: str
    cues: tuple[str, ...]
    against: tuple[str, ...] = ()
    principle: bool = False
    given: bool = False


class ListedStory(NamedTuple):
    """A story, the words that show that an article belongs to it (none: every article does), and its issues."""

    name: str
    name_en: str
    about: tuple[str, ...]
    issues: tuple[ListedIssue, ...]


@cache
def listed_stories() -> tuple[ListedStory, ...]:
    """The stories of the list, in its order.

    Raises tomllib.TOMLDecodeError or KeyError when the edited list is no TOML or lacks a name.
    """
    with ISSUES.open("rb") as file:
        stories = tomllib.load(file)["story"]
    return tuple(
        ListedStory(
            name=story["name"],
            name_en=story.get("name_en", story["name"]),
            about=tuple(story.get("about", ())),
            issues=tuple(
                ListedIssue(
                    issue["name"],
                    issue.get("name_en", issue["name"]),
                    tuple(issue["cues"]),
                    tuple(issue.get("against", ())),
                    issue.get("principle", False),
                    issue.get("given", False),
                )
                for issue in story["issue"]
            ),
        )
        for story in stories
    )
