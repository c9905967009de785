"""From acts and statements to stances, by the table `stance_rules`."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from depeche.language.token import Parse
from depeche.lexicon import cell_values, table
from depeche.model import Actor, Event, Span, Stance, Statement


class Stand(NamedTuple):
    """One actor's stance as one sentence tells it; `content` are the words that tell what it is about."""

    actor: Actor
    stance: Stance
    sentence: Span
    content: str = ""
    condition: str | None = None
    date: str | None = None


class Rule(NamedTuple):
    """A row of the table: which acts or statements give which stance."""

    kind: str
    modes: tuple[str, ...]
    statuses: tuple[str, ...]
    words: tuple[str, ...]
    stance: Stance


def stands_of_events(events: Sequence[Event], statements: Sequence[Statement]) -> Iterator[Stand]:
    """What acts tell: a demand calls for, a denial denies, a conditional offer sets conditions."""
    for event in events:
        stance = _stance("event", event.type, event.mode or "-", event.status, event.rule.split("/")[0])
        if stance is None:
            continue
        for actor in event.actor:
            yield Stand(actor, stance, event.evidence[0], date=event.date)


def stands_of_statements(parse: Parse, statements: Sequence[Statement]) -> Iterator[Stand]:
    """What speech acts tell."""
    for statement in statements:
        stance = _stance("statement", statement.act, statement.mode, "-", statement.rule)
        if stance is None:
            continue
        content = " ".join(span.of(parse.text) for span in statement.content)
        sentence = parse.sentence_of(parse.tokens_in(statement.content[0])[0]).span
        yield Stand(statement.speaker.actor, stance, sentence, content=content)


def _stance(source: str, kind: str, mode: str, status: str, words: str) -> Stance | None:
    for rule in _rules(source):
        if (
            rule.kind == kind
            and (rule.modes == ("*",) or mode in rule.modes)
            and (rule.statuses == ("*",) or status in rule.statuses)
            and (rule.words == ("*",) or words in rule.words)
        ):
            return rule.stance
    return None


@cache
def _rules(source: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            kind=row["kind"],
            modes=cell_values(row["mode"]),
            statuses=cell_values(row["status"]),
            words=cell_values(row["words"]),
            stance=cast(Stance, row["stance"]),
        )
        for row in table("stance_rules")
        if row["source"] == source
    )
