"""Where somebody is posted: à, pour, auprès de behind a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.reading.actors.phrase import Phrase
from depeche.reading.actors.words import fold

if TYPE_CHECKING:
    from depeche.reading.actors.phrases import PhraseReader

POSTED = {"diplomat", "envoy", "spokesperson", "generic", "minister", "foreign_minister", "igo_official"}


def is_posting(phrase: Phrase, at: int, reader: PhraseReader) -> bool:
    """Whether à, pour, auprès de open a part of the title: "ambassadeur à Rome", "secrétaire à la Défense"."""
    tokens = reader.tokens
    word, after = fold(tokens[at].text), at + 1
    if phrase.noun.kind == "institution" and word == "pour" and tokens[phrase.head].text[:1].isupper():
        return True  # "le Comité d'État pour la sécurité nationale"
    if phrase.noun.kind not in ("office", "people") and phrase.noun.title not in (
        "ambassade",
        "consulat",
        "mission",
    ):
        return False
    if after < len(tokens) and word == "en":
        return fold(tokens[after].text) in ("chef", "exercice", "fonction", "eau")
    if after < len(tokens) and tokens[after].pos == "DET":
        after += 1
    if after >= len(tokens):
        return False
    found = reader.entries.get(after)
    if found and found.entry.form not in ("adjective", "local"):
        served = any(
            body.kind == "igo" for body in phrase.bodies
        )  # "le commandant de la force de l'ONU au Liban"
        posted = phrase.noun.office in ("diplomat", "envoy", "igo_official")
        return posted or served or phrase.noun.kind != "office"
    if phrase.noun.office not in POSTED:
        return False
    named = tokens[after].text[:1].isupper() or fold(tokens[after].text) in ("presidence", "securite")
    return word in ("pour", "pres", "aupres") or (tokens[after].pos in ("NOUN", "PROPN") and named)
