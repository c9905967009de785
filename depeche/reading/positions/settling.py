"""From all stands to those that hold: one actor does not oppose, deny and set conditions in one sentence."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from depeche.language.token import Parse
from depeche.lexicon import cell_values, table
from depeche.model import Actor, Article, Span
from depeche.reading.positions.conditions import find_condition
from depeche.reading.positions.issues import fold
from depeche.reading.positions.stances import Stand

# Who takes a position; a source or an outlet only passes one on.
HOLDERS = ("person", "state", "institution", "igo", "group")
# In one sentence, the stance on the left outweighs those on the right.
OUTWEIGHS = {
    "conditions": ("supports", "opposes"),
    "neutral": ("opposes", "supports", "denies"),
    "denies": ("opposes", "supports"),
    "supports": (),
    "opposes": (),
    "calls_for": (),
}
SPOKEN_FOR = ("igo", "alliance", "body", "court")  # organisations whose officials take their position
PROMOTED = ("supports", "opposes")  # with a condition in the same sentence these hang on it
_PUBLIC = re.compile(r"représentant|responsable|diplomatie|émissaire", re.IGNORECASE)
_PRIVATE = re.compile(
    r"^(?:ancien|ex-)|oppos|député|sénat|syndic|avocat|militant|négociat|conseiller municipal|expert|analyste|parti\b",
    re.IGNORECASE,
)
# A crowd, no party: "une centaine de femmes"; "le groupe des Verts" is one.
_CROWD = re.compile(
    r"(?!(?:groupe|parti|camp|front|coalition|mouvement)\b|.*\b(?:pays|états|gouvernements|nations)\b)[a-zà-ÿ]"
)
# What courtesy says and no side takes: to come, to be invited, to work together.
_COURTESY = re.compile(
    r"^(?:de |d'|à )?(?:se rendre|venir|effectuer une visite|visiter|prendre part|"
    r"(?:une |l'|cette |son |leur )?invitation|"
    r"(?:croire|savoir|voir|rester anonyme|garder l'anonymat|être partenaires?)\b|"
    r"se (?:revoir|retrouver|rencontrer|parler|réunir)\b|"
    r"(?:tenir|organiser) (?:à \w+|[^.;]{0,40}\b(?:réunion|discussion|rencontre|session|entretien|sommet)s?)\b|"
    r"[^.;«»]{0,40}être (?:des |de |deux )?(?:bons? |véritables? |grands? )?"
    r"(?:partenaires|amis|voisins|alliés|rivaux)\b|"
    r"(?:travailler|collaborer|coopérer|œuvrer|oeuvrer) (?:\w+ment )?(?:avec|ensemble|de concert))\b"
)


# Whom a side gives advice, no demand: "a invité ses ressortissants à quitter le pays".
_OWN_PEOPLE = re.compile(
    r"\b(?:ses|leurs|nos) (?:propres )?(?:ressortissants|citoyens|concitoyens|compatriotes|"
    r"nationaux|expatriés|voyageurs)\b"
    r"[^.;:]{0,40}$"
)


def settle(
    stands: Iterable[Stand], parse: Parse, article: Article, *, actors: Sequence[Actor] = ()
) -> list[Stand]:
    """The stands in text order: sides named, conditions read, weaker and repeated ones dropped.

    A pair of persons ("les deux présidents") is looked up by name among `actors`, those of the article.
    """
    named = {actor.name: actor for actor in actors}
    sided = [side for stand in stands if not _is_courtesy(stand, parse.text) for side in _sides(stand, named)]
    conditioned = [found for stand in sided if (found := _with_condition(stand, sided, parse))]
    outweighed = {
        (_key(stand), stand.sentence, weaker) for stand in conditioned for weaker in OUTWEIGHS[stand.stance]
    } | {
        # What is asked for first is the condition itself: "exige un retrait avant toute discussion".
        (_key(stand), stand.sentence, "calls_for")
        for stand in sided
        if stand.stance == "conditions" and stand.condition
    }
    kept: dict[tuple[str, str, Span], Stand] = {}
    for stand in sorted(conditioned, key=lambda one: one.sentence):
        if (_key(stand), stand.sentence, stand.stance) in outweighed:
            continue
        key = (_key(stand), stand.stance, stand.sentence)
        kept[key] = _joined(kept[key], stand) if key in kept else stand
    return _without_headlines(list(kept.values()), article)


def _is_courtesy(stand: Stand, text: str) -> bool:
    """Whether a stand is on what no side takes, or is advice to a side's own people: "ses ressortissants"."""
    return any(
        _COURTESY.match(fold(span.of(text)))
        or _OWN_PEOPLE.search(fold(text[stand.sentence.start : span.start]))
        for span in stand.content
    )


def _joined(one: Stand, other: Stand) -> Stand:
    """One stance told twice in a sentence, by an act and by words: what either knows."""
    return one._replace(
        content=tuple(sorted({*one.content, *other.content}, key=lambda span: (-len(span), span))),
        condition=one.condition or other.condition,
        date=one.date or other.date,
    )


def _key(stand: Stand) -> str:
    return stand.actor.country or stand.actor.name


def _with_condition(stand: Stand, stands: Sequence[Stand], parse: Parse) -> Stand | None:
    """The stand with the condition of its sentence, made conditional where no other one there is.

    None for a conditional stand whose sentence names no condition: "pourraient être relâchés" is a guess.
    """
    if stand.stance not in (*PROMOTED, "conditions") or stand.condition:
        return stand
    condition = find_condition(parse.text, stand.sentence, wide=stand.stance == "conditions")
    if condition is None:
        return None if stand.stance == "conditions" else stand
    hangs = stand.stance == "conditions" or not any(
        other.stance == "conditions" and other.sentence == stand.sentence for other in stands
    )
    return stand._replace(stance="conditions", condition=condition.of(parse.text)) if hangs else stand


def _sides(stand: Stand, named: Mapping[str, Actor]) -> list[Stand]:
    """The stand by those who hold it: each member of a pair, the organisation that an official speaks for."""
    actor = stand.actor
    if actor.country is None and " et " in actor.name:
        parts = [part.strip() for part in re.split(r", | et ", actor.name)]
        members = [_states().get(part) or named.get(part) for part in parts]
        if all(members):
            return [side for member in members if member for side in _sides(stand._replace(actor=member), {})]
    if actor.country in _states_by_code() and _speaks_for_state(actor):
        return [stand._replace(actor=_states_by_code()[actor.country])]
    if actor.country is None and actor.kind == "person":
        for role in actor.roles:
            if found := _organisation_pattern().search(role):
                return [stand._replace(actor=_organisations()[found[0]])]
    return [stand] if actor.kind in HOLDERS and not _is_private(actor) else []


def _is_private(actor: Actor) -> bool:
    """Whether an actor holds no public position: a crowd, a family, somebody whose role is no office."""
    if actor.kind == "group":
        return bool(_CROWD.match(actor.name))
    known = _titles(actor)
    return actor.kind == "person" and bool(known) and not any(map(_is_office, known))


def _without_headlines(stands: list[Stand], article: Article) -> list[Stand]:
    """Drop what a headline or heading tells when the body tells the same."""
    heads = [block.span for block in article.blocks if block.kind in ("headline", "heading")]

    def in_head(stand: Stand) -> bool:
        return any(span.covers(stand.sentence) for span in heads)

    told = {(_key(stand), stand.stance) for stand in stands if not in_head(stand)}
    return [stand for stand in stands if not in_head(stand) or (_key(stand), stand.stance) not in told]


def _speaks_for_state(actor: Actor) -> bool:
    """Whether a person or body of a country stands for its government: in office, and not of the past or opposed."""
    if actor.kind == "institution":
        return True
    titles = _titles(actor)
    return actor.kind == "person" and any(map(_is_office, titles)) and not any(map(_PRIVATE.search, titles))


@lru_cache(maxsize=20_000)
def _is_office(title: str) -> bool:
    return _office_pattern().search(title) is not None or _PUBLIC.search(title) is not None


def _titles(actor: Actor) -> tuple[str, ...]:
    """The roles of a person; a person without a name is called by one ("ministre grec de la Défense")."""
    return actor.roles or ((actor.name,) if actor.name[:1].islower() else ())


@cache
def _office_pattern() -> re.Pattern[str]:
    names = {row[form] for row in table("offices") for form in ("title", "feminine", "plural") if row[form]}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


@cache
def _states_by_code() -> dict[str | None, Actor]:
    return {state.country: state for state in _states().values()}


@cache
def _states() -> dict[str, Actor]:
    return {row["name_fr"]: Actor(row["name_fr"], "state", row["iso3"]) for row in table("states")}


@cache
def _organisations() -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for row in table("organisations"):
        if row["kind"] in SPOKEN_FOR:
            for name in (row["acronym"], row["name_fr"], *cell_values(row["aliases"])):
                if len(name) > 1:
                    found.setdefault(name, Actor(row["acronym"], "igo"))
    return found


@cache
def _organisation_pattern() -> re.Pattern[str]:
    names = sorted(_organisations(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
