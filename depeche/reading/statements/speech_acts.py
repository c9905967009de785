"""Which act of speech a statement is: from its verb, and from the words of what was said.

The table `speech_acts` holds the patterns (regular expressions, without regard to case). `words` refine a verb that
only tells, the first that matches decides; `untrue` are those of them that also turn blame into denial; `noun` looks
at noun phrases; `blame` turns blame of a named deed into a charge, `worth` a judgement into praise, `yield` an
offer into a request.
"""

import re
from functools import cache
from typing import cast

from depeche.lexicon import table
from depeche.model import SpeechAct


# Acts that only say that something was told, and that the words told make more precise.
DENIED: dict[SpeechAct, SpeechAct] = {"reject": "agree", "deny": "assert"}  # "n'exclut pas de", "ne nie pas que"
OPEN: frozenset[SpeechAct] = frozenset({"assert", "announce"})


@cache
def _patterns(*uses: str) -> tuple[tuple[SpeechAct, re.Pattern[str]], ...]:
    return tuple(
        (cast(SpeechAct, row["act"]), re.compile(row["pattern"], re.IGNORECASE | re.DOTALL))
        for row in table("speech_acts")
        if row["use"] in uses
    )


def _first(text: str, *uses: str) -> SpeechAct | None:
    return next((act for act, pattern in _patterns(*uses) if pattern.search(text)), None)


def act_of(usual: SpeechAct, content: str, *, kind: str = "clause", negated: bool = False) -> SpeechAct:
    """The act of speech of a statement: that of its verb, refined by its words where the verb only tells.

    `usual` is the act that the table gives the verb, `kind` how the content is built in ("speech", "clause",
    "infinitive", "nominal"), `negated` whether the verb is ("n'exclut pas de").
    """
    text = content.replace("’", "'")
    if negated:
        return DENIED.get(usual, usual)
    if usual == "reject" and kind == "nominal" and _first(text, "untrue"):
        return "deny"
    if usual == "criticise":
        blame = _first(text, "blame") if kind == "nominal" else None
        return _first(text, "untrue") or blame or _first(text, "worth") or usual
    if usual == "propose":
        return _first(text, "yield") or usual
    if usual == "promise" and kind == "nominal":
        return _first(text, "noun") or usual  # "a renouvelé son appel"
    if usual == "threaten" and kind in ("speech", "clause"):
        return usual if _threatens(text) else _refined(text, "assert")
    if usual not in OPEN and not (usual == "request" and kind == "speech"):
        return usual
    if kind == "nominal":
        return _first(text, "noun") or usual
    if kind == "infinitive" and usual == "assert":
        return "promise"
    return _refined(text, usual)


def _threatens(text: str) -> bool:
    return any(act == "threaten" and pattern.search(text) for act, pattern in _patterns("words", "untrue"))


def _refined(text: str, usual: SpeechAct) -> SpeechAct:
    return _first(text, "words", "untrue") or usual
