"""Whatever strangers send: only Failed is raised, and in bounded time and memory."""

import contextlib
import zlib

from hypothesis import given, settings
from hypothesis import strategies as st

from depeche.fetching import Answer, Failed, clean, is_opml, key, own, read_feed, read_opml
from depeche.fetching.robots import parse_robots

QUICK = settings(max_examples=100, deadline=None)
PIECES = st.sampled_from(
    [
        "<rss>", "<channel>", "<item>", "<link>", "</link>", "<entry", " href='", "'/>", "<!DOCTYPE x [", "]>", "&l;",
        "<![CDATA[", "]]>", "http://", "https://a.example/1", "\x00", "é", "<opml>", "<outline xmlUrl='", "//", "@", ":",
        "[", "]", "%", "%zz", "?", "#", "\\", "\ud800", "Disallow: /", "User-agent: *\n", "*", "$", "\n", "..", "١",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=25).map("".join)


@QUICK
@given(TEXTS)
def test_addresses(text: str) -> None:
    for said in (text, f"https://{text}", f"https://a.example/{text}"):
        with contextlib.suppress(Failed):
            cleaned = clean(said, base="https://a.example/b")
            assert clean(cleaned) == cleaned
            assert cleaned.isascii()
            assert key(own(cleaned))


@QUICK
@given(TEXTS | st.binary(max_size=200))
def test_feeds_and_lists(said: str | bytes) -> None:
    data = said.encode("utf-8", "surrogatepass") if isinstance(said, str) else said
    is_opml(data)
    for read in (lambda: read_feed(data, address="https://a.example/"), lambda: read_opml(data)):
        with contextlib.suppress(Failed):
            read()


@QUICK
@given(TEXTS, TEXTS)
def test_robots(said: str, path: str) -> None:
    parse_robots(said.encode("utf-8", "surrogatepass")).allow(path)


@QUICK
@given(st.binary(max_size=300), st.integers(0, 300), st.sampled_from(["gzip", "deflate"]))
def test_compression(data: bytes, at: int, encoding: str) -> None:
    packed = zlib.compress(data)
    for body in (data, packed[:at], packed[:at] + data):
        with contextlib.suppress(Failed):
            assert (
                len(Answer("x", 200, "", (("Content-Encoding", encoding),), body).plain(largest=400)) <= 400
            )
