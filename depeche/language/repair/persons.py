"""Persons: by their titles, by their full names elsewhere in the article, and by what they do."""

from collections.abc import Sequence
from itertools import pairwise

from depeche.language.repair.known import find_bounds, match_known, set_kind
from depeche.language.repair.lexicon import incise_verbs, speaking_nouns, word_set
from depeche.language.repair.trees import move
from depeche.language.token import Token


def label_titled(tokens: Sequence[Token]) -> None:
    """After "M." or a title ("le président X", "le ministre Y") a capitalised word is a person."""
    for before, token in pairwise(tokens):
        if not token.text[:1].isupper() or token.ent == "PER" or not token.text[1:2].islower():
            continue
        is_title = before.lower in word_set("civil titles") or (
            before.pos == "NOUN"
            and before.text[:1].islower()
            and before.lower in word_set("titles before a name")
        )
        if is_title and not (token.ent and match_known([token], 0)):
            first, last = find_bounds(tokens, token.i - tokens[0].i) if token.ent else (0, 0)
            group = list(tokens[first:last]) or [token]
            set_kind(group if group[0] is token else [token], "PER")


def extend_persons(tokens: Sequence[Token]) -> None:
    """Long names go on to their end: "Nayra Santillán Quishpe", "Saïd ben Hilal Al-Maawali"."""
    for index in range(1, len(tokens)):
        before, token = tokens[index - 1], tokens[index]
        if before.ent != "PER" or token.ent or token.sentence != before.sentence:
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        is_particle = token.lower in word_set("particles of names") and token.dep == "flat:name"
        leads_on = following is not None and following.dep == "flat:name" and following.text[:1].isupper()
        is_bare = token.dep in ("flat:name", "nmod", "appos", "dep") and not any(
            child.dep in ("case", "det", "punct") and child.i < token.i for child in token.children
        )
        is_name = (
            token.text[:1].isupper() and token.pos == "PROPN" and is_bare and not match_known([token], 0)
        )
        if is_name or (is_particle and leads_on):
            token.ent = "PER"


def join_particles(tokens: Sequence[Token]) -> None:
    """A particle belongs to the surname: "Mme **de** Montclar", "**Le** Quellec" after "Ronan Le Quellec"."""
    surnames = {
        (tokens[index - 1].lower, token.text)
        for index, token in enumerate(tokens)
        if index > 1 and token.ent == "PER" and not token.ent_first
        if tokens[index - 1].ent == "PER" and not tokens[index - 1].ent_first
        if tokens[index - 1].lower in word_set("particles of names")
    }
    for index, token in enumerate(tokens[1:], start=1):
        before = tokens[index - 1]
        if token.ent != "PER" or not token.ent_first or before.ent or before.sentence != token.sentence:
            continue
        titled = index > 1 and tokens[index - 2].lower in word_set("civil titles")
        large = before.text[:1].isupper() and (before.lower, token.text) in surnames
        if large or (titled and before.lower in ("de", "d'", "du", "des")):
            before.ent, before.ent_first, token.ent_first = "PER", True, False


def label_repeated_persons(tokens: Sequence[Token]) -> None:
    """A surname (or first name) of a person named in full stands for that person wherever it stands alone."""
    known: set[str] = set()
    index = 0
    while index < len(tokens):
        if tokens[index].ent == "PER":
            first, last = find_bounds(tokens, index)
            words = [token.text for token in tokens[index:last]]
            if len(words) > 1 or (first > 0 and tokens[first - 1].lower in word_set("civil titles")):
                known.update(
                    word
                    for word in words
                    if word[:1].isupper() and word.lower() not in word_set("particles of names")
                )
            index = max(last, index + 1)
        else:
            index += 1
    for position, token in enumerate(tokens):
        if token.text not in known or token.ent == "PER":
            continue
        first, last = find_bounds(tokens, position) if token.ent else (position, position + 1)
        neighbour = tokens[position + 1] if position + 1 < len(tokens) else None
        if last - first > 1 or match_known([token], 0):
            continue
        if (
            neighbour is not None
            and neighbour.pos == "PROPN"
            and neighbour.text[:1].isupper()
            and not neighbour.ent
        ):
            continue
        set_kind([token], "PER")
        _seat_subject(tokens, position)


def _seat_subject(tokens: Sequence[Token], position: int) -> bool:
    """Seat a name taken for an adverb as the subject of the verb group after it ("Xi s'est entretenu")."""
    token = tokens[position]
    if token.dep not in ("advmod", "amod", "dep", "discourse", "obl:mod", "vocative", "dislocated", "nmod"):
        return False
    following = position + 1
    while following < len(tokens) and tokens[following].pos in ("AUX", "PRON", "ADV"):
        following += 1
    if following >= len(tokens) or tokens[following].sentence != token.sentence:
        return False
    verb = tokens[following]
    if verb.pos == "VERB" and verb is token.head and not any("subj" in child.dep for child in verb.children):
        move(token, verb, "nsubj:pass" if verb.child("aux:pass") else "nsubj")
        return True
    return False


def label_initial_subjects(tokens: Sequence[Token], starts: set[int]) -> None:
    """The word that opens a sentence and its verb's only possible subject is a name, not an adverb."""
    for position, token in enumerate(tokens):
        is_word = token.i in starts and token.pos in ("ADV", "ADJ", "X", "INTJ") and token.text[:1].isupper()
        if not is_word or token.children or token.lower.endswith(("ment", "'")) or not _opens_clause(token):
            continue
        if _seat_subject(tokens, position):
            token.pos = "PROPN"
            if not token.ent:
                set_kind([token], "PER")


def _opens_clause(token: Token) -> bool:
    """Whether the head is a finite verb, by itself or by its auxiliary."""
    verb = token.head
    parts = (verb, *(child for child in verb.children if child.dep.startswith("aux")))
    return any(part.feat("VerbForm") == "Fin" and part.feat("Mood") != "Imp" for part in parts)


def label_bare_speakers(tokens: Sequence[Token]) -> None:
    """A capitalised word that no lexicon knows, and that says or meets, is a person rather than a place."""
    for position, token in enumerate(tokens):
        if token.ent not in ("", "LOC", "MISC") or token.pos != "PROPN" or not token.text[1:2].islower():
            continue
        before = tokens[position - 1] if position else None
        after = tokens[position + 1] if position + 1 < len(tokens) else None
        if token.ent and (not token.ent_first or (after is not None and after.ent and not after.ent_first)):
            continue
        if (before is not None and before.pos in ("DET", "PROPN")) or (
            after is not None and after.pos == "PROPN"
        ):
            continue
        if before is not None and (
            before.lower in word_set("prepositions of place") or before.lower in speaking_nouns()
        ):
            continue
        if match_known([token], 0):
            continue
        speaks = token.dep == "nsubj" and token.head.lemma in incise_verbs()
        met = (
            before is not None
            and before.lower in word_set("prepositions of persons")
            and token.head.pos == "VERB"
            and (before.lower != "par" or token.head.feat("VerbForm") == "Part")
        )
        if speaks or met:
            set_kind([token], "PER")
