"""Our own press sentences: what stands behind the bars is what the trees say."""

import pytest

pytest.importorskip("training", reason="the training project is not part of the package")

from training.press_trees import FOLDER, read_lines, read_marked
from training.sentences import read_conllu


def test_marks_become_names() -> None:
    text, names = read_marked("{Ankara:L} a reçu {M. Petrov:P}.")
    assert text == "Ankara a reçu M. Petrov."
    assert names == [(0, 6, "LOC"), (14, 23, "PER")]


def test_facts_name_words_of_their_sentence() -> None:
    for name in ("sentences.txt", "names.txt"):
        for line in read_lines(FOLDER / name):
            for verb, subject in line.pairs:
                assert verb in line.text and subject in line.text, line.text


@pytest.mark.parametrize("name", ["train", "heldout"])
def test_every_tree_has_one_root_and_no_circle(name: str) -> None:
    for sentence in read_conllu(FOLDER / f"{name}.conllu"):
        roots = [index for index, word in enumerate(sentence) if word.head == index]
        assert len(roots) == 1
        for index in range(len(sentence)):
            for _ in sentence:
                index = sentence[index].head
            assert index == roots[0]
