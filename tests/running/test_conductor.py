"""The conductor: everything that comes in is read, known, a copy or refused, and nothing is half stored."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from depeche.model import (
    Actor,
    Article,
    Block,
    Document,
    Reading,
    Refusal,
    Span,
    Statement,
    Voice,
)
from depeche.record import RecordFull, open_record
from depeche.running import NoReader, Options, Summary, here, reading_with, run

LENZ = Actor("Ada Lenz", "person", "AUT")


def document(id: str, text: str | None = None, *, origin: str | None = None) -> Document:
    return Document(text=text or f"Texte de {id}.", id=id, origin=origin or f"{id}.txt")


def reading_of(document: Document) -> Reading:
    whole = Span(0, len(document.text))
    return Reading(
        article=Article(
            id=document.id, text=document.text, text_sha256=document.sha256, origin=document.origin,
            blocks=(Block(whole),),
        ),
        actors=(LENZ,),
        statements=(Statement(content=(whole,), mode="indirect", speaker=Voice(LENZ)),),
    )  # fmt: skip


def read(documents: list[Document]) -> Iterable[Reading]:
    for one in documents:
        if "cassé" in one.text:
            raise RecursionError("too deep")
        if "ailleurs" in one.text:
            wrong = Statement(content=(Span(0, 9999),), mode="direct", speaker=Voice(LENZ))
            yield Reading(article=reading_of(one).article, statements=(wrong,))
        else:
            yield reading_of(one)


def test_everything_is_counted(tmp_path: Path) -> None:
    refusal = Refusal(origin="menu.html", reason="no article in it")
    items = [document("a"), refusal, document("b"), document("c", "Texte de a.")]
    with open_record(tmp_path / "r.db", create=True) as record:
        seen = []
        summary = run(record, items, reader=here(read), watch=lambda now: seen.append(now.seen))
        assert (summary.read, summary.copies, summary.known, summary.statements) == (2, 1, 0, 2)
        assert summary.refusals == [refusal] == record.refusals()
        assert summary.seen == 4
        assert seen == [1, 2, 3, 4]
        assert [place["origin"] for place in record.documents("a")] == ["a.txt", "c.txt"]
        assert record.audit() == []


def test_reading_twice_adds_nothing_and_does_not_even_load_the_pipeline(tmp_path: Path) -> None:
    items = [document("a"), document("b")]
    with open_record(tmp_path / "r.db", create=True) as record:
        run(record, items, reader=here(read))
        counts = record.counts()

        def load() -> None:
            raise AssertionError("nothing to read")

        summary = run(record, items, reader=here(reading_with(load)))  # type: ignore[arg-type]
        assert (summary.read, summary.known, summary.fruitless) == (0, 2, False)
        assert record.counts() == counts


def test_again_reads_known_texts_anew(tmp_path: Path) -> None:
    items = [document("a"), document("b"), document("c", "Texte de a.")]
    with open_record(tmp_path / "r.db", create=True) as record:
        run(record, items, reader=here(read))
        counts = record.counts()
        for batch in (1, 16):
            summary = run(record, items, reader=here(read), options=Options(again=True, batch=batch))
            assert (summary.read, summary.renewed) == (2, 2)
            assert record.counts() == counts


@pytest.mark.parametrize("batch", [1, 2, 16])
def test_a_text_that_cannot_be_read_is_refused_and_the_run_goes_on(tmp_path: Path, batch: int) -> None:
    items = [document("a"), document("b", "Texte cassé."), document("c"), document("d", "Vu ailleurs.")]
    with open_record(tmp_path / "r.db", create=True) as record:
        summary = run(record, items, reader=here(read), options=Options(batch=batch))
        assert record.article_ids() == ["a", "c"]
        assert {refusal.origin for refusal in summary.refusals} == {"b.txt", "d.txt"}
        broken = next(refusal for refusal in record.refusals() if refusal.origin == "b.txt")
        assert "RecursionError: too deep" in broken.reason
        assert broken.excerpt == "Texte cassé."
        assert record.audit() == []


def test_a_refusal_goes_when_its_origin_is_read(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        run(
            record,
            [Refusal(origin="a.txt", reason="empty"), Refusal(origin="a.txt", reason="binary")],
            reader=here(read),
        )
        assert len(record.refusals()) == 2
        run(record, [document("a")], reader=here(read))
        assert record.refusals() == []


def test_a_pipeline_that_does_not_load_is_no_documents_fault(tmp_path: Path) -> None:
    def load() -> None:
        raise OSError("no such package")

    with open_record(tmp_path / "r.db", create=True) as record:
        with pytest.raises(NoReader, match="no such package"):
            run(record, [document("a")], reader=here(reading_with(load)))  # type: ignore[arg-type]
        assert record.refusals() == []


def test_nothing_read_is_fruitless(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        assert run(record, [], reader=here(read)).fruitless
        assert run(record, [Refusal(origin="x", reason="empty")], reader=here(read)).fruitless


def test_a_full_disk_ends_the_run_with_a_valid_record(tmp_path: Path) -> None:
    items = [document(f"a{number}", f"Texte {number}. " * 400) for number in range(40)]
    with open_record(tmp_path / "r.db", create=True) as record:
        record._connection.execute("PRAGMA max_page_count = 150")
        summary = run(record, items, reader=here(read), options=Options(batch=4))
        assert isinstance(summary.failure, RecordFull)
        assert 0 < summary.read < 40
        assert record.counts()["articles"] == summary.read
    with open_record(tmp_path / "r.db") as record:
        assert record.audit() == []
        assert run(record, items, reader=here(read)).read == 40 - summary.read


SLOW_RUN = """
import sys, time
sys.path.insert(0, {here!r})
from pathlib import Path
from test_conductor import document, read
from depeche.record import open_record
from depeche.running import Options, here, run

def slowly(documents):
    time.sleep(0.05)
    yield from read(documents)

def watch(summary):
    print(summary.read, flush=True)

with open_record(Path({path!r}), create=True) as record:
    items = (document(f"a{{number:03}}", f"Texte {{number}}. " * 50) for number in range(400))
    summary = run(record, items, reader=here(slowly), options=Options(batch=2), watch=watch)
    print("interrupted" if summary.interrupted else "whole", summary.read, flush=True)
"""


def test_ctrl_c_leaves_a_valid_record_and_the_next_run_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    script = SLOW_RUN.format(here=str(Path(__file__).parent), path=str(path))
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= 5:
            break
    os.kill(process.pid, signal.SIGINT)
    rest, errors = process.communicate(timeout=20)
    assert process.returncode == 0, errors
    ended, count = rest.splitlines()[-1].split()
    assert ended == "interrupted"
    with open_record(path) as record:
        stored = record.counts()["articles"]
        assert stored - int(count) in (0, 1)  # the blow may fall between storing and counting
        assert stored < 400
        assert record.audit() == []
        items = [document(f"a{number:03}", f"Texte {number}. " * 50) for number in range(20)]
        summary = run(record, items, reader=here(read))
        assert summary.known == min(20, stored)
        assert summary.read == 20 - summary.known


def test_a_killed_process_leaves_a_valid_record(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    script = SLOW_RUN.format(here=str(Path(__file__).parent), path=str(path))
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= 5:
            break
    process.kill()
    process.communicate(timeout=20)
    with open_record(path) as record:
        assert record.counts()["articles"] >= 5
        assert record.audit() == []


def test_an_interruption_between_two_articles_is_told(tmp_path: Path) -> None:
    def stop(summary: Summary) -> None:
        if summary.read == 3:
            raise KeyboardInterrupt

    items = [document(f"a{number}") for number in range(10)]
    with open_record(tmp_path / "r.db", create=True) as record:
        summary = run(record, items, reader=here(read), watch=stop, options=Options(batch=2))
        assert summary.interrupted
        assert record.counts()["articles"] == 3
