"""What a view shows: flat, plain entries with ids, all of them referring to one another by id."""

import msgspec

from depeche.model import ActorKind, EventType, Mode, PlannedAct, Span, SpeechAct, Stance, Status


class ActorEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An actor of the whole story: all spellings of one name, kind and country are one entry."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    roles: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


class ArticleEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its raw text, what of it is body, and what was cut.

    `paragraphs` are the spans and kinds of the article's blocks, `cuts` the spans left out with their reasons;
    `published` is EDTF or None, known on `basis`. `origin` is the id of the first article that carries the
    same text: its own id where it copies nobody. `outlet_from` and `author_from` say where these were found.
    """

    id: str
    outlet: str | None
    agencies: tuple[str, ...]
    headline: str | None
    published: str | None
    basis: str
    reasons: tuple[str, ...]
    text: str
    paragraphs: tuple[tuple[Span, str], ...]
    cuts: tuple[tuple[Span, str], ...]
    url: str | None
    author: str | None
    origin: str
    outlet_from: str | None = None
    author_from: str | None = None


class StatementEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An act of speech; `speaker`, `via` and `addressee` are ids of actors, `date` is when it was printed."""

    id: str
    article: str
    speaker: str
    mode: Mode
    act: SpeechAct
    content: tuple[Span, ...]
    cue: Span | None
    via: tuple[str, ...]
    channel: str | None
    addressee: tuple[str, ...]
    date: str | None
    confidence: float


class EventEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An act as one article tells it; `occurrence` is the id shared by all tellings of the same act."""

    id: str
    article: str
    type: EventType
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    date: str | None
    place: str | None
    place_country: str | None
    status: Status
    according_to: str | None
    about: PlannedAct | None
    evidence: tuple[Span, ...]
    confidence: float
    occurrence: str


class PositionEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A stance on an issue, as one article tells it."""

    id: str
    article: str
    actor: str
    issue: str
    stance: Stance
    condition: str | None
    date: str | None
    evidence: tuple[Span, ...]


class TermEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A naming; `voice` is None in the outlet's own voice, else the name of the speaker."""

    id: str
    article: str
    term: str
    span: Span
    voice: str | None


class ReadoutEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Each side's account of one act, by topic: the first topics are those that several sides tell.

    A topic is a tuple of accounts: the side (ISO alpha-3, or a name), and the id of its statement. `differing` says
    of each topic whether its sides say it differently; without it, nothing is known of that.
    """

    occurrence: str
    topics: tuple[tuple[tuple[str, str], ...], ...]
    differing: tuple[bool, ...] = ()


class Disagreement(msgspec.Struct, frozen=True, kw_only=True):
    """Two passages that cannot both hold: on what, for which reason, which events, and what each says.

    `why` is a key of `views.reasons` without its first part. Where no event was read in a passage, its event is None,
    and its article is named.
    """

    matter: str
    why: str = "telling"
    first: str | None
    second: str | None
    first_says: str
    second_says: str
    first_article: str | None = None
    second_article: str | None = None
