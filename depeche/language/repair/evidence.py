"""Evidence: what the place of one name in its sentence tells of its kind, each as (kind, weight).

A weight of 3 settles the kind unless the article contradicts it, 1 only leans; a weight below zero speaks against.
"""

from collections.abc import Iterator, Sequence

from depeche.language.repair.contexts import Vote, contexts
from depeche.language.repair.introduced import told
from depeche.language.repair.lexicon import incise_verbs, inhabitants, word_set
from depeche.language.repair.mentions import Mention
from depeche.language.token import Token

_SURE = 3.0
_BARE = 0.75  # places take an article where they act ("la France"), companies and persons do not
_OF, _TO, _IN = frozenset({"de", "des", "du", "d'"}), frozenset({"à", "au", "aux"}), frozenset({"dans"})
_BY = frozenset({"selon", "par", "d'après"})
_ARTICLES = frozenset({"le", "la", "les", "l'"})
_DASHES = frozenset({"—", "–", "--"})
_WAYS = frozenset({"en", "vers", "depuis", "jusqu'"})  # before a name these tell a place
_APPOSITION = 3  # words between the comma and the noun: "X, la toute première ville"


def find_evidence(tokens: Sequence[Token], mention: Mention) -> Iterator[Vote]:
    """What the words of the name and the words around it tell of its kind."""
    first, last = mention.first, mention.last
    label = told(tokens, first, last)
    if label is not None:
        yield label, _SURE
    yield from _form(mention.words)
    top = top_of(tokens, mention)
    yield from _is_said_to_be(tokens, top, last)
    yield from _headline(tokens, first, last)
    if (
        first
        and tokens[first - 1].text in ("Par", "par")
        and top.dep in ("ROOT", "obl:agent")
        and last > first + 1
    ):
        yield "PER", 1.0  # a byline
    role = shared_role(top)
    article = role.child("det")
    if article is not None and article.lower in _ARTICLES and article.i < tokens[first].i:
        yield "PER", -1.0
    if role.dep.startswith("nsubj"):
        yield from _acts(role)
    elif role.dep == "obj":
        yield from contexts("object").get(role.head.lemma, ())
    case = role.child("case")
    if first > 1 and _is_from(tokens[first - 2], tokens[first - 1]):
        yield "ORG", 2.0
    elif case is not None:
        yield from _governed(role, case, mention)
    elif top.dep in ("appos", "nmod", "flat:name") and top.head.pos == "NOUN" and top.head.i < top.i:
        yield from _beside(top.head)
    elif first and tokens[first - 1].pos == "NOUN" and tokens[first - 1].sentence == top.sentence:
        yield from _beside(tokens[first - 1])


def top_of(tokens: Sequence[Token], mention: Mention) -> Token:
    """The word of the name that the others hang on."""
    for token in tokens[mention.first : mention.last]:
        if not tokens[mention.first].i <= token.head.i <= tokens[mention.last - 1].i or token.head is token:
            return token
    return tokens[mention.first]


def shared_role(top: Token) -> Token:
    """The first of joined names, whose place in the sentence all of them share; the name itself otherwise."""
    token = top
    while token.dep == "conj" and token.child("case") is None and token.head.text[:1].isupper():
        token = token.head
    return token


def _is_from(article: Token, word: Token) -> bool:
    """ "le suisse X", "l'italien X" in small letters: a company, for those who live there have a capital."""
    is_origin = word.text.islower() and word.text.capitalize() in inhabitants()
    return is_origin and article.lower in ("le", "l'", "la", "du", "au")


def _beside(noun: Token) -> Iterator[Vote]:
    """ "le ministre des Affaires étrangères, X": the noun need not stand next to the name, nor be its head."""
    for token in (noun, *noun.ancestors()):
        words = {token.lower, token.lemma}
        if words & word_set("trades before a name"):
            yield "PER", 2.0
            return
        if token.dep != "nmod":
            break
    words = {noun.lower, noun.lemma}
    if words & word_set("nouns before a body"):
        yield "ORG", 2.0
    else:
        yield from contexts("beside").get(noun.lower) or contexts("beside").get(noun.lemma, ())


def _form(words: tuple[str, ...]) -> Iterator[Vote]:
    first, last = words[0].lower(), words[-1].lower()
    if first in _ARTICLES and len(words) > 1:
        yield from (vote for vote in contexts("first").get(words[1].lower(), ()) if vote[0] == "ORG")
    elif len(words) > 1:
        yield from contexts("first").get(first, ())
        yield from contexts("last").get(last, ())
    start, hyphen, end = last.rpartition("-")
    if hyphen:
        yield from contexts("joined ending").get(end, ())
        if len(words) == 1:
            yield from contexts("joined start").get(start.split("-")[0], ())
        if "-sur-" in last or "-lès-" in last or "-les-" in last:
            yield "LOC", 2.0
    elif len(words) > 1:
        yield from contexts("joined start").get(first, ())
    if len(words) == 1 and not hyphen:
        for ending, votes in contexts("ending").items():
            if first.endswith(ending) and len(first) > len(ending) + 2:
                yield from votes


def _is_said_to_be(tokens: Sequence[Token], top: Token, last: int) -> Iterator[Vote]:
    """ "X, filiale de …", "X est un village de …"."""
    nouns = contexts("is")
    if top.dep == "nsubj" and top.head.pos == "NOUN" and top.head.child("cop"):
        yield from nouns.get(top.head.lower, ())
    if last < len(tokens) and tokens[last].text in (",", "("):
        for token in tokens[last + 1 : last + 1 + _APPOSITION]:
            if token.pos == "NOUN":
                yield from nouns.get(token.lower, ())
            if token.pos not in ("DET", "ADJ", "ADV"):
                break
        following = [token.lower for token in tokens[last + 1 : last + 4]]
        if following[:2] == ["dont", "le"] and following[2] in ("siège", "capital"):
            yield "ORG", _SURE
        elif following[:1] == ["où"]:
            yield "LOC", 2.0


def _headline(tokens: Sequence[Token], first: int, last: int) -> Iterator[Vote]:
    """ "X : dix morts dans une fusillade"; the place that a dispatch is dated from, "X, 24 juillet (…)", "X — …"."""
    opens = first == 0 or tokens[first - 1].sentence != tokens[first].sentence
    if not opens or last + 1 >= len(tokens):
        return
    is_dated = tokens[last].text in _DASHES or (tokens[last].text == "," and tokens[last + 1].text.isdigit())
    if is_dated and tokens[first].text.isupper():
        yield "LOC", _SURE
    if tokens[last].text == ":":
        following = tokens[last + 1 : last + 4]
        if any(
            token.lower in contexts("toll") for token in following if token.sentence == tokens[first].sentence
        ):
            yield "LOC", 2.0


def _acts(role: Token) -> Iterator[Vote]:
    verb = role.head
    if verb.pos == "VERB" and role.dep == "nsubj":
        yield from contexts("subject").get(verb.lemma, ())
        yield "LOC", -1.0
        if role.child("det") is None:
            yield "bare", _BARE
    elif role.dep == "nsubj:pass":
        yield from (vote for vote in contexts("object").get(verb.lemma, ()) if vote[0] != "LOC")


def _governed(role: Token, case: Token, mention: Mention) -> Iterator[Vote]:
    word, head = case.lower, role.head
    if head.pos == "NOUN" and word in _OF:
        settles = word in ("de", "d'") and role.child("det") is None
        votes = contexts("of").get(head.lower, ())
        yield from (vote for vote in votes if settles or vote != ("LOC", 2.0))
    elif word in _TO:
        yield from _addressed(role, case)
    elif word in _WAYS:
        yield "LOC", 2.0
    elif word == "chez":
        yield from contexts("chez").get(head.lower, (("ORG", 2.0),))
    elif word == "avec":
        yield from contexts("with").get(head.lower, ())
    elif word in _IN:
        yield from _within(role)
    elif word in _BY and (word != "par" or head.feat("VerbForm") == "Part"):
        yield "LOC", -1.0
        if len(mention.words) > 1 and all(word[:1].isupper() for word in mention.words):
            yield "PER", 2.0
    elif word == "par":
        yield from contexts("by way").get(head.lemma, ())
    elif word == "entre" and head.pos == "VERB":
        yield "LOC", 1.0
    elif word in ("auprès", "sur") and head.lemma in incise_verbs():
        yield "ORG", 2.0


def _addressed(role: Token, case: Token) -> Iterator[Vote]:
    """ "à X": a place, unless the verb gives or says something to somebody."""
    head = role.head
    if head.pos == "NOUN":
        if head.lower not in contexts("at list"):
            yield from contexts("at").get(head.lower, (("LOC", 2.0 if case.lower == "à" else 1.0),))
    elif head.lemma in incise_verbs():
        follows = any(child.dep == "nsubj" and child.i > role.i for child in head.children)
        if case.i == head.i + 1 and follows:
            yield "ORG", 2.0  # "a déclaré à X le colonel Y": a medium
    elif head.lemma in contexts("addressee") and not any(
        child.dep.startswith("expl") for child in head.children
    ):
        yield "LOC", -1.0
        yield "ORG", 1.0
        if any(child.dep == "obj" and child.lower in contexts("at") for child in head.children):
            yield "ORG", 1.0
    elif head.pos == "VERB" and case.lower == "à":
        yield "LOC", 2.0


def _within(role: Token) -> Iterator[Vote]:
    head = role.head
    things = (head, *(child for child in head.children if child.dep == "obj"))
    votes = [vote for thing in things for vote in contexts("in").get(thing.lower, ())]
    if head.lemma in incise_verbs():
        votes.append(("ORG", 2.0))  # "note X dans La Gazette"
    yield from votes or [("LOC", 1.0 if role.child("det") is None else 2.0)]
