"""Documents that speak for those who wrote them, and who issued which one in an article."""

from collections.abc import Iterator

from depeche.language.syntax import antecedent
from depeche.language.token import Token
from depeche.model import Actor, Voice
from depeche.reading.actors import Cast, Mention
from depeche.reading.statements.cues import is_label
from depeche.reading.statements.naming import together
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.phrases import NounPhrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class

OF = {"de", "du", "d'", "la", "l'"}
TAKING_UP = {"le", "la", "l'", "ce", "cet", "cette", "ces"}


def is_document(head: Token) -> bool:
    """Whether a noun names a document or a version, which speaks for whom it comes from."""
    lemma = head.lemma.lower()
    return lemma in word_class("document") or is_label(lemma)


def takes_up(passage: Passage, phrase: NounPhrase) -> bool:
    """Whether a bare definite noun takes up what was just issued: "le communiqué", "ce texte"."""
    lemma = passage.tokens[phrase.head].lemma.lower()
    return (
        lemma in word_class("issued")
        and passage.lower(phrase.start) in TAKING_UP
        and phrase.end == phrase.head + 1
    )


def documents_in(scene: Scene) -> Iterator[tuple[str, VerbGroup]]:
    """The nouns of documents in a sentence, each with the verb before it whose subject may have issued it."""
    passage = scene.passage
    documents = word_class("document")
    for k, lemma in enumerate(passage.lemmas):
        if lemma in documents and passage.outside(k):
            groups = [g for g in scene.groups if g.is_finite and g.start < k and passage.outside(g.head)]
            if groups:
                yield lemma, groups[-1]


def adoption_of(scene: Scene, relative: Token) -> VerbGroup | None:
    """The verb by which the document that a relative clause is about was adopted, else None.

    "Le Conseil **a voté** une résolution, rédigée par X, qui appelle à …" speaks for the Council.
    """
    noun = antecedent(relative)
    if noun is None or not is_document(noun) or noun.dep != "obj":
        return None
    if noun.head.lemma not in word_class("adopting"):
        return None
    return next((group for group in scene.groups if scene.passage.tokens[group.head] is noun.head), None)


def _publisher(passage: Passage, phrase: NounPhrase) -> Actor | None:
    """Who conducted a survey, by the name behind it: "un sondage de la maison X", "un sondage X"."""
    if passage.tokens[phrase.head].lemma.lower() not in word_class("poll"):
        return None
    k = phrase.head + 1
    while k < phrase.end and (
        passage.lower(k) in OF or passage.tokens[k].lemma.lower() in word_class("pollster")
    ):
        k += 1
    end = k
    while end < phrase.end and passage.pos(end) in ("PROPN", "X"):
        end += 1
    return Actor(name=passage.stretch(k, end).of(passage.text), kind="other") if end > k else None


class Documents:
    """Who issued which document of an article."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._issuers: dict[str, Voice] = {}

    def note(self, lemma: str, voice: Voice) -> None:
        """Note who issued a document of a kind."""
        self._issuers[lemma] = voice

    def author_of(self, passage: Passage, phrase: NounPhrase, mention: Mention | None) -> Actor | None:
        """Whose document it is: its owner, an actor it names, the one named behind it, or who issued it before."""
        head = passage.tokens[phrase.head]
        owners = self._cast.owners_of(head)
        if owners:
            return together(owners)
        found = mention or self._named_behind(passage, phrase.end)
        if found is not None:
            return together(found.actors)
        publisher = _publisher(passage, phrase)
        if publisher is not None:
            return publisher
        issuer = self._issuers.get(head.lemma.lower())
        if issuer is None and self._issuers and passage.lower(phrase.start) in TAKING_UP:
            issuer = list(self._issuers.values())[-1]  # "un communiqué … Le texte": one document by two names
        return issuer.actor if issuer is not None else None

    def _named_behind(self, passage: Passage, k: int) -> Mention | None:
        """The actor that the words behind a document name: "un communiqué publié sur le site du mouvement"."""
        while k < len(passage) and passage.lower(k) not in (",", ".", ";", ":", "que", "qui", "dont", "où"):
            if passage.tokens[k].feat("VerbForm") == "Fin":
                return None  # "la déclaration salue le rôle de l'ONU": what it says, not whose it is
            mention = self._cast.mention_at(passage.tokens[k])
            if mention is not None and mention.actors and passage.pos(k) != "PRON":
                return mention
            k += 1
        return None
