"""Tokens and sentences of a parsed text, in plain Python.

The rest of the house reads these and never the library that made them. Parts of speech, features and relations
are those of Universal Dependencies, as the French GSD treebank uses them.
"""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from depeche.model import Span

_PLACE = attrgetter("i")
NOTHING_ASKED: dict[str, Any] = {}


class Token:
    """One word or mark: its place in the raw text, its lemma, and its place in the sentence's tree.

    `start` and `end` count in the article's raw text. `i` is the index in the whole article, `sentence` the
    index of the sentence. `feats` are UD features ("Mood", "Tense" …). `ent` is the entity label ("PER", "LOC",
    "ORG", "MISC" or "") and `ent_first` whether the entity begins here. `head` of a root is the token itself.
    `answers` keeps what was asked of the token in its tree (see `syntax`), None while the tree is still repaired.
    """

    __slots__ = (
        "answers", "block", "children", "dep", "end", "ent", "ent_first", "feats", "head", "i", "lemma", "lower", "pos",
        "sentence", "start", "text",
    )  # fmt: skip

    def __init__(self, i: int, text: str, start: int) -> None:
        self.answers: dict[str, Any] | None = None
        self.i = i
        self.text = text
        self.lower = text.lower().replace("’", "'")
        self.start = start
        self.end = start + len(text)
        self.lemma = self.lower
        self.pos = "X"
        self.dep = "dep"
        self.feats: dict[str, str] = {}
        self.ent = ""
        self.ent_first = False
        self.head: Token = self
        self.children: list[Token] = []
        self.sentence = 0
        self.block = 0

    def __repr__(self) -> str:
        return f"<{self.text} {self.pos} {self.dep} <- {self.head.text}>"

    def feat(self, name: str) -> str:
        """The value of a UD feature, or "" where the token has none."""
        return self.feats.get(name, "")

    def subtree(self) -> list["Token"]:
        """The token and all that hangs on it, in text order."""
        found: list[Token] | None = None if self.answers is None else self.answers.get("subtree")
        if found is None:
            found = [self]
            for token in found:
                found += token.children
            found.sort(key=_PLACE)
            self.keep("subtree", found)
        return found

    def keep(self, question: str, answer: object) -> None:
        """Keep what was answered to a question about the token in its tree, if the tree is finished."""
        if self.answers is NOTHING_ASKED:  # most tokens are never asked anything
            self.answers = {question: answer}
        elif self.answers is not None:
            self.answers[question] = answer

    def ancestors(self) -> Iterator["Token"]:
        """The heads above the token, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def child(self, *deps: str) -> "Token | None":
        """The first child with one of these relations, or None."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None

    @property
    def span(self) -> Span:
        """The token's characters in the raw text."""
        return Span(self.start, self.end)


class Sentence:
    """A run of tokens that the parser took as one sentence; `block` is the index of its block."""

    __slots__ = ("block", "index", "tokens")

    def __init__(self, index: int, block: int, tokens: list[Token]) -> None:
        self.index = index
        self.block = block
        self.tokens = tokens

    @property
    def span(self) -> Span:
        """From the first token's first character to the last token's last."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def root(self) -> Token:
        """The token that heads the sentence's tree."""
        return next((token for token in self.tokens if token.head is token), self.tokens[0])


class Parse:
    """A parsed article: the raw text, its blocks, and its tokens and sentences in text order.

    Its trees do not change any more, so that each token may keep what it was asked.
    """

    def __init__(self, text: str, blocks: list[Span], sentences: list[Sentence]) -> None:
        self.text = text
        self.blocks = blocks
        self.sentences = sentences
        self.tokens = [token for sentence in sentences for token in sentence.tokens]
        self._starts = [token.start for token in self.tokens]
        for token in self.tokens:
            token.answers = NOTHING_ASKED

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that lie wholly or partly in a span of the raw text."""
        first = bisect_left(self._starts, span.start)
        if first and self.tokens[first - 1].end > span.start:
            first -= 1
        last = bisect_left(self._starts, span.end)
        return self.tokens[first:last]

    def let_go(self) -> None:
        """Part the tokens from each other when nobody needs the parse any more.

        A tree is full of circles, which stay in memory until the garbage collector has searched all of it.
        """
        for token in self.tokens:
            del token.head, token.children, token.answers

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence a token stands in."""
        return self.sentences[token.sentence]
