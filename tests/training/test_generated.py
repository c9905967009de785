"""Generated sentences are whole trees, and names kept for tests never train."""

import pytest

pytest.importorskip("training", reason="the training project is not part of the package")

from training.sentences import Word, read_conllu, text_of, write_conllu
from training.synthetic.bases import Base
from training.synthetic.generator import generate
from training.synthetic.words import Dice, rows, surnames


def base() -> Base:
    words = [
        Word("Le", "DET", "le", {}, 1, "det"), Word("froid", "NOUN", "froid", {}, 2, "nsubj"),
        Word("dure", "VERB", "durer", {"VerbForm": "Fin"}, 2, "ROOT", False), Word(".", "PUNCT", ".", {}, 2, "punct"),
    ]  # fmt: skip
    return Base(words)


def test_every_generated_sentence_is_one_tree() -> None:
    for name, sentence in generate(Dice(5), [base()], 300):
        roots = [index for index, word in enumerate(sentence) if word.head == index]
        assert len(roots) == 1, name
        assert all(word.dep for word in sentence), text_of(sentence)
        for index in range(len(sentence)):
            seen = set()
            while sentence[index].head != index and index not in seen:
                seen.add(index)
                index = sentence[index].head
            assert index == roots[0], text_of(sentence)


def test_no_double_marks() -> None:
    for _, sentence in generate(Dice(6), [base()], 300):
        text = text_of(sentence)
        assert ",," not in text and ", ," not in text and ",." not in text, text


def test_same_seed_same_sentences() -> None:
    first, second = ([text_of(sentence) for _, sentence in generate(Dice(7), [base()], 50)] for _ in range(2))
    assert first == second


def test_held_out_surnames_are_apart() -> None:
    for row in rows("names"):
        kept, used = (set(surnames(row["region"], held_out=part)) for part in (True, False))
        assert kept and used and not kept & used


def test_conllu_keeps_what_matters(tmp_path) -> None:  # type: ignore[no-untyped-def]
    sentences = [sentence for _, sentence in generate(Dice(8), [base()], 20)]
    write_conllu(tmp_path / "some.conllu", sentences)
    again = list(read_conllu(tmp_path / "some.conllu"))
    assert [text_of(sentence) for sentence in again] == [text_of(sentence) for sentence in sentences]
    assert [[word.head for word in sentence] for sentence in again] == [
        [w.head for w in s] for s in sentences
    ]
    assert [[word.ent for word in sentence] for sentence in again] == [[w.ent for w in s] for s in sentences]
