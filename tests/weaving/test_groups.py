"""The annotated articles woven: copies, stories and contradictions beside the listed ones.

`listed.tsv` says by which words of both passages a contradiction of groups.json is known, under its place in that list.
"""

import csv
import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from depeche.language.pipeline import load
from depeche.model import Document, Reading
from depeche.reading import read_documents
from depeche.record import Record, open_record
from depeche.running import weave

GOLD = Path(__file__).parent.parent / "gold"
GROUPS = json.loads((GOLD / "groups.json").read_text(encoding="utf-8"))
LISTED = list(csv.DictReader((Path(__file__).parent / "listed.tsv").open(encoding="utf-8"), delimiter="\t"))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    texts = sorted((GOLD / "texts").glob("*.txt"))
    documents = [
        Document(text=path.open(newline="", encoding="utf-8").read(), id=path.stem) for path in texts
    ]
    with open_record(tmp_path_factory.mktemp("r") / "r.db", create=True) as made:
        for reading in read_documents(documents, pipeline=load()):
            assert isinstance(reading, Reading)
            made.store(reading)
        weave(made)
        yield made


def listed(what: str) -> set[tuple[str, ...]]:
    return {tuple(sorted(pair)) for pair in GROUPS[what]}


def test_copies_are_the_listed_ones(record: Record) -> None:
    assert {(copy.first, copy.second) for copy in record.links().copies} == listed("near_copy")


def test_stories_share_an_occurrence_and_nothing_else_does(record: Record) -> None:
    found = {
        pair
        for group in record.links().occurrences
        for pair in combinations(sorted({article for article, _ in group}), 2)
    }
    assert found <= listed("same_event") | listed("near_copy")
    assert len(found & listed("same_event")) >= 0.8 * len(listed("same_event"))


def test_half_of_the_contradictions_are_found_and_few_others(record: Record) -> None:
    hits, others = set(), []
    for row in record.rows("contradictions"):
        known = [
            each["listed"]
            for each in LISTED
            if (each["first"], each["second"], each["matter"])
            == (row["first_article"], row["second_article"], row["matter"])
            and each["in_first"] in row["first_evidence"]
            and each["in_second"] in row["second_evidence"]
        ]
        hits |= set(known)
        if not known:
            others.append(row)
    assert len(hits) >= 0.5 * len(GROUPS["contradictions"]), sorted(hits)
    assert 3 * len(others) <= len(hits), others
