"""Where a dateline, a live-blog time or a sign-off ends inside a paragraph, so that no parser reads it as words."""

import re
from functools import cache

from depeche.lexicon import cell_values, table
from depeche.reading.page.cues import expand
from depeche.reading.page.fold import fold
from depeche.reading.page.signatures import agency_pattern, is_end_mark, places

_HEAD = 120  # characters: no dateline is longer
_TIME = re.compile(
    r"[•·*\s-]*\d{1,2}\s?[hH:]\s?\d{2}(?:\s*(?:GMT|TU|UTC))?\s*(?:[•·–—|:>-]+\s*|\s+(?=[A-ZÀ-Ý«\"“]))"
)
_RECORDED = re.compile(
    r"(?:^|(?<=[.!?»”\"] ))\(?(?:Propos|Témoignages?)\s+(?:recueillis|traduits)\b[^.!?]{0,90}[.)]?\s*$"
)
_INITIALS = re.compile(r"\s+\(?[a-zA-Z]{1,5}(?:/[a-zA-Z]{1,6}){1,4}\)?\s*$")
_DAY = r"(?:[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche)"
_CAP = "A-ZÀ-ÝŞŠŽČŁİ"


def _half_capital() -> set[str]:
    """Towns and bodies with a word in small letters that no particle explains: "Nations unies"."""
    found = {"Nations unies"}
    for row in table("states"):
        for name in (*cell_values(row["capital_fr"]), *cell_values(row["regions_cities"]), row["name_fr"]):
            if any(len(word) > 4 and word.islower() for word in name.split()):
                found.add(name)
    return found


@cache
def _place_and_date() -> tuple[str, str]:
    """Patterns of a dateline's place and of its day."""
    month = expand("{MONTH}").replace("e", "[eé]").replace("u", "[uû]")
    word = rf"[{_CAP}][\w'’.-]*"
    known = "|".join(re.escape(name) for name in sorted(_half_capital(), key=lambda name: (-len(name), name)))
    place = rf"(?:{known}|{word})(?:[ -](?:{word}|(?:de|du|des|la|le|les|al|el|sur|en|d[’']|l[’'])(?=[ {_CAP}])))*"
    date = (
        rf"(?:{_DAY},?\s+)?(?:[Ll]e\s+)?(?:\d{{1,2}}(?:er)?\s+(?i:{month})\.?(?:,?\s+\d{{4}})?"
        rf"|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})(?:,?\s+(?:à\s+)?\d{{1,2}}\s?[h:]\s?(?:\d{{2}})?)?"
    )
    return place, date


@cache
def _enclosed() -> re.Pattern[str]:
    """A dateline in parentheses: "(Ouagadougou, 17 septembre 2021). Le président …"."""
    place, date = _place_and_date()
    return re.compile(rf"\({place},\s+{date}\)\s*[.:–—-]*\s+(?=[{_CAP}«\"“‘'’]|l[’'])")


@cache
def _dateline() -> re.Pattern[str]:
    place, date = _place_and_date()
    return re.compile(
        rf"\(?(?P<place>{place}(?:\s*[/,]\s*(?!(?i:{_DAY})){place})*)?(?P<land>\s*\([{_CAP}][^()]{{1,40}}\))?\)?"
        rf"\s*[,.]?\s*(?P<date>{date})?\s*,?\s*(?P<credit>\([^()]{{2,50}}\)|/?[{_CAP}]{{2,8}}/)?"
        rf"\s*(?P<sep>--+|[–—-]|:|\||\.\s*[–—-]+)?\s*(?=[{_CAP}«\"“‘'’\d]|l[’'])"
    )


def dateline_end(raw: str, *, first: bool) -> int:
    """Length of the dateline that opens a paragraph, 0 where there is none.

    `first` says that the paragraph is among the first of its article, where "(Lima) Le Pérou" and "Mascate: Le
    sultanat" are datelines; later only one with a date or an agency counts.
    """
    enclosed = _enclosed().match(raw[:_HEAD])
    if enclosed:
        return enclosed.end()
    found = _dateline().match(raw[:_HEAD])
    if found is None or found.end() == 0:
        return 0
    place, sep = found["place"] or "", found["sep"] or ""
    brackets = [
        part for part in (found["credit"], found["land"], place if raw.startswith("(") else "") if part
    ]
    credited = any(agency_pattern().search(part) for part in brackets)
    parenthesised = raw.startswith("(") and raw[: found.end()].count("(") == raw[: found.end()].count(")")
    known = bool(place) and all(fold(part.strip()) in places() for part in re.split(r"[/,]", place))
    capital = bool(place) and place.isupper() and len(place) > 3
    if credited and (sep or place or found["date"] or raw.startswith("(")):
        return found.end()
    if found["date"] and place and sep:
        return found.end()
    if not first or not place:
        return 0
    if sep and sep != ":" and (known or capital):
        return found.end()
    if sep == ":" and known and raw[: found.end()].rstrip()[-1:] == ":":
        return found.end()
    if raw.startswith("(") and parenthesised and known and not sep:
        return found.end()
    return 0


def is_dateline(raw: str) -> bool:
    """Whether a line is a dateline alone: "TUNIS / ANKARA", "ANKARA —", "Le Caire, 3 mai (AFP) -"."""
    bare = raw.strip(" –—-:|.")
    if not bare or len(raw) > 80 or bare.isdigit():
        return False
    if bare != raw.strip() and dateline_end(f"{raw.strip()} A", first=True):
        return True
    plain = agency_pattern().sub("", bare).strip(" ,()–—-")
    if plain != bare and dateline_end(f"{plain} – A", first=True):
        return True
    parts = [fold(part.strip()) for part in re.split(r"[/,]| et ", bare)]
    return all(part in places() for part in parts)


def time_end(raw: str) -> int:
    """Length of the time that opens an entry of a live blog ("18h42 • "), 0 where there is none."""
    found = _TIME.match(raw)
    return found.end() if found and found.end() < len(raw) else 0


def sign_off_start(raw: str) -> int:
    """Where a sign-off begins at the end of a paragraph ("– VNA", "(AFP)", "Fin"); its length where none does."""
    best = len(raw)
    tail_from = max(0, len(raw) - 60)
    tail = raw[tail_from:]
    credit = re.search(
        r"\s*(?:[–—-]+\s*|\()(?:(?:[Aa]vec|[Ss]ource ?:?|©)\s+)?(?:l[’'])?([^()–—]{2,40})\)?[\s.]*$", tail
    )
    if credit:
        name = credit.group(1).strip(" .")
        left = re.sub(r"[\s/,&+-]|\bavec\b|\bet\b|\bagences?\b", "", agency_pattern().sub("", name))
        if agency_pattern().search(name) and not left:
            best = tail_from + credit.start()
    initials = _INITIALS.search(tail)
    if initials and tail[: initials.start()].rstrip().endswith((".", "!", "?", "»", '"', "”", ")")):
        best = min(best, tail_from + initials.start())
    last = re.search(r"(?<=[.!?»”\"])\s+(\w+)\.?\s*$", tail)
    if last and is_end_mark(fold(last.group(1))):
        best = min(best, tail_from + last.start())
    recorded = _RECORDED.search(raw)
    if recorded:
        best = min(best, recorded.start())
    return best
