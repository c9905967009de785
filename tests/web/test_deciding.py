"""Corrections over the API: each kind, each refusal, and what it leaves in the record."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from starlette.testclient import TestClient

from depeche.model import Actor
from depeche.record import Identity, Record, open_record
from depeche.web import make_app
from tests.web.conftest import HOLM, HOME, QUITO, TEXT, TOKEN, at, reading

Id = Callable[..., str]
SHORT = Actor("Holm", "person", "NOR", HOLM.roles)


def post(client: TestClient, *, status: int = 201, **ask: Any) -> Any:
    answer = client.post("/api/corrections", json=ask)
    assert answer.status_code == status, answer.text
    return answer.json()


def event(client: TestClient, id: str) -> Any:
    return next(row for row in client.get("/api/events").json()["items"] if row["id"] == id)


def test_fields_are_set_as_people_type_them(writer: TestClient, id_of: Id) -> None:
    id = id_of("events", article="oslo", type="CONSULT")
    words = {
        "type": "COOPERATE", "actor": "équateur; Ida Holm", "recipient": "Lia Ek [person, NOR]", "date": "2024-04-29~",
        "place": "Bergen [nor]", "according_to": "",
    }  # fmt: skip
    assert len(post(writer, target="event", verdict="set", record=id, words=words, by="Ann")["numbers"]) == 6
    row = next(row for row in writer.get("/api/events?article=oslo").json()["items"] if row["number"] == 0)
    assert [row[name] for name in ("type", "actor", "recipient", "date", "place", "place_country")] == [
        "COOPERATE", "Équateur, Ida Holm", "Lia Ek", "2024-04-29~", "Bergen", "NOR",
    ]  # fmt: skip
    assert row["rule"] == "person"


@pytest.mark.parametrize(
    "words",
    [{"type": "DANCE"}, {"date": "mardi"}, {"actor": "Inconnu"}, {"actor": "X [ghost]"}, {"actor": "X [person, N]"},
     {"status": ""}, {"confidence": "1"}, {}, {"type": "REJECT", "date": "mardi"}],
)  # fmt: skip
def test_what_cannot_be_changes_nothing(writer: TestClient, id_of: Id, words: dict[str, str]) -> None:
    id = id_of("events", article="oslo", type="CONSULT")
    before = event(writer, id)
    problem = post(writer, status=422, target="event", verdict="set", record=id, words=words)
    assert problem["status"] == 422
    assert event(writer, id) == before
    assert writer.get("/api/journal").json()["total"] == 0


def test_a_record_is_accepted_rejected_and_given_back(writer: TestClient, id_of: Id) -> None:
    id = id_of("statements", article="oslo")
    (accepted,) = post(writer, target="statement", verdict="accept", record=id)["numbers"]
    record = writer.get("/api/articles/oslo").json()["records"][0]
    assert (record["proposed"]["confidence"], record["current"]["confidence"]) == (0.8, 1.0)
    assert record["entries"] == [accepted]
    (rejected,) = post(writer, target="statement", verdict="reject", record=id)["numbers"]
    assert writer.get("/api/statements?article=oslo").json()["total"] == 0
    post(writer, verdict="undo", number=rejected)
    assert writer.get("/api/statements?article=oslo").json()["total"] == 1
    assert "undone already" in post(writer, status=422, verdict="undo", number=rejected)["detail"]


@pytest.mark.parametrize(
    ("target", "words", "what"),
    [
        ("statement", {"speaker": "Ida Holm", "act": "announce", "mode": "indirect"}, "statements"),
        ("event", {"type": "ACCUSE", "actor": "Équateur"}, "events"),
        ("position", {"actor": "Équateur", "issue": "accord", "stance": "opposes"}, "positions"),
        ("term", {"term": "l'accord", "voice": "outlet"}, "terms"),
    ],
)
def test_a_missing_record_is_added_on_its_text(
    writer: TestClient, target: str, words: dict[str, str], what: str
) -> None:
    before = writer.get(f"/api/{what}?article=oslo").json()["total"]
    place = at("l'accord proposé")
    span = [place.start, place.end]
    post(writer, target=target, verdict="add", article="oslo", at=[span], words=words)
    assert writer.get(f"/api/{what}?article=oslo").json()["total"] == before + 1
    added = writer.get("/api/articles/oslo").json()["records"][-1]
    assert (added["proposed"], added["at"]) == (None, [span])
    wrong = [len(TEXT), len(TEXT) + 5]
    assert post(writer, status=422, target=target, verdict="add", article="oslo", at=[wrong], words=words)


def test_an_article_is_corrected(writer: TestClient) -> None:
    post(
        writer,
        target="article",
        verdict="set",
        article="oslo",
        words={"published": "2023-05-03", "outlet": "L'Ouest"},
    )
    row = next(row for row in writer.get("/api/articles").json()["items"] if row["id"] == "oslo")
    assert (row["published"], row["published_basis"], row["outlet"]) == ("2023-05-03", "given", "L'Ouest")


def test_actors_are_merged_and_split(writer: TestClient, id_of: Id) -> None:
    quito = id_of("actors", name="Équateur")
    post(writer, target="actor", verdict="merge", record=quito, other="République d'Équateur [state, ECU]")
    assert {row["name"] for row in writer.get("/api/actors").json()["items"]} == {
        "Ida Holm",
        "République d'Équateur",
    }
    holm = id_of("actors", name="Ida Holm")
    post(
        writer,
        target="actor",
        verdict="split",
        record=holm,
        other="Ida Holm, maire [person, NOR]",
        articles=["oslo"],
    )
    rows = writer.get("/api/statements").json()["items"]
    assert {row["article"]: row["speaker"] for row in rows} == {
        "bergen": "Ida Holm",
        "oslo": "Ida Holm, maire",
    }
    assert post(writer, status=422, target="actor", verdict="split", record=holm, other="X [person]")
    assert post(writer, status=422, target="actor", verdict="merge", record=holm, other="Ida Holm")
    assert post(writer, status=404, target="actor", verdict="merge", record="0", other="Ida Holm")


def test_names_are_held_apart_and_joined_again(record_path: Path) -> None:
    with open_record(record_path) as record:
        record.store(msgspec.structs.replace(reading("bergen", more="Suite et fin."), actors=(SHORT, QUITO)))

    def identify(record: Record) -> None:
        with record.weaving() as loom:
            loom.identify([Identity(SHORT, HOLM, "title")])

    with TestClient(make_app(record_path, token=TOKEN, identify=identify), base_url=HOME) as writer:
        writer.headers["Authorization"] = f"Bearer {TOKEN}"
        with open_record(record_path) as record:
            identify(record)
        (name,) = writer.get("/api/identities").json()["items"]
        assert "même nom de famille" in writer.get(f"/actors/{name['id']}").text
        ask = {"target": "actor", "verdict": "reject", "record": name["id"], "other": name["identity"]}
        (number,) = post(writer, **ask)["numbers"]
        assert writer.get("/api/identities").json()["total"] == 0
        assert "not taken for one actor" in post(writer, status=422, **ask)["detail"]
        (undo,) = post(writer, verdict="undo", number=number)["numbers"]
        assert writer.get("/api/identities").json()["items"] == [name]
        assert [one["number"] for one in writer.get("/api/journal").json()["items"]] == [number, undo]


def test_acts_are_split_and_merged(writer: TestClient, id_of: Id) -> None:
    oslo = id_of("events", article="oslo", type="CONSULT")
    bergen = id_of("events", article="bergen", type="CONSULT")
    post(writer, target="occurrence", verdict="split", record=oslo)
    assert writer.get("/api/occurrences?type=CONSULT").json()["total"] == 2
    post(writer, target="occurrence", verdict="merge", record=oslo, other=bergen)
    assert writer.get("/api/occurrences?type=CONSULT").json()["total"] == 1
    assert post(writer, status=422, target="occurrence", verdict="merge", record=oslo, other=oslo)
    assert post(writer, status=404, target="occurrence", verdict="split", record="0")


def test_acts_that_people_join_are_compared_at_once(writer: TestClient, id_of: Id) -> None:
    oslo = id_of("events", article="oslo", type="REJECT")
    bergen = id_of("events", article="bergen", type="REJECT")
    post(writer, target="event", verdict="set", record=bergen, words={"status": "negated"})
    post(writer, target="occurrence", verdict="merge", record=oslo, other=bergen)
    (found,) = writer.get(f"/api/occurrences/{oslo}").json()["contradictions"]
    assert (found["matter"], {found["first_says"], found["second_says"]}) == ("status", {"actual", "negated"})


def test_nobody_writes_over_what_they_have_not_seen(writer: TestClient, id_of: Id) -> None:
    id = id_of("events", article="oslo", type="CONSULT")
    post(
        writer,
        target="event",
        verdict="set",
        record=id,
        words={"status": "alleged", "date": ""},
        by="Ann",
        seen=0,
    )
    problem = post(writer, status=409, target="event", verdict="reject", record=id, seen=0)
    assert "Ann has corrected this event meanwhile" in problem["detail"]
    post(writer, target="event", verdict="reject", record=id, seen=2)
