"""The record as CSV files in a folder."""

import csv
from io import StringIO

import pytest

from depeche.exchange import Options
from depeche.exchange.tables import TABLES, dictionary, table_files
from depeche.record import Record


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_is_written_is_what_the_record_lists(record: Record, separator: str) -> None:
    files = dict(table_files(record, Options(separator=separator)))
    for name in TABLES:
        read = list(csv.DictReader(StringIO(files[f"{name}.csv"], newline=""), delimiter=separator))
        assert read == [
            {column: "" if value is None else str(value) for column, value in row.items()}
            for row in record.rows(name)
        ]
    counts = dict(list(csv.reader(StringIO(files["counts.csv"]), delimiter=separator))[1:])
    assert counts["articles.csv"] == "3"
    assert counts["occurrences.csv"] == "5"


def test_the_dictionary_names_every_column_once(record: Record) -> None:
    described = [(table, column) for table, column, meaning in dictionary() if meaning]
    assert len(described) == len(set(described))
    for name in TABLES:
        for row in record.rows(name)[:1]:
            assert {column for table, column in described if table == name} == set(row)


def test_excel_is_told_the_encoding(record: Record) -> None:
    assert all(text.startswith("\ufeff") for _, text in table_files(record, Options(bom=True)))
