"""What is stored comes back, once, with its quotes."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from depeche.model import Document, Reading, Refusal, Span, Statement, Voice
from depeche.record import Filter, UnknownArticle, Unsourced, open_record

Make = Callable[..., Reading]


def document(reading: Reading, **fields: str) -> Document:
    base = Document(text=reading.article.text, id=reading.article.id, origin=reading.article.origin)
    return msgspec.structs.replace(base, **fields)


def test_a_reading_comes_back_equal(tmp_path: Path, make_reading: Make) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        assert record.store(make_reading()) == "vienne"
        assert record.reading("vienne") == make_reading()
        assert list(record.readings()) == [make_reading()]
    with open_record(tmp_path / "r.db", writing=False) as record:
        assert record.reading("vienne") == make_reading()
        assert record.audit() == []


def test_an_empty_reading_comes_back_too(tmp_path: Path, make_reading: Make) -> None:
    empty = Reading(article=make_reading().article)
    with open_record(tmp_path / "r.db", create=True) as record:
        record.store(empty)
        assert record.reading("vienne") == empty
        assert record.audit() == []


def test_the_same_text_twice_is_one_article(tmp_path: Path, make_reading: Make) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        record.store(make_reading())
        counts = record.counts()
        record.store(make_reading())
        assert record.counts() == counts
        assert record.audit() == []


def test_a_new_reading_replaces_the_former_and_leaves_nothing_behind(
    tmp_path: Path, make_reading: Make
) -> None:
    former = make_reading()
    renewed = msgspec.structs.replace(former, statements=(), positions=(), actors=former.actors[:1])
    with open_record(tmp_path / "r.db", create=True) as record:
        record.store(former)
        record.store(renewed)
        assert record.reading("vienne") == renewed
        assert [row["name"] for row in record.rows("actors")] == ["Équateur", "Ada Lenz", "Pérou"]
        assert record.audit() == []


def test_a_copy_is_noted_with_its_article(tmp_path: Path, make_reading: Make) -> None:
    reading = make_reading()
    with open_record(tmp_path / "r.db", create=True) as record:
        assert record.meet(document(reading)) is None
        record.store(reading)
        assert record.meet(document(reading)) == "known"
        assert record.meet(document(reading, origin="copie.txt", outlet="Le Courrier")) == "copy"
        assert record.meet(document(reading, origin="copie.txt")) == "known"
        places = record.documents("vienne")
        assert [(place["origin"], place["outlet"]) for place in places] == [
            ("copie.txt", "Le Courrier"),
            ("vienne.txt", "La Gazette"),
        ]
        assert record.rows("articles", Filter(outlet="le courrier"))[0]["id"] == "vienne"


def test_two_texts_with_one_name_keep_apart(tmp_path: Path, make_reading: Make) -> None:
    one, other = make_reading(), make_reading(more="Suite.", origin="b/vienne.txt")
    with open_record(tmp_path / "r.db", create=True) as record:
        assert record.store(one) == "vienne"
        renamed = record.store(other)
        assert renamed == f"vienne-{other.article.text_sha256[:8]}"
        assert record.store(other) == renamed
        assert record.article_ids() == ["vienne", renamed]
        assert record.reading(renamed).article.text == other.article.text
        assert record.audit() == []


def test_a_span_outside_the_text_stores_nothing(tmp_path: Path, make_reading: Make) -> None:
    reading = make_reading()
    for span in (Span(0, 10_000), Span(5, 5)):
        wrong = Statement(content=(span,), mode="direct", speaker=Voice(reading.actors[0]))
        with open_record(tmp_path / "r.db", create=True) as record:
            with pytest.raises(Unsourced):
                record.store(msgspec.structs.replace(reading, statements=(wrong,)))
            assert set(record.counts().values()) == {0}


def test_ids_come_from_content(tmp_path: Path, make_reading: Make) -> None:
    found = []
    for name in ("a.db", "b.db"):
        with open_record(tmp_path / name, create=True) as record:
            if name == "b.db":
                record.store(make_reading("autre", more="Autre texte."))
            record.store(make_reading())
            found.append([row["id"] for row in record.rows("events", Filter(article="vienne"))])
    assert found[0] == found[1]
    assert len(set(found[0])) == 2


def test_articles_are_found_by_the_beginning_of_their_id(tmp_path: Path, make_reading: Make) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        record.store(make_reading("a-1"))
        record.store(make_reading("a-10", more="Suite."))
        assert record.find_article("a-1") == "a-1"
        assert record.find_article("a-10") == "a-10"
        assert record.find_article(make_reading("a-1").article.text_sha256[:12]) == "a-1"
        with pytest.raises(UnknownArticle, match="several"):
            record.find_article("a-")
        with pytest.raises(UnknownArticle, match="no article"):
            record.find_article("%")
        with pytest.raises(UnknownArticle):
            record.reading("a-")


def test_refusals_are_kept_once_and_dropped_by_origin(tmp_path: Path) -> None:
    refusal = Refusal(origin="page.html", reason="no article in it", advice="Open it.", excerpt="Menu")
    with open_record(tmp_path / "r.db", create=True) as record:
        record.refuse(refusal)
        record.refuse(refusal)
        assert record.refusals() == [refusal]
        record.forget_refusals(["other.html"])
        assert record.refusals() == [refusal]
        record.forget_refusals(["page.html"])
        assert record.refusals() == []


def test_file_names_in_other_encodings_do_not_break_the_record(tmp_path: Path, make_reading: Make) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        record.store(make_reading(origin="caf\udce9.txt"))
        record.refuse(Refusal(origin="caf\udce9.html", reason="empty"))
        assert record.reading("vienne").article.origin == "caf?.txt"
        assert record.refusals()[0].origin == "caf?.html"
