"""One article as the event reader sees it: tree, cast, statements and moments, with what was looked up kept."""

from collections.abc import Sequence
from functools import lru_cache

from depeche.language import syntax
from depeche.language.token import Parse, Sentence, Token
from depeche.model import Actor, Article, Moment, Statement
from depeche.reading.actors import Cast
from depeche.reading.events.complements import preposition_key
from depeche.reading.events.frames import Frame
from depeche.reading.events.gazetteer import demonyms, state_actor
from depeche.reading.events.words import words

QUANTITIES = words("quantities")
ASPECTS = words("aspects of acts")
SINGULAR = frozenset(("je", "j'", "me", "m'", "moi", "mon", "ma", "mes"))
PLURAL = frozenset(("nous", "notre", "nos"))
NOBODY = words("nobody")
UNION = Actor(name="UE", kind="igo")
ONE_OF = frozenset(("un", "une"))
LIMITS = frozenset(("plus", "moins", "près"))  # "**plus** de 300 pêcheurs"


class Scene:
    """What the event reader knows of one article."""

    def __init__(
        self,
        parse: Parse,
        cast: Cast,
        article: Article,
        *,
        statements: Sequence[Statement],
        moments: Sequence[Moment],
    ) -> None:
        self.parse = parse
        self.cast = cast
        self.article = article
        self.statements = tuple(statements)
        self.moments = tuple(moments)
        self._frames: dict[int, Frame] = {}
        self._actors: dict[int, tuple[Actor, ...]] = {}
        self._owners: dict[int, tuple[Actor, ...]] = {}
        self._statement_of = self._place_statements()
        # Sentences whose quotation has a known speaker, for words of it that no statement holds.
        self._told_in = {
            parse.tokens_in(statement.cue)[0].sentence: index
            for index, statement in enumerate(self.statements)
            if statement.cue is not None
            and statement.mode in ("direct", "mixed")
            and parse.tokens_in(statement.cue)
        }
        self._lemmas: dict[int, frozenset[str]] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._quoted: dict[int, frozenset[int]] = {}
        # What others look up again and again, by the index of a token or sentence (see classes and clauses).
        self.names: dict[int, tuple[tuple[Token, frozenset[str]], ...]] = {}
        self.conditions: dict[int, Token | None] = {}
        self.topics: dict[int, dict[str, list[int]]] = {}

    def frame(self, token: Token) -> Frame:
        """The slots of a predicate."""
        found = self._frames.get(token.i)
        if found is None:
            found = self._frames[token.i] = Frame(token)
        return found

    def actors(self, token: Token) -> tuple[Actor, ...]:
        """Whom the phrase headed by a token refers to; the noun behind a quantity counts ("une vingtaine de …")."""
        if token.lower in NOBODY:  # "**aucune** des deux capitales": neither of them
            several = [child for child in token.children if child.dep.startswith("nmod")]
            return self.actors(several[0]) if several else ()
        found = self._actors.get(token.i)
        if found is None:
            found = self.cast.actors_of(token) or self._first_person(token)
            if not found and (inner := counted_noun(token)) is not token:
                found = self.cast.actors_of(inner)
            if not found and token.lower in ONE_OF:  # "l'**un** de leurs conseillers, Marc Duval"
                names = [child for child in token.children if child.dep == "appos" and child.pos == "PROPN"]
                found = self.cast.actors_of(names[0]) if names else ()
            self._actors[token.i] = found
        return found

    def _first_person(self, token: Token) -> tuple[Actor, ...]:
        """Whom "je" and "nous" stand for inside somebody's speech: the speaker, and the speaker's state."""
        if token.lower not in SINGULAR and token.lower not in PLURAL:
            return ()
        statement = self.statement_of(token)
        if statement is None:
            return ()
        speaker = statement.speaker.actor
        if token.lower in PLURAL and speaker.country is not None:
            return (state_actor(speaker.country),)
        return (speaker,)

    def is_named(self, token: Token) -> bool:
        """Whether the text names the actor that a token refers to, and does not only describe it."""
        mention = self.cast.mention_at(token)
        return mention is not None and mention.form not in ("description", "collective")

    def owners(self, token: Token) -> tuple[Actor, ...]:
        """Whom the phrase refers to, else the actor it belongs to ("les troupes russes" -> Russie)."""
        if token.lower in NOBODY:
            return ()
        found = self._owners.get(token.i)
        if found is None:
            found = self.actors(token)
            if not found and token.pos == "ADJ" and token.lower in demonyms():
                found = (
                    state_actor(demonyms()[token.lower]),
                )  # each of "israéliennes et américaines" its own
            found = found or self.cast.owners_of(token)
            if not found and (inner := counted_noun(token)) is not token:
                found = self.cast.owners_of(inner)
            if not found and token.pos == "VERB" and token.lower in demonyms():
                found = (state_actor(demonyms()[token.lower]),)
            if not found and token.pos == "ADJ" and token.lemma == "européen":
                found = (UNION,)  # "des restrictions **européennes**"
            self._owners[token.i] = found
        return found

    def statement_of(self, token: Token) -> Statement | None:
        """The innermost statement whose content holds the token, or None in the outlet's own voice."""
        index = self._statement_of.get(token.i)
        if index is None and self._in_quotes(token):
            index = self._told_in.get(token.sentence)
        return None if index is None else self.statements[index]

    def _in_quotes(self, token: Token) -> bool:
        found = self._quoted.get(token.sentence)
        if found is None:
            found = self._quoted[token.sentence] = _words_in_quotes(self.parse.sentences[token.sentence])
        return token.i in found

    def is_headline(self, token: Token) -> bool:
        """Whether a token stands in the headline, the standfirst or a heading."""
        blocks = self.article.blocks
        return token.block < len(blocks) and blocks[token.block].kind in ("headline", "standfirst", "heading")

    def sentence_lemmas(self, token: Token) -> frozenset[str]:
        """Lemmas and lower-case forms of the token's sentence, for tests on the topic."""
        found = self._lemmas.get(token.sentence)
        if found is None:
            sentence: Sentence = self.parse.sentences[token.sentence]
            found = frozenset(form for word in sentence.tokens for form in (word.lemma, word.lower))
            self._lemmas[token.sentence] = found
        return found

    def words_beside(self, token: Token) -> frozenset[str]:
        """The words of the token's sentence in all forms in which an expression may name them."""
        found = self._words.get(token.sentence)
        if found is None:
            words = self.parse.sentences[token.sentence].tokens
            found = self._words[token.sentence] = frozenset(
                [word.lemma for word in words]
                + [form for lower in {word.lower for word in words} for form in _named_by(lower)]
            )
        return found

    def _place_statements(self) -> dict[int, int]:
        places: dict[int, int] = {}
        size: dict[int, int] = {}
        for index, statement in enumerate(self.statements):
            length = sum(len(span) for span in statement.content)
            for span in statement.content:
                for token in self.parse.tokens_in(span):
                    if token.i not in places or length < size[token.i]:
                        places[token.i], size[token.i] = index, length
        return places


@lru_cache(maxsize=50_000)
def _named_by(lower: str) -> tuple[str, ...]:
    """The forms under which an expression may name a word."""
    return lower, lower.rstrip("s"), preposition_key(lower)


def _words_in_quotes(sentence: Sentence) -> frozenset[int]:
    """The indices of the words of a sentence that stand behind an opening mark and before its closing one."""
    depth, found = 0, []
    for word in sentence.tokens:
        if depth > 0:
            found.append(word.i)
        depth += {"«": 1, "“": 1, "»": -1, "”": -1}.get(word.text, 0)
        if word.text == '"':
            depth = 0 if depth else 1
    return frozenset(found)


def counted_noun(token: Token) -> Token:
    """The noun that a quantity counts ("une vingtaine de **manifestants**"), else the token itself."""
    if token.lemma in QUANTITIES or token.pos == "NUM" or token.lower in LIMITS:
        for child in token.children:
            if child.pos not in ("NOUN", "PROPN") or syntax.prepositions(child) not in ("de", "d'", ""):
                continue
            if child.dep.startswith(("nmod", "obl")) or child.dep in ("amod", "appos", "flat"):
                return child
    return token


def begun_noun(token: Token) -> Token:
    """The noun whose beginning or idea is told of ("la reprise des **pourparlers**"), else the token itself."""
    if token.lemma in ASPECTS:
        for child in token.children:
            if child.pos == "NOUN" and child.dep.startswith("nmod") and syntax.prepositions(child) == "de":
                return child
    return token


def is_plural(tokens: Sequence[Token], actors: Sequence[Actor]) -> bool:
    """Whether several act together: coordinated, plural, or a collective of several."""
    if len(tokens) > 1 or len(actors) > 1:
        return True
    return any(token.feat("Number") == "Plur" for token in tokens)
