"""The words by which furniture gives itself away: `furniture.tsv`, compiled.

Forms of the table: `whole` is all of a line; `start` begins it and takes it to its end; `within` stands anywhere in
it; `inner` is all of a line below the first paragraph;
`opener` is a line alone that opens a list of links; `foot` one that opens the foot of a page (comments, tags);
`ending` closes a teaser; `label` and `icon` are what share bars and menus are made of; `rubric` is the name of a
section; `tail` is what may follow a by-line on its line; `lead` what may precede a headline on its line. Patterns are
regular expressions over the folded text (see fold.py); `name` rows are parts used by others as {NAME}.
"""

import re
from functools import cache
from typing import NamedTuple

from depeche.lexicon import table
from depeche.reading.openings import openings

_BULLET = r"[-•·*>\"|→▶►■●▪+:,;/\\(\[ ]*"
_CLOSE = r"[ :.…>\"!|/•·+»→)\]-]*"
_LITERAL = re.compile(r"[a-z0-9]+(?![a-z0-9?*{|\[(])")
_LONGEST = 420  # characters; what is longer is text, whatever it begins with
_FIRST_WORD = re.compile(r"\W*([a-z0-9]*)")


class Cue(NamedTuple):
    """A pattern of furniture and the reason it gives; one of `openings`, if any, stands in whatever it matches."""

    pattern: re.Pattern[str]
    reason: str
    openings: tuple[str, ...] = ()

    def search(self, text: str) -> re.Match[str] | None:
        """The first place in a folded text that the pattern matches."""
        for opening in self.openings:
            if opening in text:
                return self.pattern.search(text)
        return None if self.openings else self.pattern.search(text)


class CueIndex:
    """Cues of one form, found by the first word of a line where their pattern begins with a plain word."""

    def __init__(self, form: str, *, close: str = "") -> None:
        self._by_word: dict[str, list[Cue]] = {}
        self._general: list[Cue] = []
        general: list[str] = []
        for pattern, reason in rows(form):
            cue = Cue(re.compile(f"{_BULLET}(?:{pattern}){close}"), reason)
            first = _LITERAL.match(pattern)
            if first and "|" not in _top_level(pattern):
                self._by_word.setdefault(first.group(), []).append(cue)
            else:
                self._general.append(cue)
                general.append(f"(?:{pattern})")
        # Hardly a line fits any of them: one pattern for all says so several times faster than one after the other.
        self._any = re.compile(f"{_BULLET}(?:{'|'.join(general)}){close}")

    def reason(self, key: str) -> str | None:
        """The reason of the first cue that the whole key fits, or None."""
        if len(key) > _LONGEST:
            return None
        first = _FIRST_WORD.match(key)
        word = first.group(1) if first else ""
        for cue in self._by_word.get(word, ()):
            if cue.pattern.fullmatch(key):
                return cue.reason
        if not self._general or self._any.fullmatch(key) is None:
            return None
        return next((cue.reason for cue in self._general if cue.pattern.fullmatch(key)), None)


def rows(form: str) -> list[tuple[str, str]]:
    """Pattern and reason of each row of one form, with the named parts put in."""
    return [(expand(row["pattern"]), row["reason"]) for row in table("furniture") if row["form"] == form]


def expand(pattern: str) -> str:
    """`pattern` with {MONTH}, {DATE} and the like replaced by what the table says they are."""
    for _ in range(3):  # a name may use another, and that one a third
        for name, part in _names().items():
            pattern = pattern.replace("{" + name + "}", part)
    return pattern


@cache
def _names() -> dict[str, str]:
    return {row["reason"]: row["pattern"] for row in table("furniture") if row["form"] == "name"}


def _top_level(pattern: str) -> str:
    """The pattern without what stands in parentheses, to see whether it is an alternation."""
    depth, out = 0, []
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if depth == 0:
            out.append(char)
    return "".join(out)


@cache
def index(form: str) -> CueIndex:
    """The index of one of the forms whole, start, opener or foot."""
    return CueIndex(form, close="" if form == "start" else _CLOSE)


@cache
def link_line() -> CueIndex:
    """Openers of link lists that have their link on their own line: "Sur le même sujet : Nil, la grande soif"."""
    return CueIndex("opener", close=r" ?[:|>→»] ?.{3,220}")


@cache
def anywhere(form: str) -> tuple[Cue, ...]:
    """The cues of a form that may stand anywhere in a line."""
    return tuple(Cue(re.compile(pattern), reason, tuple(openings(pattern))) for pattern, reason in rows(form))


@cache
def names(form: str) -> frozenset[str]:
    """The patterns of a form that are plain names (icons, rubrics)."""
    return frozenset(pattern for pattern, _ in rows(form))


@cache
def _bar() -> re.Pattern[str]:
    icons = sorted(names("icon"), key=len, reverse=True)
    labels = [f"(?:{pattern})" for pattern, _ in rows("label")]
    word = "|".join([*(re.escape(icon) for icon in icons), *labels])
    separator = r"[-\s|•·>/,:;()\[\]→»\"…#+.]"
    return re.compile(rf"(?:(?>{separator}+)|(?>(?:{word})(?![a-z0-9_'-])))++", re.DOTALL)


def is_bar(folded: str) -> bool:
    """Whether a line is nothing but share labels, icon names, menu words and numbers."""
    return len(folded) <= 300 and _bar().fullmatch(folded) is not None


_GLUED = re.compile(r"^([a-z]{3,15})(?=[A-ZÀ-Ý][A-ZÀ-Ýa-zà-ÿ]+)")


def has_icon(raw: str) -> bool:
    """Whether an icon's name shows in a line: "folder_openAsie", "starAJOUTER", "chat_bubble 2"."""
    glued = _GLUED.match(raw)
    if glued and glued.group(1) in names("icon"):
        return True
    icons = names("icon")
    found = re.findall(r"[a-z]+(?:_[a-z]+)+", raw)
    return any(any(name.startswith(icon) for icon in icons if "_" in icon) for name in found)
