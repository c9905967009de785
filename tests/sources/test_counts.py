"""What goes into each layout comes out, as it was written: all of it read or refused, in whatever encoding."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.sources import LAYOUTS, articles
from depeche.model import Document, Refusal

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]
COUNT = 5


@pytest.mark.parametrize("layout", LAYOUTS)
def test_count_in_is_count_out(layout: str, tmp_path: Path, outcome: Outcome) -> None:
    made = list(articles(COUNT))
    made[2] = made[2]._replace(title="", paragraphs=[])
    (tmp_path / "x").write_bytes(LAYOUTS[layout](made))
    documents, refusals = outcome(tmp_path)
    assert (len(documents), len(refusals)) == (COUNT - 1, 1)
    for one, document in zip((made[0], made[1], made[3], made[4]), documents, strict=True):
        found = "".join(document.text.split())
        assert [part[:60] for part in one.paragraphs if "".join(part.split()) not in found] == []


@pytest.mark.parametrize("layout", ["europresse", "factiva", "nexis", "feed", "jsonl"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_encodings_of_every_layout(layout: str, encoding: str, tmp_path: Path, outcome: Outcome) -> None:
    data = LAYOUTS[layout](list(articles(COUNT)))
    plain = data.decode("utf-8").translate({0x202F: 0xA0, 0x2011: 0x2D})
    (tmp_path / "x").write_bytes(data)
    (tmp_path / "y").write_bytes(plain.encode(encoding, "xmlcharrefreplace"))
    documents, refusals = outcome(tmp_path)
    assert (len(documents), len(refusals)) == (2 * COUNT, 0)
    for one, two in zip(documents[:COUNT], documents[COUNT:], strict=True):
        assert two.text.split() == one.text.split()
        assert (two.headline, two.outlet, two.published) == (one.headline, one.outlet, one.published)


FAULTS = {
    "europresse": "europresse._header",
    "factiva": "factiva._by_codes",
    "nexis": "nexis._loaded",
    "feed": "feed._address",
    "html": "page.find_metadata",
    "mail": "mail._day",
    "warc": "page.find_metadata",
}


@pytest.mark.parametrize("layout", FAULTS)
def test_a_parser_that_fails_at_one_article_reads_the_others(
    layout: str, tmp_path: Path, outcome: Outcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    module, _, name = FAULTS[layout].rpartition(".")
    target = f"depeche.sources.layouts.{module}"
    sound = getattr(import_module(target), name)
    calls = iter(range(100))

    def failing(*args: object) -> object:
        if next(calls) == 1:
            raise AssertionError("as no input has made it fail yet")
        return sound(*args)

    (tmp_path / "x").write_bytes(LAYOUTS[layout](list(articles(COUNT))))
    monkeypatch.setattr(f"{target}.{name}", failing)
    documents, refusals = outcome(tmp_path)
    assert (len(documents), len(refusals)) == (COUNT - 1, 1)
