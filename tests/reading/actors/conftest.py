"""Mini articles of our own, read by the real pipeline; a case names a stretch of text and whom it must mean."""

from collections.abc import Callable

import pytest

from depeche.language.pipeline import Pipeline
from depeche.model import Article, Block, Published, Span, text_sha256
from depeche.reading.actors import Cast, build_cast

Read = Callable[..., Cast]


@pytest.fixture(scope="session")
def read(pipeline: Pipeline) -> Read:
    """Read a text, one block a line, into its cast."""

    def read_text(
        text: str, *, outlet: str | None = None, agencies: tuple[str, ...] = (), day: str | None = None
    ) -> Cast:
        blocks, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                blocks.append(Block(Span(start, start + len(line))))
            start += len(line) + 1
        article = Article(id="test", text=text, text_sha256=text_sha256(text), outlet=outlet, agencies=agencies,
                          published=Published(value=day), blocks=tuple(blocks))  # fmt: skip
        return build_cast(pipeline.parse(text, [block.span for block in blocks]), article)

    return read_text


def meant(cast: Cast, words: str, *, last: bool = False) -> list[str]:
    """Whom the first (or last) occurrence of some words means: "name/COUNTRY" of each actor of the mention there."""
    text = cast.parse.text
    at = text.rindex(words) if last else text.index(words)
    inside = Span(at, at + len(words))
    tokens = [token for token in cast.parse.tokens_in(inside) if cast.mention_at(token)]
    tokens.sort(key=lambda token: (sum(1 for _ in token.ancestors()), token.i))
    actors = cast.actors_of(tokens[0]) if tokens else ()
    return [f"{actor.name}/{actor.country or '-'}" for actor in actors]


def countries(cast: Cast, words: str, *, last: bool = False) -> list[str]:
    """The countries alone of whom some words mean."""
    return [name.rsplit("/", 1)[1] for name in meant(cast, words, last=last)]
