"""robots.txt: whose rules hold, which rule decides, and what happens where it cannot be read."""

import time
from typing import Any

import pytest

from depeche.fetching import Failed, Web
from depeche.fetching.robots import parse_robots


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /prive", "/prive/a", False),
        ("User-agent: *\nDisallow: /prive", "/public", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /monde/", "/monde/accord", True),
        ("User-agent: *\nAllow: /monde/\nDisallow: /", "/economie", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/note.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/note.pdf?x", True),
        ("User-agent: *\nDisallow: /*?imprimer", "/a?imprimer=1", False),
        ("User-agent: *\nDisallow: /a*b*c$", "/a-c-b-c", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /été", "/%C3%A9t%C3%A9/1", False),
        ("user-agent: autre\nDisallow: /\n\nUser-agent: *\nDisallow: /x", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Depeche\nAllow: /", "/a", True),
        ("User-agent: autre\nUser-agent: depeche\nDisallow: /a # note", "/a", False),
        ("User-agent: *\r\nDisallow: /a\r\nDisallow: /b", "/b", False),
        ("<html>Une page</html>", "/a", True),
    ],
)
def test_the_longest_rule_of_the_right_group_decides(rules: str, path: str, allowed: bool) -> None:
    assert parse_robots(rules.encode()).allow(path) is allowed


def test_rules_with_many_stars_take_no_time() -> None:
    start = time.process_time()
    rules = parse_robots(b"User-agent: *\nDisallow: /" + b"*a" * 200 + b"*b$")
    assert rules.allow("/" + "a" * 3_000)
    assert time.process_time() - start < 5


def test_a_pause_is_read() -> None:
    assert parse_robots(b"User-agent: *\nCrawl-delay: 7").pause == 7.0
    assert parse_robots(b"User-agent: *\nCrawl-delay: " + b"9" * 5_000).pause == 0.0


def test_a_forbidden_page_is_not_asked_for(site: Any, web: Web) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /prive", media="text/plain")
    site.put("/prive/a", b"x")
    site.put("/a", b"x")
    site.put("/vers", b"", status=302, Location="/prive/a")
    for path in ("/prive/a", "/vers"):
        with pytest.raises(Failed, match=r"robots\.txt") as found:
            web.fetch(site.at(path))
        assert found.value.lasting
    assert web.fetch(site.at("/a")).body == b"x"
    assert site.asked == ["/robots.txt", "/vers", "/a"]


def test_a_site_whose_robots_cannot_be_read_is_left_alone_for_now(site: Any, web: Web) -> None:
    site.put("/robots.txt", b"", status=503)
    site.put("/a", b"x")
    with pytest.raises(Failed, match=r"robots\.txt cannot be read") as found:
        web.fetch(site.at("/a"))
    assert not found.value.lasting
    assert site.asked == ["/robots.txt"]
