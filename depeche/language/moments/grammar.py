"""The grammar of French time expressions: what stands where, before anything is resolved.

Patterns read a normalised text (lower case, straight apostrophes, one plain blank for each special one) of the same
length as the raw text, so that offsets stay. A blank in a pattern stands for any number of blanks; names in braces
are the pieces of `words.fragments`. Points name a stretch of the calendar; wrappers stand around points.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from depeche.language.moments.traps import is_trap
from depeche.language.moments.words import fragments, values


class Expression(NamedTuple):
    """A time expression found in a text: half-open offsets, the rule that found it, and its named parts.

    `parts` maps a group of the rule's pattern to its normalised text, `places` to its offsets.
    """

    start: int
    end: int
    rule: str
    parts: dict[str, str]
    places: dict[str, tuple[int, int]]

    def moved(self, by: int) -> "Expression":
        """The same expression with offsets counted from `by` characters earlier."""
        places = {group: (start + by, end + by) for group, (start, end) in self.places.items()}
        return Expression(self.start + by, self.end + by, self.rule, self.parts, places)


# Order decides: the first pattern that matches at a place wins.
POINTS: tuple[tuple[str, str], ...] = (
    (
        "numeric",
        r"(?:\d{4}-\d\d-\d\d|\d{4}/\d\d/\d\d|\d{4}\.\d\d\.\d\d)(?:t\d\d:\d\d[\d:.+z-]*)?(?![\d/-])|"
        r"\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)(?:\d{4}|\d\d)(?![\d/]|\.\d)",
    ),
    (
        "day",
        r"(?:ce |le )?(?:(?P<w>{W}),? (?:le )?)?(?P<d>{D}) (?P<m>{M})(?: (?:de l'année )?(?P<y>{Y}))?"
        r"(?: (?P<mod>{MOD}))?(?: (?:à )?{PART})?",
    ),
    ("short_numeric", r"(?:le |ce )(?P<d>{D2})/(?P<m>0[1-9]|1[0-2])(?![/\d])"),
    (
        "weekday_day",
        r"(?:ce |le )?(?P<w>{W}) (?:le )?(?P<d>{D})(?: {PART})?(?=\s*(?:[,.;:)»!?–—]|$|à |au |en |et |le |"
        r"la |les |l'))",
    ),
    (
        "phase",
        r"(?:(?:la |le |au |en |à la )?(?P<phase>fin|début|debut|mi|milieu|courant|"
        r"{O} (?:semaine|quinzaine)))(?:-| )(?:de |du |d')?"
        r"(?:la |le |l')?(?P<inner>{MONTHISH})",
    ),
    (
        "month",
        r"(?:(?:au |ce |le )?mois (?:de |d'))?(?P<m>{LM})(?: (?:de l'année )?(?P<y>{Y}))?(?: (?P<mod>{MOD}))?",
    ),
    ("weekday", r"(?:ce |le )?(?P<w>{W})(?: (?P<mod>{MOD}|en huit|en quinze))?(?: {PART})?"),
    ("adverb", r"(?P<adv>{ADV})(?: {PART})?"),
    ("anaphor", r"(?P<ana>{ANA})(?: {PART})?"),
    ("period_same", r"(?:(?:la |le )même (?P<p>{PERIOD})|(?:cette |ce |cet )(?P<q>{PERIOD})-là)"),
    ("period_this", r"(?:cette |ce |cet )(?:même )?(?P<p>{PERIOD}|{S})(?:-ci)?(?!-là)"),
    ("period_modified", r"(?:la |le |l')?(?P<p>{PERIOD}|{S}) (?P<mod>{MOD})"),
    (
        "season",
        r"(?:le |au |l'|à l')(?P<s>{S})(?: (?:de )?(?P<y>{Y})(?:[-–/](?P<y2>{Y}))?)?|"
        r"(?P<s2>{S}) (?:de )?(?P<y3>{Y})(?:[-–/](?P<y4>{Y}))?",
    ),
    (
        "part_of_year",
        r"(?:le |au )?(?P<o>{O}) (?P<p>trimestre|semestre)"
        r"(?: (?:de |d')?(?:(?P<y>{Y})|(?P<rel>(?:l'année|l'an|cette année)(?: (?P<mod>{MOD}))?)))?",
    ),
    ("decade", r"(?:les )?années (?:(?P<n>(?:1[6-9]|20)?\d0)(?!\d)|(?P<tens>{N})(?!\w))"),
    ("year", r"(?:l')?(?:(?:année|an) )?(?P<y>{Y})"),
    ("feast", r"(?:le )?(?P<feast>{FEAST})(?: (?P<y>{Y}))?"),
)
WRAPPERS: tuple[tuple[str, str], ...] = (
    ("night", r"(?:dans |de |durant |pendant |au cours de )?(?:la )?nuit (?:de |du )"
              r"(?:(?P<a>{POINT}|{D}) (?:à |au )(?P<b>{POINT})|(?P<c>{POINT}))"),
    ("day_range", r"(?P<pre>du |les |des |entre le |le )?(?:{W} )?(?P<d>{D})(?: (?P<m>{M})(?: (?P<y>{Y}))?)?"
                  r"(?P<mid> au | à | et |-|–| - | – |, {D} et |, {D}, {D} et )(?:le |les )?(?:{W} )?(?P<d2>{D}) "
                  r"(?P<m2>{M})(?: (?P<y2>{Y}))?(?: (?P<mod>{MOD}))?"),
    ("weekday_range", r"(?:du |de |entre )(?P<w>{W})(?: (?P<mod>{MOD}))? (?:à|au|et) (?P<w2>{W})"
                      r"(?: (?P<mod2>{MOD}))?(?: {PART})?(?! {D} {M})"),
    ("weekday_pair", r"(?:ce |ces )?(?P<w>{W}) (?:et|puis) (?:ce )?(?P<w2>{W})(?: (?P<mod2>{MOD}))?(?: {PART})?"
                     r"(?! {D} {M})"),
    ("range", r"(?:de |du |d'|entre )(?:la |le |l')?(?P<a>{MONTHISH}) (?:à |et |au |jusqu'à |jusqu'en )(?:la |le |l')?"
              r"(?P<b>{MONTHISH})"),
    ("month_pair", r"(?P<m>{LM})(?: et |-|–| puis )(?:en )?(?P<m2>{LM})(?: (?P<y>{Y}))?"),
    ("year_range", r"(?P<y>{Y})(?:[-–/]| et | à )(?P<y2>{Y})"),
    ("not_before", r"pas avant (?:le |la |l')?(?P<p>{POINT})"),
    ("since", r"depuis (?:la |le |l')?(?P<p>{POINT})"),
    ("since_count", r"(?:depuis|voilà|voici|cela fait|ça fait) (?P<about>{ABOUT} ?)?(?P<n>{N}) ?(?P<u>{U})"),
    ("until_midnight", r"(?:à compter de |dès |à partir de )minuit"),
    ("until", r"(?:d'ici(?: à| au)?|jusqu'(?:à|au|en)|jusque|avant|au plus tard(?: en)?) (?:le |la |l')?(?P<p>{POINT})|"
              r"jusqu'(?P<p2>(?:à |au |en |aux ){POINT})"),
    ("deadline", r"(?:d'ici(?: à)?|sous|dans les|dans un délai de) (?P<about>{ABOUT} ?)?(?P<n>{N}) "
                 r"(?:prochaine?s )?(?P<u>{U})(?: à venir| qui viennent| prochaine?s| suivante?s)?(?! derni)"),
    ("recent", r"(?:les|ces|au cours des|des|durant les) "
               r"(?:(?P<n>{N}) (?P<mod>(?:dernier|dernière|prochain|prochaine)s)|"
               r"(?P<mod2>(?:dernier|dernière|prochain|prochaine)s) (?P<n2>{N})) (?P<u>{U})"),
    ("ago", r"il y a (?P<about>{ABOUT} ?)?(?P<n>{N}) ?(?P<u>{U})"),
    ("ahead", r"dans (?P<about>{ABOUT} ?)?(?P<n>{N}) ?(?P<u>{U})"),
    ("offset", r"(?P<about>{ABOUT} ?)?(?P<n>{N}) ?(?P<u>{U}) (?:à peine |seulement |exactement |jour pour jour )?"
               r"(?P<way>plus tôt|plus tard|auparavant|après cela|avant cela|après|avant)(?![\w-])"),
    ("eve", r"(?:à )?(?P<ana>la veille|l'avant-veille|au lendemain|dès le lendemain|le lendemain|le surlendemain) "
            r"(?:de |du |d')(?P<p>{POINT})"),
    ("approximate", r"(?:vers|autour du?|aux alentours du?|aux environs du?)(?: le| la| l')? (?P<p>{POINT})"),
)  # fmt: skip
MONTHISH = ("phase", "month", "period_this", "period_modified", "season", "part_of_year", "year")
_BARE_PERIOD = r"{PERIOD}"  # "la fin du mois", "d'ici la fin de l'année"
_NAME = re.compile(r"\?P<\w+>")


def normalise(text: str) -> str:
    """The text that patterns read: of the same length, lower case, with plain blanks and straight apostrophes."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals have no small letter of one character
        lower = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)
    for char, plain in _PLAIN:  # several times faster than one `translate`
        lower = lower.replace(char, plain)
    return lower


_PLAIN = (("’", "'"), ("ʼ", "'"), ("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("\t", " "), ("‑", "-"))


def _fill(pattern: str, extra: dict[str, str]) -> str:
    pieces = fragments() | {"D2": r"(?:0[1-9]|[12]\d|3[01])"} | extra
    return re.sub(r"\{([A-Z]\w*)\}", lambda found: pieces[found[1]], pattern)


@cache
def _sources() -> dict[str, str]:
    """Each rule's pattern with all pieces filled in; blanks still single."""
    filled: dict[str, str] = {}
    plain = {name: pattern for name, pattern in POINTS if name != "phase"}
    for name, pattern in plain.items():
        filled[name] = _fill(pattern, {})
    nameless = {name: _NAME.sub("?:", pattern) for name, pattern in filled.items()}
    inner = "|".join([*(nameless[name] for name in MONTHISH if name != "phase"), _fill(_BARE_PERIOD, {})])
    phase = _fill(dict(POINTS)["phase"], {"MONTHISH": f"(?:{inner})"})
    filled["phase"] = phase
    nameless["phase"] = _NAME.sub("?:", phase)
    monthish = "(?:" + "|".join(nameless[name] for name in MONTHISH) + ")"
    point = "(?:" + "|".join(nameless[name] for name, _ in POINTS) + ")"
    for name, pattern in WRAPPERS:
        filled[name] = _fill(pattern, {"POINT": point, "MONTHISH": monthish})
    return filled


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r" (\??)", lambda found: " *" if found[1] else " +", pattern))


@cache
def _rule(name: str) -> re.Pattern[str]:
    return _compile(_sources()[name])


@cache
def _master() -> re.Pattern[str]:
    order = [name for name, _ in WRAPPERS] + [name for name, _ in POINTS]
    parts = [f"(?P<{name}>{_NAME.sub('?:', _sources()[name])})" for name in order]
    return _compile("(?:" + "|".join(parts) + r")(?!\w)")


_WORD = re.compile(r"\w+")
_CUT = re.compile(r"(\w+)")
_INNER = "/.,-"  # behind these no expression begins
_LEAD = 12  # words before the first core word of an expression ("dans un délai de un peu plus de vingt et un jours")
_LITERAL = re.compile(r"[^\W\d_]+")


@cache
def openings() -> frozenset[str]:
    """The words that an expression without a figure in its first word may begin with, and some more.

    The whole grammar is tried only where one of them stands: in French prose, at every second word.
    """
    patterns = " ".join(pattern for _, pattern in (*POINTS, *WRAPPERS))
    patterns = re.sub(r"\?P<\w+>|\{\w+\}|\\\w", " ", patterns)
    kinds = ("weekday", "month", "month_short", "numeral", "round_numeral", "unit", "season", "ordinal", "about",
             "day_adverb", "day_anaphor", "daypart", "period", "feast", "modifier")  # fmt: skip
    first = (_LITERAL.match(word) for kind in kinds for word in values(kind))
    return frozenset(_LITERAL.findall(patterns)) | {found[0] for found in first if found}


@cache
def cores() -> frozenset[str]:
    """Words of which every expression without a figure has one: a word of each name of a day, month, unit …"""
    kinds = (
        "weekday",
        "month",
        "month_short",
        "unit",
        "season",
        "day_adverb",
        "day_anaphor",
        "period",
        "feast",
    )
    names = (_WORD.findall(word) for kind in kinds for word in values(kind))
    return frozenset(max(words, key=len) for words in names) | {"trimestre", "semestre", "minuit"}


def _starts(plain: str) -> list[int]:
    """Where an expression may begin: at a word that can open one, with a core word or a figure soon behind it."""
    may_open, core = openings(), cores()
    found: list[int] = []
    waiting: list[tuple[int, int]] = []  # words since the last core word that can open one: number and place
    pieces = _CUT.split(plain)  # blanks and marks, and at the odd places words
    place = len(pieces[0])
    for number in range(1, len(pieces), 2):
        word = pieces[number]
        figure = not word.isalpha()
        if figure or word in may_open:
            before = pieces[number - 1]
            if not before or before[-1] not in _INNER:
                waiting.append((number, place))
        if figure or word in core:
            found += [start for opener, start in waiting if number - opener < 2 * _LEAD]
            waiting.clear()
        place += len(word) + len(pieces[number + 1])
    return found


@lru_cache(maxsize=64)
def expressions_of(block: str) -> tuple[Expression, ...]:
    """The time expressions of a block: asked when the page is dated, and again soon after when the block is parsed."""
    return tuple(find_expressions(block))


def find_expressions(text: str) -> Iterator[Expression]:
    """The time expressions of a raw text, left to right, without overlaps."""
    plain = normalise(text)
    master, position = _master(), 0
    for start in _starts(plain):
        found = master.match(plain, start) if start >= position else None
        if found is None:
            continue
        name = found.lastgroup
        expression = None
        if name is not None:
            named = text[found.start() : found.end()] in values("named_day")
            expression = _expression(name, plain, found.start(), found.end())
            expression = expression and expression._replace(rule="named_day") if named else expression
        if expression is not None and not is_trap(
            expression.rule, expression.parts, text, plain, found.start(), found.end()
        ):
            yield expression
            position = found.end()


def read_point(plain: str, place: tuple[int, int]) -> Expression | None:
    """The point that a stretch of normalised text names, or None."""
    for name in [name for name, _ in POINTS]:
        expression = _expression(name, plain, *place)
        if expression is not None:
            return expression
    bare = re.compile(_fill(_BARE_PERIOD, {})).fullmatch(plain, *place)
    if bare:
        return Expression(*place, "period_bare", {"p": bare[0]}, {"p": place})
    return None


def _expression(name: str, plain: str, start: int, end: int) -> Expression | None:
    found = _rule(name).fullmatch(plain, start, end)
    if found is None:
        return None
    parts = {group: text.strip() for group, text in found.groupdict().items() if text}
    return Expression(start, end, name, parts, {group: found.span(group) for group in parts})
