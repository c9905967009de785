"""Only this machine, only its own pages, only with the token; article text is never markup."""

import re

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import HOME, TOKEN

ADD = {
    "target": "term", "verdict": "add", "article": "oslo", "at": [[40, 45]], "words": {"term": "x", "voice": "outlet"},
}  # fmt: skip
PAGES = ["/", "/?q=crise", "/articles", "/articles/oslo", "/actors", "/occurrences", "/issues", "/issues/accueil",
         "/journal", "/pictures", "/enter", "/api/docs", "/nowhere"]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_pages_have_a_policy_and_no_script_of_their_own(client: TestClient, page: str) -> None:
    answer = client.get(page)
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    for attributes, content in re.findall(r"<script([^>]*)>(.*?)</script>", answer.text, re.S):
        assert ("src=" in attributes and not content) or 'type="application/json"' in attributes
    assert "<style" not in answer.text
    assert not re.search(r"<[^>]+\son\w+=", answer.text)
    assert not re.search(r"<[^>]+\sstyle=", answer.text)


def test_article_text_is_never_markup(client: TestClient) -> None:
    for page in ("/articles/oslo", "/?q=alert", "/pictures", "/?q=%3Cscript%3Ealert(1)%3C/script%3E"):
        assert "<script>alert" not in client.get(page).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in client.get("/articles/oslo").text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "evil@127.0.0.1", "0.0.0.0"])
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    for page in ("/", "/api/articles"):
        answer = client.get(page, headers={"Host": host})
        assert answer.status_code == 421
        assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_this_machine_is_served(client: TestClient, host: str) -> None:
    assert client.get("/api/counts", headers={"Host": host}).status_code == 200


def test_reading_is_open_and_writing_is_not(client: TestClient) -> None:
    assert client.post("/api/corrections", json=ADD).status_code == 401
    wrong = {"Authorization": "Bearer " + TOKEN[:-1]}
    answer = client.post("/api/corrections", json=ADD, headers=wrong)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    right = {"Authorization": f"Bearer {TOKEN}"}
    assert client.post("/api/corrections", json=ADD, headers=right).status_code == 201


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_page_cannot_write(writer: TestClient, headers: dict[str, str]) -> None:
    assert writer.post("/api/corrections", json=ADD, headers=headers).status_code == 403
    assert writer.post("/enter", data={"token": TOKEN, "name": "Ann"}, headers=headers).status_code == 403
    assert writer.get("/api/journal").json()["total"] == 0


def test_a_browser_needs_its_pages_mark_beside_the_cookie(client: TestClient) -> None:
    answer = client.post("/enter", data={"token": TOKEN, "name": "Zoé Martin"}, headers={"Origin": HOME})
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie
    assert client.post("/api/corrections", json=ADD).status_code == 403
    mark = re.search(r'data-csrf="(\w+)"', client.get("/").text)
    assert mark
    headers = {"X-CSRF-Token": mark[1], "Origin": HOME, "Sec-Fetch-Site": "same-origin"}
    assert client.post("/api/corrections", json=ADD | {"by": "Another"}, headers=headers).status_code == 201
    entry = client.get("/api/journal").json()["items"][0]
    assert entry["correction"]["by"] == "Zoé Martin"
    assert entry["correction"]["made"]
    assert client.post("/leave", data={"csrf": "x"}).status_code == 403
    assert client.post("/leave", data={"csrf": mark[1]}).status_code == 303
    assert 'data-csrf=""' in client.get("/").text


def test_a_forged_cookie_is_nobody(client: TestClient) -> None:
    for value in (b"Wm_DqQ==.0000", b"x", b"..", "é.é".encode()):
        answer = client.get("/", headers=[(b"Host", b"127.0.0.1"), (b"Cookie", b"depeche=" + value)])
        assert 'data-person=""' in answer.text


@pytest.mark.parametrize("form", [{"token": "no", "name": "Ann"}, {"token": TOKEN, "name": " "}, {}])
def test_a_wrong_token_opens_nothing(client: TestClient, form: dict[str, str]) -> None:
    answer = client.post("/enter", data=form)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "../story.db",
        "..%2Fstory.db",
        "%2e%2e/%2e%2e/etc/passwd",
        "web.js/../../labels.tsv",
        "..\\story.db",
        "%00",
    ],
)
def test_no_address_leads_to_other_files(client: TestClient, path: str) -> None:
    for folder in ("/assets/", "/articles/", "/api/articles/", "/"):
        answer = client.get(folder + path)
        assert answer.status_code in (400, 404), answer.text
        assert b"SQLite format" not in answer.content
        assert b"root:" not in answer.content


def test_what_is_too_large_is_refused(writer: TestClient) -> None:
    assert writer.post("/api/corrections", content=b" " * 1_000_001).status_code == 413

    def pieces() -> "list[bytes]":
        return [b" " * 500_000] * 3

    headers = {"Content-Type": "application/json"}
    assert writer.post("/api/corrections", content=iter(pieces()), headers=headers).status_code == 413


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{}", "text/plain", 415),
        (b"{", "application/json", 422),
        (b"\xff", "application/json", 422),
        (b'{"verdict": "burn"}', "application/json", 422),
        (b'{"verdict": "set", "colour": "red"}', "application/json", 422),
    ],
)
def test_a_body_of_another_shape_is_refused(
    writer: TestClient, content: bytes, kind: str, status: int
) -> None:
    answer = writer.post("/api/corrections", content=content, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert answer.json()["status"] == status


def test_other_methods_are_refused(client: TestClient) -> None:
    assert client.put("/api/articles/oslo").json()["type"].endswith("wrong-method")
    assert client.request("GET", "/leave").status_code == 405
