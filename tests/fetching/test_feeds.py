"""Feeds and OPML lists: addresses in every way that feeds write them, and hostile XML."""

from collections.abc import Callable

import pytest

from depeche.fetching import Failed, is_opml, read_feed, read_opml

AT = "https://journal.example/flux/monde.xml"


def test_rss_names_its_articles(make_rss: Callable[..., bytes]) -> None:
    feed = read_feed(
        make_rss("https://journal.example/1", " /2#haut ", "https://journal.example/1"), address=AT
    )
    assert (feed.title, feed.minutes) == ("Le Phare", 0)
    assert [item.address for item in feed.items] == ["https://journal.example/1", "https://journal.example/2"]
    assert feed.items[0].dated == "Tue, 07 May 2024 18:00:00 GMT"


def test_atom_names_its_articles() -> None:
    feed = read_feed(
        b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://journal.example/monde/"><title>Le Phare</title>
        <entry><link rel="enclosure" href="https://journal.example/son.mp3"/><link rel="alternate" href="accord-1"/>
        <updated>2024-05-07T18:00:00Z</updated></entry>
        <entry><link href="https://journal.example/2"/></entry><entry><title>sans adresse</title></entry></feed>""",
        address=AT,
    )
    assert [item.address for item in feed.items] == [
        "https://journal.example/monde/accord-1",
        "https://journal.example/2",
    ]
    assert [item.dated for item in feed.items] == ["2024-05-07T18:00:00Z", None]


def test_rdf_guids_and_the_time_to_live_are_read() -> None:
    feed = read_feed(
        b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title><ttl>90</ttl></channel>
        <item><link>https://journal.example/1</link><dc:date>2024-05-07</dc:date></item>
        <item><guid>https://journal.example/2</guid></item><item><guid isPermaLink="false">n-3</guid></item></rdf:RDF>""",
        address=AT,
    )
    assert [item.address for item in feed.items] == ["https://journal.example/1", "https://journal.example/2"]
    assert (feed.minutes, feed.items[0].dated) == (90, "2024-05-07")


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-8", "cp1252"])
def test_wrongly_declared_feeds_are_read(encoding: str) -> None:
    said = '<?xml version="1.0" encoding="utf-8"?><rss><channel><title>L’été à l’étranger</title>'.replace(
        "’", "'"
    )
    text = said + "<item><link>https://journal.example/été</link></item></channel></rss>"
    feed = read_feed(text.encode(encoding), address=AT)
    assert feed.title == "L'été à l'étranger"
    assert feed.items[0].address == "https://journal.example/%C3%A9t%C3%A9"


def test_broken_feeds_are_read_as_far_as_they_go() -> None:
    feed = read_feed(
        b"<rss><channel><item><link>https://journal.example/1</link></item><item><link>", address=AT
    )
    assert [item.address for item in feed.items] == ["https://journal.example/1"]


def test_unfit_addresses_are_told(make_rss: Callable[..., bytes]) -> None:
    feed = read_feed(
        make_rss("javascript:alert(1)", "file:///etc/passwd", "https://journal.example/1"), address=AT
    )
    assert [said for said, _ in feed.unfit] == ["javascript:alert(1)", "file:///etc/passwd"]
    assert len(feed.items) == 1


@pytest.mark.parametrize("data", [b"", b"<html><body>x</body></html>", b"\x00\x01\xff" * 50, b"bonjour"])
def test_what_is_no_feed_is_told(data: bytes) -> None:
    with pytest.raises(Failed, match="no RSS or Atom feed"):
        read_feed(data, address=AT)


def test_a_page_that_names_a_feed_leads_to_it() -> None:
    page = b"""<html><head><link rel="alternate" type="application/rss+xml" href="/monde.xml"></head><body><p>Une</p>"""
    with pytest.raises(Failed, match="no RSS") as found:
        read_feed(page, address="https://journal.example/une")
    assert "https://journal.example/monde.xml" in found.value.advice


def test_entities_are_neither_loaded_nor_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    feed = read_feed(
        f"""<!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{laughs}]>
        <rss><channel><title>&f;&l9;titre</title><item><link>https://journal.example/1</link></item></channel></rss>""".encode(),
        address=AT,
    )
    assert "root:" not in (feed.title or "")
    assert len(feed.title or "") <= 500


def test_endless_feeds_are_refused(make_rss: Callable[..., bytes]) -> None:
    with pytest.raises(Failed, match="more than 5000"):
        read_feed(make_rss(*(f"https://journal.example/{number}" for number in range(5_001))), address=AT)


def test_opml_names_feeds() -> None:
    listed = b"""<?xml version="1.0"?><opml version="2.0"><body><outline text="Presse">
    <outline xmlUrl="https://journal.example/a.xml"/><outline XMLURL="https://journal.example/b.xml"/>
    <outline xmlUrl="https://journal.example/a.xml"/><outline xmlUrl="file:///etc/passwd"/></outline></body></opml>"""
    assert is_opml(listed)
    assert read_opml(listed) == ["https://journal.example/a.xml", "https://journal.example/b.xml"]
    with pytest.raises(Failed, match="OPML"):
        read_feed(listed, address=AT)
    with pytest.raises(Failed, match="names no feed"):
        read_opml(b"<opml/>")
