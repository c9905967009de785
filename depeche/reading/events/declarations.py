"""The act that a statement is by its kind of speech: a charge, a thanks, a threat, where no trigger tells it."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Actor, EventType, SpeechAct, Statement
from depeche.reading.events import clauses
from depeche.reading.events.acts import Act, united
from depeche.reading.events.agents import same_side
from depeche.reading.events.classes import belongs, word_class
from depeche.reading.events.modes import computed_mode, content_mode
from depeche.reading.events.scene import Scene
from depeche.reading.events.speech import VIOLENT, is_source, speaks_for_a_side
from depeche.reading.events.threats import is_threat, looks_back
from depeche.reading.events.words import phrases, words

OF_STATEMENT: dict[SpeechAct, tuple[EventType, str | None]] = {
    "accuse": ("ACCUSE", "allege"),
    "criticise": ("ACCUSE", "disapprove"),
    "praise": ("SUPPORT", None),
    "thank": ("SUPPORT", None),
    "request": ("REQUEST", "change"),
    "threaten": ("THREATEN", None),
    "reject": ("REJECT", None),
    "deny": ("REJECT", None),
    "apologise": ("CONCEDE", None),
}
# Kinds of act that make a statement of a kind superfluous when a trigger in it tells one.
SAME_SPEECH: dict[EventType, frozenset[str]] = {
    "ACCUSE": frozenset(("ACCUSE",)),
    "SUPPORT": frozenset(("SUPPORT",)),
    "AGREE": frozenset(("AGREE", "CONCEDE", "THREATEN", "REJECT", "REQUEST", "SUPPORT")),
    "REQUEST": frozenset(("REQUEST", "AGREE", "PROTEST")),
    "THREATEN": frozenset(("THREATEN", "AGREE", "CONCEDE", "REJECT")),
    "REJECT": frozenset(("REJECT",)),
    "CONCEDE": frozenset(("CONCEDE", "AGREE")),
}
TELLING: dict[SpeechAct, frozenset[str]] = {
    "thank": words("words of thanks"),
    "praise": words("words of praise"),
    "deny": words("words of denial"),
    "threaten": words("words of threat"),
}
OFFERING = phrases("openings of an offer")
WORRIES = words("worries")
TIDINGS = words("tidings")
MAXIMS = words("words of a maxim")
CHANGING = words("verbs of change")


def from_statement(statement: Statement, acts: list[Act], scene: Scene) -> Act | None:
    """The act that a statement is by its kind of speech, unless a trigger in it has told it already."""
    content = [token for span in statement.content for token in scene.parse.tokens_in(span)]
    cue = list(scene.parse.tokens_in(statement.cue)) if statement.cue else []
    threat = is_threat(statement, cue, content, scene)
    if statement.act in ("accuse", "criticise") and cue and cue[0].lower == "pour" and not cue[1:]:
        opens = cue[0] is scene.parse.sentences[cue[0].sentence].tokens[0]
        if opens and cue[0].head.pos == "PROPN":
            return None  # "**Pour Berlin**, Ankara joue un double jeu": a view, not said to anybody
    wanted = (
        OF_STATEMENT["threaten" if threat else statement.act]
        if threat or statement.act in OF_STATEMENT
        else None
    )
    if wanted is None:
        return None
    kind, mode = wanted
    if kind in ("REJECT", "ACCUSE") and not threat and _is_maxim(content, statement):
        return None
    if kind == "THREATEN" and not threat and _is_offer(content):
        kind, mode = "AGREE", None
    if kind == "THREATEN" and not threat and looks_back(content):
        return None
    if not content or statement.speaker.actor.kind == "outlet":
        return None
    if (
        kind == "ACCUSE"
        and (not speaks_for_a_side(statement.speaker.actor) or is_source(statement, scene))
        and any(act.type in VIOLENT and scene.statement_of(act.token) is statement for act in acts)
    ):
        return None  # what witnesses tell
    if statement.act == "accuse" and any(
        act.type in ("AGREE", "CONCEDE", "CONSULT") and scene.statement_of(act.token) is statement
        for act in acts
    ):
        return None  # who confirms that others came to terms charges nobody
    if statement.act in ("criticise", "accuse") and any(token.lemma in WORRIES for token in (*content, *cue)):
        return None
    speaker = statement.speaker.actor
    opposes = statement.mode == "act" and any(token.lower.startswith("oppos") for token in content[:3])
    if opposes and not _others(content, speaker, scene):
        return None  # "a réaffirmé son opposition à tout recours à la force": a position
    head = _telling(content, statement.act) or (cue or content)[0]
    sentences = {head.sentence, *(token.sentence for token in cue)}
    inside = {token.i for token in (*content, *cue)}
    for act in acts:
        silent = kind == act.type == "ACCUSE" and not act.recipient and any(one is act.token for one in cue)
        if silent and statement.mode == "direct" and same_side(speaker, act.actor):
            act.recipient = _blamed(content, speaker, scene)
        mine = not act.actor or same_side(act.actor[0], (speaker,))
        near = act.token.sentence in sentences
        if threat and act.type != kind and act.token.i not in inside:
            continue  # "a rejeté ces accusations et fait savoir que …": two acts
        if not mine and act.type == kind and any(token is act.token for token in cue):
            if speaker.country is not None and not is_text(
                act, scene
            ):  # who speaks is better known than who stands beside the verb
                act.actor = (speaker,)
                act.recipient = tuple(actor for actor in act.recipient if not same_side(actor, act.actor))
                if kind == "REQUEST" and not act.recipient:  # "avant d'exiger que **La Paz** lève l'immunité"
                    act.recipient = _blamed(content, speaker, scene)
            return None
        if act.type != kind and act.match is not None and mine and any(token is act.token for token in cue):
            return None  # the table knows the verb: "a dénoncé l'accord" ends it, "qualifie de fable" denies
        joint = speaker.country is None and speaker.kind != "igo"
        if act.type in SAME_SPEECH[kind] and (
            (near and (mine or joint) and act.type in (kind, "PROTEST"))
            or (mine and (near or act.token.i in inside))
        ):
            return None
    if kind == "AGREE" and _is_negative(content):
        return None
    if statement.act == "deny" and any(_knows_nothing(token) or _lasts(token) for token in content):
        return None
    # Whom a denied act would have helped or hit has charged nobody: the sentences before tell who did.
    plain = statement.act == "deny" and statement.mode != "act"
    others = () if plain else _others(content, speaker, scene)
    if kind == "REQUEST" and not others and not statement.addressee:
        return None
    recipient = statement.addressee if kind in ("REQUEST", "SUPPORT", "AGREE") else ()
    told = Act(
        token=head,
        type=kind,
        mode=mode,
        actor=(speaker,),
        recipient=recipient or others,
        verb=next((token for token in reversed(cue) if token.pos == "VERB"), cue[-1] if cue else head),
        about_tokens=tuple(token for token in content if token.pos in ("NOUN", "VERB"))[:12],
        rule=f"statement:{statement.act}",
        confidence=0.5,
    )
    if statement.act == "propose" and any(content_mode(token, scene) == "yield" for token in content[:4]):
        told.type, told.mode = "REQUEST", "yield"
    elif kind in ("REQUEST", "THREATEN"):
        told.mode = computed_mode(told, scene) or told.mode
    if kind == "AGREE" and any(clauses.has_condition(token, scene) for token in (head, *content[:1])):
        told.status = "hypothetical"
    told.evidence = tuple(dict.fromkeys(scene.parse.sentences[number].span for number in sorted(sentences)))
    return told


def _is_maxim(content: list[Token], statement: Statement) -> bool:
    """ "**On ne joue pas** avec la vie des équipages": a general truth refuses and charges nobody by itself."""
    words = [token for token in content if token.pos != "PUNCT"]
    if statement.mode != "direct" or not words or words[0].lower not in MAXIMS:
        return False
    verb = next((token for token in words if token.pos in ("VERB", "AUX") and syntax.is_finite(token)), None)
    return verb is not None and syntax.tense(verb) == "present" and syntax.is_negated(verb)


def is_text(act: Act, scene: Scene) -> bool:
    """Whether a text speaks ("la résolution **appelle** à …"): who adopts it acts, not its author."""
    return any(belongs(subject, word_class("TEXT"), scene) for subject in scene.frame(act.token).subj)


def _is_offer(content: list[Token]) -> bool:
    """ "Une enquête sera ouverte, **à condition que** …": what hangs on such a condition is offered, not threatened."""
    text = " ".join(token.lower for token in content).replace("qu'", "que")
    return any(words in text for words in OFFERING)


def _telling(content: list[Token], act: SpeechAct) -> Token | None:
    """The word of a speech that makes it an act ("je l'en **remercie**"), where it has one."""
    for token in content:
        if token.lemma in TELLING.get(act, ()) or (act == "request" and _bids(token)):
            return token
    return None


def _bids(token: Token) -> bool:
    """Whether a main verb bids somebody do something ("**Que** Rome **cesse** de mentir !", "**Ouvrez** la route")."""
    if token.pos != "VERB" or token.dep not in ("ROOT", "parataxis", "conj"):
        return False
    opens = any(child.lower in ("que", "qu'") and child.dep == "mark" for child in token.children)
    return token.feat("Mood") == "Imp" or (opens and syntax.tense(token) == "subjunctive")


def _knows_nothing(token: Token) -> bool:
    """ "n'avoir aucun **élément** sur cet incident": who has nothing to tell denies nothing."""
    return token.lemma in TIDINGS and any(child.lower.startswith("aucun") for child in token.children)


def _lasts(token: Token) -> bool:
    """ "la politique n'a pas **changé**": who goes on as before refuses nothing."""
    return token.lemma in CHANGING and token.pos == "VERB" and syntax.is_negated(token)


def _is_negative(content: list[Token]) -> bool:
    return any(token.lower in ("ne", "n'") for token in content[:8])


def _others(tokens: list[Token], speaker: Actor, scene: Scene) -> tuple[Actor, ...]:
    """The first actors named in what is said that are not of the speaker's side."""
    for token in tokens:
        if token.pos not in ("PROPN", "NOUN", "PRON"):
            continue
        named = scene.actors(token) or (_nationals(token, scene) if token.pos == "NOUN" else ())
        found = tuple(actor for actor in named if actor != speaker and not same_side(actor, (speaker,)))
        if found and all(actor.kind in ("state", "igo", "person", "institution") for actor in found):
            return united(found)
    return ()


def _nationals(noun: Token, scene: Scene) -> tuple[Actor, ...]:
    """Whose thing it is by its adjective ("les pressions **américaines** sur Pékin")."""
    adjectives = [word for word in scene.frame(noun).adjectives if word.pos == "ADJ"]
    return united(*(scene.owners(word) for word in adjectives))


def _blamed(content: list[Token], speaker: Actor, scene: Scene) -> tuple[Actor, ...]:
    """Who does what is deplored in plain speech: the first named subject ("**Rome** a choisi de se taire")."""
    for token in content:
        if token.dep.startswith("nsubj") and token.pos == "PROPN":
            named = scene.actors(token)
            return tuple(one for one in named if one != speaker and not same_side(one, (speaker,)))
    return ()
