"""The French quotation extractor of the Gender Gap Tracker beside us, on the parses that our own reader gets.

It is not part of this repository: `Peer` takes the folder of a checkout of sfu-discourse-lab/GenderGapTracker. Of
that checkout only `nlp/french/quote_extractor.py` and its list of verbs are used; the helpers that it imports for a
database are stood in for here, so that nothing besides spaCy needs to be installed. The extractor names its speakers
by words of the text. So that it is not blamed for a part that it leaves to others, those words are resolved through
our cast, pronouns included.
"""

import importlib
import logging
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from depeche.language.pipeline import WEIGHTS
from depeche.language.token import Parse
from depeche.model import Actor, Span, Statement, Voice
from depeche.reading.actors import Cast

HOME = Path("nlp") / "french"
MARKS = str.maketrans("“”„", "«»«")  # the extractor knows guillemets alone


class Peer:
    """The extractor of a checkout in `folder`; FileNotFoundError where that is none."""

    def __init__(self, folder: Path) -> None:
        import spacy

        home = folder / HOME
        if not (home / "quote_extractor.py").is_file():
            raise FileNotFoundError(f"no {HOME}/quote_extractor.py under {folder}")
        for name, given in (
            ("utils", {"create_logger": lambda name, **_: logging.getLogger(name)}),
            ("bson", {"ObjectId": str}),
        ):
            module = ModuleType(name)
            vars(module).update(given)
            sys.modules[name] = module
        sys.path.insert(0, str(home))
        module = importlib.import_module("quote_extractor")
        self._nlp = spacy.load(WEIGHTS)
        verbs = str(home / "rules" / "quote_verb_list.txt")
        self._extractor = module.QuoteExtractor(
            {"spacy_lang": self._nlp, "NLP": {"QUOTE_VERBS": verbs}, "out_dir": ""}
        )

    def prepare(self, parses: Iterable[Parse]) -> None:
        """Make documents of spaCy of parses of ours, ahead of `find`, so that this takes none of its time."""
        self._documents = {id(parse): self._document(parse) for parse in parses}

    def _document(self, parse: Parse) -> Any:
        from spacy.tokens import Doc

        tokens = parse.tokens
        heads, labels = [], []
        for token in tokens:
            heads.append(token.head.i if token.head.sentence == token.sentence else token.i)
            began = token.ent_first or not token.i or tokens[token.i - 1].ent != token.ent
            labels.append(f"{'B' if began else 'I'}-{token.ent}" if token.ent else "O")
        return Doc(
            self._nlp.vocab, words=[token.text.translate(MARKS) for token in tokens],
            spaces=[token.end < after.start for token, after in zip(tokens, [*tokens[1:], tokens[-1]], strict=True)],
            tags=[token.pos for token in tokens], pos=[token.pos for token in tokens],
            lemmas=[token.lemma for token in tokens], heads=heads, deps=[token.dep for token in tokens],
            ents=labels,
        )  # fmt: skip

    def find(self, parse: Parse, cast: Cast) -> tuple[Statement, ...]:
        """The quotations of a prepared parse as statements, their speakers resolved through `cast`."""
        document = self._documents[id(parse)]
        found: list[Statement] = []
        voices: dict[str, Voice] = {}
        for quote in self._extractor.extract_quotes(document):
            content = _raw(document, parse, quote["quote_index"])
            if content is None:
                continue
            named = _raw(document, parse, quote["speaker_index"])
            if named is not None:
                voices[quote["speaker"]] = _voice(parse, cast, named)
            voice = voices.get(quote["speaker"] or quote["reference"])
            if voice is None:
                voice = Voice(Actor(name=quote["reference"] or "inconnu", kind="person"))
            found.append(Statement(content=(content,), mode="direct", speaker=voice))
        return tuple(sorted(found, key=lambda statement: statement.content))


def _raw(document: Any, parse: Parse, index: str) -> Span | None:
    """The characters of the raw text that a pair of offsets into the document covers; None for an empty one."""
    if not index:
        return None
    start, end = (int(number) for number in index.strip("()").split(","))
    covered = document.char_span(start, end, alignment_mode="expand")
    if covered is None or not len(covered):
        return None
    return Span(parse.tokens[covered.start].start, parse.tokens[covered.end - 1].end)


def _voice(parse: Parse, cast: Cast, named: Span) -> Voice:
    """The actor that the words of a speaker mention, at the first of them that is a mention; else the words."""
    for token in parse.tokens_in(named):
        actors = cast.actors_of(token)
        if actors:
            return Voice(actors[0], named)
    return Voice(Actor(name=named.of(parse.text), kind="person"), named)
