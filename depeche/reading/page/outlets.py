"""Who published an article and which agencies it credits, as far as its head and foot say."""

import re

from depeche.model import Block
from depeche.reading.page.fold import fold
from depeche.reading.page.signatures import agencies, agency_pattern, has_media_word, is_person, outlets

_LEAD_LENGTH = 3_000  # characters of the first paragraph
_LEAD = re.compile(
    r"(?:rapport\w+|annonc\w+|indiqu\w+|selon|d['’]après|par|de source\w*|communiqu\w+|cit\w+ par)\s+"
    r"(?:[^,.;]{0,40}?\bpar\s+)?(?:l['’]agence(?:\s+[a-zà-ÿ]+){0,3}\s+)?$"
)
_BY = re.compile(r"^\W*(?:Par|PAR|Texte(?: par)?|Source|Publié par|Rédigé par)\s*:?\s+(?P<name>[^|–—]+?)\s*$")
_WITH = re.compile(r"[\s,]*\(?\b(?:avec|et|via)\b.*$|\s{2,}.*$", re.IGNORECASE)


def find_agencies(text: str, blocks: list[Block]) -> tuple[str, ...]:
    """The wire agencies credited in by-lines, datelines and sign-offs, or named as the source in the first paragraph.

    Each is given as printed; by its acronym where that is printed too.
    """
    printed: dict[str, list[str]] = {}
    body_seen = 0
    for block in blocks:
        raw = block.span.of(text)
        if block.kind in ("byline", "dateline"):
            found = [match.group() for match in agency_pattern().finditer(raw)]
        elif block.kind in ("body", "standfirst") and body_seen < 1:
            body_seen += block.kind == "body"
            found = [
                match.group()
                for match in agency_pattern().finditer(raw[:_LEAD_LENGTH])
                if _LEAD.search(raw[: match.start()]) and _is_agency_name(raw, match)
            ]
        else:
            continue
        for name in found:
            acronym, full = agencies()[fold(name)]
            printed.setdefault(full, []).append(acronym if fold(name) == fold(acronym) and acronym else name)
    chosen = []
    for full, forms in printed.items():
        acronym = agencies()[fold(forms[0])][0]
        chosen.append(acronym if acronym in forms else full if forms[0].isupper() and full else forms[0])
    return tuple(dict.fromkeys(chosen))


def _is_agency_name(raw: str, match: "re.Match[str]") -> bool:
    """Whether a name in the text is told as an agency's: "l'agence TAP", "Oman News Agency"; not "selon Reuters"."""
    before = raw[max(0, match.start() - 40) : match.start()]
    return re.search(r"\bagence\b[^,.;]*$", before) is not None or "agenc" in fold(match.group())


def find_outlet(text: str, blocks: list[Block], *, masthead: str | None) -> str | None:
    """The outlet that a page's head names, that signs the article, or the agency whose own sign-off closes it."""
    bylines = [block.span.of(text) for block in blocks if block.kind == "byline"]
    for line in bylines:
        name = _signing_outlet(line)
        if name:
            return name
    if masthead:
        return masthead
    return _signing_agency(text, blocks, bylines)


def _signing_outlet(line: str) -> str | None:
    found = _BY.match(line.strip())
    if found is None:
        return None
    name = _WITH.sub("", found["name"]).strip(" ,.()")
    key = " ".join(fold(name).split())
    if not name or key in agencies() or key.startswith(("la redaction", "notre", "nos", "l'afp")):
        return None
    if key in outlets():
        return outlets()[key]
    rest = found["name"][len(name) :]
    with_agency = agency_pattern().search(rest) is not None or "agence" in rest
    if has_media_word(name) and len(name.split()) <= 5:
        return name
    one_name = re.fullmatch(r"[A-ZÀ-Ý][\w’'-]+", name) is not None
    return name if with_agency and one_name and not is_person(name) else None


def _signing_agency(text: str, blocks: list[Block], bylines: list[str]) -> str | None:
    """The agency that both dates and closes the dispatch: "… (APA) – …" above and "KO/te/APA" or "Fin" below."""
    heads = [block.span.of(text) for block in blocks if block.kind == "dateline"][:1]
    if not heads or not blocks or blocks[-1].kind != "byline":
        return None
    named = [agencies()[fold(match.group())] for match in agency_pattern().finditer(heads[0])]
    if not named:
        return None
    acronym, full = named[0]
    body_end = max((block.span.end for block in blocks if block.kind == "body"), default=0)
    foot = " ".join(block.span.of(text) for block in blocks if block.span.start >= body_end)
    own_line = "\n" in text[body_end : blocks[-1].span.start] or fold(foot).strip(" .") == "fin"
    again = any(agencies()[fold(match.group())] == named[0] for match in agency_pattern().finditer(foot))
    return (acronym or full) if own_line and (again or fold(foot).strip(" .") == "fin") else None
