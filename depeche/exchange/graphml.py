"""GraphML for yEd, visone, igraph and networkx: the same network as in GEXF.

GraphML has no time of its own: `start` and `end` are the first and the last day of an edge's dated acts.
"""

from typing import IO, Any
from xml.etree.ElementTree import Element, SubElement

from depeche.exchange.markup import plain, write_xml
from depeche.exchange.network import network
from depeche.record import Record
from depeche.views import gather

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_KEYS = {
    "node": {"label": "string", "kind": "string", "country": "string", "acts": "int"},
    "edge": {
        "type": "string", "quad": "string", "weight": "double", "score": "double", "acts": "int", "mutual": "boolean",
        "start": "string", "end": "string",
    },
}  # fmt: skip


def write_graphml(record: Record, out: IO[str]) -> int:
    """Write the network of a record; returns how many edges."""
    found = network(gather(record, title=""))
    root = Element("graphml", {"xmlns": _NAMESPACE})
    for part, keys in _KEYS.items():
        for name, kind in keys.items():
            SubElement(
                root, "key", {"id": f"{part}_{name}", "for": part, "attr.name": name, "attr.type": kind}
            )
    graph = SubElement(root, "graph", {"id": "acts", "edgedefault": "directed"})
    for node in found.nodes:
        element = SubElement(graph, "node", {"id": node.id})
        _data(
            element,
            "node",
            {"label": node.name, "kind": node.kind, "country": node.country, "acts": node.acts},
        )
    for number, edge in enumerate(found.edges):
        element = SubElement(graph, "edge", {"id": str(number), "source": edge.source, "target": edge.target})
        first = min((start for start, _ in edge.spells), default=None)
        last = max((end for _, end in edge.spells), default=None)
        values = {"type": edge.type, "quad": edge.quad, "weight": edge.weight, "score": edge.score}
        _data(
            element,
            "edge",
            {**values, "acts": edge.acts, "mutual": edge.mutual, "start": first, "end": last},
        )
    write_xml(root, out)
    return len(found.edges)


def _data(element: Element, part: str, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if value is not None:
            data = SubElement(element, "data", {"key": f"{part}_{name}"})
            data.text = str(value).lower() if isinstance(value, bool) else plain(str(value))
