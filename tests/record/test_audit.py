"""The audit finds what somebody changed behind the program's back."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import Reading
from depeche.record import open_record

Make = Callable[..., Reading]


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("UPDATE anchor SET quote = 'autre' WHERE quote = 'a proposé'", "anchor"),
        ("UPDATE anchor SET prefix = 'autre' WHERE quote = 'a proposé'", "anchor"),
        ("UPDATE article SET text = replace(text, 'Lima', 'Cali')", "article"),
        ("UPDATE furniture SET end = 99999", "furniture"),
        ("DELETE FROM statement_content WHERE number = 0", "statement"),
        ("DELETE FROM event_evidence", "event"),
        ("DELETE FROM position_evidence", "position"),
        ("UPDATE event SET date = 'foo'", "event"),
        ("UPDATE position SET date = '2024-13-45'", "position"),
        ("UPDATE article SET published = ''", "article"),
        ("DELETE FROM document", "article"),
        ("DELETE FROM passage WHERE furniture", "search"),
        ("INSERT INTO actor VALUES ('x', 'Nemo', 'person', NULL, 'nemo')", "actor"),
        ("DELETE FROM actor WHERE name = 'Ada Lenz'", "statement"),
        (
            "INSERT INTO contradiction VALUES"
            " (NULL, 'date', 'time', 'vienne', 0, 9, NULL, '', 'vienne', 9, 99999, NULL, '')",
            "contradiction",
        ),
    ],
)
def test_a_change_is_found(tmp_path: Path, make_reading: Make, change: str, table: str) -> None:
    path = tmp_path / "r.db"
    with open_record(path, create=True) as record:
        record.store(make_reading())
        assert record.audit() == []
    connection = sqlite3.connect(path)
    connection.execute(change)
    connection.commit()
    connection.close()
    with open_record(path, writing=False) as record:
        findings = record.audit()
    assert table in {finding.table for finding in findings}
    assert all(finding.what for finding in findings)
