"""Pronouns, possessives and their like that may stand for an actor."""

from collections.abc import Collection, Iterator, Sequence

from depeche.language.syntax import antecedent
from depeche.language.token import Token
from depeche.reading.actors.drafts import Draft, is_subject, reporting_verbs

# Feminine and plural; None where the form tells nothing.
PRONOUNS = {
    "il": (False, False), "elle": (True, False), "ils": (False, True), "elles": (True, True), "lui": (None, False),
    "eux": (False, True), "leur": (None, True), "celui-ci": (False, False), "celle-ci": (True, False),
    "ceux-ci": (False, True), "celles-ci": (True, True), "celui-là": (False, False), "celle-là": (True, False),
}  # fmt: skip
POSSESSIVES = {"son": False, "sa": False, "ses": False, "leur": True, "leurs": True}
RELATIVES = {"qui", "lequel", "laquelle", "lesquels", "lesquelles", "dont"}
RANKS = {"premier": 0, "première": 0, "second": 1, "seconde": 1}
LATTER = {"dernier", "dernière", "derniers", "dernières"}
SPOTTED = frozenset(
    (*PRONOUNS, *POSSESSIVES, *RELATIVES, *RANKS, *LATTER, "l'", "deux", "intéressé", "intéressée")
)
IMPERSONAL = {"falloir", "agir", "suffire", "pleuvoir"}
REMAINS = {"reste", "restait", "restera"}  # "il reste à voir"
SUITS = {"convient", "convenait", "conviendra", "conviendrait"}


def spot_pronouns(tokens: Sequence[Token], taken: Collection[int]) -> Iterator[Draft]:
    """Drafts for all pronouns outside the tokens already taken by names and titles."""
    for token in tokens:
        if token.i in taken:
            continue
        word = token.lower.lstrip("-").removeprefix("t-")
        if word not in SPOTTED:
            continue
        before = tokens[token.i - 1].lower if token.i else ""
        if token.pos == "PRON" and word in PRONOUNS and not _is_impersonal(token):
            draft = Draft(
                token, token.i, token.i + 1, "latter" if word.endswith("-ci") else "pronoun", "pronoun"
            )
            draft.feminine, draft.plural = PRONOUNS[word]
            yield draft
        elif word in POSSESSIVES and (token.pos == "DET" or token.dep == "det"):
            draft = Draft(token, token.i, token.i + 1, "possessive", "pronoun")
            draft.plural = POSSESSIVES[word]
            yield draft
        elif word in RELATIVES and token.pos == "PRON" and (word == "qui" or antecedent(token) is not None):
            yield Draft(token, token.i, token.i + 1, "relative", "pronoun")
        elif word in LATTER and before in ("ce", "cette", "ces") and not _qualifies(token, tokens):
            draft = Draft(token, token.i - 1, token.i + 1, "latter", "pronoun")
            draft.feminine, draft.plural = "ère" in word, word.endswith("s")
            yield draft
        elif word in RANKS and before in ("le", "la") and _acts(token, tokens):
            draft = Draft(token, token.i - 1, token.i + 1, "ranked", "pronoun")
            draft.feminine = word.endswith("e")
            yield draft
        elif word == "l'" and before in ("à", "a") and _is_heard(token, tokens):
            yield Draft(token, token.i, token.i + 1, "pronoun", "pronoun")
        elif word == "deux" and before in ("tous", "toutes") and is_subject(token):
            draft = Draft(token, token.i - 1, token.i + 1, "pronoun", "pronoun")
            draft.plural, draft.feminine = True, True if before == "toutes" else None
            yield draft
        elif word in ("intéressé", "intéressée") and before == "l'":
            draft = Draft(token, token.i - 1, token.i + 1, "pronoun", "pronoun")
            draft.feminine = word.endswith("e")
            yield draft


def _is_impersonal(token: Token) -> bool:
    """Whether il stands for nobody: "il faut", "il y a", "il convient de"."""
    if not token.lower.endswith("il"):
        return False
    verb = token.head
    if any(word.lower == "suffi" for word in (verb, *verb.children)):
        return True
    if verb.lower in REMAINS and any(child.feat("VerbForm") == "Inf" for child in verb.children):
        return True
    if token.dep.startswith("expl") or verb.lemma in IMPERSONAL or verb.lower in SUITS:
        return True
    return verb.lemma == "avoir" and any(child.lower == "y" for child in verb.children)


def _qualifies(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether the word is an adjective before its noun: "ce dernier mois"."""
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if is_subject(token):  # "cette dernière reproche à Accra", where the verb reads like a noun
        return False
    if after is None or after.pos != "NOUN" or after.sentence != token.sentence:
        return False
    return not (token.head is after and _reads_like_verb(after, tokens))


def _reads_like_verb(noun: Token, tokens: Sequence[Token]) -> bool:
    """Whether a noun over a sentence without verb is a form of a verb of speech: "Cette dernière reproche à Accra"."""
    if noun.head is not noun or not noun.lower.endswith("e") or f"{noun.lower}r" not in reporting_verbs():
        return False
    after = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else noun
    return after.sentence == noun.sentence and (after.pos in ("ADP", "DET", "PROPN", "SCONJ", "PRON", "ADV"))


def _acts(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a verb or its negation follows: "le premier a parlé", "la seconde n'a rien dit"."""
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    if after is None or after.sentence != token.sentence:
        return False
    # "le premier reprochant au second de …"
    acting = after.feat("VerbForm") == "Fin" or (
        after.feat("VerbForm") == "Part" and after.lower.endswith("ant")
    )
    return acting or after.lower in ("n'", "ne", "s'", "se")


def _is_heard(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a clitic stands in "à l'entendre", "à l'en croire"."""
    after = [word.lemma for word in tokens[token.i + 1 : token.i + 3]]
    return "croire" in after or "entendre" in after or "lire" in after[:1]
