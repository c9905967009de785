"""French conjugation, to find the verb behind a form where the trained lemmatiser invents one ("enverra" -> envoyer).

Regular verbs follow their ending; the others stand in the table conjugations.tsv by the end of their infinitive.
More forms are made than exist ("appèle" beside "appelle"): they meet no text and do no harm.
"""

import re
from functools import cache

from depeche.lexicon import cell_values, table

_IMPERFECT = ("ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont", *_IMPERFECT)
_SUBJUNCTIVE = ("e", "es", "ent")
_GENDERS = ("", "e", "s", "es")
_NO_VERBS = frozenset(("ouverture", "lettre", "guerre", "tir", "fer", "cour"))  # nouns that end like verbs
_INFINITIVE = re.compile(r"^[a-zàâçéèêëîïôûü]+(er|ir|re|oir)$")


def conjugate(infinitive: str) -> frozenset[str]:
    """The forms of a verb, the infinitive included; no compound tenses."""
    pattern = _pattern(infinitive)
    if pattern is not None:
        found = _irregular(infinitive, pattern)
    elif infinitive.endswith("er"):
        found = _first_group(infinitive[:-2])
    elif infinitive.endswith("ir"):
        found = _second_group(infinitive[:-2])
    else:
        found = set()
    return frozenset(found | {infinitive})


@cache
def _patterns() -> tuple[dict[str, str], ...]:
    return tuple(sorted(table("conjugations"), key=lambda row: -len(row["suffix"])))


def _pattern(infinitive: str) -> dict[str, str] | None:
    found = next((row for row in _patterns() if infinitive.endswith(row["suffix"])), None)
    return found if found is not None and found["present"] else None


def _irregular(infinitive: str, pattern: dict[str, str]) -> set[str]:
    stem = infinitive.removesuffix(pattern["suffix"])
    found = {stem + form for form in cell_values(pattern["present"])}
    found |= {stem + pattern["imperfect"] + ending for ending in (*_IMPERFECT, "ant")}
    found |= {stem + pattern["future"] + ending for ending in _FUTURE}
    found |= {stem + pattern["past"] + ending for ending in ("s", "t", "rent")}
    found |= {stem + pattern["subjunctive"] + ending for ending in _SUBJUNCTIVE}
    participle = stem + pattern["participle"]
    found |= {participle + gender for gender in (("", "e", "es") if participle.endswith("s") else _GENDERS)}
    return {_cedilla(form) for form in found}


def _first_group(stem: str) -> set[str]:
    weak = stem
    strong = _strong_stems(stem)
    found = {form + ending for form in strong for ending in ("e", "es", "ent")}
    found |= {form + "er" + ending for form in strong for ending in _FUTURE}
    found |= {weak + ending for ending in ("ons", "ez", *_IMPERFECT, "ant", "ai", "as", "a", "âmes", "èrent")}
    found |= {weak + "é" + gender for gender in _GENDERS}
    return {_cedilla(_softened(form, weak)) for form in found}


def _strong_stems(stem: str) -> set[str]:
    strong = {stem}
    if re.search(r"[eé][^aeiouyé]{1,2}$", stem):
        strong.add(re.sub(r"[eé]([^aeiouyé]{1,2})$", r"è\1", stem))
        strong.add(stem + stem[-1])
    if stem.endswith(("ay", "oy", "uy")):
        strong.add(stem[:-1] + "i")
    return strong


def _softened(form: str, stem: str) -> str:
    if not form.startswith(stem):
        return form  # a strong stem ("assièg-ent") needs no softening
    rest = form.removeprefix(stem)
    if rest[:1] in ("a", "o", "â") and stem.endswith("g"):
        return stem + "e" + rest
    if rest[:1] in ("a", "o", "â") and stem.endswith("c"):
        return stem[:-1] + "ç" + rest
    return form


def _cedilla(form: str) -> str:
    return re.sub("ç(?=[ei])", "c", form)


def _second_group(stem: str) -> set[str]:
    found = {
        stem + ending
        for ending in ("is", "it", "issons", "issez", "issent", "issant", "irent", "isse", "isses")
    }
    found |= {stem + "iss" + ending for ending in _IMPERFECT}
    found |= {stem + "ir" + ending for ending in _FUTURE}
    return found | {stem + "i" + gender for gender in _GENDERS}


_FURTHER_VERBS = (
    "être",
    "avoir",
    "aller",
    "pouvoir",
    "devoir",
    "savoir",
    "falloir",
    "venir",
    "écrire",
    "naître",
    "vivre",
    "décrier",
    "préférer",
    "redire",
    "rédiger",
    "sentir",
    "souffrir",
)


@cache
def known_verbs() -> frozenset[str]:
    """The infinitives that the tables name: triggers, cues, support and embedding verbs, members of word classes."""
    cells = [row["lemma"] for row in table("plover_triggers") if row["pos"] in ("VERB", "MWE")]
    cells += [row["lemma"] for row in table("reporting_cues") if row["kind"] == "verb"]
    cells += [row["lemma"] for name in ("embedding_verbs", "support_verbs") for row in table(name)]
    cells += [
        member.strip()
        for row in table("classes")
        if row["kind"] == "verb"
        for member in row["members"].split(",")
    ]
    firsts = {re.sub(r"^(ne pas |se |s['’])", "", cell).split()[0] for cell in cells if cell.strip()}
    nouns = {row["lemma"].split()[0] for row in table("plover_triggers") if row["pos"] == "NOUN"}
    return frozenset(word for word in firsts - nouns if _INFINITIVE.match(word) and word not in _NO_VERBS) | {
        *_FURTHER_VERBS
    }


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for verb in sorted(known_verbs()):
        for form in conjugate(verb):
            found.setdefault(form, []).append(verb)
    return {form: tuple(verbs) for form, verbs in found.items()}


@cache
def _prospective() -> dict[str, str]:
    """Forms that can only be futures ("Fut") or conditionals ("Cnd")."""
    found: dict[str, str] = {}
    for verb in sorted(known_verbs()):
        for stem in _future_stems(verb):
            found |= {_cedilla(stem + ending): "Fut" for ending in ("ai", "as", "a", "ons", "ez", "ont")}
            found |= {_cedilla(stem + ending): "Cnd" for ending in _IMPERFECT}
    return found


def _future_stems(infinitive: str) -> set[str]:
    pattern = _pattern(infinitive)
    if pattern is not None:
        return {infinitive.removesuffix(pattern["suffix"]) + pattern["future"]}
    if infinitive.endswith("er"):
        return {stem + "er" for stem in _strong_stems(infinitive[:-2])}
    return {infinitive} if infinitive.endswith("ir") else set()


def prospective(form: str) -> str:
    """ "Fut" or "Cnd" where a lower-case form can only be a future or a conditional of a known verb, else ""."""
    return _prospective().get(form, "")


def verb_of(form: str) -> str | None:
    """The known verb that a lower-case form belongs to; None when none does or several do."""
    verbs = _forms().get(form, ())
    return verbs[0] if len(verbs) == 1 else None
