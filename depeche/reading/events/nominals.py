"""Acts told by a noun: which are told as fact, and what the verb that carries them adds (table support_verbs.tsv)."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Actor
from depeche.reading.events import clauses
from depeche.reading.events.acts import Act, united
from depeche.reading.events.agents import same_side
from depeche.reading.events.complements import PREPOSITION_ADVERBS, PREPOSITION_NOUNS, preposition_key
from depeche.reading.events.frames import Frame
from depeche.reading.events.scene import ASPECTS, QUANTITIES, Scene
from depeche.reading.events.status import embedding_of, settle
from depeche.reading.events.supports import Support, find_support
from depeche.reading.events.words import words

OCCASIONS = words("occasions")
HOLDING = words("holding verbs")
LATER = frozenset(("SANCTION", "COERCE", "MOBILIZE", "RETREAT"))
EFFECT_REACH = 12  # words
MEDIATIONS = words("mediations")  # told by one party alone
MEETINGS = frozenset(("CONSULT", "COOPERATE"))


def settle_noun(act: Act, scene: Scene) -> Act | None:
    """The act of a noun with its status; None where the text does not tell it as one."""
    settled = _told(act, scene)
    if settled is not None and settled.status == "actual" and settled.type in LATER:
        settled.status = "future" if _takes_effect_later(settled, scene) else "actual"
    return settled


def _told(act: Act, scene: Scene) -> Act | None:
    """The act of a noun where the text tells it as fact or a verb carries it; None for mere background."""
    noun = act.token
    frame = scene.frame(noun)
    verb = frame.governor
    if verb is None:
        return _headline(act, scene)
    counted = _counting(noun)
    carrier = verb if counted is noun else scene.frame(counted).governor or verb
    support = find_support(counted, carrier, scene)
    if support is not None:
        return _carried(act, carrier, support, scene)
    # "de passage à Montréal, la ministre …"
    preposition = "en" if noun.lemma == "passage" else occasion(noun)
    if act.type == "REQUEST" and act.actor and noun.dep == "obl:mod" and syntax.prepositions(noun) == "à":
        return _obeyed(act, scene)
    named = bool(act.actor) and (bool(act.recipient) or len(act.actor) > 1)
    mediates = noun.lemma in MEDIATIONS
    if act.type == "CONSULT" and preposition in OCCASIONS and not named and not mediates:
        act.actor = united(_present(frame, scene, alone=not act.actor), act.actor)
        named = len(act.actor) > 1
    if preposition in OCCASIONS and act.type == "CONSULT" and [one.kind for one in act.actor] == ["igo"]:
        act.mode = act.mode or "multilateral"  # "à l'issue d'une réunion du conseil de l'organisation"
        return _occasion(act, scene)
    if preposition in OCCASIONS and act.type in MEETINGS:
        return _occasion(act, scene) if named or (act.actor and mediates) else None
    if act.actor and mediates and noun.dep.startswith("nsubj"):
        return _occasion(act, scene)
    if act.type in MEETINGS and _is_held(noun) and (named or act.mode == "third-party"):
        return act  # "s'est félicité du sommet **tenu** la veille entre X et Y"
    agent = any(relation == "par" for relation, _ in frame.own_obl)
    if act.type == "ASSAULT" and act.actor and agent and preposition in OCCASIONS:
        return _occasion(act, scene)
    first = noun
    while first.dep == "conj" and first.head.pos == "NOUN":
        first = first.head
    if verb.pos in ("VERB", "ADJ") and first.dep in ("obj", "nsubj:pass", "obl:arg", "xcomp", "obl:mod"):
        return _announced(act, verb, scene)
    return _occasion(act, scene) if named and preposition in OCCASIONS else None


def _counting(noun: Token) -> Token:
    """The noun that counts or opens a meeting ("le cinquième **round** de discussions"), else the noun itself."""
    above = noun.head
    counts = above.lemma in QUANTITIES | ASPECTS and noun.dep.startswith("nmod")
    return above if counts and above.pos == "NOUN" else noun


def _present(frame: Frame, scene: Scene, *, alone: bool) -> tuple[Actor, ...]:
    """Who is told of in the clause of a meeting: the subject, and with `alone` whom the subject turned to there.

    "Lors d'un entretien, le ministre a demandé **à son homologue** …"
    """
    tokens = clauses.governing_subjects(frame, scene)
    verb = clauses.governing_clause(frame)
    if alone and verb is not None:
        inner = scene.frame(verb)
        tokens = [*tokens, *inner.obj, *(filler for name, filler in inner.own_obl if name in ("à", "avec"))]
        if "lui" in inner.clitics:
            tokens.append(inner.clitics["lui"])
    found = united(*(scene.actors(token) for token in tokens))
    people = tuple(actor for actor in found if actor.kind in ("person", "state", "institution"))
    return found if not alone else people if len({actor.country for actor in people}) > 1 else ()


def _obeyed(act: Act, scene: Scene) -> Act | None:
    """ "**À la demande** du Caire, Khartoum a prolongé la trêve": who does what was asked is who was asked."""
    subjects = clauses.governing_subjects(scene.frame(act.token), scene)
    asked = united(*(scene.actors(token) for token in subjects))
    act.recipient = act.recipient or tuple(actor for actor in asked if not same_side(actor, act.actor))
    return _occasion(act, scene) if act.recipient else None


def _is_held(noun: Token) -> bool:
    """Whether a participle says that the meeting took place ("des pourparlers **menés** à Oslo")."""
    return any(
        child.dep.startswith("acl") and child.lemma in HOLDING and syntax.tense(child) == "participle"
        for child in noun.children
    )


def _takes_effect_later(act: Act, scene: Scene) -> bool:
    """ "a ordonné la fermeture du poste **à compter de** minuit": decided, not yet in force."""
    tokens = scene.parse.sentences[act.token.sentence].tokens
    words = [word for word in tokens if act.token.i < word.i <= act.token.i + EFFECT_REACH]
    for first, second, third in zip(words, words[1:], words[2:], strict=False):
        if first.lower == "à" and second.lower in ("compter", "partir") and third.lower in ("de", "du", "d'"):
            published = scene.article.published.value
            moment = next(
                (one for one in scene.moments if third.start <= one.span.start <= third.end + 4), None
            )
            if (
                moment is None
                or moment.first is None
                or published is None
                or moment.rule.startswith("weekday")
            ):
                return True
            return moment.first > published
    return False


def _announced(act: Act, verb: Token, scene: Scene) -> Act | None:
    """The act of a noun that a verb of the embedding table governs ("annonce **l'expulsion** de deux attachés")."""
    before = act.type
    governed = embedding_of(act.token, scene)
    if governed is None:
        return None
    settled = settle(act, scene)
    if settled is None:
        return None
    doers = united(*(scene.owners(token) for token in scene.frame(verb).subj))
    if settled.type == before:
        settled.actor = settled.actor or doers
        others = tuple(actor for actor in settled.recipient if not same_side(actor, settled.actor))
        settled.recipient = others or settled.recipient
        if before in ("MOBILIZE", "COERCE", "ASSAULT", "PROTEST") and verb.lemma == "annoncer":
            settled.status = "future"
    return (
        settled
        if settled.actor
        and (settled.recipient or len(settled.actor) > 1 or before in ("MOBILIZE", "PROTEST", "AID"))
        else None
    )


def occasion(noun: Token) -> str:
    """The preposition of a noun, compound ones whole ("lors_de", "à_issue_de")."""
    first = noun
    while first.dep == "conj":
        first = first.head
    own = preposition_key(syntax.prepositions(first).lower())
    head = first.head
    if head is not first and (head.lower in PREPOSITION_ADVERBS or head.lemma in PREPOSITION_NOUNS):
        outer = preposition_key(syntax.prepositions(head).lower())
        return "_".join(part for part in (outer, head.lemma, own) if part)
    return own


def _headline(act: Act, scene: Scene) -> Act | None:
    """A headline without a verb ("Entretien téléphonique entre X et Y")."""
    return act if act.actor and (act.recipient or len(act.actor) > 1) else None


def _occasion(act: Act, scene: Scene) -> Act | None:
    verb = clauses.governing_clause(scene.frame(act.token))
    if verb is not None and syntax.tense(verb) in ("future", "conditional"):
        return None
    act.verb = verb
    return act


def _carried(act: Act, verb: Token, support: Support, scene: Scene) -> Act | None:
    subjects = united(*(scene.owners(token) for token in scene.frame(verb).subj))
    if support.role == "actor":
        act.actor = united(subjects, act.actor) if act.type in MEETINGS else subjects or act.actor
        act.recipient = tuple(actor for actor in act.recipient if actor not in act.actor)
        if not act.recipient:
            tokens = [
                filler
                for name, filler in scene.frame(verb).own_obl
                if name in ("à", "contre", "avec", "sur", "envers")
            ]
            if "lui" in scene.frame(verb).clitics:
                tokens.append(scene.frame(verb).clitics["lui"])
            found = united(*(scene.owners(token) for token in tokens))
            if act.type in MEETINGS:
                act.actor = united(act.actor, found)
            else:
                act.recipient = tuple(actor for actor in found if actor not in act.actor)
    elif support.role == "recipient":
        act.recipient = subjects or act.recipient
        act.actor = tuple(actor for actor in act.actor if not same_side(actor, act.recipient))
        if not act.actor:  # "a obtenu **de Rome** le retrait de ses troupes"
            pairs = scene.frame(verb).own_obl
            act.actor = united(*(scene.actors(filler) for name, filler in pairs if name in ("de", "par")))
    if support.nouns and act.token.lemma not in support.nouns:
        act.confidence *= 0.8
    original = act.token
    act.token = verb
    settled = settle(act, scene)
    act.token = original
    if settled is not None and not settled.verb:
        settled.verb = verb
    return settled
