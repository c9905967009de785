"""A record that may not be written is served all the same, and every page says that nothing can be corrected."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from depeche.record.opening import may_be_written
from depeche.web import make_app
from tests.web.conftest import HOME, TOKEN


@pytest.fixture
def reader(record_path: Path) -> Iterator[TestClient]:
    app = make_app(record_path, token=TOKEN, read_only=True)
    with TestClient(app, base_url=HOME, follow_redirects=False) as asking:
        asking.headers["Authorization"] = f"Bearer {TOKEN}"
        yield asking


@pytest.mark.parametrize(
    "address", ["/", "/articles/oslo", "/occurrences", "/journal", "/pictures", "/api/docs"]
)
def test_every_page_says_so_and_offers_nothing_to_write(reader: TestClient, address: str) -> None:
    page = reader.get(address)
    assert page.status_code == 200
    assert "Lecture seule" in page.text
    assert "data-do=" not in page.text
    assert 'href="/enter"' not in page.text


def test_nobody_signs_in_or_corrects_even_with_the_token(reader: TestClient) -> None:
    for answer in (
        reader.post("/enter", data={"token": TOKEN, "name": "Zoé"}),
        reader.post("/api/corrections", json={"target": "term", "verdict": "accept", "record": "0"}),
    ):
        assert answer.status_code == 403
        assert answer.json()["type"] == "/api/docs#read-only"
    assert reader.get("/api/journal").json()["total"] == 0


def test_a_record_that_may_be_written_is_told_so(record_path: Path) -> None:
    assert may_be_written(record_path)
    assert not make_app(record_path, token=TOKEN).state.read_only


@pytest.fixture
def bound() -> list[str]:
    """What makes a program mind the rights of files: nothing, but for root, who otherwise may write everything."""
    if os.name != "posix":
        pytest.skip("rights of files are told otherwise here")
    if os.geteuid() != 0:
        return []
    found = shutil.which("setpriv")
    if found is None:
        pytest.skip("root may write everything")
    return [found, "--bounding-set=-dac_override", "--inh-caps=-dac_override"]


def test_without_the_right_to_write_it_is_served_read_only(record_path: Path, bound: list[str]) -> None:
    record_path.chmod(0o444)
    record_path.parent.chmod(0o555)
    before = record_path.read_bytes()
    command = [
        *bound,
        sys.executable,
        "-m",
        "depeche.cli",
        "serve",
        "--record",
        str(record_path),
        "--port",
        "0",
    ]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    assert server.stdout
    try:
        address = re.search(r"http://\S+", server.stdout.readline())
        assert address
        assert server.stdout.readline().startswith("Read-only: the record may not be written here.")
        page = httpx.get(f"{address[0]}/articles/oslo")
        assert page.status_code == 200 and "Lecture seule" in page.text
        assert httpx.get(f"{address[0]}/pictures").status_code == 200
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()
        record_path.parent.chmod(0o755)
    assert record_path.read_bytes() == before
    assert [path.name for path in record_path.parent.iterdir()] == [record_path.name]
