"""Several processes: order, raising, dying, hanging and growing ones."""

import os
import signal
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from depeche.model import Article, Document, Reading, Refusal
from depeche.record import open_record
from depeche.running import Limits, NoReader, Options, ReadBatch, in_processes, run

SHORT = Limits(seconds=1.5)


def document(number: int, text: str = "") -> Document:
    return Document(text=text or f"Texte {number}.", id=f"a{number:02}", origin=f"{number}.txt")


def read(documents: list[Document]) -> Iterable[Reading]:
    for one in documents:
        if "cassé" in one.text:
            raise ValueError("broken")
        if "mort" in one.text:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "sans fin" in one.text:
            time.sleep(60)
        yield Reading(
            article=Article(id=one.id, text=one.text, text_sha256=one.sha256, author=str(os.getpid()))
        )


def start() -> ReadBatch:
    return read


def start_badly() -> ReadBatch:
    raise OSError("no pipeline")


def test_outcomes_come_in_order_from_several_processes() -> None:
    batches = [[document(10 * tens + ones) for ones in range(3)] for tens in range(6)]
    found = list(in_processes(start, count=2, limits=SHORT)(batches))
    assert [documents for documents, _ in found] == batches
    readings = [outcome for _, outcomes in found for outcome in outcomes]
    assert [one.article.id for one in readings if isinstance(one, Reading)] == [
        one.id for batch in batches for one in batch
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("cassé", "ValueError: broken"), ("mort", "status -11"), ("sans fin", "no end after 1.5 s")],
)
def test_a_document_that_ends_or_holds_a_process_is_refused_alone(text: str, reason: str) -> None:
    batch = [document(1), document(2, text), document(3)]
    ((_, outcomes), (_, others)) = in_processes(start, count=1, limits=SHORT)([batch, [document(4)]])
    first, refused, third = outcomes
    assert isinstance(first, Reading)
    assert isinstance(third, Reading)
    assert isinstance(others[0], Reading)
    assert isinstance(refused, Refusal)
    assert reason in refused.reason


def test_a_process_that_has_grown_is_replaced() -> None:
    def readers(megabytes: int) -> set[str]:
        reader = in_processes(start, count=1, limits=Limits(megabytes=megabytes))
        found = reader([[document(number)] for number in range(3)])
        return {
            str(one.article.author) for _, outcomes in found for one in outcomes if isinstance(one, Reading)
        }

    assert len(readers(100_000)) == 1
    assert len(readers(1)) == 3


def test_processes_that_do_not_start_are_told() -> None:
    with pytest.raises(NoReader, match="no pipeline"):
        list(in_processes(start_badly, count=2)([[document(1)]]))


def test_no_process_is_started_for_nothing() -> None:
    assert list(in_processes(start_badly, count=2)([])) == []


def test_the_record_is_the_same_as_from_one_process(tmp_path: Path) -> None:
    items = [document(number) for number in range(12)]
    items[5] = document(5, "mort")
    items[9] = document(9, "Texte 8.")  # a copy, met while its text is being read
    with open_record(tmp_path / "r.db", create=True) as record:
        reader = in_processes(start, count=2, limits=SHORT)
        summary = run(record, items, reader=reader, options=Options(batch=4))
        assert (summary.read, summary.copies, len(summary.refusals)) == (10, 1, 1)
        assert record.article_ids() == [f"a{number:02}" for number in range(12) if number not in (5, 9)]
        assert record.audit() == []
