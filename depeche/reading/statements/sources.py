"""Sources named by a preposition: "selon X, …", "…, d'après X", "pour qui …", "à l'en croire"."""

from functools import cache

from depeche.model import SpeechAct
from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.cues import expressions
from depeche.reading.statements.phrases import NounPhrase, can_speak, noun_phrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.source_forms import Source, as_told, possessed
from depeche.reading.statements.words import speakers, word_class

PERSONAL = {"lui", "elle", "eux", "elles", "moi", "nous"}
RELATIVE = {"qui", "lequel", "laquelle", "lesquels", "lesquelles"}


def find_sources(scene: Scene) -> list[Source]:
    """The source phrases of a sentence that stand outside quotation marks, in text order."""
    passage = scene.passage
    found: list[Source] = []
    openings, reached = _openings(), passage.first
    for k, lower in enumerate(map(passage.lower, range(len(passage)))):
        if lower in openings and k >= reached and passage.outside(k):
            source = _source_at(scene, k)
            if source is not None:
                found.append(source)
                reached = source.end
    return found


@cache
def _openings() -> frozenset[str]:
    """The words with which a source phrase may begin."""
    return frozenset((*expressions("prep"), "selon", "à", "d'", "de", "du", "des", "comme", "que"))


def _match(scene: Scene, k: int, words: tuple[str, ...]) -> int | None:
    """The index after a source expression at `k`; its last "de" may be contracted or elided."""
    for word in words:
        lower = scene.passage.lower(k)
        if lower == word or (word == "de" and lower in ("de", "d'", "du", "des")):
            k += 1
        else:
            return None
    return k


def _source_at(scene: Scene, k: int) -> Source | None:
    passage = scene.passage
    lower = passage.lower(k)
    rows = expressions("prep").get("de" if lower in ("du", "d'", "des") else lower, ())
    if not rows and lower not in ("selon", "à", "d'", "de", "comme", "que"):
        return None
    start = k
    while (
        start > passage.first and passage.pos(start - 1) == "ADV" and passage.lower(start - 1) not in ("où",)
    ):
        start -= 1
    if passage.lower(start - 1) in (",", "(", "–", "—") and start - 1 >= passage.first:
        start -= 1
    if lower == "à" and passage.lower(k + 1) == "l'" and passage.lower(k + 2) in ("en", "entendre"):
        end = k + 4 if passage.lower(k + 2) == "en" else k + 3
        if passage.lower(end - 1) in ("croire", "entendre"):
            return Source(start, k, end, end, "assert", None, pronoun=k + 1)
    if lower == "comme" or (lower == "que" and passage.lower(k - 1) == "ainsi"):
        return as_told(scene, start if lower == "comme" else k - 1, k)
    if lower in ("selon", "à", "d'", "de") and (found := possessed(scene, k, start)):
        return found
    for words, lemma, act, _ in (*rows, *(expressions("prep").get(lower, ()) if lower == "d'" else ())):
        after = _match(scene, k, words)
        if after is not None and words[-1] in word_class("source_noun"):
            if k > passage.first and passage.lower(k - 1) not in (",", "(", ":", ";"):
                return None  # "a-t-on appris de source diplomatique": the verb tells it
            after -= 1
        if after is not None:
            return _with_phrase(scene, start, k, after, lemma, act)
    return None


def _with_phrase(scene: Scene, start: int, k: int, after: int, lemma: str, act: SpeechAct) -> Source | None:
    passage = scene.passage
    word = passage.lower(after)
    initial = (
        k == passage.first or start == passage.first or passage.lower(k - 1) in (",", "et", "mais", ";", ":")
    )
    if word in ("que", "qu'"):
        return None
    if word in RELATIVE - {"qui"} and lemma != "pour":
        return None  # "la déclaration selon laquelle": the noun tells it
    if word in RELATIVE:
        if lemma in ("selon", "d'après", "pour") and passage.lower(after + 1) not in ("-", "que"):
            if passage.lower(k - 1) != "," and (lemma == "pour" or word != "qui"):
                return None
            return Source(start, k, after + 1, after + 1, act, None, pronoun=after, relative=True)
        return None
    closing = passage.lower(skip_adverbials(passage, after + 1))
    if word in PERSONAL and (closing in (",", ".", "", ")") or passage.lower(after + 1) == "-même"):
        if lemma == "pour" and not initial:
            return None
        return Source(start, k, after + 1, after, act, None, pronoun=after)
    if word == "ce" and passage.lower(after + 1) in ("que", "qu'"):
        verb = next((group for group in scene.groups if group.start == after + 2), None)
        phrase = noun_phrase(passage, verb.end if verb is not None else after + 2)
        stops = (j for j in range(after, min(after + 16, len(passage))) if passage.lower(j) in (",", "."))
        comma = next(stops, None)
        if phrase is None or comma is None or not can_speak(passage, phrase, scene.cast):
            return None
        return Source(start, k, comma, after, act, phrase)  # "selon ce que des sources ont indiqué"
    if word == "ce" and passage.lower(after + 1) == "qui":
        by = next((j for j in range(after, min(after + 12, len(passage))) if passage.lower(j) == "par"), None)
        if by is None:
            return None
        phrase = noun_phrase(passage, by + 1)
        return Source(start, k, phrase.end, by + 1, act, phrase) if phrase else None
    phrase = noun_phrase(passage, after)
    if phrase is None or not can_speak(passage, phrase, scene.cast):
        return None
    head = passage.tokens[phrase.head]
    if passage.lower(phrase.start) in ("nos", "notre"):
        return None  # "selon nos informations": the outlet's own voice
    if head.lemma in word_class("time") or passage.lower(after) in ("chaque", "quel", "quelle"):
        return None
    if lemma in ("pour", "suivant"):
        opens = (
            k == passage.first
            or passage.lower(k - 1) in (";", ":", "mais", "et", "car")
            or (passage.lower(k - 1) == "," and passage.lower(k - 2) in ("mais", "et", "car", "or"))
        )
        comma = next(
            (j for j in range(phrase.end, min(phrase.end + 7, len(passage))) if passage.lower(j) == ","), None
        )
        if not opens or comma is None or scene.finite_between(phrase.end, comma):
            return None
        if comma > phrase.end:
            if passage.pos(phrase.end) != "VERB" or passage.tokens[phrase.end].feat("VerbForm") in (
                "Fin",
                "Inf",
            ):
                return None
            phrase = NounPhrase(phrase.start, phrase.head, comma)  # "pour une chercheuse établie à Genève, …"
        actors = scene.cast.actors_of(head)
        unnamed = passage.lower(phrase.start) in ("un", "une") and head.lemma.lower() in speakers()
        if not actors and head.ent not in ("PER", "ORG", "LOC") and not unnamed:
            return None
    if head.lemma in word_class("document") and not _has_agent(scene, phrase):
        return None
    source = Source(start, k, phrase.end, after, act, phrase)
    if head.lemma.lower() in word_class("document"):
        by = next(
            (j for j in range(phrase.end, min(phrase.end + 5, len(passage))) if passage.lower(j) == "par"),
            None,
        )
        agent = noun_phrase(passage, by + 1) if by is not None else None
        if agent is not None and can_speak(passage, agent, scene.cast):
            source.subject, source.end = agent, agent.end  # "selon les déclarations faites par le président"
    _add_relays(scene, source)
    return source


def _has_agent(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a document names its author, or is of a kind that speaks for itself (a poll, a report)."""
    passage = scene.passage
    lemma = passage.tokens[phrase.head].lemma
    if lemma in ("loi", "accord", "traité", "principe", "texte", "document", "calcul", "calendrier"):
        return lemma not in ("principe", "calendrier")
    return True


def _add_relays(scene: Scene, source: Source) -> None:
    """Take in what trails behind the source: "…, citée par la RTB", "…, citant un diplomate"."""
    passage = scene.passage
    k = source.end
    while k < len(passage):
        j = k + 1 if passage.lower(k) == "," else k
        word = passage.lower(j)
        if word in ("citant", "qui") and (
            word == "citant" or passage.lower(j + 1) in ("cite", "citait", "citent")
        ):
            phrase = noun_phrase(passage, j + 1 if word == "citant" else j + 2)
            if phrase is not None:
                source.cited = phrase
                source.end = k = phrase.end
                continue
        if word in word_class("questioned") and passage.lower(j + 1) == "par":
            phrase = noun_phrase(passage, j + 2)
            if phrase is not None:
                source.relays.append(phrase)
                source.end = k = phrase.end
                continue
        return
