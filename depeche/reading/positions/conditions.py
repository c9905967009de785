"""The condition on which somebody accepts: "à condition que …", "seulement si …", "tant que … n'aura pas …"."""

import re

from depeche.model import Span
from depeche.reading.openings import openings

_CUES = (
    r"\bà (?:la )?(?:seule )?condition (?:que |qu'|de |d')",
    r"\bpourvu (?:que |qu')",
    r"\bsous réserve (?:que |qu'|de |d'|du )",
    r"\bpour autant (?:que |qu')|\bpour peu (?:que |qu')",
    r"\b(?:mais |et )?(?:seulement|uniquement) si |\bque si |\bsauf si |"
    r"\b(?:seulement|uniquement|que|sauf) s'(?=ils? |elles? )",
    r"\bà moins (?:que |qu'|de )",
    r"\bdès lors (?:que |qu')",
    r"\btant (?:que |qu')",
    r"\baussi longtemps (?:que |qu')(?=[^.;»”]{0,60}\bn(?:e |'))",
    r"\bmoyennant |\ben échange (?:de |d'|du )",
    r"\bau préalable\b",
    r"\b(?:subordonn|conditionn)\w+ [^.,;»”]{2,60}? (?:à |au |aux )",
    r"\b(?:prête?s?|disposée?s?) à [^.;»”]{3,90}? (?:si |s'(?=ils? |elles? ))",
)
_CUE = re.compile("|".join(_CUES), re.IGNORECASE)
_LETTERS = tuple(dict.fromkeys(openings("|".join(_CUES))))  # one of these stands in each cue
# What politeness leaves open is no condition: "s'ils le souhaitent", "si elles en sont d'accord".
_POLITE = re.compile(
    r"[\w'’ -]{0,40}?\b(?:(?:le |la )(?:souhait|désir|veu|voul)|en (?:sont|étaient|seraient) d'accord)",
    re.IGNORECASE,
)
_WIDE = re.compile(
    r"\b(?:si |s'(?=il)|en cas (?:de |d')|faute (?:de |d')|à défaut (?:de |d')|suspendue? (?:à |au ))|"
    r"(?<=«)\s?que (?=nos|les|la|le|l')|\bque (?=nos\b)|(?<=: )«?\s?pas de ",
    re.IGNORECASE,
)
_END = re.compile(
    r"[;»”\".]|,? (?:a-t-|ont-ils|a (?:assuré|déclaré|prévenu|précisé|indiqué|ajouté)|prévient|selon )"
)


def find_cue(text: str, span: Span) -> Span | None:
    """Where the words stand that introduce a condition in a sentence; None where there are none."""
    found = _find_cue(_plain(text, span))
    return Span(span.start + found.start(), span.start + found.end()) if found else None


def _find_cue(plain: str) -> re.Match[str] | None:
    lower = plain.lower()
    return _CUE.search(plain) if any(map(lower.__contains__, _LETTERS)) else None


def _plain(text: str, span: Span) -> str:
    return span.of(text).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def find_condition(text: str, span: Span, *, wide: bool = False) -> Span | None:
    """Where the condition stands in a sentence, without the word that introduces it; None where there is none.

    With `wide` a plain "si", an imperative and a prior demand count too: for acts known to hang on a condition.
    """
    plain = _plain(text, span)
    found = _find_cue(plain) or (_WIDE.search(plain) if wide else None)
    if found is None or (found[0].lower().endswith(("si ", "s'")) and _POLITE.match(plain, found.end())):
        return None
    end = _END.search(plain, found.end())
    start, stop = found.end(), end.start() if end else len(plain)
    if found[0].lower().strip().endswith(("préalable", "si")) and stop - start < 3:
        start, stop = found.start(), found.end()
    inside = plain[start:stop]
    start += len(inside) - len(inside.lstrip(' «“"'))
    return Span(span.start + start, span.start + start + len(inside.strip(' «“"')))
