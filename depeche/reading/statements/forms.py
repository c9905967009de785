"""Verb forms of the reporting verbs, for words whose tag or lemma the model gets wrong.

"juge", "presse" and "reproche" are read as nouns and "croit" as a form of croître; the forms that news writes (third
person, participles) are few enough to be spelt out from the lemmas.
"""

from functools import cache
from typing import Literal

from depeche.reading.statements.cues import verb_cues

FormKind = Literal["finite", "present participle", "past participle"]

IRREGULAR: dict[str, tuple[tuple[str, ...], str, str]] = {
    # lemma: present 3rd persons, imperfect stem (also of the present participle), past participle
    "dire": (("dit", "disent"), "dis", "dit"),
    "prédire": (("prédit", "prédisent"), "prédis", "prédit"),
    "redire": (("redit", "redisent"), "redis", "redit"),
    "écrire": (("écrit", "écrivent"), "écriv", "écrit"),
    "décrire": (("décrit", "décrivent"), "décriv", "décrit"),
    "lire": (("lit", "lisent"), "lis", "lu"),
    "rire": (("rit", "rient"), "ri", "ri"),
    "sourire": (("sourit", "sourient"), "souri", "souri"),
    "croire": (("croit", "croient"), "croy", "cru"),
    "voir": (("voit", "voient"), "voy", "vu"),
    "prévoir": (("prévoit", "prévoient"), "prévoy", "prévu"),
    "promettre": (("promet", "promettent"), "promett", "promis"),
    "admettre": (("admet", "admettent"), "admett", "admis"),
    "émettre": (("émet", "émettent"), "émett", "émis"),
    "mettre": (("met", "mettent"), "mett", "mis"),
    "prétendre": (("prétend", "prétendent"), "prétend", "prétendu"),
    "défendre": (("défend", "défendent"), "défend", "défendu"),
    "répondre": (("répond", "répondent"), "répond", "répondu"),
    "entendre": (("entend", "entendent"), "entend", "entendu"),
    "rendre": (("rend", "rendent"), "rend", "rendu"),
    "apprendre": (("apprend", "apprennent"), "appren", "appris"),
    "reprendre": (("reprend", "reprennent"), "repren", "repris"),
    "soutenir": (("soutient", "soutiennent"), "souten", "soutenu"),
    "maintenir": (("maintient", "maintiennent"), "mainten", "maintenu"),
    "prévenir": (("prévient", "préviennent"), "préven", "prévenu"),
    "convenir": (("convient", "conviennent"), "conven", "convenu"),
    "poursuivre": (("poursuit", "poursuivent"), "poursuiv", "poursuivi"),
    "conclure": (("conclut", "concluent"), "conclu", "conclu"),
    "exclure": (("exclut", "excluent"), "exclu", "exclu"),
    "reconnaître": (("reconnaît", "reconnait", "reconnaissent"), "reconnaiss", "reconnu"),
    "plaindre": (("plaint", "plaignent"), "plaign", "plaint"),
    "craindre": (("craint", "craignent"), "craign", "craint"),
    "enjoindre": (("enjoint", "enjoignent"), "enjoign", "enjoint"),
    "dépeindre": (("dépeint", "dépeignent"), "dépeign", "dépeint"),
    "faire": (("fait", "font"), "fais", "fait"),
    "démentir": (("dément", "démentent"), "dément", "démenti"),
    "consentir": (("consent", "consentent"), "consent", "consenti"),
    "offrir": (("offre", "offrent"), "offr", "offert"),
    "vouloir": (("veut", "veulent"), "voul", "voulu"),
    "savoir": (("sait", "savent"), "sav", "su"),
    "tenir": (("tient", "tiennent"), "ten", "tenu"),
    "omettre": (("omet", "omettent"), "omett", "omis"),
}


@cache
def cue_forms() -> dict[str, tuple[str, FormKind]]:
    """Lower-case form -> lemma and kind of form, for the third persons and participles of the reporting verbs."""
    found: dict[str, tuple[str, FormKind]] = {}
    for lemma in sorted(verb_cues()):
        for form, kind in _forms(lemma):
            found.setdefault(form, (lemma, kind))
    return found


def _forms(lemma: str) -> list[tuple[str, FormKind]]:
    if lemma in IRREGULAR:
        present, stem, past = IRREGULAR[lemma]
        finite = [*present, stem + "ait", stem + "aient"]
        return _collect(finite, stem + "ant", past)
    if lemma.endswith("er"):
        return _first_group(lemma[:-2])
    if lemma.endswith("ir"):
        stem = lemma[:-2]
        finite = [stem + "it", stem + "issent", stem + "issait", stem + "issaient", stem + "irent"]
        return _collect(finite, stem + "issant", stem + "i")
    return []


def _first_group(stem: str) -> list[tuple[str, FormKind]]:
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    singular = {stem}
    if stem.endswith(("el", "et", "en", "ev")):
        singular |= {stem + stem[-1], stem[:-2] + "è" + stem[-1]}
    for vowel, consonants in (("é", ("t", "r", "l", "d", "c", "n", "gu", "g", "gn", "br")),):
        for consonant in consonants:
            if stem.endswith(vowel + consonant):
                singular.add(stem[: -len(vowel + consonant)] + "è" + consonant)
    if stem.endswith("y"):
        singular.add(stem[:-1] + "i")
    finite = [base + end for base in sorted(singular) for end in ("e", "ent")]
    finite += [soft + "ait", soft + "aient", soft + "a", stem + "èrent"]
    return _collect(finite, soft + "ant", stem + "é")


def _collect(finite: list[str], present: str, past: str) -> list[tuple[str, FormKind]]:
    rows: list[tuple[str, FormKind]] = [(form, "finite") for form in finite]
    rows.append((present, "present participle"))
    feminine = past if past.endswith("e") and not past.endswith("é") else past + "e"
    plural = past if past.endswith("s") else past + "s"
    rows += [(form, "past participle") for form in (past, feminine, plural, feminine + "s")]
    return rows
