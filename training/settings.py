"""The settings of a training run; `log.tsv` tells which were tried and with what result."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Sizes and lengths; the seed decides every choice."""

    seed: int = 0
    generated: int = 4000  # generated sentences for the parser
    named: int = 6000  # generated sentences for the name finder
    spoken: bool = True  # trees of spoken French, without their tags
    headings: float = 0.04  # share of sentences with a heading before them
    stopless: float = 0.06  # share of sentences that lose their final stop
    width: int = 128
    depth: int = 5
    rows: int = 5000  # of the table of whole words; size on disk grows with it
    hidden: int = 128
    dropout: float = 0.2
    steps: int = 8000
    batch: int = 1000  # words
    name_width: int = 96
    name_depth: int = 4
    name_rows: int = 3000
    name_steps: int = 2500
    rate: float = 0.001


def configuration(settings: Settings, *, train: str, dev: str, vectors: str, names: bool) -> str:
    """The spaCy configuration of one of the two trainings: tags, lemmas and trees, or names."""
    width, depth = (settings.name_width, settings.name_depth) if names else (settings.width, settings.depth)
    steps = settings.name_steps if names else settings.steps
    pipes = ["tok2vec", "ner"] if names else ["tok2vec", "morphologizer", "trainable_lemmatizer", "parser"]
    parts = [
        _HEAD.format(
            train=train,
            dev=dev,
            vectors=vectors,
            seed=settings.seed,
            pipes=_listed(pipes),
            width=width,
            depth=depth,
            rows=settings.name_rows if names else settings.rows,
        )
    ]
    if names:
        parts.append(_transitions("ner", "ner", hidden=64))
    else:
        parts += [_TAGGERS, _transitions("parser", "parser", hidden=settings.hidden)]
    scores = (
        "ents_f = 1.0"
        if names
        else "pos_acc = 0.2\nmorph_acc = 0.1\nlemma_acc = 0.15\ndep_las = 0.5\nsents_f = 0.05"
    )
    parts.append(
        _TAIL.format(seed=settings.seed, dropout=settings.dropout, steps=steps, batch=settings.batch,
                     rate=settings.rate, start=min(300, settings.batch), scores=scores)
    )  # fmt: skip
    return "\n".join(parts)


def _listed(names: list[str]) -> str:
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


_HEAD = """[paths]
train = "{train}"
dev = "{dev}"
vectors = "{vectors}"

[system]
seed = {seed}
gpu_allocator = null

[nlp]
lang = "fr"
pipeline = {pipes}
batch_size = 64
after_creation = {{"@callbacks": "depeche.tokeniser.v1"}}

[components]

[components.tok2vec]
factory = "tok2vec"

[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"

[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = {width}
attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
rows = [{rows}, 1000, 2500, 2500]
include_static_vectors = true

[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = {width}
depth = {depth}
window_size = 1
maxout_pieces = 3
"""

_LISTENER = """
[components.{name}.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = ${{components.tok2vec.model.encode.width}}
upstream = "*"
"""

_TAGGERS = (
    """[components.morphologizer]
factory = "morphologizer"
extend = false
overwrite = true
label_smoothing = 0.05

[components.morphologizer.model]
@architectures = "spacy.Tagger.v2"
nO = null
normalize = false
"""
    + _LISTENER.format(name="morphologizer")
    + """
[components.trainable_lemmatizer]
factory = "trainable_lemmatizer"
backoff = "orth"
min_tree_freq = 2
overwrite = false
top_k = 3

[components.trainable_lemmatizer.model]
@architectures = "spacy.Tagger.v2"
nO = null
normalize = false
"""
    + _LISTENER.format(name="trainable_lemmatizer")
)


def _transitions(name: str, state: str, *, hidden: int) -> str:
    extra = "incorrect_spans_key = null" if name == "ner" else "learn_tokens = false\nmin_action_freq = 10"
    return f"""[components.{name}]
factory = "{name}"
moves = null
update_with_oracle_cut_size = 100
{extra}

[components.{name}.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "{state}"
extra_state_tokens = false
hidden_width = {hidden}
maxout_pieces = 2
use_upper = true
nO = null
""" + _LISTENER.format(name=name)


_TAIL = """
[corpora]

[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${{paths.train}}
gold_preproc = false
max_length = 0
limit = 0

[corpora.train.augmenter]
@augmenters = "depeche.press.v1"
lower = 0.02
bare = 0.05
quotes = 0.05
large = 0.01

[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${{paths.dev}}
gold_preproc = false
max_length = 0
limit = 0
augmenter = null

[training]
dev_corpus = "corpora.dev"
train_corpus = "corpora.train"
seed = {seed}
gpu_allocator = null
dropout = {dropout}
accumulate_gradient = 1
patience = 0
max_epochs = 0
max_steps = {steps}
eval_frequency = 500

[training.batcher]
@batchers = "spacy.batch_by_words.v1"
discard_oversize = false
tolerance = 0.2

[training.batcher.size]
@schedules = "compounding.v1"
start = {start}
stop = {batch}
compound = 1.002

[training.optimizer]
@optimizers = "Adam.v1"
beta1 = 0.9
beta2 = 0.999
L2_is_weight_decay = true
L2 = 0.01
grad_clip = 1.0
use_averages = true
eps = 0.00000001

[training.optimizer.learn_rate]
@schedules = "warmup_linear.v1"
warmup_steps = 250
total_steps = {steps}
initial_rate = {rate}

[training.score_weights]
{scores}

[initialize]
vectors = ${{paths.vectors}}
init_tok2vec = null

[initialize.components]

[initialize.tokenizer]
"""
