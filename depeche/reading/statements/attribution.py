"""Who said it: from the words that name a speaker to the actor, through the article's cast."""

from depeche.language.syntax import antecedent
from depeche.language.token import Token
from depeche.model import Actor, Voice
from depeche.reading.actors import Cast
from depeche.reading.statements.documents import Documents, adoption_of, documents_in, is_document, takes_up
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.mentions import apposed_name, mention_of, titled_before
from depeche.reading.statements.naming import describe, together
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase, whole_of
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.subjects import RELATIVE, Subject, coordinates, subject_of
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import speakers, word_class

PLACES = {"à", "au", "aux", "dans", "chez", "de", "du", "auprès", "côté", "d'"}
DEMONSTRATIVE = {"ce", "cet", "cette", "ces"}
UNNAMED = {"un", "une", "des", "plusieurs", "certains", "certaines"}
POSSESSIVE = {"ses", "son", "sa", "leur", "leurs"}
EARLIER = {"dont", "où", "que", "qu'"}  # relative words before « et qui » on the same noun
# forms of mention that a demonstrative overrules
VAGUE = {"description", "title", "relational", "collective"}
UNKNOWN = Actor(name="source inconnue", kind="other")
AUTHOR = Actor(name="auteur", kind="other")  # the text itself speaks: no statement


class Attribution:
    """Finds speakers in the order of the text; remembers who spoke last and who issued which document."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._last: Voice | None = None
        self._documents = Documents(cast)

    @property
    def last(self) -> Voice | None:
        """The speaker of the statement before."""
        return self._last

    def note_documents(self, scene: Scene) -> None:
        """Note who issued the documents that a sentence tells of: "Les deux pays ont publié un communiqué"."""
        for lemma, group in documents_in(scene):
            voice = self.subject_voice(scene, group)
            if voice is not None and voice.actor is not UNKNOWN:
                self._documents.note(lemma, voice)

    def remember(self, voice: Voice) -> None:
        """Note who spoke last."""
        self._last = voice

    def speaker(self, draft: Draft) -> Voice:
        """The speaker of a draft; an actor named by the words of the text where the cast knows none."""
        voice: Voice | None = None
        if draft.pronoun is not None:
            voice = self._pronoun(draft.scene, draft.pronoun, draft)
        elif draft.subject is not None:
            voice = self._joint_voice(draft.scene.passage, draft.subject)
        elif draft.group is not None:
            voice = self.subject_voice(draft.scene, draft.group)
        return voice if voice is not None else self._last or Voice(UNKNOWN)

    def _joint_voice(self, passage: Passage, phrase: NounPhrase) -> Voice:
        """The actor that a noun phrase names, or those that "et" joins in it."""
        parts = coordinates(passage, phrase)
        named = [part for part in parts if self._cast.actors_of(passage.tokens[part.head])]
        if len(parts) > 1 and len(named) == len(parts):
            return self._all(passage, (phrase,))
        return self.phrase_voice(passage, phrase)

    def subject_voice(self, scene: Scene, group: VerbGroup) -> Voice | None:
        """The actor that does what a verb group says."""
        subject = subject_of(scene, group)
        return (
            self._resolve(scene, subject, inverted=group.pronoun is not None) if subject is not None else None
        )

    def _resolve(self, scene: Scene, subject: Subject, *, inverted: bool) -> Voice | None:
        if subject.author:
            return Voice(AUTHOR)
        if subject.previous:
            return self._last
        if subject.pronoun is not None:
            voice = self._pronoun(scene, subject.pronoun, None)
            if scene.passage.lower(subject.pronoun) == "on" and not inverted and voice in (None, self._last):
                return Voice(AUTHOR)  # "on nous avait promis": nobody in particular
            return voice
        if len(subject.phrases) > 1 or len(coordinates(scene.passage, subject.phrases[0])) > 1:
            return self._all(scene.passage, subject.phrases)
        return self.phrase_voice(scene.passage, subject.phrases[0])

    def phrase_voice(self, passage: Passage, phrase: NounPhrase) -> Voice:
        """The actor that a noun phrase names; documents and versions stand for those they come from."""
        phrase = whole_of(passage, phrase)
        mention = mention_of(self._cast, passage, phrase)
        head = passage.tokens[phrase.head]
        span = passage.stretch(phrase.start, phrase.end)
        vague = mention is None or mention.form in VAGUE
        if (
            vague
            and self._last
            and passage.lower(phrase.start) in DEMONSTRATIVE
            and head.lemma.lower() in speakers()
        ):
            return Voice(self._last.actor, span)
        if is_document(head) and not self._cast.actors_of(head):
            actor = self._documents.author_of(passage, phrase, mention)
            if actor is None and self._last is not None and takes_up(passage, phrase):
                actor = self._last.actor  # "…, a dit le ministère. « … », lit-on dans le communiqué"
            if actor is not None:
                return Voice(actor, span)
            if head.lemma.lower() in word_class("reason") and self._last is not None:
                return Voice(self._last.actor, span)  # "Motif invoqué : …": of whoever was told of before
        elif mention is not None:
            return Voice(together(mention.actors), mention.span)
        apposed = apposed_name(self._cast, passage, phrase.end) if head.pos == "PRON" else None
        if apposed is not None:
            return Voice(together(apposed.actors), apposed.span)
        if head.pos == "PRON" and self._last is not None:
            return Voice(self._last.actor, head.span)
        return Voice(describe(passage, phrase), span)

    def _pronoun(self, scene: Scene, k: int, draft: Draft | None) -> Voice | None:
        token = scene.passage.tokens[k]
        word = token.lower.removeprefix("-t").removeprefix("-")
        if word == "on":
            return self._unnamed(scene, token, draft)
        if word in RELATIVE and scene.passage.lower(k - 1) == "et":
            first = next((j for j in range(k - 2, 0, -1) if scene.passage.lower(j) in EARLIER), None)
            voice = self._antecedent(scene, first) if first is not None else None
            if voice is not None:
                return voice  # "Paris, dont Israël a rejeté le plan et qui …"
        adoption = adoption_of(scene, token) if word in RELATIVE else None
        if adoption is not None:
            return self.subject_voice(scene, adoption)
        actors = self._cast.actors_of(token)
        titled = titled_before(self._cast, token, actors) if word in RELATIVE else None
        if titled is not None:
            return Voice(together(titled.actors), token.span)
        if actors:
            return Voice(together(actors), token.span)
        if word in RELATIVE:
            return self._antecedent(scene, k)
        if word in POSSESSIVE:
            groups = scene.finite_between(0, k)
            subject = self.subject_voice(scene, groups[0]) if groups else None
            if subject is not None:
                return subject
        return Voice(self._last.actor, token.span) if self._last is not None else None

    def _unnamed(self, scene: Scene, token: Token, draft: Draft | None) -> Voice | None:
        """ "explique-t-on au ministère": the place speaks."""
        passage = scene.passage
        at = passage.index_of(token)
        if at is None:
            return self._last
        for k in [*range(at + 1, min(at + 8, len(passage))), *range(passage.first, at)]:
            if passage.lower(k) not in PLACES or not passage.outside(k):
                continue
            phrase = noun_phrase(passage, k + 1)
            if passage.lower(k) == "côté":
                side = self._cast.actors_of(passage.tokens[k]) or self._cast.actors_of(passage.tokens[k + 1])
                if side:
                    return Voice(together(side), token.span)
            if (
                phrase is None
                or passage.pos(phrase.head) == "PRON"
                or not can_speak(passage, phrase, self._cast)
            ):
                continue
            if k < at or not any(passage.lower(j) in ("que", "qu'", ",", ":") for j in range(at, k)):
                return Voice(self.phrase_voice(passage, phrase).actor, token.span)
        for k in range(*draft.ranges[0]) if draft is not None else ():
            actors = self._cast.actors_of(passage.tokens[k])
            if actors:
                return Voice(together(actors), token.span)
        return Voice(self._last.actor, token.span) if self._last else None

    def _antecedent(self, scene: Scene, k: int) -> Voice | None:
        """The actor before a relative pronoun; a document there stands for its author."""
        passage = scene.passage
        noun = antecedent(passage.tokens[k])
        at = passage.index_of(noun) if noun is not None else None
        if noun is not None and at is not None and is_document(noun):
            phrase = NounPhrase(at, at, k)
            owner = self._documents.author_of(passage, phrase, mention_of(self._cast, passage, phrase))
            if owner is not None:
                return Voice(owner, noun.span)
        low, limit = passage.tokens[0].start, passage.tokens[k].start
        earlier = [m for m in self._cast.mentions if m.actors and low <= m.span.start and m.span.end <= limit]
        near = max((mention.span.end for mention in earlier), default=-1)
        j = k - 1
        while j >= 0 and passage.pos(j) in ("PUNCT", "ADP"):
            j -= 1
        for start in range(max(0, j - 14), j + 1):
            named = noun_phrase(passage, start)
            if named is None or named.end < j + 1:
                continue
            # "« … de son partenaire », note un sinologue, pour qui …": the noun beside it, whom nobody names
            beside = at == named.head or can_speak(passage, named, self._cast)
            unnamed = passage.lower(named.start) in UNNAMED and not is_document(passage.tokens[named.head])
            if near < passage.tokens[named.start].start and (not earlier or (beside and unnamed)):
                return self.phrase_voice(passage, named)
            break
        if earlier:
            best = max((m for m in earlier if m.span.end == near), key=lambda mention: len(mention.span))
            return Voice(together(best.actors), best.span)
        return None

    def _all(self, passage: Passage, phrases: tuple[NounPhrase, ...]) -> Voice:
        """The speaker that several phrases make together."""
        actors = [actor for phrase in phrases for actor in self.actors_in(passage, phrase)]
        span = passage.stretch(phrases[0].start, phrases[-1].end)
        unique = tuple(dict.fromkeys(actors))
        return Voice(together(unique), span) if unique else self.phrase_voice(passage, phrases[-1])

    def antecedent_of(self, scene: Scene, k: int) -> tuple[Actor, ...]:
        """Whom the relative pronoun at token `k` stands for; empty where nobody is found."""
        actors = self._cast.actors_of(scene.passage.tokens[k])
        voice = self._antecedent(scene, k) if not actors else None
        known = voice is not None and voice.actor in self._cast.actors
        return actors or ((voice.actor,) if voice is not None and known else ())

    def described(self, passage: Passage, phrase: NounPhrase) -> tuple[Actor, ...]:
        """Somebody whom the cast does not hold, by the words of a noun phrase."""
        return (describe(passage, phrase),)

    def named_before(self, passage: Passage, k: int, *, but: Voice | None) -> tuple[Actor, ...]:
        """The actors of the nearest mention before a token of a sentence, other than the one who speaks."""
        limit = passage.tokens[k].start
        actor, own = (but.actor, but.span) if but is not None else (None, None)
        earlier = [m for m in self._cast.mentions if m.span.end <= limit and m.span.start >= passage.tokens[0].start
                   and m.actors and actor not in m.actors and m.form != "pronoun"
                   and (own is None or not own.overlaps(m.span))]  # fmt: skip
        return earlier[-1].actors if earlier else ()

    def owners_of(self, token: Token) -> tuple[Actor, ...]:
        """Whom a token refers to, else whom the thing belongs to."""
        return self._cast.owners_of(token)

    def actors_of(self, token: Token) -> tuple[Actor, ...]:
        """The actors that a token refers to."""
        return self._cast.actors_of(token)

    def actors_in(self, passage: Passage, phrase: NounPhrase) -> tuple[Actor, ...]:
        """The actors that a noun phrase names, each by itself."""
        mentions = [mention_of(self._cast, passage, part) for part in coordinates(passage, phrase)]
        return tuple(
            dict.fromkeys(actor for mention in mentions if mention is not None for actor in mention.actors)
        )
