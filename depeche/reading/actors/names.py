"""Runs of words that may be a person's name."""

from collections.abc import Mapping, Sequence

from depeche.language.token import Token
from depeche.reading.actors.entries import QUALIFYING
from depeche.reading.actors.gazetteer import Found, adjective_states, compound_states
from depeche.reading.actors.leaders import known_words
from depeche.reading.actors.lexical import folded_class, word_class
from depeche.reading.actors.nouns import noun_at
from depeche.reading.actors.words import fold, is_capitalised, sound

ARTICLES = {"le", "la", "l'", "les", "du", "des", "au", "aux", "un", "une"}
OPENERS = {"après", "avant", "avec", "car", "chez", "comme", "contre", "depuis", "dès", "et", "lors", "lorsque", "mais",
           "malgré", "ni", "or", "par", "pour", "puis", "quand", "sans", "selon", "sous", "sur", "vers"}  # fmt: skip
OPENING, CLOSING = ('"', "«", "“"), ('"', "»", "”")
NICKNAME = 5  # tokens to the mark that closes a nickname


def name_runs(tokens: Sequence[Token], found: Mapping[int, Found]) -> dict[int, int]:
    """Runs of tokens that look like a person's name: first token to the index after the last."""
    taken = {i: entry for entry in found.values() if _is_entry(tokens, entry)
             for i in range(entry.start, entry.end)}  # fmt: skip
    runs: dict[int, int] = {}
    things: set[str] = set()
    at = 0
    while at < len(tokens):
        end = _run_end(tokens, at, taken) if is_capitalised(tokens[at].text) else at
        if end > at:
            start = at
            for inner in range(
                at + 1, end
            ):  # "le vice-ministre du Pétrole Behrouz X": the name begins at the entity
                if (
                    tokens[inner].ent == "PER"
                    and tokens[inner].ent_first
                    and tokens[inner - 1].ent != "PER"
                    and (at and tokens[at - 1].pos in ("ADP", "DET") and tokens[at].ent in ("", "ORG"))
                ):
                    start = inner
            end = _past_nickname(tokens, end)
            if _opens_with_portfolio(tokens, at, end):
                start = at + 1
            start = max(start, min(_title_end(tokens, at), end - 1))
            while start < end - 1 and fold(tokens[start].text).rstrip(".") in folded_class("honorific"):
                start += 1
            titled = noun_at(tokens, start) if start and tokens[start - 1].lower in ARTICLES else None
            if titled is not None and titled[0].kind == "office" and titled[1] < end:  # "le Taoiseach X"
                start = titled[1]
            if end - start == 1 and fold(tokens[start].text) in folded_class("no_name"):
                pass
            elif _is_thing(tokens, start, end):
                things.add(fold(" ".join(token.text for token in tokens[start:end])))
            else:
                runs[start] = end
            at = end
        else:
            at += 1
    if things:  # "le barrage de Farkhad" once, then "Farkhad" alone
        runs = {at: end for at, end in runs.items()
                if fold(" ".join(token.text for token in tokens[at:end])) not in things}  # fmt: skip
    return runs


def _is_entry(tokens: Sequence[Token], found: Found) -> bool:
    """Whether a find is what the table says: many adjectives of regions are surnames too ("Breton", "Normand")."""
    form, token = found.entry.form, tokens[found.start]
    if form not in ("local", "region") or token.pos == "ADJ":
        return True
    return form == "local" and found.start > 0 and tokens[found.start - 1].lower in ARTICLES


def _title_end(tokens: Sequence[Token], at: int) -> int:
    """The index after the title that a token is the last part of ("le secrétaire au **Trésor** X"), else 0."""
    for start in range(max(0, at - 4), at):
        title = noun_at(tokens, start)
        if title is not None and title[0].kind == "office" and title[1] > at:
            return title[1]
    return 0


def _opens_with_portfolio(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a run begins with the noun of an office's field: "le secrétaire d'État au Budget Jean X"."""
    fielded = (
        tokens[at].pos == "NOUN" and at > 1 and tokens[at - 1].lower in ("à", "au", "aux", "du", "de", "des")
    )
    return fielded and end - at > 2 and tokens[at - 2].pos == "NOUN" and tokens[at + 1].pos == "PROPN"


def _run_end(tokens: Sequence[Token], at: int, taken: Mapping[int, Found]) -> int:
    token = tokens[at]
    if not _can_start(tokens, at) or token.text in ("M.", "MM.", "Mme", "Mlle"):
        return at
    end = at + 1
    while end < len(tokens) and tokens[end].sentence == token.sentence:
        word = tokens[end]
        if (
            _is_part(word)
            and (end not in taken or word.dep.startswith("flat"))
            and not word.text.startswith("-")
        ) or _particle_joins(tokens, end, alone=end == at + 1, taken=taken):
            end += 1
        else:
            break
    if all(len(word.text.replace(".", "")) < 2 or word.text.count(".") > 1 for word in tokens[at:end]):
        return at  # initials that sign
    if at in taken:
        inside = taken[at].end >= end
        if taken[at].entry.form in QUALIFYING:
            return at
        named = (
            all(t.dep.startswith("flat") for t in tokens[taken[at].end : end])
            and taken[at].entry.form == "city"
        )
        return at if inside or not named else end
    if token.text.isupper() and len(token.text) > 1 and "." not in token.text and "-" not in token.text:
        return end if end - at > 1 and token.ent == "PER" else at
    return end


def _past_nickname(tokens: Sequence[Token], end: int) -> int:
    """The index after a nickname in quotation marks and the surname behind it ("Jimmy « Barbecue » X"), else `end`."""
    if end >= len(tokens) or tokens[end].text not in OPENING:
        return end
    close = next(
        (i for i in range(end + 1, min(end + NICKNAME, len(tokens))) if tokens[i].text in CLOSING), None
    )
    if close is None or not all(is_capitalised(token.text) for token in tokens[end + 1 : close]):
        return end
    after = close + 1
    while after < len(tokens) and tokens[after].sentence == tokens[end].sentence and _is_part(tokens[after]):
        after += 1
    return after if after > close + 1 > end + 2 else end


def _can_start(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not is_capitalised(token.text) or not token.text[0].isalpha() or len(token.text) < 2:
        return False
    if token.lower in OPENERS:
        return False  # "Selon Inès Belkadi"
    word = fold(token.text)
    if word in folded_class("number") or word in folded_class("continent"):
        return False
    if "-" in token.text and compound_states(token.text):
        return False
    if token.pos == "PROPN" or (token.ent == "PER" and token.pos not in ("DET", "PRON", "ADP", "AUX")):
        return True
    before = fold(tokens[at - 1].text).rstrip(".") if at else ""
    honoured = (before in folded_class("honorific") and before not in ("s", "e", "son", "se")) or (
        at > 0 and _titled(tokens, at)
    )
    if token.pos in ("X", "NOUN", "ADJ", "ADV", "SCONJ", "INTJ", "VERB", "NUM") and honoured:
        return True
    if token.pos == "X":
        return True
    known = sound(token.text) in known_words() and token.pos in (
        "ADV",
        "SCONJ",
        "INTJ",
        "NOUN",
        "ADJ",
        "VERB",
        "",
    )
    return known and noun_at(tokens, at) is None


def _titled(tokens: Sequence[Token], at: int) -> bool:
    match = noun_at(tokens, at - 1)
    return match is not None and match[1] == at and match[0].kind == "office" and not match[0].plural


def _is_part(word: Token) -> bool:
    if not is_capitalised(word.text) or not (word.text[0].isalpha()):
        return False
    return (
        word.pos in ("PROPN", "X")
        or word.ent == "PER"
        or word.dep.startswith("flat")
        or (
            word.pos in ("ADJ", "NOUN")
            and word.dep in ("amod", "appos", "nmod")
            and noun_at([word], 0) is None
        )
    )


def _particle_joins(tokens: Sequence[Token], at: int, *, alone: bool, taken: Mapping[int, Found]) -> bool:
    word = tokens[at]
    if word.lower not in word_class("name_particle") or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.lower in word_class("name_particle") and at + 2 < len(tokens):
        return (
            word.lower in ("de", "van", "von", "dos")
            and is_capitalised(tokens[at + 2].text)
            and word.dep.startswith("flat")
        )
    if not is_capitalised(after.text) or after.sentence != word.sentence:
        return False
    if word.lower in ("de", "du", "d'", "des", "la", "le", "y", "e", "da", "do", "di", "del"):
        named = (
            word.dep.startswith("flat")
            or (word.ent == "PER" and after.ent == "PER")
            or word.pos in ("X", "PROPN")
        )
        titled = (
            alone
            and at > 1
            and at + 1 not in taken
            and after.pos == "PROPN"
            and word.lower in ("de", "du", "d'")
        )
        return named or (titled and (_titled(tokens, at - 1) or tokens[at - 2].pos == "ADJ"))
    return True


def _is_thing(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether what stands before a run says that it names a thing: an article, or the noun of a thing."""
    if start == 0 or tokens[start - 1].sentence != tokens[start].sentence:
        return False
    before = tokens[start - 1]
    if before.lower in ARTICLES and before.pos in ("DET", "ADP"):
        return True
    at = start - 1
    while (
        at
        and tokens[at].sentence == before.sentence
        and (tokens[at].pos == "ADJ" or adjective_states(tokens[at].text))
    ):
        at -= 1
    if fold(tokens[at].text) in folded_class("named_thing") and tokens[at].pos != "ADP":
        return True
    if before.lower not in ("de", "d'") or start < 2:
        return False
    noun = tokens[start - 2]  # "les pêcheurs de Ben Gardane", "le maire de Ben Arous"
    return fold(noun.text) in folded_class("named_thing") - {"parti"} or noun.lemma in word_class("local")
