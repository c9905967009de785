"""What people say against what was read."""

from typing import Literal

import msgspec

from depeche.model.span import Span

Target = Literal["article", "statement", "event", "position", "term"]
Verdict = Literal["set", "reject", "add"]


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a person said about one record of an article; never changed, only followed by another.

    `text_sha256` names the article by its text. `target` is what is corrected: the record that stands on the spans
    `at` and, where several do, is `like` this (`depeche.record.likeness_of`: an event's type and sides, a
    statement's speaker, a position's issue, a term).
    `verdict` "set" gives `field` the `value`, "reject" takes the record away, "add" adds the whole record `value`;
    values are JSON text of the model's own shape. `by` says who, `made` when (ISO), `note` why.
    """

    text_sha256: str
    target: Target
    verdict: Verdict
    at: tuple[Span, ...] = ()
    like: str = ""
    field: str = ""
    value: str = "null"
    by: str = ""
    made: str = ""
    note: str = ""
