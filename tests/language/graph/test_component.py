"""The component inside the bundled pipeline: what was settled stays, blanks hang somewhere, batches change nothing."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from depeche.language.graph.component import NAME, GraphParser
from depeche.language.pipeline import WEIGHTS, read_weights


@pytest.fixture(scope="module")
def nlp():  # type: ignore[no-untyped-def]
    return read_weights(WEIGHTS)


TEXTS = [
    "Le ministre algérien a reçu lundi son homologue maltais, a-t-on appris de source officielle.",
    "« Nous ne céderons pas », prévient Oslo.",
    "Les deux pays ont rouvert leurs ambassades. La décision avait été prise en mai.",
    "Non.",
]


def shown(doc: Doc) -> list[tuple[str, str, str, str, int]]:
    return [(word.text, word.lemma_, word.pos_, word.dep_, word.head.i) for word in doc]


def test_batches_change_nothing(nlp) -> None:  # type: ignore[no-untyped-def]
    together = [shown(doc) for doc in nlp.pipe(TEXTS * 3, batch_size=12)]
    alone = [shown(nlp(text)) for text in TEXTS]
    assert together == alone * 3


def test_a_clause_is_read(nlp) -> None:  # type: ignore[no-untyped-def]
    words = {word.text: word for word in nlp(TEXTS[0])}
    assert words["ministre"].dep_ == "nsubj"
    assert words["ministre"].head.text == "reçu"
    assert words["homologue"].dep_ == "obj"
    assert (words["reçu"].lemma_, words["reçu"].pos_) == ("recevoir", "VERB")
    assert words["reçu"].morph.get("VerbForm") == ["Part"]


def test_settled_bounds_stay(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp.make_doc("Rome hésite Paris attend. la suite demain")
    doc[2].is_sent_start = True
    doc[5].is_sent_start = False
    doc = nlp.get_pipe(NAME)(doc)
    starts = [sentence[0].i for sentence in doc.sents]
    assert 2 in starts
    assert 5 not in starts


def test_blanks_hang_on_the_word_before(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp("\n Il pleut  à Brest.\n")
    assert len(list(doc.sents)) == 1
    assert [word.text for word in doc if word.is_space]
    assert all(word.head.i != word.i or word.dep_ == "ROOT" for word in doc)


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_nothing_to_read(nlp, text: str) -> None:  # type: ignore[no-untyped-def]
    assert len(nlp(text)) == len(nlp.make_doc(text))


def test_a_text_without_an_end_is_read_in_parts(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp("le vent et " * 400)
    assert len(doc) == 1200
    assert all(abs(word.head.i - word.i) < 600 for word in doc)


def test_written_and_read_again(nlp, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    nlp.get_pipe(NAME).to_disk(tmp_path / "graph")
    again = GraphParser(nlp.vocab).from_disk(tmp_path / "graph")
    assert shown(again(nlp.make_doc(TEXTS[2]))) == shown(nlp.get_pipe(NAME)(nlp.make_doc(TEXTS[2])))


def test_a_folder_of_something_else_is_refused(nlp, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FileNotFoundError):
        GraphParser(nlp.vocab).from_disk(tmp_path)


def test_spacy_can_score_it(nlp) -> None:  # type: ignore[no-untyped-def]
    doc = nlp(TEXTS[2])
    scores = nlp.get_pipe(NAME).score([Example(nlp(TEXTS[2]), doc)])
    assert scores["pos_acc"] == scores["dep_las"] == scores["sents_f"] == 1.0


def test_spacy_finds_it_by_itself() -> None:
    pipeline = spacy.load(WEIGHTS)
    assert pipeline.pipe_names == [NAME, "ner"]
    assert [word.dep_ for word in pipeline("Oslo cède.")] == ["nsubj", "ROOT", "punct"]
