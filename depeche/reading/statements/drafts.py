"""What a construction found, before mode, act and speaker are settled."""

from dataclasses import dataclass, field
from typing import Literal

from depeche.model import Actor, Span, SpeechAct, Voice
from depeche.reading.statements.cues import Cue
from depeche.reading.statements.phrases import NounPhrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup

Kind = Literal["speech", "clause", "infinitive", "nominal"]


@dataclass(slots=True)
class Draft:
    """A statement in the making.

    `ranges` are token ranges of the sentence. `kind` tells how the content is built in: "speech" stands as a
    sentence of its own (incise, colon, free quotation), "clause" hangs on a verb or source, "infinitive" and
    "nominal" are the complements of acts. `subject` is the phrase that names the speaker, `pronoun` the token
    index of a pronoun that does, `agent` the verb group whose subject is meant.
    """

    scene: Scene
    rule: str
    kind: Kind
    ranges: list[tuple[int, int]]
    act: SpeechAct = "assert"
    cue: Span | None = None
    at: int = 0
    entry: Cue | None = None
    group: VerbGroup | None = None
    subject: NounPhrase | None = None
    pronoun: int | None = None
    outer: "Draft | None" = None
    addressed: NounPhrase | None = None
    relays: list[NounPhrase] = field(default_factory=list)
    more: list[Span] = field(default_factory=list)
    voice: Voice | None = None
    via: tuple[Actor, ...] = ()
    channel: str | None = None
    addressee: tuple[Actor, ...] = ()

    @property
    def span(self) -> Span:
        """From the first character of the content to the last."""
        passage = self.scene.passage
        return passage.stretch(self.ranges[0][0], self.ranges[-1][1])
