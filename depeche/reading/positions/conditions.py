"""The condition on which somebody accepts: "à condition que …", "seulement si …", "tant que … n'aura pas …"."""

import re
from typing import NamedTuple

from depeche.model import Span
from depeche.reading.openings import openings

_CUES = (
    r"\bà (?:la )?(?:seule )?condition(?:, [^,;.]{3,40},)? (?:que |qu'|de |d')",
    r"\bpourvu (?:que |qu')",
    r"\bsous réserve (?:que |qu'|de |d'|du )",
    r"\bpour autant (?:que |qu')|\bpour peu (?:que |qu')",
    r"\b(?:mais |et )?(?:seulement|uniquement) si |\bque si |\bsauf si |"
    r"\b(?:seulement|uniquement|que|sauf) s'(?=ils? |elles? )",
    r"\bà moins (?:que |qu'|de )",
    r"\bdès lors (?:que |qu')",
    r"\baussi longtemps (?:que |qu')(?=[^.;»”]{0,60}\bn(?:e |'))",
    r"\bmoyennant |\ben échange (?:de |d'|du )",
    r"\bau préalable\b",
    r"\b(?:subordonn|conditionn)\w+ [^.,;»”]{2,60}? (?:à |au |aux )",
    r"\b(?:prête?s?|disposée?s?) à [^.;»”]{3,90}? (?:si |s'(?=ils? |elles? ))",
)
_CUE = re.compile("|".join(_CUES), re.IGNORECASE)
_LETTERS = tuple(dict.fromkeys(openings("|".join(_CUES))))  # one of these stands in each cue
# A refusal that lasts until something is done, or a promise that lasts as long as something does.
_AS_LONG = re.compile(
    r"\b(?P<cue>tant (?:que |qu'))(?P<not>[^.;»”]{0,60}\b(?:n(?:e |')|sans ))?", re.IGNORECASE
)
_WITHHELD = re.compile(
    r"\bn(?:e |')|\b(?:refus|exclu|suspend|suspens|gel|report|bloqu|ferm|impossible|hors de question|inacceptable|"
    r"aucune?\b|pas de\b|sans\b|rest|demeur|mainten|mainti)",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:engag|promet|promis|accept|consent|renonc|assur|exclu|refus|impossible|hors de question|pas question)\w*",
    re.IGNORECASE,
)
# What there is nothing without: "pas de dialogue sans excuses", "ne viendra pas avant que les tirs ne cessent".
_LACK = re.compile(
    r"\b(?:pas|point|aucune?|jamais) (?:de |d')?[^.,;:!?]{3,60}? (?P<cue>sans (?!doute|délai|cesse|attendre|précédent|"
    r"ambages|équivoque|fin\b|relâche|surprise|fard|ciller|que |qu'|\w+er\b|\w+ir\b))"
    r"|\bn(?:e |')\w+(?:ra|ront|rons|rai|rait|raient)\b[^.;:]{0,80}? (?P<until>avant (?:que |qu'))",
    re.IGNORECASE,
)
# A time that is a condition for who is willing to act then: "prêt à signer dès que", "reviendra le jour où".
_WILLING = re.compile(
    r"\b(?:prête?s?|disposée?s?|ouverte?s?|engag(?:ée?s?|e|ent|er|era|eront)|accept\w+|consent\w+|promet\w*|promis\w*|"
    r"(?:re)?(?:viend|prend|ouvri|joind|noue|connaît|lance)r\w+|(?:sign|ratifi|lèv|particip|contribu|négoci|coopér)er\w+|"
    r"(?:retirer|libérer|normaliser|discuter|dialoguer)\w{1,5})\b"
    r"[^.;:]{0,140}?(?P<cue>\b(?:dès (?:que |qu')|"
    r"une fois (?:que |qu'|(?=(?:l[ae]|les|une?|ce|cet|cette|leur|son|sa) |l'))|"
    r"sitôt (?:que |qu')|"
    r"(?:le jour|au moment|à partir du (?:jour|moment))(?: même)?[ »”\"]{0,3} ?où ))",
    re.IGNORECASE,
)
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
    return Span(span.start + found.begin, span.start + found.end) if found else None


class _Found(NamedTuple):
    """Where the words that introduce a condition begin and end in a sentence, and what they are."""

    begin: int
    end: int
    words: str


def _find_cue(plain: str) -> _Found | None:
    lower = plain.lower()
    if any(map(lower.__contains__, _LETTERS)) and (found := _CUE.search(plain)):
        return _Found(found.start(), found.end(), found[0])
    found = _find_duration(plain) or _WILLING.search(plain) or _LACK.search(plain)
    if found is None:
        return None
    name = "until" if found.groupdict().get("until") else "cue"
    return _Found(found.start(name), found.end(name), found[name])


def _find_wide(plain: str) -> _Found | None:
    found = _WIDE.search(plain)
    return _Found(found.start(), found.end(), found[0]) if found else None


def _find_duration(plain: str) -> re.Match[str] | None:
    """Where "tant que" stands, if what lasts so long is a refusal or a promise and no mere doing."""
    found = _AS_LONG.search(plain)
    if found is None:
        return None
    main = plain[: found.start()] + plain[found.end() :].partition(",")[2]
    return found if (_WITHHELD if found["not"] else _SETTLED).search(main) else None


def _plain(text: str, span: Span) -> str:
    return span.of(text).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def find_condition(text: str, span: Span, *, wide: bool = False) -> Span | None:
    """Where the condition stands in a sentence, without the word that introduces it; None where there is none.

    With `wide` a plain "si", an imperative and a prior demand count too: for acts known to hang on a condition.
    """
    plain = _plain(text, span)
    found = _find_cue(plain) or (_find_wide(plain) if wide else None)
    if found is None or (found.words.lower().endswith(("si ", "s'")) and _POLITE.match(plain, found.end)):
        return None
    end = _END.search(plain, found.end)
    start, stop = found.end, end.start() if end else len(plain)
    if found.words.lower().strip().endswith(("préalable", "si")) and stop - start < 3:
        start, stop = found.begin, found.end
    inside = plain[start:stop]
    start += len(inside) - len(inside.lstrip(' «“"'))
    return Span(span.start + start, span.start + start + len(inside.strip(' «“"')))
