"""What one article says of its story, sentence by sentence, as two articles are compared."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar

import msgspec

from depeche.language.moments import find_moments_in_text
from depeche.model import Event, Moment, Reading, Span, Statement
from depeche.weaving.senses import senses_of, senses_of_phrases
from depeche.weaving.wording import fold, root, stop_words

Made = TypeVar("Made")
READ = ("headline", "standfirst", "heading", "body")
_END = re.compile(r"[.!?…]+[\"»”')\]]*\s+(?=[«\"“(\[–—-]*\s?[A-ZÀ-ÝŒ0-9])|\n+")
_SHORTENED = re.compile(
    r"(?:^|[\s'’(«])(?:[A-ZÀ-Ý]|MM|Mme|Mlle|Mmes|Mgr|Dr|Me|St|Ste|cf|av|apr|n°|vol|art)\.$"
)
_WORD = re.compile(r"\w+(?:-\w+)*")


class Word(msgspec.Struct, frozen=True):
    """A word of a sentence: where it stands in the raw text, in lower case, and its root."""

    span: Span
    text: str
    root: str

    @property
    def counts(self) -> bool:
        """Whether it says something: it is no function word."""
        return len(self.text) > 2 and fold(self.text) not in stop_words()


class Sentence(msgspec.Struct, frozen=True, dict=True):
    """A sentence of an article, the first event read in it, and whether it is a heading."""

    span: Span
    text: str
    event: int | None = None

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order; a word with hyphens is one."""
        return tuple(
            Word(
                Span(self.span.start + match.start(), self.span.start + match.end()),
                match[0].lower(),
                root(match[0].lower()),
            )
            for match in _WORD.finditer(self.text)
        )

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of the words that say something."""
        return frozenset(word.root for word in self.words if word.counts)

    @cached_property
    def senses(self) -> frozenset[str]:
        """What acts its words name."""
        named = frozenset(sense for word in self.words for sense in senses_of(word.text))
        return named | senses_of_phrases(self.text)


class Version(msgspec.Struct, frozen=True, dict=True):
    """An article: its id, EDTF date or None, raw text, sentences, and the events and statements read in it."""

    article: str
    published: str | None
    text: str
    sentences: tuple[Sentence, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]

    @cached_property
    def moments(self) -> dict[int, tuple[Moment, ...]]:
        """The dated time expressions, by the place of their sentence."""
        found: dict[int, tuple[Moment, ...]] = {}
        ends = [sentence.span.end for sentence in self.sentences]
        published = self.published if self.published and "/" not in self.published else None
        for moment in find_moments_in_text(self.text, published=published):
            place = bisect_right(ends, moment.span.start)
            if place < len(ends) and self.sentences[place].span.covers(moment.span):
                found[place] = (*found.get(place, ()), moment)
        return found

    def once(self, make: Callable[["Version"], Made]) -> Made:
        """What a function makes of this version, made at its first use."""
        key = f"{make.__module__}.{make.__name__}"
        if key not in self.__dict__:
            self.__dict__[key] = make(self)
        made: Made = self.__dict__[key]
        return made

    def sentences_of(self, event: Event) -> list[Sentence]:
        """The sentences that tell an event."""
        return [
            sentence
            for sentence in self.sentences
            if any(sentence.span.overlaps(at) for at in event.evidence)
        ]

    def about(self, span: Span) -> Sentence | None:
        """The sentence that holds the first character of a span."""
        place = bisect_left([sentence.span.end for sentence in self.sentences], span.start + 1)
        if place < len(self.sentences) and self.sentences[place].span.start <= span.start:
            return self.sentences[place]
        return None


def version_of(reading: Reading) -> Version:
    """What an article says, by its reading."""
    article = reading.article
    spans = sorted(
        span
        for block in article.blocks
        if block.kind in READ
        for span in _sentences(article.text, block.span)
    )
    told = [(at, number) for number, event in enumerate(reading.events) for at in event.evidence]
    return Version(
        article=article.id,
        published=article.published.value,
        text=article.text,
        sentences=tuple(
            Sentence(
                span,
                span.of(article.text),
                min((number for at, number in told if at.overlaps(span)), default=None),
            )
            for span in spans
        ),
        events=reading.events,
        statements=reading.statements,
    )


def _sentences(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if "\n" not in match[0] and _SHORTENED.search(text, max(start, match.start() - 6), match.start() + 1):
            continue
        if match.start() > start:
            yield Span(start, match.start() + len(match[0].rstrip()))
        start = match.end()
    if start < block.end:
        yield Span(start, block.end)
