"""What follows a title: adjectives of states, complements, postings, a second title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.model import Actor
from depeche.reading.actors.entries import QUALIFYING
from depeche.reading.actors.gazetteer import Found
from depeche.reading.actors.lexical import folded_class
from depeche.reading.actors.naming import name_group
from depeche.reading.actors.nouns import noun_at
from depeche.reading.actors.offices import PARTISAN, is_unnational
from depeche.reading.actors.phrase import ARTICLES, AT, OF, Phrase, join_words
from depeche.reading.actors.postings import is_posting
from depeche.reading.actors.words import fold, is_capitalised

if TYPE_CHECKING:
    from depeche.reading.actors.phrases import PhraseReader

NAMED_BODIES = ("outlet", "institution", "group", "armed")
OWN_BY = {"son", "sa", "ses", "leur"}
WINGS = {"gauche", "droite", "centre"}
UNTELLING = {"pays", "pouvoir", "gouvernement", "régime"}  # "le plus haut diplomate du pays" has no portfolio


def read_right(phrase: Phrase, reader: PhraseReader) -> None:
    """Take in adjectives, complements and coordinated titles as long as they belong to the noun."""
    tokens = reader.tokens
    at, sentence = phrase.end, tokens[phrase.head].sentence
    while at < len(tokens) and tokens[at].sentence == sentence and at not in reader.names:
        after = _step(phrase, at, reader)
        if after is None:
            name_group(phrase, at, reader)
            return
        at = phrase.end = after
        if phrase.body is not None and phrase.body.kind != "outlet":
            return
    if at in reader.names and tokens[at].sentence == sentence:
        name_group(phrase, at, reader)


def _step(phrase: Phrase, at: int, reader: PhraseReader) -> int | None:
    """The index after the next part of the phrase, or None where it ends."""
    tokens, token, found = reader.tokens, reader.tokens[at], reader.entries.get(at)
    word, form = fold(token.text), found.entry.form if found else ""
    if found and form in QUALIFYING:
        _adjective(phrase, found, reader)
        return found.end
    if phrase.plural and word in ("et", ",") and (joined := _joined_state(phrase, at + 1, reader)):
        return joined
    if found and form == "organisation" and phrase.noun.kind in NAMED_BODIES:
        phrase.body = found.entry.actor
        return found.end
    if found and found.entry.sort == "party" and phrase.noun.office in PARTISAN:  # "le député RN X"
        note_entry(phrase, found, reader, posting=False)
        return found.end
    if phrase.noun.kind == "outlet":
        if found and form == "name":
            note_entry(phrase, found, reader, posting=False)
            return found.end
        if (
            found is None
            and phrase.noun.title != "presse"
            and token.text[:1].isupper()
            and token.pos in ("PROPN", "X", "DET")
        ):
            return _outlet_name(phrase, at, reader)
    if token.pos == "ADJ" or word in folded_class("title_participle") or word in folded_class("continent"):
        return at + 1
    if word in ("en", "a"):  # "l'amiral en retraite", "un ministre en exil"
        after = at + 2 if fold(tokens[min(at + 1, len(tokens) - 1)].text) == "la" else at + 1
        if after < len(tokens) and fold(tokens[after].text) in folded_class("standing"):
            return after + 1
    if word == "par" and at + 1 < len(tokens) and fold(tokens[at + 1].text) == "interim":
        return at + 2
    if word in OF or (word in AT and is_posting(phrase, at, reader)):
        return _complement(phrase, at, reader)
    if word == "et" and phrase.noun.kind == "office" and not phrase.noun.plural:
        return _coordinated(phrase, at + 1, reader)
    return None


def note_entry(phrase: Phrase, found: Found, reader: PhraseReader, *, posting: bool) -> None:
    """Note what an entry inside the phrase tells: its state, its organisation, or where one is posted."""
    entry = found.entry
    if entry.form in QUALIFYING:
        _adjective(phrase, found, reader)
    elif posting and entry.form != "organisation":
        phrase.host.append(entry.actor)
    elif entry.form == "organisation":
        phrase.bodies.append(entry.actor)
        phrase.bare = phrase.bare and found.start < phrase.end
    else:
        phrase.states.append(tuple(option.actor for option in found.entries if option.form != "organisation"))


def _adjective(phrase: Phrase, found: Found, reader: PhraseReader) -> None:
    form = found.entry.form
    if form in ("adjective", "local"):
        phrase.states.append(tuple(option.actor for option in found.entries if option.form == form))
        phrase.local = phrase.local or form == "local"
    elif fold(reader.tokens[found.start - 1].text) not in (
        "affaires",
        "relations",
        "cooperation",
        "developpement",
    ):
        phrase.region = True
        if found.entry.actor.name:
            phrase.bodies.append(found.entry.actor)


def _joined_state(phrase: Phrase, at: int, reader: PhraseReader) -> int:
    """The index after a second state: "les ministres russe **et ukrainien**"; 0 for none."""
    tokens = reader.tokens
    first = at if tokens[at - 1].lower == "," else None
    while at < len(tokens) and (fold(tokens[at].text) in OF or tokens[at].lower in ("la", "l'", "le")):
        at += 1
    found = reader.entries.get(at)
    if found is not None and found.start == first and found.entry.form not in ("adjective", "local"):
        return 0  # "les services norvégiens, Moscou"
    if (
        found is None
        or not phrase.states
        or found.entry.form not in ("adjective", "local", "name", "capital")
    ):
        return 0
    following = tokens[found.end].lower if found.end < len(tokens) else "."
    if found.entry.form == "adjective" and tokens[at].text[:1].isupper() and following in ("a", "ont"):
        return 0
    states = tuple(option.actor for option in found.entries if option.form != "organisation")
    if states not in phrase.states:
        phrase.states.append(states)
    return found.end


def _outlet_name(phrase: Phrase, at: int, reader: PhraseReader) -> int | None:
    """Take a name that no table knows as the outlet's: "la radio SIBC"."""
    tokens, end = reader.tokens, at
    while (
        end < len(tokens)
        and tokens[end].text[:1].isupper()
        and tokens[end].pos in ("PROPN", "X", "NOUN", "ADJ", *(("DET",) if end == at else ()))
    ):
        end += 1
    if end == at + 1 and tokens[at].pos == "DET":
        return None
    phrase.body = Actor(join_words([token.text for token in tokens[at:end]]), "outlet")
    return end


def _complement(phrase: Phrase, at: int, reader: PhraseReader) -> int | None:
    """The index after the complement that a preposition opens, or None when it is none."""
    tokens = reader.tokens
    opening, sentence = fold(tokens[at].text), tokens[at].sentence
    posting = opening in AT
    at += 1
    if at < len(tokens) and fold(tokens[at].text) in OF:
        at += 1
    while (
        at < len(tokens)
        and tokens[at].pos == "DET"
        and at not in reader.entries  # "de la France insoumise"
        and fold(tokens[at].text) in ARTICLES | OWN_BY | {"un", "une"}
    ):
        if fold(tokens[at].text) in OWN_BY and phrase.owner is None:
            phrase.owner = at
        at += 1
    if at >= len(tokens) or tokens[at].sentence != sentence:
        return None
    if at in reader.names:
        phrase.person = at
        return reader.names[at] if phrase.noun.kind != "people" or not phrase.noun.plural else None
    found, token = reader.entries.get(at), tokens[at]
    if found and found.entry.form not in QUALIFYING:
        # A capital stands for the government that one works for: "négociateur pour Kinshasa".
        serves = opening == "pour" and found.entry.form == "capital" and phrase.noun.kind == "office"
        note_entry(phrase, found, reader, posting=posting and not serves)
        return found.end
    if token.lower in ("m.", "mme", "mm."):
        phrase.person = at + 1 if at + 1 in reader.names else None
        return reader.names.get(at + 1)
    inner = noun_at(tokens, at)
    if inner is not None:
        phrase.bare = phrase.bare and inner[0].title in UNTELLING
        # "la porte-parole de la haute représentante", "le porte-parole des rebelles"
        phrase.region = phrase.region or is_unnational(inner[0]) or inner[0].kind == "armed"
        end = max(inner[1], _portfolio(at + 1, reader))
        if end in reader.names and inner[0].kind == "office":  # "le conseiller du président X"
            phrase.person, end = end, reader.names[end]
        return end
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    if token.lower in WINGS:
        return at + 1  # "le dirigeant de gauche" is any leader
    phrase.bare = False
    return _portfolio(at + 1, reader)


def _portfolio(at: int, reader: PhraseReader) -> int:
    """The index after "…, du Commerce et de l'Artisanat": portfolios that go on after a comma or et."""
    tokens = reader.tokens
    while (
        at < len(tokens)
        and tokens[at].pos == "PROPN"
        and is_capitalised(tokens[at].text)
        and (at not in reader.names and at not in reader.entries)
    ):
        at += 1
    ahead = at + 1
    if ahead >= len(tokens) or tokens[at].lower not in ("et", ","):
        return at
    if fold(tokens[ahead].text) in OF | {"a", "aux", "au"}:
        ahead += 1
    elif tokens[at].lower == ",":
        return at
    if ahead < len(tokens) and fold(tokens[ahead].text) in ("la", "l'", "le"):
        ahead += 1
    if ahead >= len(tokens) or ahead in reader.names or ahead in reader.entries or noun_at(tokens, ahead):
        return at
    return ahead + 1 if tokens[ahead].text[:1].isupper() and tokens[ahead].pos == "NOUN" else at


def _coordinated(phrase: Phrase, at: int, reader: PhraseReader) -> int | None:
    """The index after a second title of the same person ("conseiller d'État et ministre …"), or None."""
    tokens = reader.tokens
    match = noun_at(tokens, at) if at < len(tokens) else None
    if match is None or match[0].kind not in ("office", "people") or match[0].plural:
        return None
    phrase.nouns.append(next((i for i in range(at, match[1]) if tokens[i].pos == "NOUN"), at))
    if phrase.noun.office in ("generic", "diplomat", "minister") and match[0].office == "foreign_minister":
        phrase.noun = match[0]
    return match[1]
