"""Our own press sentences: text with names and subjects marked by hand, trees proposed by a pipeline and corrected.

`press/sentences.txt` has one sentence a line: `{Name:P}` marks a person (L place, O organisation), and after `||`
stand the subjects that a person checked, `verb=subject`. What the pipeline read otherwise is moved; a sentence whose
subjects cannot be set right is left out and printed.
"""

import re
from pathlib import Path

from depeche.language.pipeline import Pipeline, load
from depeche.language.repair.trees import is_above, move
from depeche.language.token import Token
from depeche.model import Span
from training.sentences import Sentence, Word, parse_feats, write_conllu
from training.synthetic.words import rows

FOLDER = Path(__file__).parent / "press"
_NAME = re.compile(r"\{([^:{}]+):([PLO])\}")
_LABELS = {"P": "PER", "L": "LOC", "O": "ORG"}
_FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
HELD_OUT = 5  # one sentence in so many is kept for tests


def read_lines(path: Path) -> list[tuple[str, list[tuple[int, int, str]], list[tuple[str, str]]]]:
    """For each line the text, the names as (start, end, label), and the pairs (verb, subject)."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        marked, _, facts = line.partition(" ||")
        text, names, last = "", [], 0
        for match in _NAME.finditer(marked):
            text += marked[last : match.start()]
            names.append((len(text), len(text) + len(match[1]), _LABELS[match[2]]))
            text += match[1]
            last = match.end()
        text += marked[last:]
        pairs = [(verb, subject) for verb, _, subject in (fact.partition("=") for fact in facts.split())]
        found.append((text, names, pairs))
    return found


def subject_of(tokens: list[Token], verb: str) -> list[str]:
    """The forms of the subjects that hang on the first verb of this form."""
    token = next((token for token in tokens if token.text == verb), None)
    return [child.text for child in token.children if "subj" in child.dep] if token else []


def build(pipeline: Pipeline) -> None:
    """Write `train.conllu` and `heldout.conllu` beside the sentences."""
    parts: dict[str, list[Sentence]] = {"train": [], "heldout": []}
    for number, (text, names, pairs) in enumerate(read_lines(FOLDER / "sentences.txt")):
        read = pipeline.parse(text, [Span(0, len(text))])
        _name(read.tokens, names)
        wrong = [pair for pair in pairs if not _set_right(read.tokens, *pair)]
        if wrong or len(read.sentences) != 1:
            print(f"left out: {text} {wrong} {len(read.sentences)}")
            continue
        parts["heldout" if number % HELD_OUT == 0 else "train"].append(_sentence(text, read.tokens))
    for name, sentences in parts.items():
        write_conllu(FOLDER / f"{name}.conllu", sentences)
        print(f"{name}: {len(sentences)}")


def _set_right(tokens: list[Token], form: str, subject_form: str) -> bool:
    """Make the token of one form the subject of the other; False when the tree does not allow it."""
    verb = next((token for token in tokens if token.text == form), None)
    subject = next((token for token in tokens if token.text == subject_form), None)
    if verb is None or subject is None:
        return False
    here = [child for child in verb.children if "subj" in child.dep]
    if [child.text for child in here] == [subject_form]:
        return True
    print(
        f"  moved: {form} <- {subject_form}, was {[child.text for child in here]}: {' '.join(t.text for t in tokens)}"
    )
    if verb.pos not in ("VERB", "AUX", "ADJ", "NOUN"):
        verb.pos, verb.lemma, verb.feats = "VERB", _lemma(verb.lower), parse_feats(_FINITE)
    if is_above(subject, verb):
        above, dep = subject.head, subject.dep
        move(verb, verb if above is subject else above, "ROOT" if above is subject else dep)
        for child in list(subject.children):
            if child.i > verb.i or (child.i < subject.i and child.dep == "punct"):
                move(child, verb, child.dep)
    for child in here:
        child.dep = "appos" if child.i > subject.i else "obl:mod"
        if child.i > subject.i:
            move(child, subject, "appos")
    move(subject, verb, "nsubj:pass" if verb.child("aux:pass") else "nsubj")
    return True


def _lemma(form: str) -> str:
    for row in rows("verbs"):
        if form in (row["present"], row["present_plural"]):
            return row["lemma"]
    return form.removesuffix("nt").removesuffix("e") + "er"


def _name(tokens: list[Token], names: list[tuple[int, int, str]]) -> None:
    for token in tokens:
        token.ent = ""
    for start, end, label in names:
        inside = [
            token for token in tokens if token.start >= start and token.end <= end and token.pos != "PUNCT"
        ]
        for index, token in enumerate(inside):
            if token.lower in ("m.", "mme") and len(inside) > 1:
                continue
            token.ent = label
            token.ent_first = index == 0 or not inside[index - 1].ent
            if token.pos not in ("PROPN", "ADP", "DET") and token.text[:1].isupper():
                token.pos = "PROPN"


def _sentence(text: str, tokens: list[Token]) -> Sentence:
    return [
        Word(
            form=token.text,
            pos=token.pos,
            lemma=token.lemma,
            feats=token.feats,
            head=token.head.i - tokens[0].i,
            dep="ROOT" if token.head is token else token.dep,
            space=token.end < len(text) and text[token.end].isspace(),
            ent=(("B-" if token.ent_first else "I-") + token.ent) if token.ent else "",
        )
        for token in tokens
    ]


if __name__ == "__main__":
    build(load())
