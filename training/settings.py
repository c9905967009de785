"""The settings of a training run; `log.tsv` tells which were tried and with what result."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Sizes and lengths; the seed decides every choice."""

    seed: int = 0
    generated: int = 4000  # generated sentences for the parser
    named: int = 6000  # generated sentences for the name finder
    generated_share: float = 0.5  # of the generated sentences that an epoch sees
    spoken: bool = True  # trees of spoken French, without their tags
    spoken_share: float = 0.4
    headings: float = 0.04  # share of sentences with a heading before them
    stopless: float = 0.06  # share of sentences that lose their final stop
    hidden: int = 256  # of each direction of an LSTM layer
    layers: int = 3
    dropout: float = 0.33
    epochs: int = 30
    batch: int = 1500  # words
    rate: float = 0.002
    half: bool = True  # compute in bfloat16: twice as fast where the processor knows it
    name_width: int = 96
    name_depth: int = 4
    name_rows: int = 3000
    name_steps: int = 2500
    name_dropout: float = 0.2
    name_batch: int = 1000
    name_rate: float = 0.001


def names_configuration(settings: Settings, *, train: str, dev: str, vectors: str) -> str:
    """The spaCy configuration that trains the name finder."""
    return _NAMES.format(
        train=train, dev=dev, vectors=vectors, seed=settings.seed, width=settings.name_width,
        depth=settings.name_depth, rows=settings.name_rows, dropout=settings.name_dropout,
        steps=settings.name_steps, batch=settings.name_batch, start=min(300, settings.name_batch),
        rate=settings.name_rate,
    )  # fmt: skip


_NAMES = """[paths]
train = "{train}"
dev = "{dev}"
vectors = "{vectors}"

[system]
seed = {seed}
gpu_allocator = null

[nlp]
lang = "fr"
pipeline = ["tok2vec", "ner"]
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

[components.ner]
factory = "ner"
moves = null
update_with_oracle_cut_size = 100
incorrect_spans_key = null

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
nO = null

[components.ner.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = ${{components.tok2vec.model.encode.width}}
upstream = "*"

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
ents_f = 1.0

[initialize]
vectors = ${{paths.vectors}}
init_tok2vec = null

[initialize.components]

[initialize.tokenizer]
"""
