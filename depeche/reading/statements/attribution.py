"""Who said it: from a reporting expression to the actor, through the article's cast."""

from depeche.language.syntax import own_subjects
from depeche.language.token import Token
from depeche.model import Actor, Voice
from depeche.model.actor import ActorKind
from depeche.reading.actors import Cast, Mention
from depeche.reading.statements.clauses import Scene
from depeche.reading.statements.cues import rows_of
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.nouns import noun_class, speakers
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.phrases import CONTRACTED, NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.verbal import governing_verb, is_narrative
from depeche.reading.statements.verbs import VerbGroup, tempus

PERSONAL = {"il", "elle", "ils", "elles", "on", "lui", "ce", "l'", "ses", "son", "sa", "leur", "leurs", "eux"}
OPENERS = {
    "que",
    "qu'",
    "si",
    "car",
    "mais",
    "et",
    "tandis",
    "puisque",
    "dont",
    "où",
    "comme",
    "lorsque",
    "quand",
}
PLACES = {"à", "au", "aux", "dans", "chez", "de", "du", "auprès", "côté", "d'"}
UNKNOWN = Actor(name="source inconnue", kind="other")
AUTHOR = Actor(name="auteur", kind="other")  # the text itself speaks: no statement


class Attribution:
    """Finds speakers in the order of the text; remembers who spoke last and who issued which document."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._last: Voice | None = None
        self._issuers: dict[str, Voice] = {}

    @property
    def last(self) -> Voice | None:
        """The speaker of the statement before."""
        return self._last

    def remember(self, voice: Voice) -> None:
        """Note who spoke last."""
        self._last = voice

    def note_documents(self, scene: Scene) -> None:
        """Note who issued the documents that a sentence tells of: "Les deux pays ont publié un communiqué"."""
        passage = scene.passage
        for k, token in enumerate(passage.tokens):
            lemma = token.lemma.lower()
            if lemma not in noun_class("document") or not passage.outside(k):
                continue
            groups = [group for group in scene.finite_between(0, k) if group.head not in scene.incises]
            if groups:
                voice = self.subject_voice(scene, groups[-1])
                if voice is not None and voice.actor is not UNKNOWN:
                    self._issuers[lemma] = voice

    def speaker(self, draft: Draft) -> Voice:
        """The speaker of a draft; an actor named by the words of the text where the cast knows none."""
        voice = self._speaker(draft)
        return voice if voice is not None else self._last or Voice(UNKNOWN)

    def _speaker(self, draft: Draft) -> Voice | None:
        scene = draft.scene
        if draft.pronoun is not None:
            return self._pronoun(scene, draft.pronoun, draft)
        if draft.subject is not None:
            return self.phrase_voice(scene.passage, draft.subject)
        if draft.leader is not None and draft.leader.voice is not None:
            return draft.leader.voice
        if draft.group is not None:
            return self.subject_voice(scene, draft.group)
        return None

    def phrase_voice(self, passage: Passage, phrase: NounPhrase) -> Voice:
        """The actor that a noun phrase names; documents and versions stand for those they come from."""
        mention = self._mention(passage, phrase)
        head = passage.tokens[phrase.head]
        described = mention is None or mention.form in ("description", "title", "relational", "collective")
        if described and passage.lower(phrase.start) in ("ce", "cet", "cette", "ces") and self._last is not None:
            if head.lemma.lower() in speakers():
                return Voice(self._last.actor, passage.stretch(phrase.start, phrase.end))
        lemma = head.lemma.lower()
        speaks_for = lemma in noun_class("document") or lemma in {label for label, _, _ in rows_of("label")}
        if speaks_for and not self._cast.actors_of(head):
            owners = self._cast.owners_of(head)
            if owners:
                return Voice(_together(owners), passage.stretch(phrase.start, phrase.end))
            if mention is not None:
                return Voice(_together(mention.actors), mention.span)
            behind = self._named_behind(passage, phrase.end)
            if behind is not None:
                return Voice(_together(behind.actors), passage.stretch(phrase.start, phrase.end))
            if lemma in self._issuers:
                return Voice(self._issuers[lemma].actor, passage.stretch(phrase.start, phrase.end))
        elif mention is not None:
            return Voice(_together(mention.actors), mention.span)
        if head.pos == "PRON" and self._last is not None:
            return Voice(self._last.actor, head.span)
        return Voice(_made_up(passage, phrase), passage.stretch(phrase.start, phrase.end))

    def _named_behind(self, passage: Passage, k: int) -> Mention | None:
        """The actor that the words behind a document name: "un communiqué publié sur le site du mouvement"."""
        stop = k
        while stop < len(passage) and passage.lower(stop) not in (",", ".", ";", ":", "que", "qui"):
            stop += 1
        for token in passage.tokens[k:stop]:
            mention = self._cast.mention_at(token)
            if mention is not None and mention.actors and token.pos != "PRON":
                return mention
        return None

    def _mention(self, passage: Passage, phrase: NounPhrase) -> Mention | None:
        head = self._cast.mention_at(passage.tokens[phrase.head])
        if head is not None and head.actors:
            return head
        low, high = passage.tokens[phrase.start].start, passage.tokens[phrase.end - 1].end
        inside = [
            mention for mention in self._cast.mentions
            if mention.actors and mention.span.start < high and mention.span.end > low
        ]  # fmt: skip
        covering = [mention for mention in inside if mention.span.start <= passage.tokens[phrase.head].start
                    and mention.span.end >= passage.tokens[phrase.head].end]  # fmt: skip
        if covering:
            return max(covering, key=lambda mention: len(mention.span))
        named = [mention for mention in inside if mention.span.start >= low]
        lemma = passage.tokens[phrase.head].lemma.lower()
        if lemma in noun_class("document") or lemma in {label for label, _, _ in rows_of("label")}:
            return named[0] if named else None
        apposed = [mention for mention in named if passage.tokens[phrase.head].pos == "PROPN"]
        return apposed[0] if apposed else None

    def _pronoun(self, scene: Scene, k: int, draft: Draft | None) -> Voice | None:
        passage = scene.passage
        token = passage.tokens[k]
        word = token.lower.removeprefix("-t").removeprefix("-")
        if word == "on":
            return self._unnamed(scene, draft, token)
        actors = self._cast.actors_of(token)
        if actors:
            return Voice(_together(actors), token.span)
        if word in ("qui", "lequel", "laquelle", "lesquels", "lesquelles"):
            return self._antecedent(scene, k)
        if word in ("lui", "elle", "eux", "elles", "l'") and self._last is not None:
            return Voice(self._last.actor, token.span)
        subject = self._clause_subject(scene, k) if word in ("ses", "son", "sa", "leur", "leurs") else None
        if subject is not None:
            return subject
        return Voice(self._last.actor, token.span) if self._last is not None else None

    def _clause_subject(self, scene: Scene, k: int) -> Voice | None:
        groups = scene.finite_between(0, k)
        return self.subject_voice(scene, groups[0]) if groups else None

    def _unnamed(self, scene: Scene, draft: Draft | None, token: Token) -> Voice | None:
        """ "explique-t-on au ministère": the place speaks."""
        passage = scene.passage
        at = passage.index_of(token)
        if at is None:
            return self._last
        behind = range(at + 1, min(at + 8, len(passage)))
        for k in [*behind, *range(passage.first, at)]:
            if passage.lower(k) in PLACES and passage.outside(k):
                phrase = noun_phrase(passage, k + 1)
                if phrase is None or not can_speak(passage, phrase, self._cast):
                    continue
                if k > at and any(passage.lower(j) in ("que", "qu'", ",", ":") for j in range(at, k)):
                    continue
                return Voice(self.phrase_voice(passage, phrase).actor, token.span)
        for k in range(*draft.ranges[0]) if draft is not None else ():
            actors = self._cast.actors_of(passage.tokens[k])
            if actors:
                return Voice(_together(actors), token.span)
        return Voice(self._last.actor, token.span) if self._last else None

    def _antecedent(self, scene: Scene, k: int) -> Voice | None:
        """The actor before a relative pronoun."""
        passage = scene.passage
        limit = passage.tokens[k].start
        earlier = [
            mention for mention in self._cast.mentions
            if mention.actors and mention.span.end <= limit and mention.span.start >= passage.tokens[0].start
        ]  # fmt: skip
        if earlier:
            near = max(mention.span.end for mention in earlier)
            best = max((m for m in earlier if m.span.end == near), key=lambda mention: len(mention.span))
            return Voice(_together(best.actors), best.span)
        return self._phrase_before(scene, k)

    def _phrase_before(self, scene: Scene, k: int) -> Voice | None:
        passage = scene.passage
        j = k - 1
        while j >= 0 and passage.pos(j) in ("PUNCT", "ADP"):
            j -= 1
        for start in range(max(0, j - 14), j + 1):
            phrase = noun_phrase(passage, start)
            if phrase is not None and phrase.end >= j + 1:
                return self.phrase_voice(passage, phrase)
        return None

    def subject_voice(self, scene: Scene, group: VerbGroup) -> Voice | None:
        """The actor that does what a verb group says, found along the row of words, then in the tree."""
        if group.head in scene.incises:
            phrase, pronoun = scene.incises[group.head]
            if phrase is not None:
                return self.phrase_voice(scene.passage, phrase)
            if pronoun is not None:
                return self._pronoun(scene, pronoun, None)
        if group.form == "present participle":
            return self._participle_subject(scene, group)
        if group.form in ("infinitive", "present participle") and is_narrative(scene, group):
            return self._last
        if group.form == "infinitive":
            governor = governing_verb(scene, group)
            if governor is not None:
                return self.subject_voice(scene, governor)
            return self._main_subject(scene, group)
        if group.form == "past participle":
            return self._main_subject(scene, group)
        return self._finite_subject(scene, group)

    def _finite_subject(self, scene: Scene, group: VerbGroup) -> Voice | None:
        passage = scene.passage
        k = _before(passage, group.start)
        if group.pronoun is not None:
            token = passage.tokens[group.pronoun]
            actors = self._cast.actors_of(token)
            return Voice(_together(actors), token.span) if actors else self._last
        lower = passage.lower(k)
        if lower in ("qui", "lequel", "laquelle", "lesquels", "lesquelles") and k >= 0:
            return self._antecedent(scene, k)
        if lower in ("je", "j'", "nous") and k >= 0:
            return Voice(AUTHOR)  # the author's own voice
        if lower == "on" and k >= 0:
            voice = self._unnamed(scene, None, passage.tokens[k])
            return voice if voice is not None and voice != self._last else Voice(AUTHOR)
        if lower in ("il", "elle", "ils", "elles") and k >= 0:
            actors = self._cast.actors_of(passage.tokens[k])
            if actors:
                return Voice(_together(actors), passage.tokens[k].span)
            return Voice(self._last.actor, passage.tokens[k].span) if self._last else None
        if lower in ("et", "mais", "puis", "ou"):
            earlier = [g for g in scene.finite_between(0, group.start) if passage.outside(g.head)]
            alike = [g for g in earlier if tempus(passage, g) == tempus(passage, group)]
            main = [g for g in earlier if not scene.is_subordinate(g, 0)]
            told = [g for g in earlier if g.head in scene.cues and tempus(passage, g) == tempus(passage, group)]
            for chosen in ([g for g in alike if g in main], told, main, alike, earlier):
                if chosen:
                    return self.subject_voice(scene, chosen[-1])
        return self._scanned_subject(scene, group, k)

    def _scanned_subject(self, scene: Scene, group: VerbGroup, last: int) -> Voice | None:
        """The subject before a verb: the noun phrase that ends there, else the first of the clause.

        No preposition introduces it. The row of words decides, since the tree is often wrong around commas.
        """
        passage = scene.passage
        phrases = _free_phrases(scene, _clause_start(scene, group, last), group.start)
        adjacent = [phrase for phrase in phrases if phrase.end == last + 1]
        if adjacent:
            plural = passage.tokens[group.carrier].feat("Number") == "Plur"
            if plural and (listed := _listed(passage, phrases, adjacent[0])):
                return self._all_voices(passage, listed)
            return self.phrase_voice(passage, adjacent[0])
        able = [phrase for phrase in phrases if can_speak(passage, phrase, self._cast)]
        if passage.lower(last) == "," or not phrases:
            chosen = able or phrases
        else:
            tree = {passage.index_of(subject) for subject in own_subjects(passage.tokens[group.head])}
            chosen = [phrase for phrase in phrases if phrase.head in tree] or able or phrases
        if chosen:
            return self.phrase_voice(passage, chosen[0])
        for subject in own_subjects(passage.tokens[group.head]):
            at = passage.index_of(subject)
            if at is not None and passage.quote[at] is None:
                return self.phrase_voice(passage, NounPhrase(at, at, at + 1))
        return None

    def _all_voices(self, passage: Passage, phrases: list[NounPhrase]) -> Voice:
        """The speaker that several phrases make together."""
        actors: list[Actor] = []
        for phrase in phrases:
            low, high = passage.tokens[phrase.start].start, passage.tokens[phrase.end - 1].end
            heads = [
                mention for mention in self._cast.mentions
                if mention.actors and low <= mention.span.start and mention.span.end <= high
            ]  # fmt: skip
            parts = _coordinates(passage, phrase)
            for part in parts:
                mention = self._mention(passage, part)
                if mention is not None:
                    actors.extend(mention.actors)
            if not parts and heads:
                actors.extend(heads[0].actors)
        span = passage.stretch(phrases[0].start, phrases[-1].end)
        unique = tuple(dict.fromkeys(actors))
        return Voice(_together(unique), span) if unique else self.phrase_voice(passage, phrases[-1])

    def _main_subject(self, scene: Scene, group: VerbGroup) -> Voice | None:
        """The subject of the sentence's last main verb before a verb form without one, incises included."""
        earlier = [
            g for g in scene.groups
            if g.is_finite and g.start < group.start and (scene.passage.outside(g.head) or g.head in scene.incises)
        ]  # fmt: skip
        main = [g for g in earlier if g.head in scene.incises or not scene.is_subordinate(g, 0)]
        chosen = main or earlier
        if chosen:
            return self.subject_voice(scene, chosen[-1])
        later = [
            g for g in scene.finite_between(group.end, len(scene.passage))
            if not scene.is_subordinate(g, group.end)
        ]  # fmt: skip
        return self.subject_voice(scene, later[0]) if later else None

    def _participle_subject(self, scene: Scene, group: VerbGroup) -> Voice | None:
        passage = scene.passage
        if group.start <= passage.first + 2 and not passage.lower(group.start - 1) == ",":
            later = [
                g
                for g in scene.finite_between(group.end, len(passage))
                if not scene.is_subordinate(g, group.end)
            ]
            if later:
                return self.subject_voice(
                    scene, later[-1] if len(later) == 1 else _fronted_main(scene, later)
                )
        k = _before(passage, group.start)
        if not group.gerund and k >= 0 and passage.pos(k) in ("NOUN", "PROPN", "ADJ"):
            for start in range(max(0, k - 10), k + 1):
                phrase = noun_phrase(passage, start, limit=group.start)
                if phrase is not None and phrase.end == k + 1 and passage.pos(start - 1) != "ADP":
                    token = passage.tokens[phrase.head]
                    if token.lemma.lower() not in noun_class("document"):
                        return self.phrase_voice(passage, phrase)
                    break
        return self._main_subject(scene, group)

    def actors_of(self, token: Token) -> tuple[Actor, ...]:
        """The actors that a token refers to."""
        return self._cast.actors_of(token)

    def actors_in(self, passage: Passage, phrase: NounPhrase) -> tuple[Actor, ...]:
        """The actors that a noun phrase names, each by itself."""
        found: list[Actor] = []
        for part in _coordinates(passage, phrase):
            mention = self._mention(passage, part)
            if mention is not None:
                found.extend(mention.actors)
        return tuple(dict.fromkeys(found))


def _fronted_main(scene: Scene, later: list[VerbGroup]) -> VerbGroup:
    """The main verb behind a fronted participle: the first one whose reporting complement follows, else the first."""
    for group in later:
        if group.head in scene.cues:
            return group
    return later[0]


def _clause_start(scene: Scene, group: VerbGroup, last: int) -> int:
    """Where the clause of a verb begins: after the last mark or conjunction with no other verb in between."""
    passage = scene.passage
    for k in range(group.start - 1, passage.first - 1, -1):
        if not passage.outside(k):
            continue
        if passage.lower(k) in (";", ":"):
            return k + 1
        if passage.lower(last) == ",":
            continue  # an insertion ends here: the subject stands before it
        if passage.lower(k) in OPENERS and not scene.finite_between(k, group.start):
            if passage.lower(k) == "et" and not scene.finite_between(passage.first, k):
                continue  # "la France et le Royaume-Uni ont …"
            return k + 1
    return passage.first


def _free_phrases(scene: Scene, low: int, high: int) -> list[NounPhrase]:
    """The noun phrases of a stretch that no preposition introduces and that tell no time."""
    passage = scene.passage
    found: list[NounPhrase] = []
    k = low
    while k < high:
        if passage.quote[k] is not None and passage.mark[k]:
            k += 1
            continue
        phrase = noun_phrase(passage, k, limit=high)
        if phrase is None:
            k += 1
            continue
        head = passage.tokens[phrase.head]
        preposed = k > low and (passage.pos(k - 1) == "ADP" or passage.lower(k - 1) in CONTRACTED)
        if (
            not preposed
            and head.lemma not in noun_class("time")
            and passage.lower(k) not in ("du", "aux", "au")
        ):
            found.append(phrase)
        k = max(phrase.end, k + 1)
    return found


def _coordinates(passage: Passage, phrase: NounPhrase) -> list[NounPhrase]:
    """The phrases that "et" joins in one noun phrase."""
    cuts = [k for k in range(phrase.head + 1, phrase.end) if passage.lower(k) in ("et", "comme")]
    found, start = [], phrase.start
    for cut in [*cuts, phrase.end]:
        part = noun_phrase(passage, start, limit=cut)
        if part is not None:
            found.append(part)
        start = cut + 1
    return found


def _listed(passage: Passage, phrases: list[NounPhrase], last: NounPhrase) -> list[NounPhrase]:
    """The phrases of a list that ends with `last` ("la France, l'Allemagne et le Royaume-Uni"); empty if it is none."""
    joined = any(passage.lower(k) in ("et", "comme") for k in range(last.head + 1, last.end))
    found = [last]
    for phrase in reversed(phrases[: phrases.index(last)]):
        between = {passage.lower(k) for k in range(phrase.end, found[0].start)}
        if between and between <= {",", "et", "ainsi", "que", "comme"}:
            joined = joined or "et" in between
            found.insert(0, phrase)
        else:
            break
    return found if joined else []


def _before(passage: Passage, k: int) -> int:
    """The last token before a verb group that is no adverb and no insertion of a pronoun (", elle,")."""
    k -= 1
    while k >= 0:
        if passage.pos(k) == "ADV" and passage.lower(k) not in ("où",):
            k -= 1
        elif (
            passage.lower(k) == ","
            and passage.lower(k - 1) in ("lui", "elle", "eux", "elles")
            and passage.lower(k - 2) == ","
        ):
            k -= 3
        elif passage.mark[k] and passage.quote[k] is not None and passage.quote[k] is passage.quote[k + 1]:
            k -= 1  # the quotation begins with the verb
        else:
            return k
    return -1


def _together(actors: tuple[Actor, ...]) -> Actor:
    """One speaker for those who speak together."""
    if len(actors) == 1:
        return actors[0]
    countries = {actor.country for actor in actors}
    return Actor(
        name=" et ".join(actor.name for actor in actors), kind="group",
        country=countries.pop() if len(countries) == 1 else None,
    )  # fmt: skip


def _made_up(passage: Passage, phrase: NounPhrase) -> Actor:
    """An actor by the words of the text, for one the cast does not know."""
    start = phrase.start
    while start < phrase.head and (passage.pos(start) == "DET" or passage.mark[start]):
        start += 1
    span = passage.stretch(start, phrase.end)
    head = passage.tokens[phrase.head]
    kind: ActorKind = "person"
    if head.lemma.lower() in noun_class("source") or head.lemma.lower() in noun_class("document"):
        kind = "other"
    if head.feat("Number") == "Plur":
        kind = "group"
    return Actor(name=" ".join(span.of(passage.text).split()), kind=kind)
