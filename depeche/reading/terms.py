"""How the outlet and its speakers name the thing (codebook section 6)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from depeche.language.syntax import phrase, prepositions, subjects
from depeche.language.syntax.words import TIMES
from depeche.language.token import Parse, Token
from depeche.lexicon import table
from depeche.model import Article, Span, Statement, Term
from depeche.reading.actors import Cast

QUOTED_WORDS = 4  # a quotation of more words is speech, not a name
HOSTILE = ("accuse", "criticise", "deny", "reject")  # acts whose short quotations name what they speak of
NOTHING = ("aucun", "nul", "rien")  # "aucun élément" names nothing
LINKS = ("ADP", "DET", "CCONJ", "ADV", "NUM", "PUNCT")  # no name ends with one
AHEAD = 40  # characters after a noun in which its complement is looked for
_TIMES = TIMES | {"été", "hiver", "printemps", "automne", "nuit", "année", "week-end", "veille", "lendemain"}
# Verbs by which a side gives a thing its name, and what may stand between them and the name.
CALLING = (
    "appeler",
    "baptiser",
    "considérer",
    "décrire",
    "désigner",
    "dénommer",
    "nommer",
    "présenter",
    "qualifier",
    "surnommer",
)
_TO_NAME = re.compile(
    r"\s+(?:[^.,;:«»“”]{2,50}? comme |de |d['’]|comme )?(?:une? |des |les? |la |l['’])?(?=[«“\"‘\w])"
)
# Each mark closes its own kind; an apostrophe inside closes nothing.
_QUOTED = re.compile(
    r"«\s?([^«»\n]{4,60}?)\s?»|“\s?([^“”\n]{4,60}?)\s?”|\"([^\"\n]{4,60}?)\"|‘([^‘’\n]{4,60}?)’(?!\w)"
)


class Entry(NamedTuple):
    """A row of the table: which form of a noun is a naming, and what must follow it ("complement": anything)."""

    numbers: tuple[str, ...]
    follows: str


class Naming(NamedTuple):
    """A candidate: where it stands, and the lemmas that make mentions of one name the same."""

    span: Span
    lemma: str


def find_terms(
    parse: Parse, cast: Cast, article: Article, *, statements: Sequence[Statement]
) -> tuple[Term, ...]:
    """The namings of conflicts, acts and sides, each with whose voice it stands in, in text order.

    The words are those of the table `terms` with their adjectives and complements, and short names that a hostile
    statement, or a side that names a thing, puts between quotation marks. Of one name in one voice the first in
    the body is kept.
    """
    titles = [block.span for block in article.blocks if block.kind in ("headline", "heading", "standfirst")]

    def rank(naming: Naming) -> tuple[bool, Span]:
        return any(title.covers(naming.span) for title in titles), naming.span

    callers = dict(_callers(parse, cast))
    found: dict[tuple[str, str], Term] = {}
    for naming in sorted({*_named(parse), *_quoted(parse, statements, callers)}, key=rank):
        voice = callers.get(naming.span.start) or _voice(naming.span, statements)
        key = (naming.lemma, voice)
        if key not in found and not any(one.span.overlaps(naming.span) for one in found.values()):
            found[key] = Term(
                term=" ".join(naming.span.of(parse.text).split()), span=naming.span, voice=voice
            )
    return tuple(sorted(found.values(), key=lambda term: term.span))


def _voice(span: Span, statements: Sequence[Statement]) -> str:
    for statement in statements:
        if any(content.overlaps(span) for content in statement.content):
            return statement.speaker.actor.name
    return "outlet"


def _callers(parse: Parse, cast: Cast) -> Iterator[tuple[int, str]]:
    """Where a name starts that a side gives, and whose it is: "ce que Moscou appelle une « opération »"."""
    for token in parse.tokens:
        if token.lemma not in CALLING or token.pos != "VERB":
            continue
        link = _TO_NAME.match(parse.text, token.end)
        heads = subjects(token) or [
            child for child in token.children if child.dep == "obl:agent" or prepositions(child) == "par"
        ]
        names = [actor.name for head in heads for actor in cast.owners_of(head)]
        if link and names:
            quoted = _QUOTED.match(parse.text, link.end())
            yield (quoted.start(quoted.lastindex or 0) if quoted else link.end()), names[0]


def _named(parse: Parse) -> Iterator[Naming]:
    for token in parse.tokens:
        entry = _entries().get(token.lemma)
        if entry is None or token.pos not in ("NOUN", "PROPN", "ADJ") or not _has_form(token, entry):
            continue
        words = _words(token)
        if len(words) == 1 and _is_in_set_phrase(token):
            continue
        if entry.follows == "complement":
            if len(words) == 1:
                continue
        elif entry.follows:
            after = parse.text[token.end : token.end + AHEAD].replace("’", "'")
            match = re.compile(rf"\s*(?:{entry.follows})").match(after)
            if match is None:
                continue
            words += [
                word
                for word in parse.tokens_in(Span(words[-1].end, max(words[-1].end, token.end + match.end())))
                if word.end <= token.end + match.end() and word.i > words[-1].i
            ]
            words = _without_links(words)
        others = [word.lemma for word in words if word.pos in ("NOUN", "PROPN") and word is not token]
        yield Naming(Span(words[0].start, words[-1].end), " ".join([token.lemma, *others[:1]]))


def _is_in_set_phrase(token: Token) -> bool:
    """Whether a bare noun stands behind "en" and names nothing: "pris en otage", "en représailles"."""
    return prepositions(token) == "en" and token.child("det") is None


def _has_form(token: Token, entry: Entry) -> bool:
    number = "plural" if token.feat("Number") == "Plur" or token.lower.endswith(("s", "x")) else "singular"
    if "determined" in entry.numbers and not any(child.dep == "det" for child in token.children):
        return False
    wanted = [form for form in entry.numbers if form != "determined"]
    return not wanted or number in wanted


def _words(token: Token) -> list[Token]:
    """The noun and the adjectives and complements that follow it as one stretch, up to a time ("à l'été")."""
    words = [token]
    times = [
        word for word in phrase(token) if (word.lemma in _TIMES or word.lower in _TIMES) and word.i > token.i
    ]
    end = min(
        (child.i for time in times for child in (time, *time.children)),
        default=token.i + len(token.subtree()) + 1,
    )
    for word in phrase(token):
        if word.i < end and word.i == words[-1].i + 1 and word.pos not in ("PUNCT", "VERB", "AUX", "CCONJ"):
            words.append(word)
    return _without_links(words)


def _without_links(words: list[Token]) -> list[Token]:
    """The words up to the last that can end a name: "dossier de" ends with "dossier"."""
    last = max(place for place, word in enumerate(words) if place == 0 or word.pos not in LINKS)
    return words[: last + 1]


def _quoted(parse: Parse, statements: Sequence[Statement], callers: Mapping[int, str]) -> Iterator[Naming]:
    for found in _QUOTED.finditer(parse.text):
        span = Span(*found.span(found.lastindex or 0))
        tokens = [token for token in parse.tokens_in(span) if token.pos != "PUNCT"]
        if not 1 <= len(tokens) <= QUOTED_WORDS or any(
            token.pos in ("VERB", "AUX", "NUM") for token in tokens
        ):
            continue
        hostile = span.start in callers or any(
            statement.act in HOSTILE and any(content.overlaps(span) for content in statement.content)
            for statement in statements
        )
        if hostile and tokens[0].pos not in ("ADP", "ADV", "CCONJ") and tokens[0].lemma not in NOTHING:
            head = next((token for token in tokens if token.pos == "NOUN"), None)
            if head is not None:
                yield Naming(span, head.lemma)


@cache
def _entries() -> dict[str, Entry]:
    return {row["lemma"]: Entry(tuple(row["number"].split()), row["follows"]) for row in table("terms")}
