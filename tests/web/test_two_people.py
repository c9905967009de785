"""Two people, two servers, one record: each sees the other's changes and nothing is lost."""

import json
import os
import re
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

TOKEN = "deux personnes"


@pytest.fixture
def servers(record_path: Path) -> Iterator[list[str]]:
    """The addresses of two servers of their own processes over the same record."""
    started = []
    try:
        for _ in range(2):
            command = [
                sys.executable,
                "-m",
                "depeche.cli",
                "serve",
                "--record",
                str(record_path),
                "--port",
                "0",
            ]
            started.append(
                subprocess.Popen(
                    command, stdout=subprocess.PIPE, text=True,
                    env={**os.environ, "DEPECHE_TOKEN": TOKEN, "PYTHONUNBUFFERED": "1"},
                )
            )  # fmt: skip
        yield [_address(process) for process in started]
    finally:
        for process in started:
            process.terminate()
            process.wait(10)
            assert process.stdout
            process.stdout.close()


def _address(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    found = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
    assert found, "the server did not start"
    return found[0]


def ask(address: str, body: dict[str, Any] | None = None) -> tuple[int, Any]:
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    try:
        with urllib.request.urlopen(
            urllib.request.Request(address, data=data, headers=headers), timeout=30
        ) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_two_people_who_correct_at_once_lose_nothing(servers: list[str]) -> None:
    answers: list[int] = []

    def correct(address: str, who: str) -> None:
        for number in range(12):
            term = {
                "target": "term", "verdict": "add", "article": "oslo", "at": [[40 + number, 45 + number]],
                "words": {"term": f"{who} {number}", "voice": "outlet"}, "by": who,
            }  # fmt: skip
            answers.append(ask(f"{address}/api/corrections", term)[0])

    people = [
        threading.Thread(target=correct, args=(address, who))
        for address, who in zip(servers, ("Ann", "Bo"), strict=True)
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert answers == [201] * 24
    for address in servers:
        journal = ask(f"{address}/api/journal")[1]["items"]
        assert sorted(entry["number"] for entry in journal) == list(range(1, 25))
        assert {entry["correction"]["by"] for entry in journal} == {"Ann", "Bo"}
        terms = {row["term"] for row in ask(f"{address}/api/terms?article=oslo")[1]["items"]}
        assert terms == {"La crise"} | {f"{who} {number}" for who in ("Ann", "Bo") for number in range(12)}


def test_of_two_people_who_correct_the_same_record_the_second_is_told(servers: list[str]) -> None:
    id = ask(f"{servers[0]}/api/statements?article=oslo")[1]["items"][0]["id"]
    body = {
        "target": "statement",
        "verdict": "set",
        "record": id,
        "words": {"act": "deny"},
        "seen": 0,
        "by": "Ann",
    }
    statuses = []

    def correct(address: str) -> None:
        statuses.append(ask(f"{address}/api/corrections", body)[0])

    people = [threading.Thread(target=correct, args=(address,)) for address in servers]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(statuses) == [201, 409]
    assert ask(f"{servers[1]}/api/journal")[1]["total"] == 1


def test_an_open_client_sees_what_another_changes(servers: list[str]) -> None:
    with urllib.request.urlopen(f"{servers[0]}/api/changes", timeout=30) as told:
        first = _version(told)
        term = {
            "target": "term", "verdict": "add", "article": "oslo", "at": [[40, 45]],
            "words": {"term": "vu", "voice": "outlet"},
        }  # fmt: skip
        ask(f"{servers[1]}/api/corrections", term)
        assert _version(told) != first


def _version(told: Any) -> str:
    for line in told:
        if line.startswith(b"data: "):
            return str(line)
    raise AssertionError("the line was closed")


def test_the_server_listens_on_this_machine_alone(servers: list[str]) -> None:
    port = int(servers[0].rpartition(":")[2])
    own = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {
        "127.0.0.1"
    }
    for address in own:
        with socket.socket() as outside:
            outside.settimeout(2)
            assert outside.connect_ex((address, port)) != 0
