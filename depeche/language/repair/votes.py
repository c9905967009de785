"""Votes: all mentions of one name in an article are of one kind, that for which most evidence speaks."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from depeche.language.repair.contexts import contexts
from depeche.language.repair.evidence import find_evidence, shared_role, top_of
from depeche.language.repair.extents import assign
from depeche.language.repair.introduced import is_known
from depeche.language.repair.known import find_bounds
from depeche.language.repair.mentions import Mention, find_mentions
from depeche.language.token import Token

_KINDS = ("PER", "LOC", "ORG")
_MODEL = 1.5  # what all that the model sees in a name's mentions weighs
_UNNAMED = 0.6  # a lone word is seldom a person whom the article never names in full
_SAME_PERSON = 3.0
_JOINED = 1.5  # "X, Y et Z": what the others are known to be
_ENOUGH = 2.0  # the least evidence for a name that the model saw nowhere

Name = tuple[str, ...]
Scores = dict[str, float]


def label_by_votes(tokens: Sequence[Token]) -> None:
    """Set the kinds of all names of an article that the lexicon does not know, in place."""
    mentions = find_mentions(tokens)
    heard = _hear(tokens, mentions)
    persons = [name for name in heard if len(name) > 1 and _winner(heard[name]) == "PER"]
    parts = {word for name in (*persons, *_known_persons(tokens)) for word in name if word[:1].isupper()}
    for name, scores in heard.items():
        is_part = any(name == person[-len(name) :] for person in persons if person != name)
        if is_part or (len(name) == 1 and name[0] in parts):
            scores["PER"] += _SAME_PERSON
        elif len(name) == 1 and scores["PER model"]:
            scores["PER"] -= (1 - _UNNAMED) * scores["PER model"]
    for _ in range(2):
        _share(tokens, mentions, heard)
    for mention in mentions:
        scores = heard[mention.words]
        label = _winner(scores)
        if label and (scores["model"] or scores[label] >= _ENOUGH):
            found = tokens[mention.first : mention.last]
            if any(token.ent != label for token in found) or any(token.ent_first for token in found[1:]):
                assign(tokens, mention.first, mention.last, label)


def _known_persons(tokens: Sequence[Token]) -> Iterator[Name]:
    """The full names of the leaders that the lexicon knows; they are no mentions to vote on."""
    for index, token in enumerate(tokens):
        if token.ent == "PER" and token.ent_first:
            first, last = find_bounds(tokens, index)
            if last > first + 1 and is_known(tokens[first:last]):
                yield tuple(token.text for token in tokens[first:last])


def _hear(tokens: Sequence[Token], mentions: Sequence[Mention]) -> dict[Name, Scores]:
    """The sum of the evidence for each name; under "model" whether the model saw a name there at all."""
    heard: dict[Name, Scores] = {}
    counts: dict[Name, int] = defaultdict(int)
    for mention in mentions:
        scores = heard.setdefault(mention.words, defaultdict(float))
        for kind, weight in find_evidence(tokens, mention):
            scores[kind] = weight if kind == "bare" else scores[kind] + weight
            scores["told"] += weight > 0 and kind in _KINDS
        label = next((token.ent for token in tokens[mention.first : mention.last] if token.ent), "")
        if label:
            counts[mention.words] += 1
            scores[f"{label} model"] += 1
    for name, scores in heard.items():
        if scores["LOC model"] > scores["PER model"]:
            scores["ORG"] += scores["bare"]
        scores["model"] = counts[name]
        for kind in (*_KINDS, "MISC"):
            if scores[f"{kind} model"]:
                scores[f"{kind} model"] *= _MODEL / counts[name]
                scores[kind] += scores[f"{kind} model"]
    return heard


def _winner(scores: Scores) -> str:
    """The kind with most evidence; what the model says decides between equals."""
    return max((*_KINDS, "MISC"), key=lambda kind: (scores[kind], scores[f"{kind} model"]))


def _share(tokens: Sequence[Token], mentions: Sequence[Mention], heard: dict[Name, Scores]) -> None:
    """What is known of one of joined names, or of a rival, holds for those of which nothing is told."""
    place = {i: mention for mention in mentions for i in range(mention.first, mention.last)}
    start = tokens[0].i if tokens else 0
    for mention in mentions:
        top = top_of(tokens, mention)
        mate = _mate(top)
        other = place.get(mate.i - start) if mate is not None else None
        if other is None or other.words == mention.words:
            continue
        for one, two in ((mention.words, other.words), (other.words, mention.words)):
            if heard[one]["told"] and not heard[two]["told"]:
                kind = _winner(heard[one])
                heard[two][kind] += _JOINED
                heard[two]["told"] += 1


def _mate(top: Token) -> Token | None:
    """The name that this one is joined with, or whose rival it is ("le constructeur X et son rival Y")."""
    if top.dep == "conj" and top.child("cc", "punct") is not None:
        return shared_role(top) if shared_role(top) is not top else top.head
    if top.dep in ("appos", "nmod", "flat:name") and top.head.lower in contexts("rival"):
        first = top.head.head if top.head.dep == "conj" else None
        if first is not None and first.pos == "NOUN":
            return first.child("appos", "nmod", "flat:name")
        return first
    return None
