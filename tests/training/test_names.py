"""The sentences that test the name finder share no name with what trains it."""

import re

import pytest

pytest.importorskip("training", reason="the training project is not part of the package")

from training.press_trees import FOLDER, HELD_OUT, read_lines
from training.sentences import UNKNOWN, Word
from training.silver import label_known
from training.synthetic.named import generate_named
from training.synthetic.phrases import known_places
from training.synthetic.words import Dice, kept_for_tests, rows


def trained_names() -> set[str]:
    found = {name for row in rows("names") for name in row["surnames"].split("|")}
    found |= {row[column] for row in rows("states") for column in ("form", "capital")}
    found |= set(known_places()) | {row["form"] for row in rows("organisations")}
    for number, line in enumerate(read_lines(FOLDER / "sentences.txt")):
        if number % HELD_OUT:
            found |= {line.text[start:end] for start, end, _ in line.names}
    return found


def test_there_are_enough_sentences_of_each_kind() -> None:
    lines = read_lines(FOLDER / "names.txt")
    labels = [label for line in lines for *_, label in line.names]
    assert len(lines) >= 300
    assert all(labels.count(label) >= 130 for label in ("PER", "LOC", "ORG"))
    assert len(read_lines(FOLDER / "sentences.txt")) >= 330


def test_no_name_of_the_test_sentences_trains() -> None:
    trained = trained_names()
    surnames = {name.split()[-1] for name in trained}
    for line in (*read_lines(FOLDER / "names.txt"), *read_lines(FOLDER / "names_later.txt")):
        for start, end, label in line.names:
            name = line.text[start:end]
            assert name not in trained
            if label == "PER":
                assert name.split()[-1] not in surnames, name


def test_no_generated_name_is_one_of_the_test_sentences() -> None:
    tested = {line.text[s:e] for line in read_lines(FOLDER / "names.txt") for s, e, _ in line.names}
    for sentence in generate_named(Dice(1), 400):
        text = "".join(word.form + " " * word.space for word in sentence if word.ent)
        assert not tested & set(re.split(r"(?<=\w) (?=\w)", text))
    assert kept_for_tests("Starovirivka") and not kept_for_tests("Marseille")


def test_generated_names_are_marked_from_their_first_word() -> None:
    for sentence in generate_named(Dice(2), 400):
        before = ""
        for word in sentence:
            assert not word.ent.startswith("I-") or before[2:] == word.ent[2:], [w.form for w in sentence]
            before = word.ent


def word(form: str, pos: str, head: int, dep: str) -> Word:
    return Word(form, pos, form.lower(), {}, head, dep)


def test_treebank_names_are_labelled_only_when_sure() -> None:
    sentence = [
        word("Hier", "ADV", 4, "advmod"), word(",", "PUNCT", 4, "punct"), word("Paul", "PROPN", 4, "nsubj"),
        word("Varnier", "PROPN", 2, "flat:name"), word("quitta", "VERB", 4, "ROOT"), word("Paris", "PROPN", 4, "obj"),
        word("pour", "ADP", 7, "case"), word("Trélazé", "PROPN", 4, "obl:mod"), word(".", "PUNCT", 4, "punct"),
    ]  # fmt: skip
    labelled = [word.ent for word in label_known([sentence])[0]]
    assert labelled == ["", "", "B-PER", "I-PER", "", "B-LOC", UNKNOWN, UNKNOWN, ""]
