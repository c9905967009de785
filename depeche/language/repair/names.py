"""Names: what the lexicon and the article itself know, where the model saw no name or another kind of name.

The context decides first: a title or forename before a word makes it a person whatever the lexicon says.
"""

from collections.abc import Sequence
from itertools import pairwise

from depeche.language.repair.extents import trim_names
from depeche.language.repair.introduced import label_introduced
from depeche.language.repair.lexicon import CONTRACTED, gazetteer, incise_verbs, speaking_nouns, word_set
from depeche.language.repair.trees import move
from depeche.language.token import Sentence, Token

_NAME_POS = frozenset(
    {"ADV", "ADJ", "VERB", "AUX", "X", "INTJ", "NUM", "DET", "PRON", "SCONJ", "CCONJ", "ADP"}
)


def repair_names(sentences: Sequence[Sentence]) -> None:
    """Set entity labels and parts of speech of names right, in place, over one whole article."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    starts = {sentence.tokens[0].i for sentence in sentences}
    trim_names(tokens)
    _label_known_names(tokens, starts)
    _label_titled(tokens)
    _extend_persons(tokens)
    label_introduced(tokens)
    _label_repeated_persons(tokens)
    _label_initial_subjects(tokens, starts)
    _label_bare_speakers(tokens)


def _label(tokens: Sequence[Token], label: str) -> None:
    for index, token in enumerate(tokens):
        token.ent, token.ent_first = label, index == 0
        if token.text[:1].isupper() and token.pos in _NAME_POS and len(tokens) == 1:
            token.pos = "PROPN"


def _entity(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """The bounds of the entity that the token at `index` belongs to."""
    first, last = index, index + 1
    while first > 0 and tokens[first].ent and not tokens[first].ent_first and tokens[first - 1].ent:
        first -= 1
    while last < len(tokens) and tokens[last].ent and not tokens[last].ent_first:
        last += 1
    return first, last


def _label_known_names(tokens: Sequence[Token], starts: set[int]) -> None:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        match = _match(tokens, index) if token.text[:1].isupper() else None
        if match is None:
            index += 1
            continue
        length, label = match
        found = tokens[index : index + length]
        if _may_label(tokens, index, length, label, starts):
            _label(found, label)
        index += length


def _match(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    before = tokens[index - 1].lower if index else ""
    for words, label in gazetteer().get(tokens[index].text, ()):
        if label == CONTRACTED:
            if before not in ("au", "du"):
                continue
            label = "ORG"
        if index + len(words) <= len(tokens) and all(
            tokens[index + offset].text.replace("’", "'") == word for offset, word in enumerate(words)
        ):
            return len(words), label
    return None


def _may_label(tokens: Sequence[Token], index: int, length: int, label: str, starts: set[int]) -> bool:
    token, before = tokens[index], tokens[index - 1] if index else None
    after = tokens[index + length] if index + length < len(tokens) else None
    if before is not None and (
        before.lower in word_set("civil titles") or (before.pos == "PROPN" and before.ent == "PER")
    ):
        return False
    if token.ent == label and all(other.ent == label for other in tokens[index : index + length]):
        return False
    if length > 1:
        return not (token.ent == "PER" and after is not None and after.ent == "PER" and not after.ent_first)
    first, last = _entity(tokens, index) if token.ent else (index, index + 1)
    if (first, last) != (index, index + 1):
        return False  # a part of a longer name
    if (
        after is not None
        and after.pos == "PROPN"
        and after.text[:1].isupper()
        and not after.ent
        and not token.ent
    ):
        return False  # perhaps a longer name that the model did not see
    acronym = token.text.isupper() and len(token.text) > 1
    if token.i in starts and not acronym and token.pos not in ("PROPN", "X"):
        return False  # a sentence begins with a capital anyhow
    if token.ent == "PER":
        titled = before is not None and before.lower in word_set("titles before a name")
        return label == "LOC" or acronym or (label == "ORG" and not titled)
    return label != "PER" or token.ent != "ORG" or not acronym


def _label_titled(tokens: Sequence[Token]) -> None:
    """After "M." or a title ("le président X", "le ministre Y") a capitalised word is a person."""
    for before, token in pairwise(tokens):
        if not token.text[:1].isupper() or token.ent == "PER" or not token.text[1:2].islower():
            continue
        is_title = before.lower in word_set("civil titles") or (
            before.pos == "NOUN"
            and before.text[:1].islower()
            and before.lower in word_set("titles before a name")
        )
        if is_title and not (token.ent and _match([token], 0)):
            first, last = _entity(tokens, token.i - tokens[0].i) if token.ent else (0, 0)
            group = list(tokens[first:last]) or [token]
            _label(group if group[0] is token else [token], "PER")


def _extend_persons(tokens: Sequence[Token]) -> None:
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
        is_name = token.text[:1].isupper() and token.pos == "PROPN" and is_bare and not _match([token], 0)
        if is_name or (is_particle and leads_on):
            token.ent = "PER"


def _label_repeated_persons(tokens: Sequence[Token]) -> None:
    """A surname (or first name) of a person named in full stands for that person wherever it stands alone."""
    known: set[str] = set()
    index = 0
    while index < len(tokens):
        if tokens[index].ent == "PER":
            first, last = _entity(tokens, index)
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
        first, last = _entity(tokens, position) if token.ent else (position, position + 1)
        neighbour = tokens[position + 1] if position + 1 < len(tokens) else None
        if last - first > 1 or _match([token], 0):
            continue
        if (
            neighbour is not None
            and neighbour.pos == "PROPN"
            and neighbour.text[:1].isupper()
            and not neighbour.ent
        ):
            continue
        _label([token], "PER")
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


def _label_initial_subjects(tokens: Sequence[Token], starts: set[int]) -> None:
    """The word that opens a sentence and its verb's only possible subject is a name, not an adverb."""
    for position, token in enumerate(tokens):
        is_word = token.i in starts and token.pos in ("ADV", "ADJ", "X", "INTJ") and token.text[:1].isupper()
        if not is_word or token.children or token.lower.endswith(("ment", "'")) or not _opens_clause(token):
            continue
        if _seat_subject(tokens, position):
            token.pos = "PROPN"
            if not token.ent:
                _label([token], "PER")


def _opens_clause(token: Token) -> bool:
    """Whether the head is a finite verb, by itself or by its auxiliary."""
    verb = token.head
    parts = (verb, *(child for child in verb.children if child.dep.startswith("aux")))
    return any(part.feat("VerbForm") == "Fin" and part.feat("Mood") != "Imp" for part in parts)


def _label_bare_speakers(tokens: Sequence[Token]) -> None:
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
        if _match([token], 0):
            continue
        speaks = token.dep == "nsubj" and token.head.lemma in incise_verbs()
        met = (
            before is not None
            and before.lower in word_set("prepositions of persons")
            and token.head.pos == "VERB"
        )
        if speaks or met:
            _label([token], "PER")
