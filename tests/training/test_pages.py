"""Lost stops and headings leave whole trees."""

import pytest

pytest.importorskip("training", reason="the training project is not part of the package")

from training.pages import add_headings, drop_stops
from training.sentences import Sentence, Word, text_of


def sentence() -> Sentence:
    return [
        Word("Le", "DET", "le", {}, 1, "det"), Word("froid", "NOUN", "froid", {}, 4, "nsubj"),
        Word("du", "ADP", "de", {}, 3, "case"), Word("Nord", "NOUN", "nord", {}, 1, "nmod"),
        Word("dure", "VERB", "durer", {"VerbForm": "Fin"}, 4, "ROOT", False), Word(".", "PUNCT", ".", {}, 4, "punct"),
    ]  # fmt: skip


def test_a_share_of_sentences_loses_its_stop() -> None:
    texts = [text_of(found) for found in drop_stops([sentence() for _ in range(200)], seed=1, share=0.3)]
    assert 30 < texts.count("Le froid du Nord dure") < 90
    assert set(texts) == {"Le froid du Nord dure", "Le froid du Nord dure."}


def test_headings_are_phrases_with_one_root() -> None:
    found = add_headings([sentence() for _ in range(100)], seed=1, share=0.5)
    headings = {text_of(heading): heading for heading in found if heading[-1].form != "."}
    assert set(headings) <= {"Le froid du Nord", "Froid du Nord", "Nord"} and len(headings) > 1
    for heading in headings.values():
        assert [index for index, word in enumerate(heading) if word.head == index and word.dep == "ROOT"]
        assert all(0 <= word.head < len(heading) for word in heading)
