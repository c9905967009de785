"""The network of a record, read back with networkx."""

from collections.abc import Callable
from io import BytesIO

import pytest

networkx = pytest.importorskip("networkx")

from depeche.exchange.network import network  # noqa: E402
from depeche.record import Record  # noqa: E402
from depeche.views import gather  # noqa: E402


def test_gexf_reads_back(written: Callable[[str], str]) -> None:
    text = written("gexf")
    graph = networkx.read_gexf(BytesIO(text.encode()), version="1.3")
    assert graph.is_multigraph() or graph.is_directed()
    assert graph.nodes["PER"]["label"] == "Pérou"
    assert graph.nodes["PER"]["acts"] == 4
    edges = {(one, two, data["type"]): data for one, two, data in graph.edges(data=True)}
    assert set(edges) == {
        ("PER", "NOR", "CONSULT"), ("NOR", "PER", "AGREE"), ("PER", "ECU", "ACCUSE"),
        next(key for key in edges if key[2] == "CONSULT" and "NOR" not in key),
    }  # fmt: skip
    visit = edges["PER", "NOR", "CONSULT"]
    # Two tellings, but the daily copies the agency: one origin.
    assert visit["weight"] == 1.0
    assert visit["spells"] == [("2024-05-07", "2024-05-07")]
    assert visit["mutual"] is False
    assert "spells" not in edges["PER", "ECU", "ACCUSE"]


def test_a_summit_without_host_joins_its_members(record: Record) -> None:
    found = network(gather(record, title=""))
    (summit,) = [edge for edge in found.edges if edge.mutual]
    assert "PER" in (summit.source, summit.target)
    assert summit.spells == (("2024-05-01", "2024-05-31"),)
    (un,) = [node for node in found.nodes if node.country is None]
    assert (un.name, un.kind) == ("ONU", "igo")


def test_graphml_reads_back(written: Callable[[str], str]) -> None:
    graph = networkx.read_graphml(BytesIO(written("graphml").encode()))
    assert graph.nodes["ECU"] == {"label": "Équateur", "kind": "state", "country": "ECU", "acts": 1}
    (promise,) = [data for one, two, data in graph.edges(data=True) if data["type"] == "AGREE"]
    assert promise["start"] == promise["end"] == "2024-05-07"
    assert promise["weight"] == 1.0
    assert promise["mutual"] is False
    (charge,) = [data for one, two, data in graph.edges(data=True) if data["type"] == "ACCUSE"]
    assert "start" not in charge
