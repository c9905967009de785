"""Lemma rules come back as they were written and give the lemma they were found for."""

import pytest

from depeche.language.graph.lemmas import find_rule, read_rule

PAIRS = [
    ("déclaraient", "déclarer"), ("Déclaraient", "déclarer"), ("Pékin", "Pékin"), ("est", "être"), ("ONU", "ONU"),
    ("aux", "à"), ("L'", "le"), ("chevaux", "cheval"), ("a+b", "a+b"), ("Sommes", "être"), ("ministres", "ministre"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "lemma"), PAIRS)
def test_a_rule_gives_its_lemma(form: str, lemma: str) -> None:
    assert read_rule(find_rule(form, lemma).write()).apply(form) == lemma


def test_a_rule_serves_other_words() -> None:
    assert find_rule("déclaraient", "déclarer").apply("Affirmaient") == "affirmer"


def test_a_form_too_short_has_no_lemma_by_the_rule() -> None:
    assert find_rule("déclaraient", "déclarer").apply("ai") is None
    assert find_rule("ses", "son").apply("") is None
