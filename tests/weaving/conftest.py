"""Articles of some sentences, as two of one story are compared."""

from collections.abc import Callable

import pytest

from depeche.model import Article, Block, Event, Published, Reading, Span, text_sha256
from depeche.weaving.versions import Version, version_of


@pytest.fixture
def make_version() -> Callable[..., Version]:
    """Build the version of a text, one paragraph a line; `events` tell the sentence that their words stand in."""

    def make(
        text: str,
        *,
        id: str = "a",
        published: str | None = "2024-05-17",
        events: tuple[tuple[Event, str], ...] = (),
    ) -> Version:
        blocks, start = [], 0
        for line in text.split("\n"):
            blocks.append(Block(Span(start, start + len(line))))
            start += len(line) + 1
        article = Article(
            id=id,
            text=text,
            text_sha256=text_sha256(text),
            published=Published(value=published, basis="given" if published else "unknown"),
            blocks=tuple(blocks),
        )
        plain = version_of(Reading(article=article))
        told = []
        for event, words in events:
            (sentence,) = (each for each in plain.sentences if words in each.text)
            told.append(_at(event, sentence.span))
        return version_of(Reading(article=article, events=tuple(told)))

    return make


def _at(event: Event, span: Span) -> Event:
    return Event(
        type=event.type, mode=event.mode, actor=event.actor, recipient=event.recipient, date=event.date,
        place=event.place, status=event.status, about=event.about, evidence=(span,),
    )  # fmt: skip
