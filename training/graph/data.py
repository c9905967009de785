"""From annotated sentences to tensors."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from depeche.language.graph.forms import ENDING, LONGEST, RESERVED, Alphabet, plain_word, shape
from depeche.language.graph.lemmas import find_rule
from training.corpus import plain_forms
from training.sentences import Sentence, write_feats

IGNORED = -100
_OPEN = ("PROPN", "NUM", "PUNCT", "SYM", "X")  # their lemma is the form, as a rule
_SURE = 0.9  # share of a form's occurrences that have its lemma


@dataclass(slots=True)
class Text:
    """Some sentences read as one text: labels by word, heads as places in the text, a root's its own."""

    source: int
    forms: list[str]
    tags: list[int]
    rules: list[int]
    labels: list[int]
    heads: list[int]
    starts: list[int]
    bounds: list[tuple[int, int]]
    bounded: bool = True  # whether the sentence bounds are to be learnt


@dataclass(frozen=True, slots=True)
class Labels:
    """What the network can answer, in the order of its scores."""

    tags: list[str]  # "VERB|Mood=Ind|…"
    rules: list[str]
    labels: list[str]


def tag_of(pos: str, feats: dict[str, str]) -> str:
    """Part of speech and features as one label."""
    return f"{pos}|{write_feats(feats)}".rstrip("|")


def find_labels(groups: Iterable[Sequence[Sentence]]) -> Labels:
    """The labels that occur at least twice, most frequent first."""
    tags: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    for group in groups:
        for sentence in group:
            for word in sentence:
                tags[tag_of(word.pos, word.feats)] += 1
                rules[find_rule(word.form, word.lemma).write()] += 1
                labels[word.dep] += 1
    return Labels(*(_ordered(counter, least=2) for counter in (tags, rules)), _ordered(labels, least=5))


def find_lemmas(groups: Iterable[Sequence[Sentence]]) -> dict[str, dict[str, str]]:
    """By part of speech, the lemmas of forms that nearly always have the same one; names are left to the rules."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for group in groups:
        for sentence in group:
            for word in sentence:
                if word.pos not in _OPEN:
                    counts[word.pos, word.form.lower().replace("’", "'")][word.lemma] += 1
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (pos, form), lemmas in sorted(counts.items()):
        lemma, count = min(lemmas.items(), key=lambda pair: (-pair[1], pair[0]))
        if count >= _SURE * lemmas.total():
            found[pos][form] = lemma
    return dict(found)


def find_alphabet(groups: Iterable[Sequence[Sentence]]) -> Alphabet:
    """Rows for what occurs often enough to be learnt."""
    words: Counter[str] = Counter()
    letters: Counter[str] = Counter()
    endings: Counter[str] = Counter()
    shapes: Counter[str] = Counter()
    for group in groups:
        for form in plain_forms(group):
            plain = plain_word(form)
            words[plain] += 1
            endings[plain[-ENDING:]] += 1
            shapes[shape(form)] += 1
            letters.update(form)
    return Alphabet(
        words=_rows(words, least=3), letters=_rows(letters, least=8), endings=_rows(endings, least=5),
        shapes=_rows(shapes, least=5),
    )  # fmt: skip


def _ordered(counter: Counter[str], *, least: int) -> list[str]:
    return [
        name
        for name, count in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
        if count >= least
    ]


def _rows(counter: Counter[str], *, least: int) -> dict[str, int]:
    return {name: row for row, name in enumerate(_ordered(counter, least=least), start=RESERVED)}


def make_text(group: Sequence[Sentence], source: int, known: Labels, *, tagged: bool) -> Text:
    """One training text; spoken French has no tags that fit and no stops: only its trees are learnt."""
    tags = {tag: index for index, tag in enumerate(known.tags)}
    rules = {rule: index for index, rule in enumerate(known.rules)}
    labels = {label: index for index, label in enumerate(known.labels)}
    text = Text(source, plain_forms(group), [], [], [], [], [], [], bounded=tagged)
    for sentence in group:
        base = len(text.heads)
        for word in sentence:
            text.heads.append(base + word.head)
            text.labels.append(labels.get(word.dep, IGNORED))
            text.starts.append(len(text.heads) == base + 1)
            tag, rule = tag_of(word.pos, word.feats), find_rule(word.form, word.lemma).write()
            text.tags.append(tags.get(tag, IGNORED) if tagged else IGNORED)
            text.rules.append(rules.get(rule, IGNORED) if tagged else IGNORED)
        text.bounds.append((base, len(text.heads)))
    return text


@dataclass(slots=True)
class Batch:
    """Texts side by side; the sentences of all of them, each row of words padded with IGNORED."""

    forms: dict[str, Tensor]
    places: Tensor  # [text, word] -> row of `forms`
    lengths: Tensor
    sources: Tensor
    tags: Tensor
    rules: Tensor
    starts: Tensor
    sentences: Tensor  # [sentence, word] -> place in the flattened [text, word]
    inside: Tensor  # [sentence, word]: whether there is a word
    heads: Tensor  # [sentence, word] -> word of the sentence, the sentence's width for a root
    labels: Tensor


@dataclass(slots=True)
class Maker:
    """Makes batches; `vector` gives the static vector of a form."""

    alphabet: Alphabet
    vector: Callable[[str], Tensor]
    word_dropout: float = 0.0
    source_dropout: float = 0.0
    _seen: dict[str, tuple[tuple[int, int, int], list[int], Tensor]] = field(default_factory=dict)

    def _of(self, form: str) -> tuple[tuple[int, int, int], list[int], Tensor]:
        found = self._seen.get(form)
        if found is None:
            found = self.alphabet.rows(form), self.alphabet.spelling(form), self.vector(form)
            self._seen[form] = found
        return found

    def encode(self, forms: list[str]) -> dict[str, Tensor]:
        """The rows of distinct forms."""
        facts = [self._of(form) for form in forms]
        words = torch.tensor([rows[0] for rows, _, _ in facts])
        if self.word_dropout:
            words[torch.rand(len(words)) < self.word_dropout] = 1
        return {
            "words": words,
            "endings": torch.tensor([rows[1] for rows, _, _ in facts]),
            "shapes": torch.tensor([rows[2] for rows, _, _ in facts]),
            "letters": torch.tensor([letters for _, letters, _ in facts]).view(-1, LONGEST + 2),
            "vectors": torch.stack([vector for _, _, vector in facts]),
        }

    def batch(self, texts: list[Text]) -> Batch:
        """One batch of texts, longest first."""
        texts = sorted(texts, key=lambda text: -len(text.forms))
        width = len(texts[0].forms)
        rows: dict[str, int] = {}
        places = torch.zeros(len(texts), width, dtype=torch.long)
        shape_ = (len(texts), width)
        tags, rules = torch.full(shape_, IGNORED), torch.full(shape_, IGNORED)
        starts = torch.full(shape_, -1.0)
        spans = [(number, first, last) for number, text in enumerate(texts) for first, last in text.bounds]
        broad = max(last - first for _, first, last in spans)
        sentences = torch.zeros(len(spans), broad, dtype=torch.long)
        heads = torch.full((len(spans), broad), IGNORED)
        labels = torch.full((len(spans), broad), IGNORED)
        for number, text in enumerate(texts):
            size = len(text.forms)
            places[number, :size] = torch.tensor([rows.setdefault(form, len(rows)) for form in text.forms])
            tags[number, :size] = torch.tensor(text.tags)
            rules[number, :size] = torch.tensor(text.rules)
            if text.bounded:
                starts[number, :size] = torch.tensor(text.starts, dtype=torch.float)
                starts[number, 0] = -1.0
        for number, (text_number, first, last) in enumerate(spans):
            text, size = texts[text_number], last - first
            sentences[number, :size] = torch.arange(first, last) + text_number * width
            own = [
                broad if head == first + index else head - first
                for index, head in enumerate(text.heads[first:last])
            ]
            heads[number, :size] = torch.tensor(own)
            labels[number, :size] = torch.tensor(text.labels[first:last])
        sources = torch.tensor([text.source for text in texts])
        if self.source_dropout:
            sources[torch.rand(len(texts)) < self.source_dropout] = 0
        return Batch(
            self.encode(list(rows)), places, torch.tensor([len(text.forms) for text in texts]), sources,
            tags, rules, starts, sentences, heads != IGNORED, heads, labels,
        )  # fmt: skip


def batches(texts: Sequence[Text], *, words: int, dice: random.Random | None) -> Iterator[list[Text]]:
    """Texts of like length together, about `words` words a batch, shuffled when there are dice."""
    jitter = (lambda: dice.random() * 20) if dice else (lambda: 0.0)
    ordered = sorted(texts, key=lambda text: len(text.forms) + jitter())
    found: list[list[Text]] = [[]]
    size = 0
    for text in ordered:
        if found[-1] and size + len(text.forms) > words:
            found.append([])
            size = 0
        found[-1].append(text)
        size += len(text.forms)
    if dice:
        dice.shuffle(found)
    yield from found
