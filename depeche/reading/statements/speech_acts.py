"""Which act of speech a statement is: from its verb, and from the words of what was said.

The table `speech_acts` holds the patterns (regular expressions, without regard to case). `words` refine a verb that
only tells, the first that matches decides; `value` are those of them that call something by its worth; `untrue` are
those of them that also turn blame into denial; `noun` looks at noun phrases; `blame` turns blame of a named deed
into a charge, `worth` a judgement into praise or a plain statement, `doom` a promise into a threat, `yield` an offer
into a request, `charge` a rejection into a denial; `future` are tenses of what is to come; `come` tells what one is
invited to, `asked` what a question asks for.
"""

import re
from functools import cache
from typing import NamedTuple, cast

from depeche.lexicon import table
from depeche.model import SpeechAct
from depeche.reading.openings import openings

DENIED: dict[SpeechAct, SpeechAct] = {
    "reject": "agree",
    "deny": "assert",
}  # "n'exclut pas de", "ne nie pas que"
# Acts that only say that something was told, and that the words told make more precise.
OPEN: frozenset[SpeechAct] = frozenset({"assert", "announce"})


# Quotation marks and adverbs before the word that names a feeling: « profondément déçu ».
OPENING = re.compile(r"^\W*(?:(?:\w+ment|très|plutôt|fort|bien|assez) )*\W*")


class _Pattern(NamedTuple):
    """A row of the table; one of `openings` stands in whatever the pattern matches, unless there are none."""

    act: SpeechAct
    pattern: re.Pattern[str]
    openings: tuple[str, ...]

    def fits(self, text: str, lower: str) -> bool:
        """Whether the pattern matches in a text; `lower` is the same in lower case."""
        for opening in self.openings:
            if opening in lower:
                break
        else:
            if self.openings:
                return False
        return self.pattern.search(text) is not None


@cache
def _patterns(*uses: str) -> tuple[_Pattern, ...]:
    return tuple(
        _Pattern(
            cast(SpeechAct, row["act"]),
            re.compile(row["pattern"], re.IGNORECASE | re.DOTALL),
            tuple(openings(row["pattern"])),
        )
        for row in table("speech_acts")
        if row["use"] in uses
    )


def _first(text: str, *uses: str) -> SpeechAct | None:
    lower = text.lower()
    for row in _patterns(*uses):
        if row.fits(text, lower):
            return row.act
    return None


def act_of(usual: SpeechAct, content: str, *, kind: str = "clause", negated: bool = False) -> SpeechAct:
    """The act of speech of a statement: that of its verb, refined by its words where the verb only tells.

    `usual` is the act that the table gives the verb, `kind` how the content is built in ("speech", "clause",
    "infinitive", "nominal"), `negated` whether the verb is ("n'exclut pas de").
    """
    text = content.replace("’", "'")
    if negated:
        return DENIED.get(usual, usual)
    if usual == "reject" and kind == "nominal" and _first(text, "untrue", "charge"):
        return "deny"
    if usual == "criticise" and kind == "speech" and _threatens(text):
        return "threaten"
    if (
        usual == "criticise"
        and kind in ("speech", "clause")
        and _first(text, "words", "value", "untrue") == "accuse"
    ):
        return "accuse"  # "ils gagnent du temps", soupire-t-il
    if usual == "criticise":
        blame = _first(text, "blame") if kind == "nominal" else None
        return _first(text, "untrue") or blame or _first(text, "worth") or usual
    if usual == "propose":
        return _first(text, "yield") or usual
    if usual == "promise" and kind == "nominal":
        return _first(text, "doom", "noun") or usual  # "a promis l'enfer", "a renouvelé son appel"
    if usual == "promise" and kind == "speech" and _threatens(text):
        return "threaten"
    if usual == "threaten" and kind in ("speech", "clause"):
        return usual if _threatens(text) else _refined(text, "assert")
    if usual == "request" and kind == "speech" and text.rstrip(' »"”').endswith("?"):
        return "ask"
    if usual not in OPEN and not (usual == "request" and kind == "speech"):
        return usual
    if kind == "nominal":
        named = OPENING.sub("", text)
        return _first(named, "noun") or _first(named, "value") or usual
    if kind == "infinitive" and usual == "assert":
        return "promise"
    return _refined(text, usual)


def answer_act(question: str, answer: str) -> SpeechAct:
    """The act of speech of an answer in an interview: that of its words, else the one that the question asks for."""
    worded = act_of("assert", answer)
    asked = _first(question.replace("’", "'"), "asked") if worded == "assert" else None
    return asked or worded


def bids_come(content: str) -> bool:
    """Whether what somebody is invited to is a visit, a meeting or a seat, so that the invitation is an offer."""
    return _first(content.replace("’", "'"), "come") is not None


def is_foretold(content: str) -> bool:
    """Whether nothing but a future tense makes an announcement of a content."""
    text = content.replace("’", "'")
    return _first(text, "words", "value", "untrue") is None and _first(text, "future") is not None


def _threatens(text: str) -> bool:
    lower = text.lower()
    return any(
        row.act == "threaten" and row.fits(text, lower) for row in _patterns("words", "value", "untrue")
    )


def _refined(text: str, usual: SpeechAct) -> SpeechAct:
    return _first(text, "words", "value", "untrue", "future") or usual
