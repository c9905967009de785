"""What a record answers: its lists, its search, its counts."""

from collections.abc import Iterator

import msgspec

from depeche.model import Actor, Published, Reading, Refusal
from depeche.model.correction import Target
from depeche.record.audit import Finding, audit_record
from depeche.record.errors import UnknownArticle, told
from depeche.record.links import Place
from depeche.record.lists import (
    Filter,
    Listed,
    Row,
    count_hits,
    count_rows,
    list_columns,
    list_rows,
    search_rows,
)
from depeche.record.opened import OpenFile
from depeche.record.restoring import restore_reading


class Answers(OpenFile):
    """The side of an open record that is asked."""

    def article_ids(self) -> list[str]:
        """The ids of all articles, in order."""
        return [row["id"] for row in self._rows("article_ids")]

    def article_names(self) -> dict[str, tuple[str, str | None]]:
        """The id and the headline of each article, by the hash of its text."""
        return {row["sha256"]: (row["id"], row["headline"]) for row in self._rows("article_names")}

    def find_article(self, start: str) -> str:
        """The id of the article whose id, or text hash, begins so. Raises UnknownArticle for none or several."""
        found = [row["id"] for row in self._rows("articles_by_start", start=start)]
        if not found:
            raise UnknownArticle(f"{self.path}: no article {start}")
        if len(found) > 1 and found[0] != start:
            raise UnknownArticle(f"{self.path}: several articles begin with {start}: {', '.join(found)} …")
        return str(found[0])

    def reading(self, article: str) -> Reading:
        """The reading of an article by its id in the record. Raises UnknownArticle."""
        if self._one("article_by_id", id=article) is None:
            raise UnknownArticle(f"{self.path}: no article {article}")
        with self.snapshot():
            return restore_reading(self._connection, article)

    def readings(self) -> Iterator[Reading]:
        """All readings, in the order of the articles' ids."""
        for article in self.article_ids():
            yield self.reading(article)

    def documents(self, article: str) -> list[Row]:
        """Every place where an article's text was found."""
        return [dict(row) for row in self._rows("documents", article=article)]

    def refusals(self) -> list[Refusal]:
        """All documents that could not be read, in the order of their origins."""
        return [
            Refusal(origin=row["origin"], reason=row["reason"], advice=row["advice"], excerpt=row["excerpt"])
            for row in self._rows("refusals")
        ]

    def own_dates(self) -> dict[str, Published]:
        """When each article was published by what its own page says, before other articles narrow it."""
        return {
            row["id"]: msgspec.json.decode(row["own_published"], type=Published)
            for row in self._rows("own_dates")
        }

    def rows(self, what: Listed, filter: Filter | None = None) -> list[Row]:
        """The rows of a list that pass the filter; their columns are those of the view of that name."""
        with told(self.path):
            return list(list_rows(self._connection, what, filter or Filter()))

    def count(self, what: Listed, filter: Filter | None = None) -> int:
        """How many rows of a list pass the filter, whatever its limit."""
        with told(self.path):
            return count_rows(self._connection, what, filter or Filter())

    def search(
        self, words: str, *, limit: int = 50, offset: int = 0, filter: Filter | None = None
    ) -> list[Row]:
        """Passages that bear all the words, by stem, or as printed for words in quotation marks; best first."""
        asked = msgspec.structs.replace(filter or Filter(), limit=limit, offset=offset)
        with told(self.path):
            return list(search_rows(self._connection, words, asked))

    def hits(self, words: str, filter: Filter | None = None) -> int:
        """How many passages such a search finds in all."""
        with told(self.path):
            return count_hits(self._connection, words, filter or Filter())

    def columns(self, what: Listed) -> list[str]:
        """The columns of a list's rows."""
        with told(self.path):
            return list_columns(self._connection, what)

    def place(self, target: Target, id: str) -> Place | None:
        """Where the record of this kind and id stands: its article's id, and its number in the reading."""
        row = self._one("record_place", target=target, id=id)
        return (row["article_id"], row["number"]) if row else None

    def actor(self, id: str) -> Actor | None:
        """The actor with this id."""
        row = self._one("actor_by_id", id=id)
        return Actor(row["name"], row["kind"], row["country"]) if row else None

    def version(self) -> int:
        """A number that changes when another connection has changed the record."""
        with told(self.path):
            (number,) = self._execute("data_version").fetchone()
            return int(number)

    def counts(self) -> dict[str, int]:
        """How many rows the record has of each kind; contradictions of several copies count once."""
        (row,) = self._rows("counts")
        return dict(row) | {"contradictions": self.count("contradictions")}

    def audit(self) -> list[Finding]:
        """All that is wrong with the record; empty for a sound one."""
        with told(self.path):
            return list(audit_record(self._connection))
