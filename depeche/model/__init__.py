"""What exists: frozen structs without input or output. The codebook defines every field."""

from depeche.model.actor import Actor, ActorKind, Voice
from depeche.model.article import Article, Block, Cut, DateSaid, Document, Published, text_sha256
from depeche.model.event import Event, EventType, Place, PlannedAct, Status
from depeche.model.moment import Moment
from depeche.model.position import Position, Stance
from depeche.model.reading import Reading, Refusal
from depeche.model.span import Span
from depeche.model.statement import Mode, SpeechAct, Statement
from depeche.model.term import Term

__all__ = [
    "Actor", "ActorKind", "Article", "Block", "Cut", "DateSaid", "Document", "Event", "EventType", "Mode", "Moment",
    "Place", "PlannedAct", "Position", "Published", "Reading", "Refusal", "Span", "SpeechAct", "Stance", "Statement",
    "Status", "Term", "Voice", "text_sha256",
]  # fmt: skip
