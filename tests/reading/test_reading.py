"""Reading one document after the other: what is kept, and what is let go."""

import gc

import pytest

from depeche.language import syntax
from depeche.language.pipeline import load
from depeche.model import Document, Span
from depeche.reading import read_documents

TEXT = "Lundi, la ministre suédoise a affirmé que son pays ne retirerait pas ses soldats du Mali."


@pytest.mark.parametrize("collects", [True, False])
def test_the_garbage_collector_is_left_as_it_was(collects: bool) -> None:
    before = gc.isenabled()
    try:
        gc.enable() if collects else gc.disable()
        for _ in read_documents([Document(text=TEXT, id="a"), Document(text="", id="b")], pipeline=load()):
            assert gc.isenabled() is collects
    finally:
        gc.enable() if before else gc.disable()


def test_a_finished_tree_keeps_its_answers_until_it_is_let_go() -> None:
    parse = load().parse(TEXT, [Span(0, len(TEXT))])
    verb = next(token for token in parse.tokens if token.lemma == "affirmer")
    assert [token.lemma for token in syntax.own_subjects(verb)] == ["ministre"]
    assert syntax.own_subjects(verb) is syntax.own_subjects(verb)
    assert verb.subtree() is verb.subtree()
    assert verb.answers
    parse.let_go()
    assert not hasattr(verb, "children")
    assert not hasattr(verb, "head")
