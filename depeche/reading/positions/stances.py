"""From acts and statements to stances, by the table `stance_rules`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple, cast

from depeche.language.syntax import is_negated, phrase, subjects
from depeche.language.token import Parse, Token
from depeche.lexicon import cell_values, table
from depeche.model import Actor, Event, Span, Stance, Statement
from depeche.reading.actors import Cast

# A denial that counts only about the speaker's own side.
Own = Literal["own"]


class Stand(NamedTuple):
    """One actor's stance as one sentence tells it; `content` are the spans that tell what it is about.

    `words` are those of the row that found the act which tells it, "" for words of the text.
    """

    actor: Actor
    stance: Stance
    sentence: Span
    content: tuple[Span, ...] = ()
    condition: str | None = None
    date: str | None = None
    words: str = ""


# Who has nothing to say denies nothing: "aucun élément", "rien à ajouter".
_SILENT = re.compile(
    r"\b(?:aucune?|pas d['e]) ?(?:élément|information|commentaire|indice|renseignement|précision)s?\b|\brien à \w+er\b"
)
_NO_PLACE = re.compile(
    r"n'(?:a|ont|avai\w+|aur\w+) (?:pas |aucune? )(?:leur |sa |de )?(?:place|raison d'être|lieu d'être)\b"
)
# What a speaker will not have: "ces conditions sont inacceptables".
_UNACCEPTABLE = re.compile(
    r"\b(?:est|sont|étai(?:t|ent)|serai(?:t|ent)|sera|seront|demeur\w+|rest\w+) "
    r"(?:totalement |tout à fait |absolument |tout simplement )?"
    r"[«“\" ]*(?:inacceptables?|inadmissibles?|intolérables?|irrecevables?|inenvisageables?|"
    r"hors de question|exclue?s?\b)"
)
# What a speaker has not done, or is not: "ne pas être impliquée".
_NOT_DONE = re.compile(
    r"(?:ne (?:pas|jamais|nullement) (?:avoir|être)|n'(?:avoir|être) (?:pas|jamais|en rien|nullement|aucun))\b"
)
_FALSE = re.compile(
    r"(?:(?:c'est|tout est|tout cela est|cela est) )?(?:totalement |absolument )?(?:faux|inexact|un mensonge)\b"
)
# What sides agree to do for an issue, beyond meeting: "convenus d'accélérer les consultations".
_FURTHERING = re.compile(
    r"(?:de |d'|à )?(?:accélérer|relancer|approfondir|renforcer|intensifier|élargir|étendre|mettre en œuvre|"
    r"mettre en place|"
    r"respecter|œuvrer|promouvoir|établir|rétablir|créer|instaurer|lever|rouvrir|normaliser|prolonger|appliquer|"
    r"conclure|ratifier|signer|finaliser|développer|faire avancer|soutenir|protéger|garantir)\b"
)
COMPLEMENTS = ("obj", "xcomp", "ccomp", "obl:arg", "nmod", "obl", "obl:mod")


class Rule(NamedTuple):
    """A row of the table: which acts or statements give which stance; None where they give none."""

    kind: str
    modes: tuple[str, ...]
    statuses: tuple[str, ...]
    words: tuple[str, ...]
    stance: Stance | Own | None


def stands_of_events(events: Sequence[Event], parse: Parse) -> Iterator[Stand]:
    """What acts tell: a demand calls for, a denial denies, a conditional offer sets conditions."""
    for event in events:
        stance = _stance("event", event.type, event.mode or "-", event.status, event.rule.split("/")[0])
        if stance is None or stance == "own":
            continue
        for actor in event.actor:
            content = _content(event, parse)
            words = event.rule.split("/")[0]
            yield Stand(actor, stance, event.evidence[0], content=content, date=event.date, words=words)


def _content(event: Event, parse: Parse) -> tuple[Span, ...]:
    """The complement of the verb or noun that told the act; empty where it has none."""
    words = event.rule.split("/")[0].replace("'", "' ").split()
    for token in parse.tokens_in(event.evidence[0]):
        if words and token.lemma == words[-1]:
            said = [
                child
                for child in token.children
                if child.start > token.start and child.dep in COMPLEMENTS and child.pos in ("NOUN", "VERB")
            ]
            for child in sorted(said, key=lambda one: COMPLEMENTS.index(one.dep)):
                last = max(phrase(child), key=lambda word: word.i)
                return (Span(child.subtree()[0].start, last.end),)
    return ()


def stands_of_statements(parse: Parse, statements: Sequence[Statement], actors: Cast) -> Iterator[Stand]:
    """What speech acts tell; a quotation denies only what its speaker's own side is said to have done."""
    for statement in statements:
        said = statement.content[0].of(parse.text).lower().replace("’", "'")
        stance = _stance("statement", statement.act, statement.mode, "-", statement.rule)
        if stance is None and statement.act == "agree" and _FURTHERING.match(said):
            stance = "supports"
        if stance == "own" and _NO_PLACE.search(said):
            stance = "opposes"
        if stance is None and statement.act == "assert" and _NOT_DONE.match(said):
            stance = "denies"
        if stance is None and _UNACCEPTABLE.search(said):
            stance = "opposes"
        if (stance is None or stance == "own") and _unfounded().search(said):
            stance = "denies"
        if stance is None:
            continue
        tokens = parse.tokens_in(statement.content[0])
        speaker = statement.speaker.actor
        if statement.mode in ("direct", "mixed") and stance in ("own", "opposes") and _SILENT.search(said):
            continue
        if stance == "own":
            if not _is_own(tokens, speaker, actors) and not _FALSE.match(said):
                continue
            stance = "denies"
        yield Stand(speaker, stance, parse.sentence_of(tokens[0]).span, content=statement.content)


def _is_own(tokens: Sequence[Token], speaker: Actor, actors: Cast) -> bool:
    """Whether a negated verb of what was said has the speaker's side as its subject."""
    for token in tokens:
        if token.pos in ("VERB", "AUX") and (is_negated(token) or _is_neither(token)):
            if token.feat("VerbForm") == "Inf" and token.head not in tokens:  # "assure n'avoir rien livré"
                return True
            for subject in subjects(token):
                if subject.lower in ("je", "j'", "nous", "on"):
                    return True
                if any(
                    owner.country and owner.country == speaker.country for owner in actors.owners_of(subject)
                ):
                    return True
    return False


def _is_neither(verb: Token) -> bool:
    """Whether a verb is denied by "ni": "n'avoir ni commandité ni couvert"."""
    words = {child.lower for child in verb.children}
    return bool(words & {"ne", "n'", "n’"}) and any(
        "ni" in (child.lower, *(c.lower for c in child.children)) for child in verb.children
    )


def _stance(source: str, kind: str, mode: str, status: str, words: str) -> Stance | Own | None:
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
def _unfounded() -> re.Pattern[str]:
    """What calls a claim untrue: "ces accusations sont sans fondement", "la désinformation selon laquelle"."""
    words = next(row["words"] for row in table("stance_words") if row["use"] == "unfounded")
    claims = r"(?:accusation|allégation|information|affirmation|imputation|assertion|rumeur|propos)s?"
    which = r"(?:selon|d'après) (?:laquelle|lesquelles|lequel|quoi)"
    return re.compile(rf"\b{claims}\b[^.;]{{0,60}}?\b(?:{words})\b|\b(?:{words}) {which}\b")


@cache
def _rules(source: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            kind=row["kind"],
            modes=cell_values(row["mode"]),
            statuses=cell_values(row["status"]),
            words=cell_values(row["words"]),
            stance=cast(Stance | Own, row["stance"]) if row["stance"] else None,
        )
        for row in table("stance_rules")
        if row["source"] == source
    )
