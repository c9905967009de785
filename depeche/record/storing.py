"""Put one reading into the record, whole or not at all."""

import sqlite3
from collections.abc import Mapping

import msgspec

from depeche import __version__
from depeche.model import Article, Document, Reading, Refusal
from depeche.record.ids import content_id
from depeche.record.queries import query
from depeche.record.rows import Rows, as_json, first_and_last
from depeche.record.words import passages, stems


def store_reading(connection: sqlite3.Connection, reading: Reading) -> str:
    """Store a reading inside the open transaction and return its article's id in the record.

    What the record held of the same text is replaced. Raises Unsourced where a span lies outside the text.
    """
    found = connection.execute(query("article_by_sha256"), {"sha256": reading.article.text_sha256}).fetchone()
    if found:
        kept: str = found["id"]
        former = connection.execute(query("actors_of_article"), {"article": kept}).fetchall()
        told = connection.execute(query("tellings_of_article"), {"article": kept}).fetchall()
        proposed = connection.execute(query("proposed_tellings_of_article"), {"article": kept}).fetchall()
        against = connection.execute(query("contradictions_of_article"), {"article": kept}).fetchall()
        for name in ("statement", "event", "position", "term", "anchor", "cast_member", "block", "furniture"):
            connection.execute(query(f"forget_{name}"), {"article": kept})
        connection.execute(query("unweave"), {"article": kept})
        connection.execute(query("renew_article"), _article_row(kept, reading.article))
        Rows(connection, kept, reading).run()
        for row in former:
            connection.execute(query("forget_unused_actor"), {"actor": row["id"]})
        # Links of events that are still there hold until the next weaving.
        for row in told:
            connection.execute(query("keep_telling"), dict(row))
        for row in proposed:
            connection.execute(query("keep_proposed_telling"), dict(row))
        for row in against:
            connection.execute(query("keep_contradiction"), dict(row))
    else:
        kept = _free_id(connection, reading.article)
        connection.execute(query("add_article"), _article_row(kept, reading.article))
        _add_passages(connection, kept, reading.article.text)
        Rows(connection, kept, reading).run()
    return kept


def store_document(connection: sqlite3.Connection, article: str, document: Document) -> bool:
    """Note a place where an article's text was found; whether it is a new one."""
    row = {
        "article": article, "origin": document.origin, "given_id": document.id, "layout": document.layout,
        "outlet": document.outlet, "headline": document.headline, "published": document.published,
        "basis": document.published_basis, "url": document.url, "author": document.author,
    }  # fmt: skip
    return connection.execute(query("add_document"), _storable(row)).rowcount > 0


def document_of(article: Article) -> Document:
    """The document that an article was found in, as far as the article still tells it."""
    return Document(
        text=article.text,
        id=article.id,
        origin=article.origin,
        layout=article.layout,
        outlet=article.outlet,
        headline=article.headline,
        published=article.published.value,
        published_basis=article.published.basis,
        url=article.url,
        author=article.author,
    )


def store_refusal(connection: sqlite3.Connection, refusal: Refusal) -> None:
    """Note a refusal; the same one twice is one."""
    row = _storable(msgspec.structs.asdict(refusal))
    row["id"] = content_id(str(row["origin"]), str(row["reason"]), str(row["excerpt"]))
    connection.execute(query("add_refusal"), row)


def _storable(row: Mapping[str, object]) -> dict[str, object]:
    """A row without lone surrogates, which file names in other encodings bring along and UTF-8 does not know."""
    return {
        column: value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
        for column, value in row.items()
    }


def _free_id(connection: sqlite3.Connection, article: Article) -> str:
    """The article's own id, with the hash of its text added where another text has that id."""
    taken = connection.execute(query("article_by_id"), {"id": article.id}).fetchone()
    return f"{article.id}-{article.text_sha256[:8]}" if taken else article.id


def _article_row(id: str, article: Article) -> dict[str, object]:
    published = article.published
    first, last = first_and_last(published.value)
    row = {
        "id": id, "sha256": article.text_sha256, "outlet": article.outlet, "agencies": as_json(article.agencies),
        "headline": article.headline, "published": published.value, "published_basis": published.basis,
        "published_candidates": as_json(published.candidates), "published_reasons": as_json(published.reasons),
        "published_first": first, "published_last": last, "own_published": as_json(published),
        "origin": article.origin, "layout": article.layout,
        "url": article.url, "author": article.author, "metadata_from": as_json(article.metadata_from),
        "reader": __version__,
    }  # fmt: skip
    return _storable(row) | {"text": article.text}


def _add_passages(connection: sqlite3.Connection, article: str, text: str) -> None:
    for span in passages(text):
        row = {"article": article, "start": span.start, "end": span.end}
        passage = connection.execute(query("add_passage"), row).lastrowid
        words = span.of(text)
        connection.execute(query("index_passage"), {"id": passage, "exact": words, "stems": stems(words)})
