"""What in an article points to states: the cues that set its scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depeche.language.token import Token
from depeche.reading.actors.entries import organisation
from depeche.reading.actors.gazetteer import Found
from depeche.reading.actors.lexical import folded_class, word_class
from depeche.reading.actors.offices import is_posted
from depeche.reading.actors.scene import LOCATIVES, is_fronted
from depeche.reading.actors.words import fold

if TYPE_CHECKING:
    from depeche.reading.actors.casting import Casting

DASHES = ("-", "–", "—", "--", "―")
ORGAN = 4.0  # an official speaks over the outlets of his own state
POSTED = 2.5  # who speaks to a correspondent speaks where he is posted
HEAD = 3  # blocks in which a dateline may stand


def home_states(casting: Casting) -> list[str]:
    """The states of the outlet, of the agencies and of the dateline, in that order."""
    home: list[str] = []
    for name in (casting.article.outlet, *casting.article.agencies):
        actor = organisation(name) if name else None
        if actor and actor.country and actor.country not in home:
            home.append(actor.country)
    for found in casting.finder.found.values():
        token, entry = casting.tokens[found.start], found.entry
        if token.block > HEAD or not entry.actor.country or entry.form not in ("capital", "city", "name"):
            continue
        if _is_dateline(token, found.end, casting) and entry.actor.country not in home:
            home.append(entry.actor.country)
    return home


def _is_dateline(token: Token, end: int, casting: Casting) -> bool:
    """Whether a place opens its block and a comma, a bracket or a dash follows: "ACCRA, 12 mars (APA) –"."""
    block = casting.parse.blocks[token.block]
    before = block.of(casting.parse.text)[: token.start - block.start].strip(" (\n")
    after = casting.tokens[end].text if end < len(casting.tokens) else ""
    first = casting.parse.sentence_of(token).tokens[0]
    return not before and token.start - first.start < 3 and after in (",", "(", ")", "/", *DASHES)


def set_scene(casting: Casting) -> None:
    """Note every cue that stands in the text before anything is resolved."""
    scene = casting.scene
    for found in casting.finder.found.values():
        entry, token = found.entry, casting.tokens[found.start]
        if not entry.actor.country or entry.form == "region":
            continue
        if entry.form == "organisation":
            if entry.actor.kind == "institution":
                scene.add(token, entry.actor.country, 1.5, "name")
            elif entry.actor.kind == "outlet" and not _signs(token, casting):
                organ = _is_organ(found, casting)
                scene.add(token, entry.actor.country, ORGAN if organ else 1.2, "outlet")
        elif entry.form in ("adjective", "local"):
            _adjective(found, token, casting)
        else:
            _place(found, token, entry.actor.country, casting)
    for draft in casting.drafts:
        if draft.sort == "person" and draft.person and draft.person.country:
            if draft.phrase is None:
                scene.add(draft.token, draft.person.country, 2.0 if draft.subject else 0.8, "person")
            elif draft.subject and not is_posted(draft.phrases):
                scene.add(draft.token, draft.person.country, 0.8, "person")
    scene.settle()
    scene.topic = _topic(casting)


def _topic(casting: Casting) -> str | None:
    """The one state that the headline names, or None."""
    blocks = {n for n, block in enumerate(casting.article.blocks) if block.kind == "headline"}
    named = {cue.state for cue in casting.scene.cues if casting.tokens[cue.at].block in blocks}
    return min(named) if len(named) == 1 else None


def _is_organ(found: Found, casting: Casting) -> bool:
    """Whether an outlet is one of its state: "la télévision d'État iranienne", "la radio publique"."""
    around = casting.tokens[max(0, found.start - 2) : found.end + 1]
    return any(fold(token.text) in folded_class("organ") for token in around)


def _signs(token: Token, casting: Casting) -> bool:
    """Whether an agency only signs the text: "(AFP)"."""
    before = casting.tokens[token.i - 1].text if token.i else ""
    return before in ("(", "/", "–", "-", "©")


def _adjective(found: Found, token: Token, casting: Casting) -> None:
    country = casting.likeliest(option.actor for option in found.entries).country
    if not country or _is_personal(found.start, casting):
        return
    if token.head.lemma in word_class("land"):
        casting.scene.add(token, country, 1.5, "place")
        return
    bearer = casting.at.get(token.head.i)
    if (
        bearer is not None
        and bearer.phrase
        and bearer.phrase.noun.kind == "outlet"
        and _is_organ(found, casting)
    ):
        casting.scene.add(token, country, ORGAN, "outlet")
        return
    strong = bearer is not None and (bearer.sort == "person" or bool(bearer.phrases))
    strong = strong and bearer is not None and not is_posted(bearer.phrases)
    casting.scene.add(token, country, 1.3 if strong else 0.6, "adjective")


def _is_personal(at: int, casting: Casting) -> bool:
    """Whether an inhabitant's name only tells where an official of an organisation comes from."""
    return any(
        draft.sort == "person"
        and draft.start <= at < draft.end
        and draft.person
        and draft.person.country == ""
        for draft in casting.drafts
    )


def _place(found: Found, token: Token, country: str, casting: Casting) -> None:
    before = casting.tokens[found.start - 1].lower if found.start else ""
    seat = found.entry.form in ("city", "capital")
    after = casting.tokens[found.end].lower if found.end < len(casting.tokens) else ""
    heading = after == ":"  # "Soudan: l'armée avance"
    placed = before in LOCATIVES or (
        (before == "(" or seat or heading) and after in (",", ")", "(", ":", *DASHES)
    )
    if placed and is_fronted(token, casting.parse):
        casting.scene.add(token, country, 2.5, "front")
        return
    draft = casting.at.get(found.start)
    posted = casting.tokens[found.start - 2].lemma if found.start > 1 else ""
    if before in LOCATIVES and posted in word_class("newsroom"):
        casting.scene.add(token, country, POSTED, "outlet")  # "au micro de notre correspondant à N'Djamena"
        return
    inner = before in ("de", "d'", "d’") and posted in word_class("land")  # "dans le centre d'Hiroshima"
    if (before in LOCATIVES or inner) and seat:
        casting.scene.add(token, country, 1.0, "place")
    elif draft is not None and draft.subject:
        casting.scene.add(token, country, 2.5, "subject")
    else:
        casting.scene.add(token, country, 1.0, "name")
