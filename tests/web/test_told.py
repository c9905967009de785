"""Values of corrections in words."""

import pytest

from depeche.web.naming import country_name
from depeche.web.problems import TITLES
from depeche.web.told import as_told
from depeche.web.words import say, word


def told(value: str | None, field: str) -> str:
    return as_told(
        value, field, word=lambda kind, code: word(kind, code, language="fr"),
        country=lambda code: country_name(code, language="fr"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "field", "expected"),
    [
        ('"ACCUSE"', "type", "Accusation"),
        ('"negated"', "status", "démenti ou non advenu"),
        ('[{"name": "Oslo", "kind": "state", "country": "NOR"}, {"name": "ONU", "kind": "igo", "country": null}]', "target",
         "Oslo (Norvège), ONU"),
        ('{"value": "2024-05-03", "basis": "text"}', "date", "2024-05-03"),
        ("[]", "target", "–"),
        ("null", "mode", "–"),
        ('[{"start": 3, "end": 9}]', "content", "3–9"),
        ("true", "direct", "True"),
        ("une note", "note", "une note"),
        (None, "mode", "–"),
    ],
)  # fmt: skip
def test_values_are_told_in_words(value: str | None, field: str, expected: str) -> None:
    assert told(value, field) == expected


@pytest.mark.parametrize("name", TITLES)
def test_every_problem_has_a_title_in_french(name: str) -> None:
    assert say(f"problem.{name}", language="en") == TITLES[name]
    assert say(f"problem.{name}", language="fr") != TITLES[name]
