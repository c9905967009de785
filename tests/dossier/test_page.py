"""The page as a file: what it may load and run, and what untrusted text becomes in it."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from depeche.dossier import render_dossier
from depeche.dossier.payload import story_data, story_json
from depeche.model import (
    Actor,
    Article,
    Block,
    Event,
    Published,
    Reading,
    Span,
    Statement,
    Voice,
    text_sha256,
)
from depeche.views import Story, tell

HOSTILE = "Oslo 🕊. </script><script>alert(1)</script> <!--<script> &amp; \u2028 <img src=x onerror=alert(2)> a dit Lia."
FRAME = 600_000  # bytes: what the page weighs without its data


def story_of(text: str, *, title: str = "Essai") -> Story:
    lia = Actor("Lia <b>Ek</b>", "person", "NOR")
    whole = Span(0, len(text))
    reading = Reading(
        article=Article(
            id="a\"><script>", text=text, text_sha256=text_sha256(text), outlet="<i>Journal</i>", headline=text,
            published=Published(value="2024-05-06", basis="given"), blocks=(Block(whole),),
            url="javascript:alert(3)",
        ),
        statements=(Statement(content=(Span(text.index("a dit"), len(text)),), mode="direct", speaker=Voice(lia)),),
        events=(Event(type="CONSULT", actor=(lia,), evidence=(whole,)),),
    )  # fmt: skip
    return tell([reading], title=title)


class Parts(HTMLParser):
    """The elements of a page with their attributes, and the text of its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] in ("script", "style"):
            self.inside.append((*self.elements[-1], data))


@pytest.fixture(scope="module")
def page() -> str:
    return render_dossier(story_of(HOSTILE, title="<script>alert(4)</script> & Cie"))


def test_the_policy_admits_the_pages_own_script_and_style_and_nothing_else(page: str) -> None:
    parts = Parts(page)
    (policy,) = [
        attributes["content"] or ""
        for tag, attributes in parts.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    hashes = {
        tag: "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
        for tag, attributes, text in parts.inside
        if attributes.get("type") != "application/json" and text.strip()
    }
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == hashes["script"]
    assert rules["style-src"] == hashes["style"]
    assert rules["require-trusted-types-for"] == "'script'"


def test_hostile_text_adds_no_element(page: str) -> None:
    tags = [tag for tag, _ in Parts(page).elements]
    assert tags.count("script") == 2  # the data and the program
    assert "img" not in tags
    assert "<script>alert" not in page


def test_the_page_asks_for_nothing_outside_itself(page: str) -> None:
    for tag, attributes in Parts(page).elements:
        assert "src" not in attributes, tag
        assert (attributes.get("href") or "#").startswith(("#", "data:")), tag
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag
    style = next(text for tag, _, text in Parts(page).inside if tag == "style")
    assert "url(" not in style
    assert "@import" not in style


def test_the_data_stays_one_script_and_reads_back() -> None:
    text = story_json(story_of(HOSTILE))
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text)["articles"][0]["text"] == HOSTILE


def test_offsets_count_utf16_units() -> None:
    data = story_data(story_of(HOSTILE))
    start, end = data["statements"][0]["spans"]
    units = HOSTILE.encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == "a dit Lia."


def test_the_frame_is_light(page: str) -> None:
    assert len(page.encode()) - len(story_json(story_of(HOSTILE)).encode()) < FRAME


def test_the_same_story_makes_the_same_page(page: str) -> None:
    assert render_dossier(story_of(HOSTILE, title="<script>alert(4)</script> & Cie")) == page


def test_an_empty_record_makes_a_page() -> None:
    assert "<h1>Rien</h1>" in render_dossier(Story(title="Rien"))
