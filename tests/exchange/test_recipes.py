"""Every format has its recipe, and XML holds any text."""

from pathlib import Path
from xml.etree import ElementTree

from depeche.exchange import FORMATS
from depeche.exchange.markup import plain

RECIPES = Path(__file__).parent.parent.parent / "docs" / "recipes.md"


def test_every_format_has_its_recipe() -> None:
    text = RECIPES.read_text(encoding="utf-8")
    assert not [name for name in FORMATS if name != "jsonl" and f"--format {name}" not in text]


def test_xml_holds_any_text() -> None:
    text = "a\x00b\x0bc\ufffe é 𝄞 <&>\n"
    element = ElementTree.Element("x")
    element.text = plain(text)
    assert ElementTree.fromstring(ElementTree.tostring(element)).text == "a\ufffdb\ufffdc\ufffd é 𝄞 <&>\n"
