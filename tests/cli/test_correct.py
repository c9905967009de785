"""`depeche correct` and `depeche journal`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]


def test_fields_are_corrected_and_the_journal_tells_it(depeche: Run) -> None:
    depeche("correct", "oslo", "e1", "status", "negated", "--by", "I. M.", "--note", "démenti")
    depeche("correct", "oslo", "e1", "recipient", "équateur; Ida Holm")
    depeche("correct", "oslo", "s1", "speaker", "Équateur")
    depeche("correct", "oslo", "e1", "place", '{"name": "Bergen", "country": "NOR"}')
    depeche("correct", "oslo", "e1", "date", "null")
    depeche("correct", "oslo", "article", "published", "2024-05-04")
    event = json.loads(depeche("events", "--json", "--type", "CONSULT").stdout)[0]
    assert (event["status"], event["recipient"], event["place"]) == (
        "negated",
        "Équateur, Ida Holm",
        "Bergen",
    )
    assert (event["date"], event["published"]) == (None, "2024-05-04")
    assert "Équateur" in depeche("statements").stdout
    told = depeche("journal").stdout
    assert 'set status "negated"' in told
    assert "I. M." in told
    assert len(json.loads(depeche("journal", "--json").stdout)) == 6
    assert "sound" in depeche("audit").stdout


def test_a_record_is_rejected(depeche: Run) -> None:
    depeche("correct", "oslo", "e2", "--reject")
    assert len(json.loads(depeche("events", "--json").stdout)) == 1
    assert "rejected" in depeche("journal").stdout


@pytest.mark.parametrize(
    ("words", "told", "code"),
    [
        (("oslo", "e9", "date", "2024"), "no e9", 2),
        (("oslo", "x1", "date", "2024"), "no x1", 2),
        (("oslo", "e1"), "--reject", 2),
        (("oslo", "e1", "date"), "--reject", 2),
        (("oslo", "e1", "date", "2024", "--reject"), "--reject", 2),
        (("oslo", "article", "--reject"), "cannot be rejected", 2),
        (("oslo", "s1", "speaker", "Ida"), "Ida Holm", 2),
        (("oslo", "s1", "speaker", "Nemo"), "JSON", 2),
        (("oslo", "e1", "colour", "red"), "no field", 1),
        (("oslo", "e1", "status", "perhaps"), "no value", 1),
        (("bergen", "e1", "status", "actual"), "no article", 1),
    ],
)
def test_what_cannot_be_corrected_is_explained(
    depeche: Run, words: tuple[str, ...], told: str, code: int
) -> None:
    assert told in depeche("correct", *words, code=code).output
    assert depeche("journal").stdout == ""


def test_a_journal_is_replayed_once(depeche: Run, tmp_path: Path) -> None:
    depeche("correct", "oslo", "e2", "--reject")
    file = tmp_path / "journal.json"
    file.write_text(depeche("journal", "--json").stdout, encoding="utf-8")
    assert "0 corrections taken, 0 not" in depeche("journal", "--replay", str(file)).stdout
    file.write_text("{}", encoding="utf-8")
    assert "no journal" in depeche("journal", "--replay", str(file), code=1).output
