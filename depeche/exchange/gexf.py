"""GEXF 1.3 for Gephi and Retina: a directed graph whose edges live in spells of time.

Each spell is the first and last day that the date of an act can mean. An edge without any dated act has no spell and
is shown at all times. Edges of several types between the same sides are kept apart by their kind.
"""

from typing import IO
from xml.etree.ElementTree import Element, SubElement

from depeche.exchange.markup import plain, write_xml
from depeche.exchange.network import Edge, Node, network
from depeche.record import Record
from depeche.views import gather

_NAMESPACE = "http://gexf.net/1.3"
_NODE = (("kind", "string"), ("country", "string"), ("acts", "integer"))
_EDGE = (
    ("type", "string"),
    ("quad", "string"),
    ("score", "double"),
    ("acts", "integer"),
    ("mutual", "boolean"),
)


def write_gexf(record: Record, out: IO[str]) -> int:
    """Write the network of a record; returns how many edges."""
    found = network(gather(record, title=""))
    root = Element("gexf", {"xmlns": _NAMESPACE, "version": "1.3"})
    graph = SubElement(
        root,
        "graph",
        {
            "defaultedgetype": "directed",
            "mode": "dynamic",
            "timeformat": "date",
            "timerepresentation": "interval",
        },
    )
    _declare(graph, "node", _NODE)
    _declare(graph, "edge", _EDGE)
    nodes = SubElement(graph, "nodes")
    for node in found.nodes:
        element = SubElement(nodes, "node", {"id": node.id, "label": plain(node.name)})
        _values(element, node, _NODE)
    edges = SubElement(graph, "edges")
    for number, edge in enumerate(found.edges):
        element = SubElement(
            edges,
            "edge",
            {
                "id": str(number),
                "source": edge.source,
                "target": edge.target,
                # Gephi joins parallel edges of one kind.
                "kind": f"{edge.type} (mutual)" if edge.mutual else edge.type,
                "label": edge.type,
                "weight": str(edge.weight),
            },
        )
        _values(element, edge, _EDGE)
        if edge.spells:
            spells = SubElement(element, "spells")
            for first, last in edge.spells:
                SubElement(spells, "spell", {"start": first, "end": last})
    write_xml(root, out)
    return len(found.edges)


def _declare(graph: Element, part: str, columns: tuple[tuple[str, str], ...]) -> None:
    declared = SubElement(graph, "attributes", {"class": part, "mode": "static"})
    for name, kind in columns:
        SubElement(declared, "attribute", {"id": name, "title": name, "type": kind})


def _values(element: Element, of: Node | Edge, columns: tuple[tuple[str, str], ...]) -> None:
    values = SubElement(element, "attvalues")
    for name, _ in columns:
        value = getattr(of, name)
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else plain(str(value))
            SubElement(values, "attvalue", {"for": name, "value": text})
