"""Names in treebanks, which nobody annotated: what lists and trees make sure is labelled, the rest stays open."""

import copy
from collections.abc import Iterable

from training.sentences import UNKNOWN, Sentence
from training.synthetic.phrases import known_places
from training.synthetic.words import rows

_OPENERS = frozenset('"«“”»:.!?…-–—•(')


def label_known(sentences: Iterable[Sentence]) -> list[Sentence]:
    """Treebank sentences with the names that lists and trees make sure; doubtful words stay open, the rest is none."""
    places = {row[column] for row in rows("states") for column in ("form", "capital")} | set(known_places())
    bodies = {row["form"] for row in rows("organisations")}
    known = {tuple(name.split()): "LOC" for name in places} | {tuple(name.split()): "ORG" for name in bodies}
    forenames = {
        name for row in rows("names") for cell in ("men", "women") for name in (row[cell] or "").split("|")
    }
    found = []
    for sentence in sentences:
        fresh = copy.deepcopy(sentence)
        _open_doubtful(fresh)
        _label_persons(fresh, forenames)
        _label_listed(fresh, known)
        found.append(fresh)
    return found


def _open_doubtful(sentence: Sentence) -> None:
    for index, word in enumerate(sentence):
        large = word.form[:1].isupper()
        opens = index == 0 or sentence[index - 1].form in _OPENERS
        word.ent = UNKNOWN if word.pos in ("PROPN", "X", "SYM") or (large and not opens) else ""
    larges = [word.form[:1].isupper() for word in sentence]
    for index, word in enumerate(sentence):
        # "Conseil de sécurité", "Ligue des droits": small words near a capital may belong to the name.
        near = any(larges[max(index - 3, 0) : index])
        if not word.ent and near and word.pos in ("ADP", "DET", "ADJ", "NOUN", "CCONJ"):
            word.ent = UNKNOWN
        if (
            not word.ent
            and larges[index]
            and index + 1 < len(sentence)
            and word.pos in ("NOUN", "ADJ", "PROPN")
        ):
            word.ent = UNKNOWN


def _label_persons(sentence: Sentence, forenames: set[str]) -> None:
    for index, word in enumerate(sentence):
        parts = [
            index,
            *(i for i, other in enumerate(sentence) if other.head == index and other.dep == "flat:name"),
        ]
        names = [
            part for part in parts if sentence[part].form[:1].isupper() and sentence[part].pos == "PROPN"
        ]
        civil = word.form in ("M.", "Mme", "Mlle") and len(names) > 0
        if not civil and not (word.form in forenames and len(names) > 1):
            continue
        if names[-1] - names[0] == len(names) - 1:
            for place, part in enumerate(names):
                sentence[part].ent = "I-PER" if place else "B-PER"
            if civil:
                word.ent = ""


def _label_listed(sentence: Sentence, known: dict[tuple[str, ...], str]) -> None:
    forms = tuple(word.form for word in sentence)
    for start in range(len(forms)):
        for length in (4, 3, 2, 1):
            label = known.get(forms[start : start + length])
            inside = sentence[start : start + length]
            before, after = sentence[start - 1 : start], sentence[start + length : start + length + 1]
            alone = not any(word.form[:1].isupper() for word in (*before, *after))
            if label and alone and all(word.ent == UNKNOWN for word in inside):
                for place, word in enumerate(inside):
                    word.ent = f"I-{label}" if place else f"B-{label}"
                break
