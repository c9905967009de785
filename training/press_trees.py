"""Our own press sentences: text with names and subjects marked by hand, trees proposed by a pipeline and corrected.

`press/sentences.txt` has one sentence a line: `{Name:P}` marks a person (L place, O organisation), and after `||`
stand the subjects that a person checked, `verb=subject`, and other words set right by hand, `word>head:relation` or
`word>head:relation:PART`, in the order in which they are to be moved (`-` as head: the word is the root). What the
pipeline read otherwise is moved; a sentence whose subjects cannot be set right is left out and printed.
"""

import re
from pathlib import Path
from typing import NamedTuple

from depeche.language.conjugation import verb_of
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


class Line(NamedTuple):
    """A sentence with its names (start, end, label), its pairs (verb, subject) and its other corrections."""

    text: str
    names: list[tuple[int, int, str]]
    pairs: list[tuple[str, str]]
    moves: list[str]


def read_marked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain text of a line with marked names, and the names as (start, end, label)."""
    text, names, last = "", [], 0
    for match in _NAME.finditer(marked):
        text += marked[last : match.start()]
        names.append((len(text), len(text) + len(match[1]), _LABELS[match[2]]))
        text += match[1]
        last = match.end()
    return text + marked[last:], names


def read_lines(path: Path) -> list[Line]:
    """The lines of `sentences.txt`."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        marked, _, facts = line.partition(" ||")
        pairs = [
            (verb, subject) for verb, _, subject in (f.partition("=") for f in facts.split() if ">" not in f)
        ]
        found.append(Line(*read_marked(marked), pairs, [fact for fact in facts.split() if ">" in fact]))
    return found


def subject_of(tokens: list[Token], verb: str) -> list[str]:
    """The forms of the subjects that hang on the first verb of this form."""
    token = next((token for token in tokens if token.text == verb), None)
    return [child.text for child in token.children if "subj" in child.dep] if token else []


def build(pipeline: Pipeline) -> None:
    """Write `train.conllu` and `heldout.conllu` beside the sentences."""
    parts: dict[str, list[Sentence]] = {"train": [], "heldout": []}
    for number, (text, names, pairs, moves) in enumerate(read_lines(FOLDER / "sentences.txt")):
        read = pipeline.parse(text, [Span(0, len(text))])
        _name(read.tokens, names)
        for fact in moves:
            _correct(read.tokens, fact)
        wrong = [pair for pair in pairs if not _set_right(read.tokens, *pair)]
        wrong += [] if _is_tree(read.tokens) else [("no", "tree")]
        if wrong or len(read.sentences) != 1:
            print(f"left out: {text} {wrong} {len(read.sentences)}")
            continue
        parts["heldout" if number % HELD_OUT == 0 else "train"].append(_sentence(text, read.tokens))
    for name, sentences in parts.items():
        write_conllu(FOLDER / f"{name}.conllu", sentences)
        print(f"{name}: {len(sentences)}")


def _correct(tokens: list[Token], fact: str) -> None:
    """Move one word as `word>head:relation` or `word>head:relation:PART` says; a verb gets its lemma and form."""
    form, _, rest = fact.partition(">")
    above, relation, *part = rest.split(":") if "::" not in rest else _with_subtype(rest)
    word = next(token for token in tokens if token.text == form)
    move(word, word if above == "-" else next(token for token in tokens if token.text == above), relation)
    if part and part[0] != word.pos:
        word.pos, lemma = part[0], verb_of(word.lower)
        if word.pos in ("VERB", "AUX") and lemma is not None:
            word.lemma = lemma
        if word.pos == "VERB" and word.lower.rstrip("es").endswith(("é", "i", "u", "t")):
            word.feats = {"Tense": "Past", "VerbForm": "Part"}


def _with_subtype(rest: str) -> list[str]:
    """`head:obl::mod:NOUN` names the relation obl:mod."""
    return [part.replace("\0", ":") for part in rest.replace("::", "\0").split(":")]


def _is_tree(tokens: list[Token]) -> bool:
    """Whether one word is the root and every other word leads up to it."""
    roots = [token for token in tokens if token.head is token]
    for token in tokens:
        for _ in tokens:
            token = token.head
        if token not in roots:
            return False
    return len(roots) == 1


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
