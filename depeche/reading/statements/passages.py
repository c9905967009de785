"""Printed sentences: runs of tokens between sentence ends that stand outside quotation marks.

The parser cuts quotations of several sentences into pieces and joins what a colon or an incise sets apart, so the
statement readers look at sentences as they are printed, and keep the parser's tags and trees for the words.
"""

import re
from collections.abc import Sequence
from functools import cache

from depeche.language.quotes import Quotation, Quotes
from depeche.language.token import Parse, Token
from depeche.lexicon import cell_values, table
from depeche.model import Span
from depeche.model.article import BlockKind

ENDS = {".", "!", "?", "…", "...", "?!", "!?", "!!!", "???", "!!", "??", ".."}

# What may stand before the first word of a sentence and is not part of it: live-blog times, bullets, places and
# dates of dispatches, their agencies in parentheses.
LEAD = re.compile(
    r"""(?:
      \s*\d{1,2}\s?[h:]\s?\d{2}(?::\d{2})?\s*[•·:|–—-]?\s+
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


class Passage:
    """One printed sentence.

    `quote[k]` is the outermost quotation that covers the token `tokens[k]`, or None; `mark[k]` whether the token
    is itself a quotation mark. `first` is the index of the first token after datelines, times and bullets.
    """

    def __init__(self, tokens: list[Token], quotes: Quotes, kind: BlockKind, text: str, first: int) -> None:
        self.tokens = tokens
        self.kind = kind
        self.text = text
        self.first = first
        self.block = tokens[0].block
        self.quote: list[Quotation | None] = [quotes.at(token.start) for token in tokens]
        self.mark = [
            quotation is not None
            and not (token.end > quotation.inner.start and token.start < quotation.inner.end)
            for token, quotation in zip(tokens, self.quote, strict=True)
        ]
        self._lowers = [token.lower for token in tokens]
        for k, token in enumerate(tokens[:-1]):
            # Capitals often go without their accent: "A en croire", "A Paris".
            if token.text == "A" and token.pos != "NOUN" and not tokens[k + 1].text.startswith("-t"):
                self._lowers[k] = "à"
        for k in range(len(tokens) - 1):
            # "d'« inventions »": an elided word cut from its apostrophe is read as one word.
            if (
                tokens[k + 1].text in ("'", "’")
                and tokens[k].end == tokens[k + 1].start
                and len(tokens[k].text) < 3
            ):
                self._lowers[k] += "'"
                self.mark[k + 1] = True
        self._pos = [_pos(token, k, self._lowers[k]) for k, token in enumerate(tokens)]
        span = Span(tokens[0].start, tokens[-1].end)
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

    def lower(self, k: int) -> str:
        """The lower-case form of token `k`, or "" outside the sentence."""
        return self._lowers[k] if 0 <= k < len(self._lowers) else ""

    def pos(self, k: int) -> str:
        """The part of speech of token `k`, or "" outside the sentence; names and demonyms set right."""
        return self._pos[k] if 0 <= k < len(self._pos) else ""

    def outside(self, k: int) -> bool:
        """Whether token `k` stands outside all quotation marks."""
        return 0 <= k < len(self.tokens) and self.quote[k] is None

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


def _pos(token: Token, k: int, lower: str) -> str:
    """The part of speech; a capitalised word inside a sentence is a name, a demonym no verb."""
    if (
        token.pos in ("SCONJ", "ADV", "ADP", "INTJ", "CCONJ", "PRON", "VERB", "AUX", "DET")
        and len(token.text) > 1
    ):
        if k and token.text[0].isupper() and token.text[1:].islower() and token.head is not token:
            return "PROPN" if token.pos in ("SCONJ", "ADP", "INTJ") else token.pos
        if token.pos == "VERB" and lower in _demonyms():
            return "ADJ"
    if lower in ("m.", "mm.", "mme", "mmes", "mlle", "dr"):
        return "NOUN"
    return token.pos


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
    quotation = quotes.at(token.start)
    if quotation is not None:
        # « … finie. » De retour …: the sentence ends with the mark that closes it.
        inside = quotes.at(after.start) is quotation
        stops = quotation.inner.end > quotation.inner.start and (
            tokens[k].start >= quotation.inner.end and token_before(tokens, k).text[-1] in ".!?…"
        )
        return not inside and stops and _begins_sentence(after)
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
