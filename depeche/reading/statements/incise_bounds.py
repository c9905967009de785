"""The marks around an incise: where it opens and ends, what is quoted before it, and where the clause goes on."""

from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.phrases import can_speak, noun_phrase
from depeche.reading.statements.scene import SUBORDINATORS, Scene
from depeche.reading.statements.verbs import VerbGroup
from depeche.reading.statements.words import word_class

DASHES = {"–", "—", "-", "/"}


def mark_before(scene: Scene, group: VerbGroup) -> tuple[int, bool] | None:
    """The index of the mark that opens the incise, and whether a quotation closes there."""
    passage = scene.passage
    for back in range(9):
        j = group.start - 1 - back
        if j < passage.first:
            return None
        if (
            passage.mark[j]
            and passage.quote[j] is not None
            and passage.quote[j] is not passage.quote[group.start]
        ):
            if back and skip_adverbials(passage, j + 1, any_phrase=True) != group.start:
                return None
            return j + 1, True
        if passage.lower(j) == "," or passage.lower(j) in DASHES or passage.lower(j) in ("?", "!"):
            if back and skip_adverbials(passage, j + 1, any_phrase=True) != group.start:
                return None
            quotation = passage.quote[j - 1] if j else None
            closes = (
                quotation is not None and passage.mark[j - 1] and quotation is not passage.quote[group.start]
            )
            return j, bool(closes)
    return None


def behind_insertion(scene: Scene, k: int, quoted: bool) -> int:
    """The index after an insertion between verb and subject: "confie, la voix nouée, une infirmière"."""
    passage = scene.passage
    resumed = skip_adverbials(passage, k + 1, any_phrase=True)
    if resumed > k + 1 and passage.lower(resumed) == ",":
        return resumed + 1
    if quoted or passage.lower(k + 1) in word_class("apposed_participle"):
        for j in range(k + 2, min(k + 10, len(passage))):
            if passage.lower(j) == "," and not scene.finite_between(k, j):
                return j + 1
    return k


def quotation_opens(scene: Scene, start: int, group: VerbGroup) -> bool:
    """Whether the quotation that closes before an incise begins the sentence and is no fragment inside it."""
    passage = scene.passage
    k = start - 1
    while k >= 0 and (passage.quote[k] is None or passage.quote[k] is passage.quote[group.start]):
        k -= 1
    quotation = passage.quote[k] if k >= 0 else None
    first = next((j for j in range(len(passage)) if passage.quote[j] is quotation), 0)
    return quotation is not None and (first <= passage.first or passage.lower(first - 1) in (":", ".", ";"))


def all_quoted_before(scene: Scene, start: int, group: VerbGroup) -> bool:
    """Whether the sentence has nothing but quoted words before an incise, so that its verb has no other subject."""
    passage = scene.passage
    if group.clitics:
        return False
    return all(
        passage.mark[k] or passage.quote[k] is not None or passage.pos(k) == "PUNCT"
        for k in range(passage.first, group.start)
    )


def sentence_floor(scene: Scene, at: int, inside: bool) -> int:
    passage = scene.passage
    if inside:
        k = at
        while k > 0 and passage.quote[k - 1] is passage.quote[at]:
            k -= 1
        return k + 1 if passage.mark[k] else k
    for k in range(at - 1, passage.first - 1, -1):
        if passage.lower(k) == ";" and passage.outside(k):
            return k + 1
    return passage.first


def resumes_at(scene: Scene, k: int, inside: bool) -> int | None:
    """Where an interrupted clause goes on after an incise: at a conjugated verb without a subject of its own."""
    passage = scene.passage
    for group in scene.groups:
        if group.start < k or not group.is_finite:
            continue
        if bool(passage.quote[group.head]) != inside and inside:
            continue
        low = group.start
        while low > k and (
            passage.pos(low - 1) in ("ADV", "PRON") and passage.lower(low - 1) not in SUBORDINATORS
        ):
            low -= 1
        while low > k and passage.mark[low - 1]:
            low -= 1
        if passage.lower(low - 1) == "," or passage.lower(low - 1) in DASHES:
            return low
        if not scene.is_subordinate(group, k):
            return None
    return None


def _apposition_end(scene: Scene, k: int) -> int:
    """The index after what is added to a speaker inside a quotation: ", 34 ans", ", mère de deux fils"; else `k`."""
    passage = scene.passage
    if passage.pos(k + 1) == "NUM" and passage.tokens[min(k + 2, len(passage) - 1)].lemma == "an":
        return k + 3
    bare = passage.pos(k + 1) == "NOUN" or passage.lower(k + 1) in ("un", "une")
    phrase = noun_phrase(passage, k + 1) if bare else None
    if phrase is None or not can_speak(passage, phrase, scene.cast):
        return k
    return phrase.end if passage.lower(phrase.end) in (",", ".", ";", "") else k


def incise_end(scene: Scene, k: int, inside: bool, opening: str) -> int:
    """The index after the incise's circumstances, up to the mark that ends it; `opening` is the mark before it."""
    passage = scene.passage
    while k < len(passage):
        lower = passage.lower(k)
        if inside and lower == "," and _apposition_end(scene, k) > k:
            k = _apposition_end(scene, k)
            continue
        if lower in (",", ".", ";", ":", "!", "?", "…") or lower in SUBORDINATORS:
            return k
        if lower in DASHES and opening in DASHES:
            return k
        if passage.mark[k] or (inside != (passage.quote[k] is not None)):
            return k
        if lower == "et" and scene.by_start.get(k + 1) is not None:
            return k
        k += 1
    return k
