"""Verbs, adjectives and nouns that tell a stance by themselves: "Riga dément", "Berlin s'y oppose", "favorable à"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from depeche.language.syntax import (
    conjuncts,
    is_finite,
    is_negated,
    is_passive,
    is_reflexive,
    objects,
    phrase,
    prepositions,
    subjects,
)
from depeche.language.token import Parse, Token
from depeche.lexicon import table
from depeche.model import Actor, Span, Stance, Statement
from depeche.reading.actors import Cast
from depeche.reading.positions.issues import STANCE_NOUNS, fold
from depeche.reading.positions.stances import Stand

BEHIND = 60  # characters before the word in which what must stand before it is looked for
AHEAD = 120  # characters after the word in which what must follow it is looked for
REACH = 3  # words between a verb and the actor beside it
_REFLEXIVE = re.compile(r"\b(?:s'|se )(?:y |en )?(?:est |sont |était |étaient |étant |être )?(?:\w+ )?$")
_PARENTHESIS = re.compile(r"^, [^,.;:]{2,40}, ")  # "s'est félicité, vendredi, du sommet"
ASKING = (
    "appeler", "conjurer", "demander", "encourager", "enjoindre", "exhorter", "inviter", "presser", "prier", "sommer",
    "supplier",
)  # fmt: skip
VERBAL = ("subject", "self", "speaker", "both")  # holders of the stances that verbs tell
_BESIDE = ("avec", "comme", "à_côté", "aux_côtés", "au_côté")
FIRST_PERSON = ("je", "j'", "nous", "on")


class Entry(NamedTuple):
    """A row of the table: what must stand before the word, follow it or be its object, who holds the stance, and
    which it is."""

    before: re.Pattern[str] | None
    follows: re.Pattern[str] | None
    object: re.Pattern[str] | None
    holder: str
    stance: Stance | None
    negated: Stance | None


def stands_of_verbs(parse: Parse, actors: Cast, statements: Sequence[Statement]) -> Iterator[Stand]:
    """The stances that words of the table tell, with the sentence of each."""
    for sentence in parse.sentences:
        for token in sentence.tokens:
            for entry in _entries().get(token.lemma, ()):
                fit = _fit(entry, token, parse)
                if fit is None:
                    continue
                if (
                    entry.stance == "supports"
                    and entry.holder == "subject"
                    and _backs_side(token, sentence.tokens, actors)
                ):
                    continue
                if entry.stance == "supports" and _is_cue(token, statements):
                    continue
                stance = entry.negated if is_negated(token) else entry.stance
                content = _content(token)
                if stance is not None:
                    for actor in _holders(entry, token, parse, actors, statements):
                        yield Stand(actor, stance, sentence.span, content=content, condition=fit.condition)
                break


def _is_cue(token: Token, statements: Sequence[Statement]) -> bool:
    """Whether a word only tells who said what stands before it: "« … », **soutient** le ministre"."""
    return any(
        statement.cue is not None
        and statement.cue.covers(token.span)
        and all(span.end <= token.start for span in statement.content)
        for statement in statements
    )


def _content(token: Token) -> tuple[Span, ...]:
    """What a verb's stance is about: its objects, or what goes with one that tells the stance: "son veto au texte"."""
    about = [noun for noun in objects(token) if not _is_refusal(noun)]
    if any(noun.lemma in STANCE_NOUNS or noun not in about for noun in objects(token)):
        about += [child for child in token.children if child.i > token.i and prepositions(child) == "à"]
    found = [phrase(noun) for noun in about]
    return tuple(Span(words[0].start, words[-1].end) for words in found if words)


def _is_refusal(noun: Token) -> bool:
    return noun.lemma == "fin" and any(child.lower.endswith("recevoir") for child in noun.subtree())


class _Fit(NamedTuple):
    """That a row fits a word, and the condition that it names."""

    condition: str | None = None


def _fit(entry: Entry, token: Token, parse: Parse) -> _Fit | None:
    before = fold(parse.text[max(0, token.start - BEHIND) : token.start])
    if entry.holder in VERBAL and (token.pos not in ("VERB", "AUX") or _is_asked(token)):
        return None
    if entry.holder == "self" and not (is_reflexive(token) or _REFLEXIVE.search(before)):
        return None
    if (entry.holder == "agent") != is_passive(token) and entry.holder in ("agent", "subject"):
        return None
    if entry.before is not None and not entry.before.search(before):
        return None
    if entry.object is not None and not any(entry.object.match(noun.lower) for noun in objects(token)):
        return None
    if entry.follows is None:
        return _Fit()
    after = fold(parse.text[token.end : token.end + AHEAD]).lstrip()
    found = entry.follows.match(after) or entry.follows.match(_PARENTHESIS.sub("", after))
    if found:
        return _Fit(found.groupdict().get("condition"))
    # "s'y oppose": the clitic stands for what would follow
    return _Fit() if entry.holder == "self" and " y " in before.replace("'", " ") else None


def _is_asked(token: Token) -> bool:
    """Whether somebody is only asked to do it: "demande à Riga de respecter le droit"."""
    return token.feat("VerbForm") == "Inf" and token.head is not token and token.head.lemma in ASKING


def _backs_side(token: Token, words: Sequence[Token], actors: Cast) -> bool:
    """Whether an actor alone is backed, on no issue: "Dakar soutient Accra", "l'Union, que Rome soutient"."""
    backed = [noun for noun in objects(token) if noun.pos != "PRON"]
    if not backed:
        before = [word for word in _words_before_que(token, words) if word.pos != "PUNCT"]
        backed = before[-1:]
    clause = any(child.dep in ("xcomp", "ccomp") for child in token.children)
    return bool(backed) and not clause and all(actors.mention_at(noun) for noun in backed)


def _words_before_que(token: Token, words: Sequence[Token]) -> list[Token]:
    """The words before the "que" that opens the clause of a verb; none where none does."""
    opening = next((child for child in token.children if child.lower in ("que", "qu'")), None)
    return [word for word in words if word.i < opening.i] if opening and opening.i < token.i else []


def _holders(
    entry: Entry, token: Token, parse: Parse, actors: Cast, statements: Sequence[Statement]
) -> Iterator[Actor]:
    if entry.holder == "agent":
        heads = [noun for child in token.children if _is_agent(child) for noun in _members(child)]
    elif entry.holder == "of":
        heads = [noun for child in token.children if prepositions(child) == "de" for noun in conjuncts(child)]
    elif entry.holder == "copula" and token.dep == "appos":  # "Berlin, principal avocat du traité"
        heads = [token.head]
    else:
        heads = subjects(token) or _neighbours(token, parse, actors)
    if entry.holder == "both":  # "a voté avec Rome contre le texte"
        beside = [child for child in token.children if prepositions(child) in _BESIDE]
        heads = [*heads, *(noun for child in beside for noun in conjuncts(child))]
    if entry.holder == "speaker" and not any(actors.actors_of(head) for head in heads):
        yield from _speakers(token, statements)
    for head in heads:
        found = actors.actors_of(head)
        if not found and head.lower in FIRST_PERSON:
            found = _speakers(token, statements)
        yield from found


def _speakers(token: Token, statements: Sequence[Statement]) -> tuple[Actor, ...]:
    """Who says the word, each speaker of the statements that hold it."""
    return tuple(
        statement.speaker.actor
        for statement in statements
        if any(span.covers(token.span) for span in statement.content)
    )


def _is_agent(token: Token) -> bool:
    return token.dep == "obl:agent" or prepositions(token) == "par"


def _members(token: Token) -> list[Token]:
    """The coordinated nouns, and those named after "dont": "soutenu par douze États, dont la France et le Chili"."""
    found = conjuncts(token)
    inside = token.subtree()
    start = next((number for number, word in enumerate(inside) if word.lower == "dont"), len(inside))
    return [*found, *(word for word in inside[start + 1 :] if word not in found)]


def _neighbours(token: Token, parse: Parse, actors: Cast) -> list[Token]:
    """The actor next to a finite verb whose subject the tree has lost: "ce que l'émirat dément"."""
    if not is_finite(token):
        return []
    words = parse.sentence_of(token).tokens
    place = token.i - words[0].i
    before = reversed(words[max(0, place - REACH) : place])
    for side in (before, words[place + 1 : place + 1 + REACH]):
        for word in side:
            if word.pos == "PUNCT":
                break
            if actors.mention_at(word) is not None:
                return [word]
    return []


@cache
def _entries() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for row in table("stance_verbs"):
        entry = Entry(
            before=_pattern(row["before"], end="$"),
            follows=_pattern(row["follows"]),
            object=_pattern(row["object"]),
            holder=row["holder"],
            stance=cast(Stance, row["stance"]) if row["stance"] else None,
            negated=cast(Stance, row["negated"]) if row["negated"] else None,
        )
        found[row["lemma"]] = (*found.get(row["lemma"], ()), entry)
    return found


def _pattern(cell: str, *, end: str = "") -> re.Pattern[str] | None:
    """A cell's regular expression, in which "@name" stands for the words of the table `stance_words`."""
    for row in table("stance_words"):
        cell = cell.replace(f"@{row['use']}", row["words"])
    return re.compile(f"(?:{cell}){end}") if cell else None
