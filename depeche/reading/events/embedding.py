"""Verbs above an act that change its type, its status or its parties (table embedding_verbs.tsv)."""

from functools import cache
from typing import cast

import msgspec

from depeche.language import syntax
from depeche.language.token import Token
from depeche.lexicon import cell_values, table
from depeche.model import EventType, PlannedAct, Status
from depeche.reading.events.acts import Act
from depeche.reading.events.classes import content_words
from depeche.reading.events.complements import preposition_key
from depeche.reading.events.frames import Frame
from depeche.reading.events.modes import mode_of_request, mode_of_threat

GROUPS: dict[EventType, str] = {
    "CONSULT": "coop", "SUPPORT": "coop", "COOPERATE": "coop", "AID": "coop", "AGREE": "coop",
    "RETREAT": "yield", "CONCEDE": "yield",
    "SANCTION": "host", "MOBILIZE": "host", "COERCE": "host", "ASSAULT": "host", "PROTEST": "host",
    "REQUEST": "speech", "ACCUSE": "speech", "REJECT": "speech", "THREATEN": "speech",
}  # fmt: skip


HARDLY = frozenset(("difficilement", "guère"))  # "pourrait difficilement venir" is a polite no


class Outcome(msgspec.Struct, frozen=True):
    """What becomes of an act: dropped, kept (perhaps with a status), or turned into another type about it."""

    keep: bool = False
    type: EventType | None = None
    mode: str | None = None
    status: Status | None = None
    factive: bool = False


class Link(msgspec.Struct, frozen=True):
    """How an act hangs on its governor: relation, preposition, and a qualifier of its tense or class."""

    relation: str
    preposition: str
    qualifier: str


class Embedder(msgspec.Struct, frozen=True):
    """One row: the governor's words, the links it takes, the outcome for each group of types.

    `negative` asks for a negated governor, `stative` for one that is an adjective or a participle with être.
    """

    words: tuple[str, ...]
    reflexive: bool
    negative: bool
    stative: bool
    links: tuple[Link, ...]
    outcomes: dict[str, Outcome]
    when: str
    roles: str


def _outcome(cell: str) -> Outcome:
    body, _, status = cell.partition("?")
    if body == "factive":
        return Outcome(keep=True, factive=True)
    if body.startswith("keep"):
        _, _, status = body.partition(":")
        return Outcome(keep=True, status=cast(Status, status) if status else None)
    if body in ("none", ""):
        return Outcome()
    name, _, mode = body.partition("/")
    return Outcome(
        type=cast(EventType, name), mode=mode or None, status=cast(Status, status) if status else None
    )


def _link(text: str) -> Link:
    body, _, qualifier = text.rstrip("]").partition("[")
    relation, _, preposition = body.partition(":")
    return Link(relation, preposition_key(preposition) if preposition != "que" else "que", qualifier)


@cache
def _table() -> dict[str, tuple[Embedder, ...]]:
    found: dict[str, list[Embedder]] = {}
    for row in table("embedding_verbs"):
        words = row["lemma"].split()
        negative = words[:2] == ["ne", "pas"]
        words = words[2:] if negative else words
        stative = words[0] == "être"
        reflexive = words[0] == "se" or words[0].startswith("s'")
        words = words[1:] if words[0] == "se" else [words[0].removeprefix("s'"), *words[1:]]
        if words[0] in ("être", "dire", "déclarer", "montrer", "tenir") and len(words) > 1:
            words, reflexive = words[1:], False
        plain = content_words(" ".join(words)) or tuple(words)
        found.setdefault(plain[0], []).append(
            Embedder(
                plain[1:],
                reflexive,
                negative,
                stative,
                tuple(_link(cell) for cell in cell_values(row["link"])),
                {group: _outcome(row[group]) for group in ("coop", "yield", "host", "speech")},
                row["when"],
                row["roles"],
            )
        )
    return {head: tuple(rows) for head, rows in found.items()}


def find_embedder(
    governor: Frame, link: tuple[str, str], inner: Token, *, attributed: bool
) -> Embedder | None:
    """The row for an act that hangs on a governor by a relation and a preposition, or None.

    `attributed` says whether the clause is somebody's speech.
    """
    token = governor.token
    negated = syntax.is_negated(token) or any(child.lower in HARDLY for child in token.children)
    names = {
        token.lemma,
        token.lower,
        token.lower.removesuffix("s").removesuffix("e"),
        token.lower.removesuffix("s"),
    }
    candidates = [row for name in sorted(names) for row in _table().get(name, ())]
    if token.dep == "xcomp":  # "croit savoir que", "laisse entendre que": the second word governs
        candidates += [row for row in _table().get(token.head.lemma, ()) if token.lemma in row.words]
    stative = token.pos != "VERB" or any(aux.lemma == "être" for aux in syntax.auxiliaries(token))
    for row in sorted(candidates, key=lambda row: (-len(row.words), not row.negative, not row.stative)):
        if row.stative and not stative:
            continue
        if row.negative and not negated:
            continue
        if token.pos == "VERB" and row.reflexive != governor.reflexive:
            continue
        if row.words and not all(
            any(word in (sub.lemma, sub.lower) for sub in (*token.subtree(), token)) for word in row.words
        ):
            continue
        if row.when == "attributed" and not attributed:
            continue
        if row.when == "dated" and (attributed or not _is_dated(inner)):
            continue
        if any(_fits(wanted, link, inner) for wanted in row.links):
            return row
    return None


def _fits(wanted: Link, link: tuple[str, str], inner: Token) -> bool:
    relation, preposition = link
    if wanted.relation != relation:
        return False
    if wanted.relation in ("xcomp", "obl") and wanted.preposition != preposition:
        return False
    if wanted.qualifier == "":
        return True
    tense = syntax.tense(inner)
    return {
        "fut": tense in ("future", "conditional"),
        "cond": tense == "conditional" or syntax.tense(inner.head) == "conditional",
        "subj": tense == "subjunctive",
        "past": tense == "past",
        "visit": inner.lemma in ("rendre", "venir", "visiter", "effectuer", "déplacer", "participer"),
    }.get(wanted.qualifier, False)


def _is_dated(token: Token) -> bool:
    from depeche.reading.events.clauses import is_time

    head = token.head
    return any(is_time(child) for child in (*token.subtree(), *head.children))


def turn(act: Act, outcome: Outcome) -> None:
    """Make an act the content of another: its old self goes into `about`."""
    old_type, old_mode = act.type, act.mode
    act.planned = PlannedAct(
        type=old_type,
        mode=old_mode,
        actor=tuple(actor.country or actor.name for actor in act.actor),
        recipient=tuple(actor.country or actor.name for actor in act.recipient),
    )
    assert outcome.type is not None
    act.type = outcome.type
    if outcome.mode == "*":
        act.mode = (
            mode_of_threat(old_type, old_mode) if outcome.type == "THREATEN" else mode_of_request(old_type)
        )
    else:
        act.mode = outcome.mode
    act.status = outcome.status or ("actual" if act.status == "future" else act.status)
