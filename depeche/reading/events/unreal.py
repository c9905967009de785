"""Clauses that do not tell their act as done: questions, aims, what it is done before, instead of or without."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.reading.events.scene import Scene
from depeche.reading.events.words import phrases, words

BEFORE_QUE = phrases("words before an unreal que")
BEFORE_INFINITIVE = phrases("words before an unreal infinitive")
UNREAL_NOUNS = words("unreal nouns")
ASKED_OF_FACTS = words("question words that suppose a fact")
ASIDES = frozenset(("acl", "acl:relcl", "advcl", "appos", "obl:mod", "nmod"))
CLITICS = frozenset(("PRON", "ADV"))
LOOK_BACK = 4  # words


def is_unreal(token: Token, scene: Scene) -> bool:
    """Whether the clause of a word is a question, or hangs on a word that leaves open whether it came to pass."""
    return is_asked(token, scene) or _follows_unreal_que(token, scene) or _is_unreal_infinitive(token, scene)


def is_asked(token: Token, scene: Scene) -> bool:
    """Whether a word belongs to the main clause of a question that does not suppose the fact."""
    sentence = scene.parse.sentences[token.sentence].tokens
    end = next((word for word in sentence if word.i > token.i and word.text[0] in ".!?»”;:"), None)
    if end is None or end.text[0] != "?":
        return False
    above = token
    while above.head is not above:
        if above.dep in ASIDES and above.pos == "VERB" and not _is_questioned(above):
            return False
        above = above.head
    if any(word.lower in ASKED_OF_FACTS for word in sentence if word.i < token.i):
        return syntax.tense(token) not in ("past", "imperfect")
    return True


def _is_questioned(verb: Token) -> bool:
    return any(
        child.lower.startswith("-t-") or child.lower in ("-il", "-elle", "-ils", "-elles")
        for child in verb.children
    )


def _follows_unreal_que(token: Token, scene: Scene) -> bool:
    """ "avant que", "pour que", "jusqu'à ce que", "le risque que": what is told there may never come."""
    first = token
    while first.dep == "conj":
        first = first.head
    que = next(
        (child for child in first.children if child.lower in ("que", "qu'") and child.i < first.i), None
    )
    if que is None:
        return False
    before = _words_before(que, scene)
    if before.endswith(BEFORE_QUE):
        return True
    above = first.head
    return (
        first.dep.startswith("acl")
        and que.dep == "mark"
        and above.pos == "NOUN"
        and above.lemma in UNREAL_NOUNS
    )


def _is_unreal_infinitive(token: Token, scene: Scene) -> bool:
    """ "afin de", "plutôt que de", "faute de" before an infinitive; "avant de" where the main clause lies ahead."""
    first = token
    while first.dep == "conj":
        first = first.head
    if not syntax.is_infinitive(first) or syntax.auxiliaries(first):
        return False
    start = first
    tokens = scene.parse.tokens
    while start.i > 0 and tokens[start.i - 1].pos in CLITICS and tokens[start.i - 1].head is first:
        start = tokens[start.i - 1]
    before = _words_before(start, scene)
    if before.endswith(BEFORE_INFINITIVE):
        return True
    if before.endswith((" avant de", " avant d'")):
        main = next((above for above in first.ancestors() if above.pos == "VERB"), None)
        return main is not None and syntax.tense(main) in ("future", "conditional")
    return False


def _words_before(token: Token, scene: Scene) -> str:
    """The words right before one in its sentence, in small letters, each with a blank in front."""
    before = scene.parse.tokens[max(0, token.i - LOOK_BACK) : token.i]
    return "".join(f" {word.lower}" for word in before if word.sentence == token.sentence)
