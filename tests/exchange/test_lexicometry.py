"""Articles' texts for IRaMuTeQ and TXM."""

import csv
from collections.abc import Callable
from io import StringIO

from depeche.exchange import Options
from depeche.exchange.txm import _name, corpus_files
from depeche.record import Record


def test_iramuteq(written: Callable[[str], str]) -> None:
    text = written("iramuteq")
    heads = [line for line in text.splitlines() if line.startswith("****")]
    assert heads == [
        "**** *article_agence *source_agence_du_nord *date_2024-05-07 *annee_2024",
        "**** *article_quotidien *source_le_quotidien_d_oslo *date_2024-05 *annee_2024",
        "**** *article_radio *source_inconnu *date_inconnu *annee_inconnu",
    ]
    # Four stars inside a text would begin a new one, and a menu is no text.
    assert text.count("****") == 3
    assert "Menu" not in text
    assert "Nous voulons la paix" in text


def test_txm(record: Record) -> None:
    files = dict(corpus_files(record, Options()))
    rows = list(csv.DictReader(StringIO(files["metadata.csv"])))
    assert {f"{row['id']}.txt" for row in rows} == set(files) - {"metadata.csv"}
    assert all(column.isascii() for column in rows[0])
    assert (rows[0]["titre"], rows[1]["date"]) == ("Oslo & Lima : « oui »", "2024-05")
    assert files["agence.txt"].startswith("Oslo & Lima : « oui »\nIda Holm a reçu")


def test_file_names_are_safe_and_unlike() -> None:
    assert _name("../Été/une", set()) == "ete_une"
    assert _name("a/b", {"a_b"}) == "a_b_2"
    assert _name("…", set()) == "article"
