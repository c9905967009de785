"""Who signs: by-lines, agency credits and datelines. They are part of the article, but not of its sentences."""

import re
from functools import cache

from depeche.lexicon import cell_values, table
from depeche.reading.page.cues import expand
from depeche.reading.page.fold import fold

_LONGEST = 160  # characters of a by-line
_PAR = re.compile(
    r"\W*(?:[\w’'. -]{2,20}\s*/\s*)?(?:[Pp]ar|PAR|[Bb]y|BY|De|Texte par|Textes?)\s*:?\s+"
    r"(?:[A-ZÀ-Ý][\w'’.-]*|la rédaction|l[’']AFP|notre|nos)(?:[\s,&|/-]|$)"
)
_NAME_WORD = r"(?:[A-ZÀ-ÝŞŠŽČŁ][\w'’.-]*|(?:de|da|di|van|von|der|den|bin|ben|ibn|el|al|le|la|du|d’|d')\b)"
_PERSON = re.compile(
    rf"\W*(?!(?:Le|La|Les|Un|Une|Des|Aux?|En|Et|Ce|À|A|De|Du)\s)[A-ZÀ-ÝŞŠŽČŁ][\w'’.-]+(?:\s+{_NAME_WORD}){{1,4}}\W*"
)
_PHOTO = re.compile(
    r"\W*(?:photos?|images?|crédits?|credits?|illustrations?|archives?|vidéo|légende)\b", re.IGNORECASE
)
_PHOTO_WORD = re.compile(r"\b(?:photos?|images?|crédits?|illustrations?|archives?|pool|via)\b", re.IGNORECASE)
_AGENCY_FIRST = re.compile(r"[^/|]{2,30}\s*[/|]")  # "AA / Ankara / Prénom Nom"
_TOKEN = re.compile(r"[^\W\d_]+", re.UNICODE)


def is_signature(raw: str, key: str) -> bool:
    """Whether a line names who wrote or sent the article, and says nothing else; `key` is its folded form."""
    if len(raw) > _LONGEST:
        return False
    return is_byline(raw, key) or is_credit(raw) or key.strip(" .()") in outlets()


def is_byline(raw: str, key: str) -> bool:
    """Whether a line begins as a by-line does: "Par …", "Propos recueillis par …", "De notre envoyé spécial"."""
    if len(raw) > _LONGEST:
        return False
    bare = key.strip(" .|()[]-*_")
    if any(pattern.fullmatch(bare) for pattern in _patterns("byline")):
        return True
    return (
        _PAR.match(raw) is not None and not raw.rstrip().endswith((".", "?", "!", ":")) and _few_verbs(bare)
    )


def _few_verbs(key: str) -> bool:
    """Whether a line after "Par" is a name and not a sentence: "Par la voix de son porte-parole, Pékin a …"."""
    return not re.search(r"\b(?:a|ont|est|sont|etait|avait|sera|il|elle|que|qui)\b", key)


def is_person(raw: str) -> bool:
    """Whether a line is nothing but a name of two to five words."""
    return len(raw) <= 60 and _PERSON.fullmatch(raw) is not None


def is_credit(raw: str) -> bool:
    """Whether a line is an agency's credit: "(ATS/AFP)", "Le Monde avec AFP", "(Xinhua/Zhou Mu) |"."""
    if len(raw) > 80 or _PHOTO.match(raw) or not agency_pattern().search(raw):
        return False
    if any(char.isdigit() for char in raw) and not raw.startswith("©"):
        return False
    allowed = 6 if _AGENCY_FIRST.match(raw) and agency_pattern().match(raw) else 3
    return names_in_credit(raw) <= allowed


def is_photo_credit(raw: str) -> bool:
    """Whether a line's last part is a photographer's credit: "LUDOVIC PETIT / AFP", "ARCHIVES REUTERS"."""
    if len(raw) > 80 or not agency_pattern().search(raw):
        return False
    bare = _PHOTO_WORD.sub(" ", raw)
    named = names_in_credit(bare)
    return named <= 4 and (bare != raw or (named > 0 and "/" in raw))


def names_in_credit(raw: str) -> int:
    """How many names stand in a credit beside its agencies; 99 where other words do."""
    tokens = _TOKEN.findall(agency_pattern().sub(" ", raw))
    names = [token for token in tokens if token.lower() not in _words("connector")]
    return len(names) if all(name[0].isupper() for name in names) else 99


@cache
def agencies() -> dict[str, tuple[str, str]]:
    """Every printed form of a wire agency, folded, with its acronym and its full name."""
    forms: dict[str, tuple[str, str]] = {}
    for row in table("organisations"):
        if row["kind"] != "agency":
            continue
        for form in (row["acronym"], row["name_fr"], *cell_values(row["aliases"])):
            if form and not form.startswith("agence "):
                forms.setdefault(fold(form), (row["acronym"], row["name_fr"]))
    return forms


@cache
def agency_pattern() -> re.Pattern[str]:
    """Finds agencies' names in raw text, as printed in the table or in capitals."""
    printed: set[str] = set()
    for row in table("organisations"):
        if row["kind"] == "agency":
            printed.update(
                form
                for form in (row["acronym"], row["name_fr"], *cell_values(row["aliases"]))
                if form and not form.startswith("agence ")
            )
    printed |= {form.upper() for form in printed if len(form) > 3}
    printed |= {form.replace("'", "’") for form in printed}
    longest_first = sorted(printed, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{_branches(longest_first, 2)})(?![\w-])")


def _branches(forms: list[str], letters: int) -> str:
    """A pattern of any of some forms, in their order, branching by their first letters: ten times faster than flat."""
    if not letters:
        return "|".join(map(re.escape, forms))
    return "|".join(
        re.escape(first) + f"(?:{_branches([form[1:] for form in forms if form[:1] == first], letters - 1)})"
        for first in dict.fromkeys(form[:1] for form in forms)
    )


@cache
def outlets() -> dict[str, str]:
    """Every printed form of a known outlet, folded, with its name."""
    forms: dict[str, str] = {}
    for row in table("organisations"):
        if row["kind"] == "outlet":
            for form in (row["name_fr"], row["acronym"], *cell_values(row["aliases"])):
                if form:
                    forms.setdefault(fold(form), form if form == row["acronym"] else row["name_fr"])
    return forms


@cache
def places() -> frozenset[str]:
    """States, capitals and towns, folded: what a dateline may begin with."""
    found: set[str] = set()
    for row in table("states"):
        for cell in (row["name_fr"], row["capital_fr"], row["regions_cities"], row["aliases"]):
            found.update(fold(name) for name in cell_values(cell))
    found |= {"nations unies", "beijing", "new york", "bruxelles", "geneve"}
    return frozenset(found)


@cache
def _patterns(form: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(expand(row["pattern"])) for row in table("signatures") if row["form"] == form)


@cache
def _words(form: str) -> frozenset[str]:
    return frozenset(row["pattern"] for row in table("signatures") if row["form"] == form)


def is_slogan(key: str) -> bool:
    """Whether a folded line is what a site says of itself: "le quotidien en ligne …", "TR EN AR FR"."""
    return any(pattern.fullmatch(key) for pattern in _patterns("slogan"))


def is_end_mark(key: str) -> bool:
    """Whether a folded word closes a dispatch ("Fin")."""
    return any(pattern.fullmatch(key) for pattern in _patterns("end"))


def has_media_word(raw: str) -> bool:
    """Whether a name has a word of outlets' names: "Radio", "Quotidien", "Matin"."""
    return any(token.lower() in _words("media") for token in _TOKEN.findall(raw))
