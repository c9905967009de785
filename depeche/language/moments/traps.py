"""What only looks like a time expression: the planet Mars, Avril Haines, "plus de 2000 soldats", "à ce jour"."""

import re

from depeche.language.moments.words import count, value, values

_SENTENCE_START = re.compile(r"(?:^|[.!?:;«»\"“”(–—•|…\n-]|, )\s*$")
_BEFORE_YEAR = re.compile(
    r"(?:^|[\s('])(?:en|de|d'|depuis|dès|avant|après|pour|vers|horizon|fin|an|année|jusqu'en|\() ?$"
)
_BEFORE_MONTH = re.compile(r"(?:^|[\s('-])(?:en|fin|début|debut|mi|courant|depuis|dès|mois de|mois d')[ -]?$")
_BEFORE_FEAST = re.compile(
    r"(?:^|[\s('])(?:à|avant|de|d'ici|d'ici à|jusqu'à|après|pour|du|le|au|depuis|dès) ?$"
)
_ONE_MONTH = re.compile(r"(?:^|\s)(?:le|du|au|ce|chaque) $")
# A plural noun after four digits makes them a quantity; these words are no nouns.
_NOUN_AFTER = re.compile(
    r" (?!(?:dans|sous|après|depuis|sans|pas|puis|alors|plus|trois|vers|nos|vos|ses|ces|des|les|mais|mes|tes|plusieurs|"
    r"lors|chez|très|moins|dès|près|hors|leurs|certains|certaines|deux|six|dix|aux|eux|ils|elles|nous|vous|envers|"
    r"toujours|jamais|selon|ainsi|aussi|quelques|entre|visant|avec|contre)\b)"
    r"(?:[a-zà-ÿ-]{3,}[sx]|%|km|kg|euros?|dollars?|mètres?|m|tonnes?|personnes?|soldats?|milli\w+)(?![\w-])"
)
_FIXED_AFTER = re.compile(
    r" (?:saint|gras|noir|sanglant|des cendres|des rameaux|de pâques|de pentecôte|arabes?|érable|de prague|indien|"
    r"nucléaire|européen)\b"
)
_OF = re.compile(r" (?:de |du |d'|des )(?!cela|là|ça)")
_PROGRAMME = re.compile(r"(?:mission|programme|rover|planète|sonde|opération|vision|agenda|objectif) $")
COUNTED = ("since_count", "deadline", "recent", "ago", "ahead", "offset")


def is_trap(rule: str, parts: dict[str, str], text: str, plain: str, start: int, end: int) -> bool:
    """Whether a match of a rule is no time expression where it stands.

    `text` is the raw text and `plain` its normalised form, of the same length; offsets count in both.
    """
    before, after = plain[max(0, start - 24) : start], plain[end : end + 24]
    if rule in COUNTED:
        return _is_short(parts) or (rule in ("ago", "ahead") and bool(_OF.match(after)))
    if rule in ("year", "year_range"):
        return _is_quantity(rule, plain[start:end], before, after)
    if rule == "range":
        return bool(_NOUN_AFTER.match(after)) and parts["b"].isdigit()
    if rule == "numeric":
        return not _is_calendar(plain[start:end])
    capital = text[start].isupper() and not text[start:end].isupper()
    if rule == "month":
        return _is_name(parts, capital, before)
    if rule == "weekday":
        inside = (
            capital and plain[start] != "c" and not _SENTENCE_START.search(text[max(0, start - 24) : start])
        )
        return inside or bool(_FIXED_AFTER.match(after))
    if rule == "season":
        own_capital = parts.get("s") and text[end - len(parts["s"])].isupper()
        return bool(_FIXED_AFTER.match(after)) or bool(own_capital and "y" not in parts)
    if rule == "feast":
        return "-" not in parts["feast"] and (
            not _BEFORE_FEAST.search(before) or text[end + 1 : end + 2].isupper()
        )
    if rule == "anaphor":
        return bool(_OF.match(after)) or before.endswith("du ")
    if rule == "adverb":
        return parts["adv"] == "ce jour" and (before.endswith("à ") or after.startswith((" où", "-là")))
    if rule == "period_modified":
        bare_month = parts["p"] == "mois" and not plain[start:end].startswith("le ")
        return bare_month and not _ONE_MONTH.search(before)
    return False


def _is_short(parts: dict[str, str]) -> bool:
    """Whether a counted span is shorter than a day."""
    return value("unit", parts["u"]) == "hour" and count(parts.get("n") or parts["n2"]) < 24


def _is_quantity(rule: str, match: str, before: str, after: str) -> bool:
    if _NOUN_AFTER.match(after):
        return True
    if rule == "year_range" and ("-" in match or "–" in match):
        return False
    if match.startswith(("l'", "an")):
        return False
    return not (_BEFORE_YEAR.search(before) or before.endswith("entre ")) or bool(_PROGRAMME.search(before))


def _is_name(parts: dict[str, str], capital: bool, before: str) -> bool:
    if _PROGRAMME.search(before):
        return True
    if not capital or "y" in parts or "mod" in parts:
        return False
    return parts.get("m") in values("month") and not _BEFORE_MONTH.search(before)


def _is_calendar(match: str) -> bool:
    numbers = [int(part) for part in re.split(r"\D+", match[:10]) if part]
    if len(numbers) != 3:
        return False
    day, month = (numbers[2], numbers[1]) if match[:4].isdigit() else (numbers[0], numbers[1])
    return 1 <= day <= 31 and 1 <= month <= 12
