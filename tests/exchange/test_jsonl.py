"""The exchange format of codebook section 9."""

import json
from io import StringIO
from pathlib import Path

import pytest

from depeche.exchange.jsonl import BrokenLine, decode_lines, encode_line, read_lines, to_line, write_lines
from depeche.model import (
    Actor,
    Article,
    Cut,
    Event,
    Place,
    PlannedAct,
    Position,
    Published,
    Reading,
    Span,
    Statement,
    Term,
    Voice,
)

GOLD = Path(__file__).parent.parent / "gold" / "gold.jsonl"
LENZ = Actor("Ada Lenz", "person", "AUT", ("chancelière",))
READING = Reading(
    article=Article(
        id="a1",
        text="x" * 60,
        text_sha256="ab" * 32,
        agencies=("AFP",),
        published=Published(value="2024-06-01", basis="text", reasons=("imprimé",)),
        furniture=(Cut(Span(0, 4), "menu"),),
    ),
    statements=(
        Statement(
            content=(Span(30, 40), Span(45, 50)), mode="direct", cue=Span(41, 44), speaker=Voice(LENZ, Span(0, 8))
        ),
        Statement(content=(Span(10, 20),), mode="act", speaker=Voice(LENZ), via=(LENZ,), act="request"),
    ),
    events=(
        Event(
            type="AGREE", actor=(LENZ,), date="2024-06-01", place=Place("Vienne", "AUT"), status="future",
            about=PlannedAct(type="CONSULT", actor=("AUT",)), evidence=(Span(10, 50),),
        ),
    ),
    positions=(Position(actor=LENZ, issue="sanctions", stance="opposes", evidence=(Span(10, 20),)),),
    terms=(Term(term="guerre", span=Span(50, 56)),),
)  # fmt: skip


def test_a_reading_becomes_the_object_of_the_codebook() -> None:
    made = json.loads(encode_line(to_line(READING)))
    lenz = {"name": "Ada Lenz", "kind": "person", "country": "AUT"}
    assert made["published"] == {"value": "2024-06-01", "basis": "text", "reasons": ["imprimé"]}
    assert made["furniture"] == [[0, 4]]
    assert made["statements"][0] == {
        "id": "s1", "content": [[10, 20]], "mode": "act", "cue": None, "speaker": {**lenz, "span": None},
        "via": [lenz], "channel": None, "addressee": [], "act": "request",
    }  # fmt: skip
    assert made["statements"][1]["content"] == [[30, 40], [45, 50]]
    assert made["statements"][1]["id"] == "s2"
    assert made["events"][0] == {
        "id": "e1", "type": "AGREE", "mode": None, "actor": [lenz], "recipient": [], "date": "2024-06-01",
        "place": {"name": "Vienne", "country": "AUT"}, "status": "future", "according_to": None,
        "about": {"type": "CONSULT", "actor": ["AUT"]}, "contexts": [], "evidence": [[10, 50]],
    }  # fmt: skip
    assert made["positions"][0]["actor"] == lenz
    assert made["terms"] == [{"term": "guerre", "span": [50, 56], "voice": "outlet"}]


def test_gold_comes_back_as_it_was() -> None:
    for text, line in zip(GOLD.read_text(encoding="utf-8").splitlines(), read_lines(GOLD), strict=True):
        assert json.loads(encode_line(line)) == json.loads(text)


def test_what_is_written_reads_back_equal() -> None:
    out = StringIO()
    assert write_lines([READING, READING], out) == 2
    assert list(decode_lines(out.getvalue().split("\n"))) == [to_line(READING)] * 2


def test_fields_left_out_have_defaults_and_unknown_ones_are_passed_over() -> None:
    text = '{"id": "a", "events": [{"id": "e1", "type": "AID", "evidence": [[0, 9]], "note": 1}], "x": {}}'
    (line,) = decode_lines(["", text])
    assert line.events[0].status == "actual"
    assert line.statements == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "malformed|truncated"),
        ("[]", "object"),
        ('{"id": "a", "statements": [{"id": "s1", "mode": "act"}]}', "content"),
        ('{"id": "a", "furniture": [[1, "x"]]}', "furniture"),
    ],
)
def test_a_broken_line_is_named(text: str, told: str) -> None:
    with pytest.raises(BrokenLine, match=rf"gold.jsonl, line 2: .*({told})"):
        list(decode_lines(["{}".replace("{}", '{"id": "b"}'), text], origin="gold.jsonl"))


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    path = tmp_path / "latin.jsonl"
    path.write_bytes('{"id": "é"}'.encode("latin-1"))
    with pytest.raises(BrokenLine, match="not UTF-8"):
        read_lines(path)
