"""Articles as references: CSL-JSON, BibTeX and RIS, read back."""

import json
import re
from collections.abc import Callable

from depeche.exchange.bibtex import _key, _tex
from depeche.exchange.references import _date

Written = Callable[[str], str]


def test_dates_keep_what_is_known() -> None:
    assert _date("2024-05-07") == (2024, 5, 7)
    assert _date("2024-05~") == (2024, 5)
    assert _date("2024-22") == (2024,)
    assert _date("2024-05-30/2024-06-02") == (2024, 5, 30)
    assert _date("XXXX-05-07") == _date(None) == ()


def test_csl(written: Written) -> None:
    agency, daily, radio = json.loads(written("csl"))
    assert agency == {
        "id": "agence", "type": "article-newspaper", "title": "Oslo & Lima : « oui »", "language": "fr",
        "note": "Dépêche : agence ; agence : Alpa", "container-title": "Agence du Nord",
        "author": [{"literal": "Ève Marchand"}], "issued": {"date-parts": [[2024, 5, 7]]},
        "URL": "https://example.org/a?b=1&c=2",
    }  # fmt: skip
    assert daily["issued"] == {"date-parts": [[2024, 5]]}
    assert daily["note"] == "Dépêche : quotidien ; date : 2024-05"
    assert "issued" not in radio
    assert radio["title"] == "radio"


def test_bibtex(written: Written) -> None:
    text = written("bibtex")
    entries = re.findall(r"@article\{([^,]+),\n((?:  \w+ = .+,\n)+)\}\n", text)
    assert [key for key, _ in entries] == ["agence", "quotidien", "radio"]
    fields = dict(line.strip().rstrip(",").split(" = ", 1) for line in entries[0][1].splitlines())
    assert fields["title"] == r"{{Oslo \& Lima : « oui »}}"
    assert fields["author"] == "{{Ève Marchand}}"
    assert (fields["year"], fields["month"], fields["day"]) == ("{2024}", "may", "{7}")
    assert fields["url"] == "{https://example.org/a?b=1&c=2}"
    for _, body in entries:
        plain = re.sub(r"\\[{}]", "", body)
        assert plain.count("{") == plain.count("}")


def test_what_latex_would_read_as_commands_is_escaped() -> None:
    assert _tex("50 % de {x}_y \\ ~^#$") == (
        r"50 \% de \{x\}\_y \textbackslash{} \textasciitilde{}\textasciicircum{}\#\$"
    )
    assert _key("Été 2024/une", {"ete-2024-une"}) == "ete-2024-une-2"


def test_ris(written: Written) -> None:
    text = written("ris")
    records = [
        [line.split("  - ", 1) for line in each.strip().split("\r\n")]
        for each in text.split("ER  - \r\n")
        if each.strip()
    ]
    assert all(record[0] == ["TY", "NEWS"] for record in records)
    agency, daily, radio = map(dict, records)
    assert (agency["AU"], agency["T2"], agency["DA"]) == ("Ève Marchand", "Agence du Nord", "2024/05/07/")
    assert (daily["PY"], daily["DA"]) == ("2024", "2024/05//")
    assert "PY" not in radio
