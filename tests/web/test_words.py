"""Every word that a page asks for stands in the table, in both languages, and every template is whole."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from depeche.web import words
from depeche.web.rendering import HERE

TEMPLATES = sorted((HERE / "templates").glob("*.j2"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_every_word_that_a_page_asks_for_is_known(template: Path) -> None:
    for key, rest in re.findall(r"""say\(["']([\w.]+)["']([^)]*)\)""", template.read_text(encoding="utf-8")):
        if key.endswith("."):
            continue
        fills = dict.fromkeys(re.findall(r"(\w+)=", rest), 1)
        for language in ("fr", "en"):
            assert words.say(key, language=language, **fills)  # type: ignore[arg-type]


def test_the_tables_lines_have_three_parts_and_one_key_each() -> None:
    rows = (Path(words.__file__).parent / "labels.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows]
    assert all(len(row) == 3 and all(row) for row in cells)
    assert len({row[0] for row in cells}) == len(cells)


@pytest.mark.parametrize(
    "page", ["/", "/articles/oslo", "/actors", "/occurrences", "/issues", "/journal", "/enter"]
)
def test_pages_speak_two_languages(client: TestClient, page: str) -> None:
    french = client.get(page).text
    english = client.get(page, params={"lang": "en"})
    assert '<html lang="fr">' in french
    assert '<html lang="en">' in english.text
    assert "language=en" in english.headers["set-cookie"]
    assert '<html lang="en">' in client.get(page).text
