"""The reporting expressions of the table, and which of them a verb group is."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from typing import cast as typed

from depeche.lexicon import cell_values, table
from depeche.model import SpeechAct
from depeche.reading.statements.passages import Passage

if TYPE_CHECKING:
    from depeche.reading.statements.verbs import VerbGroup

OBJECT_WORDS = 4  # words of an object between a verb and the rest of its expression


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting expression: the words after its verb, its usual act of speech, and the frames it takes."""

    lemma: str
    tail: tuple[str, ...]
    reflexive: bool
    act: SpeechAct
    frames: tuple[str, ...]

    def takes(self, frame: str) -> bool:
        """Whether the expression takes a frame of this name."""
        return frame in self.frames


@cache
def verb_cues() -> dict[str, tuple[Cue, ...]]:
    """The verbs of the table by the lemma of their head, longest expressions first."""
    found: dict[str, list[Cue]] = {}
    for row in table("reporting_cues"):
        if row["kind"] != "verb":
            continue
        lemma = row["lemma"].replace("’", "'")
        reflexive = lemma.startswith(("se ", "s'"))
        lemma = lemma.removeprefix("se ").removeprefix("s'") if reflexive else lemma
        head, *tail = lemma.replace("l'", "l' ").replace("d'", "d' ").split()
        if head == "en":
            head, *tail = tail
        cue = Cue(head, tuple(tail), reflexive, typed(SpeechAct, row["act"]), cell_values(row["frames"]))
        found.setdefault(head, []).append(cue)
    return {head: tuple(sorted(cues, key=lambda cue: -len(cue.tail))) for head, cues in found.items()}


@cache
def rows_of(kind: str) -> tuple[tuple[str, SpeechAct, tuple[str, ...]], ...]:
    """The lemmas of one other kind ("prep", "noun", "phrase", "label"), each with its act and frames."""
    return tuple(
        (row["lemma"].replace("’", "'"), typed(SpeechAct, row["act"]), cell_values(row["frames"]))
        for row in table("reporting_cues")
        if row["kind"] == kind
    )


@cache
def acts_of(kind: str, frame: str = "") -> dict[str, SpeechAct]:
    """The act of each lemma of one other kind; with `frame`, of the lemmas that take it."""
    return {lemma: act for lemma, act, frames in rows_of(kind) if not frame or frame in frames}


@cache
def expressions(kind: str) -> dict[str, tuple[tuple[tuple[str, ...], str, SpeechAct, tuple[str, ...]], ...]]:
    """Expressions of one kind by their first word: words, lemma, act and frames, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, SpeechAct, tuple[str, ...]]]] = {}
    for lemma, act, frames in rows_of(kind):
        words = tuple(lemma.replace("d'", "d' ").replace("l'", "l' ").split())
        found.setdefault(words[0], []).append((words, lemma, act, frames))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def is_label(lemma: str) -> bool:
    """Whether a noun announces speech before a colon ("version", "réponse")."""
    return any(lemma == label for label, _, _ in rows_of("label"))


def cue_of(passage: Passage, group: "VerbGroup") -> tuple[Cue, int] | None:
    """The reporting expression that a verb group is and the index after its last word, or None."""
    for cue in verb_cues().get(group.lemma, ()):
        if cue.reflexive != group.reflexive:
            continue
        end = _tail_end(passage, group.head + 1, cue.tail)
        if end is not None:
            return cue, max(end, group.end)
    return None


def _tail_end(passage: Passage, k: int, tail: tuple[str, ...]) -> int | None:
    """The index after the words of a multiword expression; adverbs may stand between them."""
    for word in tail:
        skipped = 0
        if word == "en" and passage.lower(k) != "en":
            k = _behind_object(passage, k)
        while k < len(passage) and not (passage.lower(k) == word or passage.tokens[k].lemma == word):
            if passage.pos(k) not in ("ADV", "PRON") and passage.lower(k) not in ("de", "son", "côté"):
                return None
            k += 1
            skipped += 1
            if skipped > 3:
                return None
        if k >= len(passage):
            return None
        k += 1
    return k


def _behind_object(passage: Passage, k: int) -> int:
    """The index after a short object within an expression, "mettre Kigali en garde", or `k` when none stands there."""
    end = k + 1 if passage.pos(k) == "DET" else k
    while end < k + OBJECT_WORDS and passage.pos(end) in ("PROPN", "NOUN", "ADJ", "NUM"):
        end += 1
    return end if end > k and passage.lower(end) == "en" else k
