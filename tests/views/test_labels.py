import re
from pathlib import Path
from typing import get_args

import pytest

from depeche.lexicon import table
from depeche.model import ActorKind, EventType, Mode, SpeechAct, Stance, Status
from depeche.views.labels import label, labels, state_names
from depeche.views.quads import QUADS

SOURCES = Path(__file__).parents[2] / "frontend" / "src"


@pytest.mark.parametrize(
    ("group", "vocabulary"),
    [
        ("type", EventType), ("status", Status), ("act", SpeechAct), ("said", Mode), ("stance", Stance),
        ("kind", ActorKind),
    ],
)  # fmt: skip
def test_every_word_of_the_codebook_has_a_label(group: str, vocabulary: object) -> None:
    assert [word for word in get_args(vocabulary) if f"{group}.{word}" not in labels()] == []


def test_both_languages_fill_in_the_same() -> None:
    for key, (french, english) in labels().items():
        names = [set(re.findall(r"\{(\w+)", text)) for text in (french, english)]
        assert names[0] == names[1], key


def test_every_key_in_the_script_is_in_the_table() -> None:
    used = {
        key
        for path in SOURCES.rglob("*.ts")
        for key in re.findall(r"\bt\(\"([\w.]+)\"", path.read_text(encoding="utf-8"))
        if not key.endswith(".")
    }
    assert used - set(labels()) == set()


def test_a_number_chooses_its_words() -> None:
    assert label("count.articles", n=0) == "article lu"
    assert label("count.articles", n=2) == "articles lus"
    assert label("count.articles", language="en", n=0) == "articles read"


def test_every_state_has_a_name_in_both_languages() -> None:
    assert set(state_names()) == {row["iso3"] for row in table("states_en")}


def test_every_type_has_its_quad() -> None:
    assert set(QUADS) == set(get_args(EventType))
