"""Answers of a real server on this machine: redirections, limits, compression, turns, and everything broken."""

import gzip
import time
import zlib
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from depeche.fetching import Answer, Failed, FetchOptions, Web

HERE = FetchOptions(
    allow_private=True, pause=0.0, silence=5.0, seconds=10.0, largest=200_000, unpacked=500_000
)


def with_limits(**limits: object) -> Web:
    return Web(msgspec.structs.replace(HERE, **limits), robots=False)


def raw(*pieces: bytes, pause: float = 0.0, times: int = 1) -> Callable[[Any], None]:
    """Answer with these very bytes; the last of them again and again, with a pause in seconds before each."""

    def answer(handler: Any) -> None:
        for piece in pieces[:-1]:
            handler.wfile.write(piece)
        for _ in range(times):
            handler.wfile.write(pieces[-1])
            handler.wfile.flush()
            time.sleep(pause)

    return answer


def test_redirections_are_followed_and_the_last_address_is_kept(site: Any, web: Web) -> None:
    site.put("/a", b"", status=301, Location="/b")
    site.put("/b", b"", status=302, Location=site.at("/c%20d"))
    site.put("/c%20d", b"ici")
    answer = web.fetch(site.at("/a"))
    assert (answer.address, answer.body, answer.status) == (site.at("/c%20d"), b"ici", 200)


def test_redirections_in_a_circle_end(site: Any, web: Web) -> None:
    site.put("/a", b"", status=302, Location="/b")
    site.put("/b", b"", status=302, Location="/a")
    with pytest.raises(Failed, match="more than 5 redirections"):
        web.fetch(site.at("/a"))


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/", "http://u:p@a.example/", "gopher://a"]
)
def test_redirections_to_unfit_addresses_are_refused(site: Any, web: Web, target: str) -> None:
    site.put("/a", b"", status=302, Location=target)
    with pytest.raises(Failed, match="is not fetched"):
        web.fetch(site.at("/a"))


def test_private_addresses_are_refused_unless_allowed(site: Any) -> None:
    with pytest.raises(Failed, match=r"private address 127\.0\.0\.1") as found:
        Web(FetchOptions(pause=0.0)).fetch(site.at("/a"))
    assert "--allow-private" in found.value.advice
    assert site.asked == []


def test_a_public_page_cannot_send_to_a_private_one(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import depeche.fetching.guard as guard

    site.put("/a", b"", status=302, Location="http://[::ffff:169.254.169.254]/latest/meta-data")
    public = guard.is_public
    monkeypatch.setattr(guard, "is_public", lambda ip: ip == "127.0.0.1" or public(ip))
    with pytest.raises(Failed, match=r"private address .*169\.254\.169\.254"):
        Web(FetchOptions(pause=0.0), robots=False).fetch(site.at("/a"))


@pytest.mark.parametrize(
    ("status", "lasting"),
    [(404, True), (410, True), (403, True), (402, True), (429, False), (500, False), (503, False)],
)
def test_statuses_say_whether_to_try_again(site: Any, web: Web, status: int, lasting: bool) -> None:
    site.put("/a", b"", status=status, Retry_After="120")
    with pytest.raises(Failed, match=f"answered {status}") as found:
        web.fetch(site.at("/a"))
    assert (found.value.lasting, found.value.wait) == (lasting, 120)


def test_a_304_is_an_answer_only_to_a_conditional_request(site: Any, web: Web) -> None:
    site.put("/a", b"x", ETag='"1"')
    assert web.fetch(site.at("/a"), headers={"If-None-Match": '"1"'}).status == 304
    site.put("/b", b"", status=304)
    with pytest.raises(Failed, match="answered 304"):
        web.fetch(site.at("/b"))


def test_the_program_says_who_it_is(site: Any, web: Web) -> None:
    site.put("/a", b"x")
    web.fetch(site.at("/a"))
    sent = site.headers[-1]
    assert sent["user-agent"].startswith("depeche/")
    assert (sent["accept-encoding"], sent["host"]) == ("gzip", site.place)


def test_large_answers_are_refused_whether_announced_or_not(site: Any) -> None:
    web = with_limits(largest=10_000)
    site.put("/announced", b"x" * 10_001)
    site.pages["/open"] = raw(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 5_000, times=50)
    chunk = b"1000\r\n" + b"x" * 4_096 + b"\r\n"
    site.pages["/chunks"] = raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", chunk, times=50)
    for path in ("/announced", "/open", "/chunks"):
        with pytest.raises(Failed, match=r"larger than 0\.01 MB") as found:
            web.fetch(site.at(path))
        assert found.value.lasting


@pytest.mark.parametrize("pieces", [(b"",), (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
                                    (b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n", b"x")])  # fmt: skip
def test_answers_that_trickle_are_cut_off(site: Any, pieces: tuple[bytes, ...]) -> None:
    """Each byte comes within the time of silence, but the whole never would."""
    site.pages["/a"] = raw(*pieces, pause=0.1, times=80)
    with pytest.raises(Failed, match=r"no end after 0\.6 s|no answer"):
        with_limits(seconds=0.6).fetch(site.at("/a"))


def test_silence_is_cut_off(site: Any) -> None:
    site.pages["/a"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", b"x", pause=3.0)
    with pytest.raises(Failed, match=r"no answer within 0\.3 s"):
        with_limits(silence=0.3).fetch(site.at("/a"))


@pytest.mark.parametrize(
    "answer",
    [
        b"", b"bonjour\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\ncoupe",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200,
        b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70_000, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
    ],
)  # fmt: skip
def test_broken_answers_fail_and_may_be_tried_again(site: Any, answer: bytes) -> None:
    site.pages["/a"] = raw(answer)
    with pytest.raises(Failed) as found:
        Web(HERE, robots=False).fetch(site.at("/a"))
    assert not found.value.lasting


def test_nobody_there_fails(site: Any) -> None:
    site.close()
    with pytest.raises(Failed, match="connection failed") as found:
        Web(HERE, robots=False).fetch(site.at("/a"))
    assert not found.value.lasting


def answer_of(body: bytes, encoding: str) -> Answer:
    return Answer("http://a.example/", 200, "OK", (("content-ENCODING", encoding),), body)


def test_compressed_bodies_are_unpacked() -> None:
    text = "été ".encode() * 500
    bare = zlib.compressobj(wbits=-15)
    bodies = {
        "gzip": (
            gzip.compress(text),
            gzip.compress(text[:1_000]) + gzip.compress(text[1_000:]),
            gzip.compress(text) + b"\0\0",
        ),
        "deflate": (zlib.compress(text), bare.compress(text) + bare.flush()),
        "identity": (text,),
    }
    for encoding, some in bodies.items():
        for body in some:
            assert answer_of(body, encoding).plain(largest=10_000) == text


def test_bombs_do_not_unpack() -> None:
    bomb = gzip.compress(bytes(30_000_000))
    many = gzip.compress(bytes(40_000)) * 30
    for body in (bomb, many):
        with pytest.raises(Failed, match=r"unpacks to more than 1 MB") as found:
            answer_of(body, "gzip").plain(largest=1_000_000)
        assert found.value.lasting


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (b"pas du gzip", "gzip", "broken"),
        (gzip.compress(b"a" * 999)[:-12], "gzip", "broke off"),
        (b"x", "br", "unknown way"),
    ],
)
def test_broken_compression_is_told(body: bytes, encoding: str, reason: str) -> None:
    with pytest.raises(Failed, match=reason):
        answer_of(body, encoding).plain(largest=10_000)


def test_one_request_per_host_at_a_time_and_hosts_side_by_side(site: Any, other_site: Any) -> None:
    """The second host answers only while the first is being asked, so both must be asked at once."""

    def slow(handler: Any) -> None:
        time.sleep(0.05)
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx")

    def waits_for_the_other(handler: Any) -> None:
        for _ in range(400):
            if site.asked:
                break
            time.sleep(0.01)
        slow(handler)

    for number in range(4):
        site.pages[f"/{number}"] = slow
        other_site.pages[f"/{number}"] = waits_for_the_other
    addresses = [each.at(f"/{number}") for each in (other_site, site) for number in range(4)]
    # The pause lets a server see the end of an answer before the next request comes.
    web = Web(msgspec.structs.replace(HERE, pause=0.1), robots=False)
    found = dict(web.fetch_all((address, {}) for address in addresses))
    assert sorted(found) == sorted(addresses)
    assert all(isinstance(answer, Answer) for answer in found.values())
    assert (site.most_at_once, other_site.most_at_once) == (1, 1)
    assert site.asked == ["/0", "/1", "/2", "/3"]


def test_a_failing_host_stops_nobody_and_is_left_alone(site: Any, other_site: Any) -> None:
    other_site.put("/ok", b"x")
    for number in range(6):
        site.put(f"/{number}", b"", status=500)
    addresses = [
        *(site.at(f"/{number}") for number in range(6)),
        other_site.at("/ok"),
        "ftp://nowhere.example/",
    ]
    found = dict(Web(HERE, robots=False).fetch_all((address, {}) for address in addresses))
    assert isinstance(found[other_site.at("/ok")], Answer)
    assert len(found) == 8
    assert len(site.asked) == 3
    assert "left alone" in str(found[site.at("/5")])
    assert "only http" in str(found["ftp://nowhere.example/"])


def test_answers_nobody_takes_do_not_pile_up(site: Any) -> None:
    for number in range(60):
        site.put(f"/{number}", b"x")
    found = with_limits(side_by_side=2).fetch_all((site.at(f"/{number}"), {}) for number in range(60))
    next(found)
    time.sleep(0.3)
    assert len(site.asked) <= 10
    found.close()  # and whoever stops early is not held up


def test_hosts_get_their_pause(site: Any) -> None:
    site.put("/1", b"x")
    site.put("/2", b"x")
    start = time.monotonic()
    list(with_limits(pause=0.3).fetch_all([(site.at("/1"), {}), (site.at("/2"), {})]))
    assert time.monotonic() - start >= 0.3
