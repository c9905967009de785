"""What people say against what was read."""

from typing import Literal

import msgspec

from depeche.model.actor import Actor
from depeche.model.span import Span

Target = Literal["article", "statement", "event", "position", "term", "actor", "occurrence"]
Verdict = Literal["set", "accept", "reject", "add", "merge", "split", "undo"]


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a person said about one record of an article; never changed, only followed by another.

    `text_sha256` names the article by its text; it is empty for what holds in all articles. `target` is what is
    corrected: the record that stands on the spans `at` and, where several do, is `like` this
    (`depeche.record.likeness_of`: an event's type and sides, a statement's speaker, a position's issue, a term).
    `verdict` says what is done; values are JSON text of the model's own shape:

    - "set" gives `field` the `value`; "accept" confirms the record as it is; "reject" takes it away; "add" adds the
      whole record `value`;
    - "merge" and "split" of an actor have a `Recast` as value: in all articles, or in one, the former is the new;
      "reject" of an actor says that the two of a `Recast`, which a weaving takes for one, are two;
    - "merge" of an occurrence says that the event tells the act of the event that `value` names (`EventName`),
      "split" that it tells an act of its own;
    - "undo" takes back the correction whose number in the journal is `value`; an undo can be undone.

    `by` says who, `made` when (ISO), `note` why.
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


class Recast(msgspec.Struct, frozen=True):
    """That one actor is another: `former` as the record has it, `new` as it should be."""

    former: Actor
    new: Actor


class EventName(msgspec.Struct, frozen=True):
    """What names an event through re-readings: its article's text, its evidence, and what it is like."""

    text_sha256: str
    at: tuple[Span, ...]
    like: str
