"""Printed sentences: runs of tokens between sentence ends that stand outside quotation marks.

The parser cuts quotations of several sentences into pieces and joins what a colon or an incise sets apart, so the
statement readers look at sentences as they are printed, and keep the parser's tags and trees for the words.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TypeVar

from depeche.language.quotes import Quotation, Quotes
from depeche.language.token import Parse, Token
from depeche.lexicon import cell_values, table
from depeche.model import Span
from depeche.model.article import BlockKind
from depeche.reading.statements.words import speakers, word_class

T = TypeVar("T")

ENDS = {".", "!", "?", "…", "...", "?!", "!?", "!!!", "???", "!!", "??", ".."}

# What may stand before the first word of a sentence and is not part of it: live-blog times, bullets, places and
# dates of dispatches, their agencies in parentheses.
LEAD = re.compile(
    r"""(?:
      \s*[\[(]?\d{1,2}\s?[h:]\s?\d{2}(?::\d{2})?[\])]?\s*[•·:|–—-]?\s+
    | \s*[•·►▶▪●■*➤→>–—-]\s*
    | \s*(?:EN\ DIRECT|DIRECT|LIVE|URGENT|VIDÉO|VIDEO|AUDIO|ENTRETIEN|INTERVIEW|ALERTE|EXCLUSIF)\s*[.:|–—-]\s*
    | \s*\([^()]{2,30}\)\s*[–—-]*\s+
    | [^\W\d_][^.!?«»“”"]{1,70}?\([^()]{2,40}\)\s*[–—-]{1,2}\s+
    | [A-ZÀ-Ý][^\W\d_][^.!?«»“”",]{0,25},\s[^.!?«»“”"]{0,40}\d{4}\s*[–—-]{1,2}\s+
    | [A-ZÀ-Ý'’\s-]{3,30}\s*[–—:]\s+(?=[A-ZÀ-Ý«“"][^A-ZÀ-Ý]|[A-ZÀ-Ý]\s)
    )+""",
    re.VERBOSE,
)


# A word that the tokenizer left with its full stop ("3R.", "X.com."), and those that keep theirs.
_ABBREVIATED = re.compile(r"(?:[a-zà-ÿ]{3,}|\d\w*|[A-Z]{2,})\.$")
TITLE = re.compile(r"(?:MM?|Mmes?|Mlles?|Drs?|Prs?|Mgr|St|Ste|Me|Mes|Gén|Col|Cap|Lt|env|av|etc|janv|févr|avr|juil|sept|"
                   r"oct|nov|déc|art|vol|no|p|cf|ex|Jr|Sr|Ltd|Inc|Cie|hab)\.$")  # fmt: skip


class _Places(dict[int, T]):
    """What stands at the places of a sentence; the same everywhere outside it."""

    def __init__(self, values: Iterable[T], *, outside: T) -> None:
        super().__init__(enumerate(values))
        self._outside = outside

    def __missing__(self, place: int) -> T:
        return self._outside


class Passage:
    """One printed sentence.

    `quote[k]` is the outermost quotation that covers the token `tokens[k]`, or None; `mark[k]` whether the token
    is itself a quotation mark. `first` is the index of the first token after datelines, times and bullets.
    `lemmas[k]` is its lemma in lower case,
    `lower(k)` the lower-case form of the token `tokens[k]` and `pos(k)` its part of speech, names and demonyms set
    right; both are "" outside the sentence. `outside(k)` says whether the token stands outside all quotation marks.
    """

    lower: Callable[[int], str]
    pos: Callable[[int], str]
    outside: Callable[[int], bool]

    def __init__(self, tokens: list[Token], quotes: Quotes, kind: BlockKind, text: str, first: int) -> None:
        self.tokens = tokens
        self.kind = kind
        self.text = text
        self.first = first
        self.block = tokens[0].block
        span = Span(tokens[0].start, tokens[-1].end)
        self.quote: list[Quotation | None] = [None] * len(tokens)
        self.mark = [False] * len(tokens)
        if quotes.cover(span):
            self.quote = [quotes.at(token.start) for token in tokens]
            self.mark = [
                quotation is not None
                and not (token.end > quotation.inner.start and token.start < quotation.inner.end)
                for token, quotation in zip(tokens, self.quote, strict=True)
            ]
        lowers = [token.lower for token in tokens]
        for k, token in enumerate(tokens[:-1]):
            # Capitals often go without their accent: "A en croire", "A Paris".
            if token.text == "A" and token.pos != "NOUN" and not tokens[k + 1].text.startswith("-t"):
                lowers[k] = "à"
            # "d'« inventions »": an elided word cut from its apostrophe is read as one word.
            after = tokens[k + 1]
            if after.text in ("'", "’") and token.end == after.start and len(token.text) < 3:
                lowers[k] += "'"
                self.mark[k + 1] = True
        self.lemmas = [token.lemma.lower() for token in tokens]
        # Asked thousands of times for each article: a look into a dict is three times faster than a method.
        self.lower = _Places(lowers, outside="").__getitem__
        kinds = list(map(_pos, tokens, lowers, range(len(tokens))))
        for k in range(1, len(tokens) - 2):
            if (
                kinds[k - 1 : k + 3] == _BARE_TITLE
                and lowers[k] in speakers()
                and _PARTICIPLE.search(lowers[k + 1])
            ):
                kinds[k : k + 2] = ["NOUN", "VERB"]
        self.pos = _Places(kinds, outside="").__getitem__
        self.outside = _Places([quotation is None for quotation in self.quote], outside=False).__getitem__
        self.inner_quotations = [one for one in quotes.all if one.depth == 1 and span.covers(one.outer)]
        self.quotations: list[Quotation] = []
        for quotation in self.quote:
            if quotation is not None and quotation not in self.quotations[-1:]:
                self.quotations.append(quotation)

    def __len__(self) -> int:
        return len(self.tokens)

    @property
    def span(self) -> Span:
        """From the first token to the last."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    def quote_end(self, k: int) -> int:
        """The index after the last token of the quotation that covers token `k`."""
        quotation, end = self.quote[k], k
        while end < len(self.tokens) and self.quote[end] is quotation:
            end += 1
        return end

    def stretch(self, start: int, end: int) -> Span:
        """The characters from token `start` to the token before `end`."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def index_of(self, token: Token) -> int | None:
        """Where an article token stands in this sentence, or None."""
        k = token.i - self.tokens[0].i
        return k if 0 <= k < len(self.tokens) else None


@cache
def _demonyms() -> frozenset[str]:
    """Adjectives of states in all their forms, in lower case."""
    return frozenset(
        form.lower() for row in table("states") for cell in row.values() for form in cell_values(cell)
        if form[:1].islower() and " " not in form and len(form) > 4
    )  # fmt: skip


def is_demonym(word: str) -> bool:
    """Whether a lower-case word is the adjective of a state."""
    return word in _demonyms()


def _pos(token: Token, lower: str, k: int) -> str:
    """The part of speech; a capitalised word inside a sentence is a name, a demonym no verb."""
    if token.pos in _DOUBTFUL and len(token.text) > 1:
        if k and token.text[0].isupper() and token.text[1:].islower() and token.head is not token:
            return "PROPN" if token.pos in ("SCONJ", "ADP", "INTJ") else token.pos
        if token.pos == "VERB" and (lower in _demonyms() or _is_judgement(token, lower)):
            return "ADJ"
    return "NOUN" if lower in _COURTESY else token.pos


def _is_judgement(token: Token, lower: str) -> bool:
    """Whether a word read as a conjugated verb is an adjective in -able or -ible: "juge inacceptable la fermeture"."""
    able = lower.endswith(("able", "ables", "ible", "ibles")) and len(lower) > 6
    return able and token.feat("VerbForm") != "Inf" and lower not in word_class("verb_in_able")


_BARE_TITLE = [
    "DET",
    "ADJ",
    "NOUN",
    "ADP",
]  # "une chercheuse établie à Genève", the noun taken for an adjective
_PARTICIPLE = re.compile(r"(?:é|ée|és|ées|ie|ies|ue|ues)$")
_DOUBTFUL = frozenset(("SCONJ", "ADV", "ADP", "INTJ", "CCONJ", "PRON", "VERB", "AUX", "DET"))
_COURTESY = frozenset(("m.", "mm.", "mme", "mmes", "mlle", "dr"))


def cut_passages(parse: Parse, quotes: Quotes, kinds: Sequence[BlockKind]) -> list[Passage]:
    """The printed sentences of a parsed article; `kinds` says what each block is."""
    found: list[Passage] = []
    start = 0
    tokens = parse.tokens
    for k, token in enumerate(tokens):
        last = k + 1 == len(tokens) or tokens[k + 1].block != token.block
        if last or _ends(tokens, k, quotes):
            piece = tokens[start : k + 1]
            opens_block = start == 0 or tokens[start - 1].block != tokens[start].block
            kind = kinds[token.block] if token.block < len(kinds) else "body"
            found.append(Passage(piece, quotes, kind, parse.text, _first(piece, parse.text, opens_block)))
            start = k + 1
    return found


def _ends(tokens: list[Token], k: int, quotes: Quotes) -> bool:
    token, after = tokens[k], tokens[k + 1]
    if token.text[-1].isalnum():
        return False
    quotation = quotes.at(token.start)
    if quotation is not None:
        # « … finie. » De retour …: the sentence ends with the mark that closes it.
        inside = quotes.at(after.start) is quotation
        stops = quotation.inner.end > quotation.inner.start and (
            tokens[k].start >= quotation.inner.end and token_before(tokens, k).text[-1] in ".!?…"
        )
        return not inside and stops and _begins_sentence(after)
    if token.text[-1] not in ".!?…":
        return False
    if _ABBREVIATED.search(token.text) and not TITLE.match(token.text):
        return _begins_sentence(after) and after.text[0] not in ",;:)"
    if token.text in ENDS or (token.text[-1] in "!?" and len(token.text) < 4):
        if after.text in ENDS or after.text in ")]":
            return False
        return _begins_sentence(after)
    return False


def token_before(tokens: list[Token], k: int) -> Token:
    """The token before `k` that is no lone quotation mark."""
    return tokens[k - 1] if k else tokens[k]


def _begins_sentence(token: Token) -> bool:
    char = token.text[0]
    return char.isupper() or char.isdigit() or (not char.isalnum() and char not in ",;:.!?…)]»”’%/")


def _first(tokens: list[Token], text: str, opens_block: bool) -> int:
    start = tokens[0].start
    if opens_block:
        match = LEAD.match(text, start, min(tokens[-1].end, start + 160))
        if match:
            start = match.end()
    for k, token in enumerate(tokens):
        if token.start >= start:
            return k
    return 0
