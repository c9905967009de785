"""Words that the model tags as no verb, or lemmatises wrongly, where only a reporting verb can stand."""

from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.cues import verb_cues
from depeche.reading.statements.forms import cue_forms
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.words import speakers

INVERTED = {"-il", "-elle", "-ils", "-elles", "-on", "-je", "-nous", "-vous", "-t-il", "-t-elle", "-t-on",
            "-t-ils", "-t-elles", "-ce", "-tu"}  # fmt: skip


def looks_like_verb(passage: Passage, k: int, lemma: str, kind: str) -> bool:
    """Whether a word that is tagged as no verb stands where only a verb can: "Bangui, rétorque-t-il", "X juge Y"."""
    before, after = passage.pos(k - 1), passage.pos(k + 1)
    lower = passage.lower(k - 1)
    if kind == "present participle" and lower in ("le", "la", "l'", "les") and passage.lower(k - 2) == ",":
        return True  # "…, le qualifiant d'historique"
    if kind == "present participle" and passage.lower(k + 1) in ("que", "qu'") and lower in ("en", "", ","):
        return True
    if before in ("DET", "ADP", "NUM", "SCONJ", "CCONJ") and not (before == "CCONJ" and kind == "finite"):
        return False
    if k == passage.first or lower in ("-", "de", "d'", "l'", "un", "une", "y"):
        return False
    if passage.lower(k + 1) in INVERTED:
        return True
    if kind == "finite" and lower == "," and passage.mark[k - 2] and passage.quote[k - 2] is not None:
        return True  # « … », tranche le général
    if kind == "past participle":
        return False
    if kind == "present participle":
        return passage.lower(k - 1) in (",", "en") and after in (
            "SCONJ",
            "DET",
            "ADP",
            "PRON",
            "ADV",
            "PUNCT",
        )
    if after in ("SCONJ", "DET", "PRON", "PROPN") or (k + 1 < len(passage) and passage.mark[k + 1]):
        return True
    if passage.tokens[min(k + 1, len(passage) - 1)].feat("VerbForm") == "Inf" or passage.lower(k + 1) in (
        "n'",
        "ne",
    ):
        return any(cue.takes("inf") for cue in verb_cues().get(lemma, ())) or lemma in (
            "croire",
            "faire",
            "laisser",
        )
    if after == "ADV" or (lemma in ("croire", "faire", "laisser") and after == "VERB"):
        return True
    if passage.lower(k + 1) == "comme" and before in ("NOUN", "ADJ", "PROPN"):
        return True
    if passage.lower(skip_adverbials(passage, k + 1)) in ("que", "qu'"):
        return True
    if after == "ADJ" and kind == "finite" and passage.pos(k + 2) == "DET":
        # "le ministre juge inacceptable la décision"
        return any(cue.takes("adj.np") for cue in verb_cues().get(lemma, ()))
    if after == "CCONJ" and kind == "finite":
        return passage.pos(k + 2) in ("VERB", "AUX") or passage.lower(k + 2) in cue_forms()
    if any(cue.takes("que") or cue.takes("que.quoted") for cue in verb_cues().get(lemma, ())):
        j = skip_adverbials(passage, k + 1, any_phrase=True)
        close = next((m for m in range(j + 1, min(j + 12, len(passage))) if passage.lower(m) == ","), None)
        if passage.lower(j) == "," and close is not None and passage.lower(close + 1) in ("que", "qu'"):
            return True
    if after == "ADP":
        openings = {frame.split(".")[0] for cue in verb_cues().get(lemma, ()) for frame in cue.frames}
        word = passage.lower(k + 1)
        if word in ("à", "au", "aux"):
            return bool(openings & {"à", "dat"})
        if word in ("de", "d'", "du", "des"):
            return "de" in openings
        if word in openings and before == "NOUN" and passage.tokens[k - 1].lemma in speakers():
            return True  # "le ministre alerte sur", "le député milite pour"
        return before in ("ADJ", "PROPN", "PUNCT", "PRON") and word in ("en", "dans", "sur", "par")
    return False


def is_cue_participle(passage: Passage, k: int, j: int) -> bool:
    """Whether a word tagged as no verb is the participle of a reporting verb: "s'est, elle, félicitée"."""
    known = cue_forms().get(passage.lower(j))
    if known is None or known[1] != "past participle" or passage.pos(j) in ("DET", "ADP", "NUM"):
        return False
    if passage.tokens[k].lemma == "être" and passage.lower(k - 1) not in ("s'", "se"):
        return False
    return passage.pos(j - 1) in ("AUX", "VERB", "ADV", "PUNCT", "PRON")


def verb_lemma(passage: Passage, head: int) -> str:
    """The verb's lemma; the spelt-out forms overrule the model where it gives none that reports."""
    token = passage.tokens[head]
    known = cue_forms().get(token.lower)
    if known is not None and token.lemma not in verb_cues():
        return known[0]
    return token.lemma
