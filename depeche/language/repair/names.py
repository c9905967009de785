"""Names: what the lexicon and the article itself know, where the model saw no name or another kind of name."""

from collections.abc import Sequence

from depeche.language.repair.bodies import extend_bodies, join_nouns, repeat_bodies
from depeche.language.repair.extents import trim_ends, trim_names
from depeche.language.repair.introduced import label_introduced
from depeche.language.repair.known import label_known_names
from depeche.language.repair.persons import (
    extend_persons,
    join_particles,
    label_bare_speakers,
    label_initial_subjects,
    label_repeated_persons,
    label_titled,
)
from depeche.language.repair.votes import label_by_votes
from depeche.language.token import Sentence


def repair_names(sentences: Sequence[Sentence]) -> None:
    """Set entity labels and parts of speech of names right, in place, over one whole article."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    starts = {sentence.tokens[0].i for sentence in sentences}
    trim_names(tokens)
    label_known_names(tokens, starts)
    label_titled(tokens)
    extend_persons(tokens)
    label_introduced(tokens)
    label_repeated_persons(tokens)
    label_initial_subjects(tokens, starts)
    label_bare_speakers(tokens)
    join_nouns(tokens)
    label_by_votes(tokens)
    extend_bodies(tokens)
    repeat_bodies(tokens)
    join_particles(tokens)
    trim_ends(tokens)
