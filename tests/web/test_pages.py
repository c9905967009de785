"""Pages before and after every kind of decision."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from depeche.record import open_record
from tests.web.conftest import TOKEN, at

Id = Callable[..., str]


@pytest.fixture
def person(client: TestClient) -> TestClient:
    """Somebody who has signed in."""
    client.post("/enter", data={"token": TOKEN, "name": "Zoé"})
    client.headers["Authorization"] = f"Bearer {TOKEN}"
    return client


def decide(client: TestClient, **ask: Any) -> int:
    answer = client.post("/api/corrections", json=ask)
    assert answer.status_code == 201, answer.text
    return int(answer.json()["numbers"][0])


def shown(client: TestClient, page: str) -> str:
    answer = client.get(page)
    assert answer.status_code == 200
    return answer.text


def test_an_act_tells_its_decisions_and_offers_the_last_one_to_undo(person: TestClient, id_of: Id) -> None:
    oslo = id_of("events", article="oslo", type="CONSULT")
    other = id_of("events", article="oslo", type="REJECT")
    split = decide(person, target="occurrence", verdict="split", record=oslo)
    assert f'data-last="{split}"' in shown(person, f"/occurrences/{oslo}")
    assert 'data-last=""' in shown(person, f"/occurrences/{other}")
    bergen = id_of("events", article="bergen", type="CONSULT")
    merged = decide(person, target="occurrence", verdict="merge", record=oslo, other=bergen)
    for id in (oslo, bergen):
        assert f'data-last="{merged}"' in shown(person, f"/occurrences/{id}")


def test_an_article_shows_what_became_of_each_proposal(person: TestClient, id_of: Id) -> None:
    event = id_of("events", article="oslo", type="CONSULT")
    decide(
        person, target="event", verdict="set", record=event, words={"date": "2024-04-29", "status": "alleged"}
    )
    decide(person, target="event", verdict="reject", record=id_of("events", article="oslo", type="REJECT"))
    decide(person, target="statement", verdict="accept", record=id_of("statements", article="oslo"))
    place = at("La crise dure")
    words = {"actor": "Équateur", "issue": "crise", "stance": "opposes"}
    decide(
        person, target="position", verdict="add", article="oslo", at=[[place.start, place.end]], words=words
    )
    page = shown(person, "/articles/oslo")
    for state in ("edited", "rejected", "accepted", "added"):
        assert f'class="card {state}"' in page
    assert "<s>30 avril 2024</s>" in page
    assert "confiance 70 %" in page
    assert shown(person, "/journal").count("<tr>") == 6
    assert shown(person, "/issues/crise").count("La crise dure") == 1


def test_what_needs_another_look_is_listed(person: TestClient, id_of: Id, record_path: Path) -> None:
    with open_record(record_path) as record:
        before = record.reading("oslo")
    decide(person, target="statement", verdict="reject", record=id_of("statements", article="oslo"))
    with open_record(record_path) as record:
        record.store(msgspec.structs.replace(before, statements=()))
    assert "à revoir" in shown(person, "/journal")
    assert shown(person, "/journal?loose=1").count("<tr>") == 2


def test_who_reads_alone_is_offered_nothing_to_write(client: TestClient) -> None:
    for page in ("/articles/oslo", "/actors", "/occurrences", "/journal"):
        assert "data-do=" not in shown(client, page)


def test_kinds_countries_and_days_are_in_the_language_of_the_page(person: TestClient, id_of: Id) -> None:
    decide(person, target="statement", verdict="accept", record=id_of("statements", article="oslo"))
    french, english = shown(person, "/articles/oslo"), shown(person, "/articles/oslo?lang=en")
    assert "[personne, Norvège]" in french and "[person, Norway]" not in french
    assert "[person, Norway]" in english and "[personne" not in english
    assert re.search(
        r"accepte, <time datetime=\"[^\"]+\">\d+(?:er)? \w+ \d{4} à \d\d\xa0h\xa0\d\d \(TU\)</time>", french
    )
    assert re.search(r"accepts, <time datetime=\"[^\"]+\">\d+ \w+ \d{4}, \d\d:\d\d UTC</time>", english)


def test_the_modes_of_each_type_are_offered_with_their_words(person: TestClient) -> None:
    page = shown(person, "/articles/oslo")
    assert '<option value="visit" data-of="CONSULT">visite</option>' in page
    assert '<option value="phone" data-of="ACCUSE"' not in page


def test_codes_and_states_are_chosen_not_typed(person: TestClient) -> None:
    page = shown(person, "/occurrences?type=AGREE")
    assert '<option value="AGREE" selected>Engagement</option>' in page
    assert '<option value="negated">' in page
    assert 'list="states"' in page and '<option value="Chine">' in page
    assert '<option value="igo">' in shown(person, "/actors")
