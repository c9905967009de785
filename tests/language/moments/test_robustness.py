"""Any text is read without an error, with true offsets, the same every time and fast enough."""

import time
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from depeche.language.moments import find_moments_in_text
from depeche.lexicon import table

WORDS = sorted({row["word"] for row in table("time_words")} | {
    "il y a", "dans", "depuis", "d'ici", "jusqu'au", "entre", "et", "à", "du", "au", "le", "la", "l'", "les", "de",
    "en", "fin", "début", "mi-", "la nuit de", "plus tôt", "plus tard", "après", "avant", "2022", "1999", "31", "30",
    "29", "1er", "0", "99", "31/02/2023", "2023-02-30", "2024-02-29", "00/00/00", "prochain", "İ", "\u00a0", "\n", ".",
    ",", "«", "»", "vers", "années", "troisième trimestre", "premier", "mercredi 31", "février"})  # fmt: skip
PUBLISHED = st.sampled_from(
    [None, "2024-02-29", "2023-01-01", "2022-12-31", "2024-05", "2023", "XXXX-02-29", "XXXX-12"]
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(words=st.lists(st.sampled_from(WORDS), max_size=14), published=PUBLISHED)
def test_any_chain_of_time_words_is_read(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    last = 0
    for moment in find_moments_in_text(text, published=published):
        assert moment.text == moment.span.of(text)
        assert last <= moment.span.start < moment.span.end <= len(text)
        last = moment.span.end
        if moment.first and moment.last:
            assert moment.first <= moment.last


@settings(max_examples=100, deadline=None, derandomize=True)
@given(text=st.text(max_size=200), published=PUBLISHED)
def test_any_text_is_read(text: str, published: str | None) -> None:
    assert find_moments_in_text(text, published=published) == find_moments_in_text(text, published=published)


def test_bare_text_is_read_at_a_hundred_thousand_characters_a_second() -> None:
    folder = Path(__file__).parents[2] / "gold" / "texts"
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))) * 4
    start = time.process_time()
    find_moments_in_text(text, published="2023-05-05")
    assert len(text) / (time.process_time() - start) >= 100_000
