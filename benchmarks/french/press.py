"""Subjects, names and sentence bounds on our own press sentences, and subjects on generated ones."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from depeche.language.pipeline import SpacyPipeline
from depeche.language.token import Parse, Token
from depeche.model import Span
from training.press_trees import FOLDER, HELD_OUT, Line, read_lines
from training.sentences import Sentence, text_of
from training.synthetic.bases import find_bases
from training.synthetic.generator import generate
from training.synthetic.words import Dice

_STOPS = (".", "»", "!", "?", "…")
_SEPARATORS = [" "] * 12 + [""] * 4 + ["\u00a0", "\n"] * 2


def held_out() -> list[Line]:
    """The sentences that never train: those kept of the trees, and those that test the name finder."""
    return [*kept_for_tests(), *read_lines(FOLDER / "names.txt")]


def kept_for_tests() -> list[Line]:
    """One in five of the sentences with trees."""
    return [
        line for number, line in enumerate(read_lines(FOLDER / "sentences.txt")) if number % HELD_OUT == 0
    ]


def trained_on() -> list[Line]:
    """The other four."""
    return [line for number, line in enumerate(read_lines(FOLDER / "sentences.txt")) if number % HELD_OUT]


def measure_subjects(pipeline: SpacyPipeline, lines: Iterable[Line]) -> dict[str, float]:
    """Share of right subjects in percent, in all and by construction, each with its count of cases."""
    right: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    for line in lines:
        tokens = pipeline.parse(line.text, [Span(0, len(line.text))]).tokens
        for verb, subject in line.pairs:
            for kind in ("subjects", *_constructions(tokens, verb, subject)):
                cases[kind] += 1
                right[kind] += _subjects(tokens, verb) == [subject]
    return {f"{kind} ({cases[kind]})": 100 * right[kind] / cases[kind] for kind in sorted(cases)}


def _subjects(tokens: Sequence[Token], verb: str) -> list[str]:
    token = next((token for token in tokens if token.text == verb), None)
    return [child.text for child in token.children if "subj" in child.dep] if token else []


def _constructions(tokens: Sequence[Token], verb: str, subject: str) -> list[str]:
    """Where the subject stands, told by the words alone and not by the tree."""
    forms = [token.text for token in tokens]
    if verb not in forms or subject not in forms:
        return []
    at, place = forms.index(verb), forms.index(subject)
    if place < at:
        return ["before the verb"]
    if subject.startswith("-"):
        return ["clitic"]
    found = ["inverted"]
    before = next((form for form in reversed(forms[:at]) if form in (",", "»")), "")
    if before == "»":
        found.append("inverted without a comma")
    if {"à", "au", "dans", "devant", "depuis", "en", "par", "de", "sous", "auprès"} & set(forms[at:place]):
        found.append("inverted after a complement")
    rest = " ".join(forms[place:])
    if before == "," and re.search(r", (?:«|[a-zà-ÿ' -]+ )", rest) and not rest.startswith(", "):
        found.append("incise inside a clause")
    return found


def measure_names(pipeline: SpacyPipeline, lines: Sequence[Line], *, together: int = 1) -> dict[str, float]:
    """Precision, recall and F1 of names in percent, in all and by kind; bounds and kind must be right.

    `together` sentences in a row are read as one article, a paragraph each.
    """
    gold: Counter[str] = Counter()
    found: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    for start in range(0, len(lines), together):
        text, blocks, given = "", [], set()
        for line in lines[start : start + together]:
            blocks.append(Span(len(text), len(text) + len(line.text)))
            for first, last, label in line.names:
                given.add((len(text) + first + _civil(line.text[first:last]), len(text) + last, label))
            text += line.text + "\n"
        read = _names(pipeline.parse(text, blocks))
        for names, counter in ((given, gold), (read, found), (given & read, shared)):
            counter.update(label for *_, label in names if label != "MISC")
    figures = {"P": 100 * shared.total() / found.total(), "R": 100 * shared.total() / gold.total()}
    figures["names F"] = 200 * shared.total() / (found.total() + gold.total())
    for label in ("PER", "LOC", "ORG"):
        figures[f"{label} F"] = 200 * shared[label] / max(1, found[label] + gold[label])
    return figures


def _civil(name: str) -> int:
    first = name.split()[0]
    return len(first) + 1 if first in ("M.", "Mme") else 0


def _names(read: Parse) -> set[tuple[int, int, str]]:
    found: list[list[Any]] = []
    for token in read.tokens:
        if not token.ent:
            continue
        if token.ent_first or not found or found[-1][1] + 1 < token.start:
            found.append([token.start, token.end, token.ent])
        else:
            found[-1][1] = token.end
    return {(start, end, label) for start, end, label in found}


def measure_bounds(pipeline: SpacyPipeline, lines: Sequence[Line], *, rounds: int = 3) -> dict[str, float]:
    """F1 of sentence bounds in percent on dumps: sentences glued, broken by lines or blanks, some without a stop."""
    gold = found = shared = 0
    for seed in range(rounds):
        dice, shuffled = random.Random(seed), list(lines)
        dice.shuffle(shuffled)
        for start in range(0, len(shuffled), 8):
            text, bounds = _dump([line.text for line in shuffled[start : start + 8]], dice)
            read = pipeline.parse(text, [Span(0, len(text))])
            own = {(sentence.span.start, sentence.span.end) for sentence in read.sentences}
            gold, found, shared = gold + len(bounds), found + len(own), shared + len(own & bounds)
    return {"sentences F": 200 * shared / (gold + found), "P": 100 * shared / found, "R": 100 * shared / gold}


def _dump(sentences: Sequence[str], dice: random.Random) -> tuple[str, set[tuple[int, int]]]:
    text, bounds = "", set()
    for sentence in sentences:
        if text:
            blank = dice.choice(_SEPARATORS)
            text += blank if blank or text.endswith(_STOPS) else " "
        if sentence.endswith(".") and dice.random() < 0.04:
            sentence = sentence[:-1]
        bounds.add((len(text), len(text) + len(sentence)))
        text += sentence
    return text, bounds


def measure_generated(pipeline: SpacyPipeline, bases: Sequence[Sentence], count: int) -> dict[str, float]:
    """Share of right subjects of the reporting or acting verb on generated sentences with names never seen."""
    facts = right = 0
    for _, sentence in generate(Dice(77, held_out=True), find_bases(bases), count):
        text = text_of(sentence)
        read = pipeline.parse(text, [Span(0, len(text))])
        at = {(token.start, token.end): token for token in read.tokens}
        places, offset = [], 0
        for word in sentence:
            places.append((offset, offset + len(word.form)))
            offset += len(word.form) + word.space
        for word, place in zip(sentence, places, strict=True):
            verb = sentence[word.head]
            is_reporting = verb.dep in ("parataxis:insert", "ROOT") and verb.pos == "VERB"
            if word.dep not in ("nsubj", "nsubj:pass") or not is_reporting or word.ent == "?":
                continue
            facts += 1
            token = at.get(place)
            if token is not None and token.dep.startswith("nsubj"):
                right += (token.head.start, token.head.end) == places[word.head]
    return {f"subjects ({facts})": 100 * right / facts}
