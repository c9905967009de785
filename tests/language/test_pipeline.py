"""The pipeline keeps trees whole and offsets true."""

from pathlib import Path

import pytest

from depeche.language.pipeline import load
from depeche.model import Span

TEXTS = sorted((Path(__file__).parents[1] / "gold" / "texts").glob("*.txt"))[::6]


def blocks(text: str) -> list[Span]:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            found.append(Span(start, start + len(line.rstrip())))
        start += len(line)
    return found


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_sentence_is_one_tree(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    read = load().parse(text, blocks(text))
    for sentence in read.sentences:
        roots = [token for token in sentence.tokens if token.head is token]
        assert len(roots) == 1
        assert roots[0].subtree() == sentence.tokens
        for token in sentence.tokens:
            assert token.span.of(text) == token.text
            assert token.head is token or token in token.head.children


def test_texts_without_blocks_keep_their_place() -> None:
    texts = [("", []), ("Il pleut.", [Span(0, 9)]), ("x", []), ("Il neige.", [Span(0, 9)]), ("", [])]
    reads = list(load().parse_many(texts))
    assert [len(read.tokens) for read in reads] == [0, 3, 0, 3, 0]
