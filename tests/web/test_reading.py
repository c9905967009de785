"""The API gives lists, pages and one shape of error, and describes itself."""

from collections.abc import Callable
from typing import get_args

import pytest
from starlette.testclient import TestClient

from depeche.record import Listed


@pytest.mark.parametrize("what", get_args(Listed))
def test_every_list_has_pages(client: TestClient, what: str) -> None:
    body = client.get(f"/api/{what}", params={"limit": 1}).json()
    assert len(body["items"]) == min(1, body["total"])
    assert (body["limit"], body["offset"]) == (1, 0)
    if body["total"] > 1:
        following = client.get(body["next"]).json()
        assert following["items"] != body["items"]
        assert following["offset"] == 1


@pytest.mark.parametrize(
    ("address", "total"),
    [
        ("/api/events?country=Norv%C3%A8ge", 2),
        ("/api/events?actor=equat", 4),
        ("/api/events?since=2024-05", 0),
        ("/api/events?until=2024-04-30", 2),
        ("/api/statements?actor=holm&article=oslo", 1),
        ("/api/positions?issue=accueil", 2),
        ("/api/occurrences?type=CONSULT", 1),
        ("/api/search?q=n%C3%A9gociation", 2),
        ("/api/search?q=%C2%AB%20n%C3%A9gociation%20%C2%BB", 0),
        ("/api/search?q=%22accueillons%20Quito%22&article=oslo", 1),
        ("/api/search?q=", 0),
        ("/api/search?q=crise&outlet=Autre", 0),
        ("/api/search?q=crise&country=NOR", 2),
    ],
)
def test_filters_keep_what_they_ask_for(client: TestClient, address: str, total: int) -> None:
    body = client.get(address).json()
    assert body["total"] == total
    assert len(body["items"]) == total


def test_hits_stand_where_they_are_said_to(client: TestClient) -> None:
    row = client.get("/api/search?q=négociation refuser").json()["items"][0]
    assert [row["passage"][start:end] for start, end in row["hits"]] == ["négociateurs", "refusé"]


@pytest.mark.parametrize(
    ("address", "status", "name"),
    [
        ("/api/events?colour=red", 400, "wrong-question"),
        ("/api/events?limit=0", 400, "wrong-question"),
        ("/api/events?limit=501", 400, "wrong-question"),
        ("/api/events?offset=-1", 400, "wrong-question"),
        ("/api/events?since=hier", 400, "wrong-question"),
        ("/api/events?country=Atlantide", 400, "wrong-question"),
        ("/api/articles/nowhere", 404, "unknown-article"),
        ("/api/actors/0", 404, "unknown-record"),
        ("/api/occurrences/0", 404, "unknown-record"),
        ("/api/colours", 404, "unknown-page"),
        ("/api/no/such/page", 404, "unknown-page"),
        ("/assets/none.js", 404, "unknown-page"),
    ],
)
def test_all_errors_have_one_shape(client: TestClient, address: str, status: int, name: str) -> None:
    answer = client.get(address)
    page = "text/html; charset=utf-8" if address.startswith("/assets") else "application/problem+json"
    assert (answer.status_code, answer.headers["content-type"]) == (status, page)
    if page.startswith("application"):
        problem = answer.json()
        assert set(problem) == {"type", "title", "status", "detail", "instance"}
        assert (problem["type"], problem["status"]) == (f"/api/docs#{name}", status)
        assert problem["detail"]


def test_an_article_tells_each_record_from_proposal_to_decision(client: TestClient) -> None:
    body = client.get("/api/articles/oslo").json()
    assert [record["target"] for record in body["records"]] == [
        "statement",
        "event",
        "event",
        "position",
        "term",
    ]
    assert body["records"][0]["proposed"]["confidence"] == 0.8
    assert body["records"][0]["current"] == body["records"][0]["proposed"]
    assert body["seen"] == 0


def test_an_actor_and_an_occurrence_tell_what_they_hold(
    client: TestClient, id_of: Callable[..., str]
) -> None:
    actor = client.get(f"/api/actors/{id_of('actors', name='Ida Holm')}").json()
    assert (
        [len(actor[what]) for what in ("statements", "events", "positions")] == [2, 2, 2] != actor["articles"]
    )
    act = client.get(f"/api/occurrences/{id_of('occurrences', tellings=2)}").json()
    assert [row["article"] for row in act["tellings"]] == ["bergen", "oslo"]


def test_the_description_names_every_address(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    served = {
        route.path.replace(":path", "").replace("{what}", what)
        for route in client.app.routes  # type: ignore[attr-defined]
        if route.path.startswith("/api/") and route.path not in ("/api/docs", "/api/openapi.json")
        for what in (get_args(Listed) if "{what}" in route.path else ("",))
    }
    assert set(described["paths"]) == served
    row = client.get("/api/events?limit=1").json()["items"][0]
    assert set(described["components"]["schemas"]["events"]["properties"]) == set(row)
    references = set(_references(described))
    assert references
    for reference in references:
        part = described
        for name in reference.removeprefix("#/").split("/"):
            part = part[name]


def _references(part: object) -> list[str]:
    if isinstance(part, dict):
        found = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return found + [one for value in part.values() for one in _references(value)]
    return [one for value in part for one in _references(value)] if isinstance(part, list) else []
