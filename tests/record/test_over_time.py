"""Stances and terms over time: what changed, who says so first, and how many independent origins there are."""

from pathlib import Path

import pytest

from depeche.model import Actor, Article, Block, Position, Published, Reading, Span, Stance, Term, text_sha256
from depeche.record import Filter, Links, Record, open_record

PERU, LENZ = Actor("Pérou", "state", "PER"), Actor("Ada Lenz", "person", "PER")


def reading(
    id: str,
    day: str,
    stance: Stance,
    *,
    outlet: str = "La Gazette",
    actor: Actor = PERU,
    date: str | None = None,
) -> Reading:
    text = f"{id}: Lima et la trêve, que Lenz appelle l'armistice."
    trêve, armistice = (
        Span(text.index(word), text.index(word) + len(word)) for word in ("trêve", "armistice")
    )
    return Reading(
        article=Article(
            id=id, text=text, text_sha256=text_sha256(text), outlet=outlet, origin=f"{id}.txt",
            published=Published(value=day, basis="text"), blocks=(Block(Span(0, len(text))),),
        ),
        positions=(Position(actor=actor, issue="trêve", stance=stance, date=date, evidence=(Span(0, len(text)),)),),
        terms=(Term(term="trêve", span=trêve), Term(term="armistice", span=armistice, voice="Ada Lenz")),
    )  # fmt: skip


@pytest.fixture
def record(tmp_path: Path) -> Record:
    made = open_record(tmp_path / "r.db", create=True)
    made.store(reading("c", "2024-06-09", "calls_for", actor=LENZ))
    made.store(reading("a", "2024-05-02", "opposes"))
    made.store(reading("b", "2024-05-03", "opposes", outlet="Le Phare"))
    made.store(reading("d", "2024-06-20", "supports", date="2024-06-01"))
    made.link(Links(origins={"b": "a"}))
    return made


def test_a_changed_stance_is_marked_where_it_is_first_told(record: Record) -> None:
    found = [
        (row["article"], row["side"], row["date"], row["stance"], row["before"], row["changed"])
        for row in record.rows("stances")
    ]
    assert found == [
        ("a", "PER", "2024-05-02", "opposes", None, 0),
        ("d", "PER", "2024-06-01", "supports", "opposes", 1),
        ("c", "PER", "2024-06-09", "calls_for", "supports", 0),
    ]
    assert [row["article"] for row in record.rows("stances", Filter(actor="lenz"))] == ["c"]


def test_terms_are_counted_by_month_voice_and_origin(record: Record) -> None:
    found = {
        (row["month"], row["outlet"], row["voice"]): (row["uses"], row["articles"], row["origins"])
        for row in record.rows("framing", Filter(since="2024-06-01"))
        if row["term"] == "trêve"
    }
    assert found == {("2024-06", "La Gazette", "outlet"): (2, 2, 2)}
    voices = {(row["term"], row["voice"]) for row in record.rows("framing")}
    assert voices == {("trêve", "outlet"), ("armistice", "Ada Lenz")}
    record.link(Links(origins={"d": "c"}))
    (june,) = [row for row in record.rows("framing", Filter(since="2024-06-01")) if row["term"] == "trêve"]
    assert (june["uses"], june["origins"]) == (2, 1)
