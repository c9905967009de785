"""Addresses: which are refused, which mean the same page, and which lead into private networks."""

import pytest

from depeche.fetching import Failed, FetchOptions, Web, clean, is_address, key, own
from depeche.fetching.addresses import canonical, stem_of
from depeche.fetching.guard import is_public, resolve


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://journal.example/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("gopher://journal.example", "only http and https"),
        ("https://ana:secret@journal.example/", "user name or password"),
        ("https://journal.example\\@autre.example/", "user name or password"),
        ("https://@journal.example/", "user name or password"),
        ("https:///chemin", "names no host"),
        ("https://jour nal.example/", "names no host"),
        ("https://journal.example:99999/", "no address"),
        ("https://journal.example:0/", "names no host"),
        ("https://journal.example/a\r\nHost: autre", "no address"),
        ("https://[::1/", "no address"),
        ("https://journal.example/" + "a" * 5_000, "no address"),
        ("", "only http and https"),
    ],
)
def test_unfit_addresses_are_refused_with_the_reason(address: str, reason: str) -> None:
    with pytest.raises(Failed, match=reason) as found:
        clean(address)
    assert found.value.lasting


@pytest.mark.parametrize(
    ("address", "cleaned"),
    [
        ("HTTPS://Journal.Example:443/Une?b=1#haut", "https://journal.example/Une?b=1"),
        ("http://journal.example.", "http://journal.example/"),
        ("https://élan.example/été à Oslo", "https://xn--lan-9la.example/%C3%A9t%C3%A9%20%C3%A0%20Oslo"),
        ("http://[2001:db8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("https://journal.example/d%C3%A9j%C3%A0", "https://journal.example/d%C3%A9j%C3%A0"),
    ],
)
def test_addresses_have_one_spelling(address: str, cleaned: str) -> None:
    assert clean(address) == cleaned
    assert clean(cleaned) == cleaned


def test_relative_addresses_start_from_a_base() -> None:
    assert clean("../une.html", base="https://journal.example/a/b/") == "https://journal.example/a/une.html"


def test_spellings_of_one_page_have_one_key() -> None:
    same = (
        "https://www.journal.example/monde/accord",
        "http://journal.example/monde/accord/",
        "https://journal.example/monde/accord?utm_source=rss&xtor=RSS-1",
    )
    assert {key(clean(address)) for address in same} == {"journal.example/monde/accord"}
    assert key("https://journal.example/?id=1&utm_medium=x") != key("https://journal.example/?id=2")


def test_addresses_are_told_from_paths() -> None:
    assert is_address("HTTPS://journal.example")
    assert not is_address("articles/http.txt")


def test_amp_caches_lead_to_the_publisher() -> None:
    page = "https://journal.example/accord-de-peche.amp.html"
    assert (
        own("https://journal-example.cdn.ampproject.org/c/s/journal.example/accord-de-peche.amp.html") == page
    )
    assert own("https://www.google.com/amp/s/journal.example/accord-de-peche.amp.html") == page
    assert own(page) == page


def test_a_page_speaks_for_one_article_of_its_own_site() -> None:
    printed = "https://m.journal.example/print?id=4711"
    article = "https://www.journal.example/monde/accord-de-peche_4711.html"
    assert canonical(article, printed) == article
    assert canonical("/monde/accord-de-peche_4711.html", printed).endswith(
        "example/monde/accord-de-peche_4711.html"
    )
    for wrong in (None, "", "https://www.journal.example/", "https://www.journal.example/monde/",
                  "https://autre.example/monde/accord-de-peche_4711.html", "javascript:alert(1)"):  # fmt: skip
        assert canonical(wrong, printed) == printed


def test_stems_name_articles() -> None:
    assert stem_of("https://journal.example/monde/accord-de-peche_4711.html?x=1") == "accord-de-peche_4711"
    assert stem_of("https://journal.example/") is None


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "239.1.1.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0",
        "fc00::1", "fd12::1", "ff02::1", "fec0::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::", "2001:0:53aa:64c:0:0:80ff:fffe", "2001:db8::1",
    ],
)  # fmt: skip
def test_private_addresses_are_known_in_every_wrapping(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize(
    "ip", ["8.8.8.8", "193.0.6.139", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_are_known(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "2130706433", "0x7f.1", "::1"])
def test_every_spelling_of_this_machine_is_refused(host: str) -> None:
    with pytest.raises(Failed, match=r"private address|no such host"):
        resolve(host, 80, allow_private=False)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def answers(*asked: object, **more: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("8.8.8.8", "10.0.0.7")]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    with pytest.raises(Failed, match=r"10\.0\.0\.7"):
        resolve("journal.example", 80, allow_private=False)
    assert len(resolve("journal.example", 80, allow_private=True)) == 2


def test_a_name_is_asked_once_and_its_checked_address_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server of names that answers with a public address first and a private one later finds no second question."""
    import socket

    asked: list[object] = []
    reached: list[object] = []

    def answers(host: object, *more: object, **options: object) -> list[tuple[object, ...]]:
        asked.append(host)
        ip = "8.8.8.8" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80))]

    def connect(self: socket.socket, address: object) -> None:
        reached.append(address)
        raise ConnectionRefusedError("no network in tests")

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    monkeypatch.setattr(socket.socket, "connect", connect)
    with pytest.raises(Failed, match="connection failed"):
        Web(FetchOptions(), robots=False).fetch("http://journal.example/")
    assert (asked, reached) == (["journal.example"], [("8.8.8.8", 80)])


def test_half_characters_are_no_address() -> None:
    with pytest.raises(Failed, match="no address"):
        clean("https://journal.example/\ud800")
