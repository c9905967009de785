"""Whether a conjunction or a comma joins the next verb to the reporting verb, to what was said, or to neither."""

from depeche.reading.statements.adverbials import skip_adverbials
from depeche.reading.statements.phrases import noun_phrase
from depeche.reading.statements.scene import Scene
from depeche.reading.statements.verbs import VerbGroup, tempus

INVARIANT = (
    "mis",
    "pris",
    "quis",
    "sis",
    "clus",
    "clos",
)  # ends of participles that are the same in the plural


def coordination_ends(scene: Scene, start: int, k: int, stop: int, origin: VerbGroup | None) -> bool:
    """Whether a conjunction joins the next verb to the reporting verb and not to what was said."""
    passage = scene.passage
    if origin is None or (passage.lower(k) == "," and passage.lower(k + 1) in ("et", "mais", "puis", "ou")):
        return False
    j = k + 1
    if passage.lower(j) == ",":
        close = next((m for m in range(j + 1, min(j + 12, stop)) if passage.lower(m) == ","), None)
        j = close + 1 if close is not None else j
    j = skip_adverbials(passage, j)
    if j < len(passage) and passage.mark[j] and passage.quote[j] is not None and scene.by_start.get(j + 1):
        j += 1  # « … » et « appelle au calme »
    group = scene.by_start.get(j)
    if group is None or group.start >= stop:
        return False
    if group.form == "past participle":
        if passage.lower(k) == "," and not _list_follows(scene, group, stop):
            return False
        inside = [other for other in scene.groups if start <= other.start < k and other.head != other.carrier]
        return shares_auxiliary(scene, group, origin, inside)
    if group.form == "present participle":
        return group.head in scene.cues and origin.form == "present participle"
    if group.form == "infinitive":
        return group.head in scene.cues and origin.form == "infinitive" and group.dative is not None
    if not group.is_finite or group.pronoun is not None:
        return False
    if not origin.is_finite and passage.lower(k) == "," and not scene.main_verbs(passage.first, origin.start):
        return True
    if scene.is_subordinate(origin, 0) and passage.lower(k) == "," and not scene.is_subordinate(group, k):
        return True
    if passage.lower(k) == "," and group.head not in scene.cues:
        return False
    return belongs_to(scene, group, origin, scene.finite_between(start, k))


def opens_clause(scene: Scene, k: int, stop: int) -> bool:
    """Whether a conjunction opens a clause with a subject and a conjugated verb of its own."""
    passage = scene.passage
    j = k + 2 if passage.lower(k + 1) in ("que", "qu'") else k + 1
    j = skip_adverbials(passage, j)
    phrase = noun_phrase(passage, j)
    if phrase is None:
        if passage.lower(j) not in ("il", "elle", "ils", "elles", "on", "celui-ci", "celle-ci"):
            return False
        end = j + 1
    else:
        end = phrase.end
    group = scene.by_start.get(skip_adverbials(passage, end))
    return group is not None and group.is_finite and group.start < stop


def _list_follows(scene: Scene, group: VerbGroup, stop: int) -> bool:
    """Whether "et" and one more participle follow, so that the comma is one of a list of verbs."""
    for k in range(group.end, stop):
        if scene.passage.lower(k) == "et":
            other = scene.by_start.get(skip_adverbials(scene.passage, k + 1))
            if other is not None and other.form in ("past participle", "compound"):
                return True
    return False


def shares_auxiliary(scene: Scene, group: VerbGroup, origin: VerbGroup, inside: list[VerbGroup]) -> bool:
    """Whether a bare participle stands under the auxiliary of an earlier reporting verb ("a salué … et promis")."""
    if origin.form not in ("compound", "past participle", "infinitive"):
        return False
    if agrees_with_noun(scene, group):
        carrier = scene.passage.tokens[origin.carrier]
        if carrier.lemma != "être":
            return False
    return group.head in scene.cues or not inside


def agrees_with_noun(scene: Scene, group: VerbGroup) -> bool:
    """Whether a participle shows feminine or plural; masculine "promis", "transmis" are the same in both numbers."""
    token = scene.passage.tokens[group.head]
    if token.feat("Gender") == "Fem":
        return True
    return token.feat("Number") == "Plur" and not token.lower.endswith(INVARIANT)


def belongs_to(scene: Scene, group: VerbGroup, origin: VerbGroup, inside: list[VerbGroup]) -> bool:
    """Whether a conjugated verb agrees with the reporting verb more than with the verbs of what was said."""
    if not origin.is_finite:
        return not inside and group.head in scene.cues
    if not inside:
        return True
    passage = scene.passage
    like_origin = tempus(passage, group) == tempus(passage, origin)
    like_inside = any(tempus(passage, group) == tempus(passage, other) for other in inside)
    if like_origin != like_inside:
        return like_origin
    number = passage.tokens[group.carrier].feat("Number")
    own = passage.tokens[origin.carrier].feat("Number")
    theirs = passage.tokens[inside[-1].carrier].feat("Number")
    if own != theirs and number:
        return number == own
    return like_origin and group.head in scene.cues
