"""What an incise tells: the words before it, and those that resume behind it."""

from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.clauses import clause_end, is_quoted
from depeche.reading.statements.colons import reply_of, set_phrase
from depeche.reading.statements.drafts import Draft
from depeche.reading.statements.incise_bounds import resumes_at
from depeche.reading.statements.incises import Incise
from depeche.reading.statements.passages import Passage
from depeche.reading.statements.scene import SUBORDINATORS, Scene
from depeche.reading.statements.words import opens_with, word_class

TOPIC = 3  # words of a topic before a headline's colon
RESUMED_BEHIND = {",", ":", "–", "—", "-"}


def incise_drafts(scene: Scene, incises: list[Incise]) -> list[Draft]:
    """The statements that incises report, each with the content before it and what resumes after it."""
    found: list[Draft] = []
    low = scene.passage.first
    for number, incise in enumerate(incises):
        high = incises[number + 1].start if number + 1 < len(incises) else len(scene.passage)
        draft = _draft(scene, incise, low, high)
        if draft is not None:
            found.append(draft)
            low = max(incise.end, draft.ranges[-1][1])
        else:
            low = incise.end
    return found


def _draft(scene: Scene, incise: Incise, low: int, high: int) -> Draft | None:
    passage = scene.passage
    behind = incise.end + 1 if passage.lower(incise.end) == "," else incise.end
    if passage.lower(behind) in ("que", "qu'") and not incise.quoted:
        return None  # "au motif, disait-il, que": the noun tells it
    if incise.inside:
        quotation = passage.quote[incise.group.head]
        covered = [k for k in range(len(passage)) if passage.quote[k] is quotation and not passage.mark[k]]
        ranges = [(covered[0], incise.start), (incise.end + 1, covered[-1] + 1)]
        ranges = [(a, b) for a, b in ranges if a < b]
    else:
        ranges = _ranges(scene, incise, low, high)
    ranges = [piece for piece in (_trim(scene, a, b) for a, b in ranges) if piece is not None]
    if not ranges:
        return None
    cue_end = max(
        incise.group.end, scene.cues[incise.group.head][1] if incise.group.head in scene.cues else 0
    )
    return Draft(
        scene, "incise" if incise.quoted or incise.inside else "incise without quotation marks", "speech", ranges,
        act=incise.cue.act if incise.cue else "assert",
        cue=passage.stretch(incise.group.start, cue_end),
        at=incise.group.head, entry=incise.cue, group=incise.group, subject=incise.subject, pronoun=incise.pronoun,
    )  # fmt: skip


def _trim(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    passage = scene.passage
    while start < end and passage.tokens[start].text in (",", ".", ";", ":", "–", "—", "-", "•", "/"):
        start += 1
    while end > start and passage.outside(end - 1) and passage.tokens[end - 1].text in (
        ",", ".", ";", ":", "–", "—", "-", "/"
    ):  # fmt: skip
        end -= 1
    return (start, end) if start < end else None


def _ranges(scene: Scene, incise: Incise, low: int, high: int) -> list[tuple[int, int]]:
    start = _start(scene, incise, low)
    before = (start, incise.start)
    resumed = _resumed(scene, incise, start, high)
    if resumed is None:
        if incise.quoted:
            return [_quoted_part(scene, before)]
        return [before]
    opening, coordinate = resumed
    if not coordinate and not incise.quoted:
        before = (_last_clause(scene, start, incise.start), incise.start)
    end = clause_end(scene, opening, origin=None, nominal=False, limit=high)
    return [before, (opening, end)] if end > opening else [before]


def _start(scene: Scene, incise: Incise, low: int) -> int:
    passage = scene.passage
    for k in range(incise.start - 1, low - 1, -1):
        if passage.lower(k) == ";" and passage.outside(k):
            return k + 1
        if (
            passage.lower(k) == ":"
            and passage.outside(k)
            and (passage.mark[k + 1] or _is_announced(scene, low, k, incise.start) or _is_topic(scene, k))
        ):
            return k + 1
    while low < incise.start and passage.lower(low) in (",", ".", ";") and passage.outside(low):
        low += 1
    return low


def _is_topic(scene: Scene, k: int) -> bool:
    """Whether only the few words of a topic stand before a colon: "Nucléaire : l'Iran est prêt, assure …"."""
    return k - scene.passage.first <= TOPIC and not scene.finite_between(scene.passage.first, k)


def _is_announced(scene: Scene, low: int, k: int, end: int) -> bool:
    """Whether a clause of its own before a colon announces what the incise tells: "a haussé le ton : …, a-t-il dit"."""
    before = scene.main_verbs(low, k)
    if not before or not scene.main_verbs(k + 1, end):
        return False
    if before[-1].head in scene.cues or set_phrase(scene, before[-1], k) is not None:
        return True
    return reply_of(scene, before[-1]) is not None  # "La réplique est tombée : …, a prévenu X"


def _quoted_part(scene: Scene, before: tuple[int, int]) -> tuple[int, int]:
    """The quotation alone where it is a sentence and what precedes it tells something else."""
    passage = scene.passage
    start, end = before
    last = end - 1
    while last > start and passage.quote[last] is None:
        last -= 1
    quotation = passage.quote[last]
    first = last
    while first > start and passage.quote[first - 1] is quotation:
        first -= 1
    ahead = scene.main_verbs(start, first)
    inner = [k for k in range(first, last + 1) if not passage.mark[k]]
    stands = (
        bool(inner)
        and passage.tokens[inner[0]].text[0].isupper()
        and passage.lower(first - 1) in (",", ":", ".")
    )
    if ahead and first > start and stands:
        return first, end
    return before


def _resumed(scene: Scene, incise: Incise, start: int, high: int) -> tuple[int, bool] | None:
    """Where the content goes on after an incise, and whether as a new clause rather than the interrupted one."""
    passage = scene.passage
    k = incise.end
    if k >= high or (passage.lower(k) not in RESUMED_BEHIND and not passage.mark[k]):
        return None
    if passage.lower(k) in RESUMED_BEHIND:
        k += 1
    if k >= high:
        return None
    quoted, wholly = is_quoted(passage, start, incise.start)
    if passage.mark[k] and passage.quote[k] is not None:
        return (k, True) if quoted else (k, False)
    text = passage.text[passage.tokens[k].start : passage.tokens[min(high, len(passage)) - 1].end].lower()
    if opens_with("resuming", text.replace("’", "'")):
        ahead = [group for group in scene.finite_between(k, high) if group.head in scene.cues]
        own = [group for group in ahead if group.start > k + 1 and not scene.is_subordinate(group, k + 1)]
        if wholly or (passage.lower(k) == "mais" and own and scene.passage.pos(k + 1) in ("DET", "PROPN")):
            return None
        return k, True
    if wholly:
        return None
    interrupted = not scene.main_verbs(start, incise.start)
    if interrupted and not quoted:
        opening = resumes_at(scene, incise.end, False)
        if opening is not None:
            return opening, False
        colon = passage.lower(incise.end) == ":"  # "Faux, rétorque l'élu : …" is an answer and its reasons
        if not colon and _is_adverbial(passage, start, incise.start) and scene.main_verbs(k, high):
            return k, False  # "À défaut, poursuit-il, l'Union devra …"
    segment = _last_clause(scene, start, incise.start)
    verbless = not any(segment <= group.start < incise.start for group in scene.groups)
    relative = passage.lower(segment) in SUBORDINATORS
    participle = scene.by_start.get(k)
    if participle is not None and participle.form == "present participle":
        return None
    if segment > start and (relative or (verbless and incise.start - segment <= 3)):
        return k, False
    return None


def _is_adverbial(passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch without a verb is an adverb or a prepositional phrase that opens a clause."""
    if passage.pos(start) == "SCONJ" and passage.lower(start) not in ("que", "qu'"):
        return True  # "Si les tirs reprennent, a-t-il dit, nous partirons"
    if passage.pos(start) not in ("ADV", "ADP") and passage.lower(start) not in word_class("preposition"):
        return False
    return passage.pos(start) != "ADV" or skip_adverbials(passage, start, any_phrase=True) >= end


def _last_clause(scene: Scene, start: int, end: int) -> int:
    """Where the clause that an incise interrupts begins, when a whole clause stands before it."""
    passage = scene.passage
    for k in range(end - 1, start, -1):
        if passage.lower(k) == "," and passage.outside(k):
            relative = k + 2 if passage.lower(k + 1) in ("et", "mais") else k + 1
            if passage.lower(relative) in ("où", "dont", "qui", "que"):
                return relative
            if not scene.main_verbs(start, k) or scene.main_verbs(k, end):
                return start
            opening = k + 1
            if passage.lower(opening) in ("et", "mais") and passage.lower(opening + 1) in SUBORDINATORS:
                opening += 1
            return opening
    return start
