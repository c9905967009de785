"""One scheme from many treebanks: labels, features and lemmas of French GSD, on words that are not cut up."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable

from training.sentences import Sentence, Word

_DROPPED_FEATS = frozenset(
    {"ExtPos", "Typo", "Voice", "NumForm", "NumType", "Foreign", "Abbr", "Style", "Shared", "Subject", "Idiom",
     "InIdiom", "Emph", "Case", "Reflex", "Polite", "Degree"}
)  # fmt: skip
_RENAMED = {
    "obj:lvc": "obj", "advcl:cleft": "advcl", "dep:comp": "dep", "nsubj:outer": "nsubj", "csubj:outer": "csubj",
    "parataxis:parenth": "parataxis", "iobj:agent": "iobj", "obj:agent": "obj", "conj:coord": "conj",
    "conj:dicto": "conj", "nsubj:caus": "nsubj", "flat": "flat:name", "compound": "nmod", "root": "ROOT",
}  # fmt: skip
_PLAIN = frozenset({"ADV", "ADP", "CCONJ", "SCONJ", "PUNCT", "SYM", "INTJ", "X", "NUM", "PROPN"})
_ARTICLES = frozenset(
    {"les", "l'", "des", "aux", "de", "d'", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "leur", "notre", "votre",
     "mon", "ton", "son"}
)  # fmt: skip
_CLOSED = frozenset({"PRON", "DET", "ADP", "AUX", "SCONJ", "CCONJ"})
_SPEECH = frozenset(
    {"déclarer", "dire", "indiquer", "affirmer", "ajouter", "expliquer", "préciser", "souligner", "estimer",
     "poursuivre", "annoncer", "assurer", "noter", "rappeler", "confier", "conclure", "lancer", "commenter", "écrire",
     "demander", "répondre", "raconter", "remarquer", "admettre"}
)  # fmt: skip


def harmonise(sentence: Sentence) -> Sentence:
    """Bring labels and features of one sentence into the common scheme, in place."""
    for word in sentence:
        word.dep = _RENAMED.get(word.dep, word.dep)
        word.pos = "X" if word.pos == "_" else word.pos
        word.feats = _common_feats(word)
    for before, word in itertools.pairwise(sentence):
        if (
            word.pos == "PROPN"
            and word.dep in ("nmod", "appos", "flat:name")
            and sentence[word.head] is before
        ):
            if before.form in ("M.", "Mme", "Mlle", "MM.", "Mmes"):
                before.lemma, word.dep = before.form, "flat:name"
            elif (
                before.pos == "NOUN" and before.form[0].islower() and word.dep == "nmod" and _is_title(before)
            ):
                word.dep = "appos"
    return sentence


def _is_title(word: Word) -> bool:
    return word.lemma in {
        "président", "ministre", "roi", "reine", "général", "colonel", "professeur", "docteur", "juge", "député",
        "sénateur", "capitaine", "pape", "porte-parole", "chancelier", "commandant", "maire", "procureur", "avocat",
    }  # fmt: skip


def _common_feats(word: Word) -> dict[str, str]:
    form = word.form.lower().replace("’", "'")
    feats = {
        name: value for name, value in word.feats.items() if name not in _DROPPED_FEATS and "[" not in name
    }
    if word.pos in ("DET", "ADP"):
        if form in _ARTICLES:
            feats.pop("Gender", None)
        if feats.get("Poss"):
            feats.pop("PronType", None)
            feats.pop("Person", None)
        if word.pos == "ADP" and form in ("de", "d'"):
            feats = {}
    if word.pos == "AUX" and form == "été":
        feats.pop("Gender", None)
        feats.pop("Number", None)
    if word.pos == "PRON":
        if form in ("c'", "ce", "-ce", "ça", "cela", "ceci"):
            feats = {"Number": "Sing", "Person": "3", "PronType": "Dem"}
        elif form in ("se", "s'"):
            feats = {"Person": "3", "PronType": "Prs"}
        elif form in ("qui", "que", "qu'", "dont", "où", "quoi"):
            feats = {"PronType": feats.get("PronType", "Rel")}
        elif form in ("on", "-on", "-t-on", "l'on"):
            feats = {"Number": "Sing", "Person": "3", "PronType": "Ind"}
    if word.pos in _PLAIN and not (word.pos == "ADP" and form in ("du", "des", "au", "aux")):
        feats = {name: value for name, value in feats.items() if name == "Polarity"}
    return feats


class Reference:
    """What GSD and Sequoia do, by counts: their lemmas of small words, and their kinds of obliques and reflexives."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._lemmas: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._obliques: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._reflexives: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            for word in sentence:
                head = sentence[word.head]
                if word.pos in _CLOSED:
                    self._lemmas[word.form.lower(), word.pos][word.lemma] += 1
                if word.dep in ("obl:mod", "obl:arg"):
                    preposition = _preposition(sentence, word)
                    self._obliques[head.lemma, preposition][word.dep] += 1
                    self._obliques["", preposition][word.dep] += 1
                if word.form.lower() in ("se", "s'") and word.pos == "PRON":
                    self._reflexives[head.lemma][word.dep] += 1

    def adapt(self, sentence: Sentence) -> Sentence:
        """Bring a sentence of a treebank with plain labels (PUD) closer to the reference, in place."""
        for word in sentence:
            head = sentence[word.head]
            lemmas = self._lemmas.get((word.form.lower(), word.pos))
            if lemmas and sum(lemmas.values()) > 2:
                word.lemma = lemmas.most_common(1)[0][0]
            if word.form.lower() in ("se", "s'") and word.pos == "PRON":
                kinds = self._reflexives.get(head.lemma)
                word.dep = kinds.most_common(1)[0][0] if kinds else "expl:pv"
            elif word.dep == "obl":
                word.dep = self._oblique(sentence, word)
            elif word.dep == "aux":
                word.dep = "aux:tense"
            elif word.dep == "expl":
                word.dep = "expl:subj"
        return _lower_speech(sentence)

    def _oblique(self, sentence: Sentence, word: Word) -> str:
        head, preposition = sentence[word.head], _preposition(sentence, word)
        passive = any(other.dep == "aux:pass" and sentence[other.head] is head for other in sentence)
        if preposition == "par" and (passive or (head.feats.get("VerbForm") == "Part" and head.dep == "acl")):
            return "obl:agent"
        for key in ((head.lemma, preposition), ("", preposition)):
            kinds = self._obliques.get(key)
            if kinds:
                return kinds.most_common(1)[0][0]
        return "obl:mod"


def _preposition(sentence: Sentence, word: Word) -> str:
    for other in sentence:
        if other.dep == "case" and sentence[other.head] is word:
            return other.lemma
    return ""


def _lower_speech(sentence: Sentence) -> Sentence:
    """PUD makes the speech verb the root of a quotation; GSD and Sequoia make the quotation the root."""
    for index, verb in enumerate(sentence):
        if verb.dep != "ROOT" or verb.lemma not in _SPEECH:
            continue
        children = [place for place, word in enumerate(sentence) if word.head == index and place != index]
        inverted = any(
            (sentence[place].dep.startswith("nsubj") and place > index)
            or sentence[place].form.startswith("-")
            for place in children
        )
        quoted = [
            place for place in children if sentence[place].dep in ("parataxis", "ccomp") and place < index
        ]
        if not inverted or not quoted:
            continue
        main = quoted[0]
        sentence[main].head, sentence[main].dep = main, "ROOT"
        verb.head, verb.dep = main, "parataxis:insert"
        for place in children:
            if sentence[place].dep == "punct" and (place < main or place == len(sentence) - 1):
                sentence[place].head = main
    return sentence
