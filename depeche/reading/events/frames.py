"""What fills the slots of a verb, noun or adjective: the view of the tree that trigger rows are matched on."""

from depeche.language import syntax
from depeche.language.conjugation import verb_of
from depeche.language.token import Token
from depeche.reading.events.clitics import clitics_before
from depeche.reading.events.complements import complements
from depeche.reading.events.objects import DAYS, all_joined, objects_of
from depeche.reading.events.subordinates import (
    QUALIFYING,
    attributes_under,
    clauses_under,
    infinitives_under,
)
from depeche.reading.events.words import words
from depeche.reading.once import once

STATE_VERBS = words("linking verbs")


class Frame:
    """A predicate of the tree: a verb, a noun or an adjective, and the fillers of its slots.

    Passives are turned regular: the agent is the subject, the grammatical subject the object.
    """

    def __init__(self, token: Token) -> None:
        self.token = token
        self.nominal = token.pos in ("NOUN", "PROPN") and not any(
            child.dep == "cop" for child in token.children
        )

    @once
    def copular(self) -> bool:
        """Whether être or a verb like it ("se dire", "rester") links the token to its subject."""
        if any(child.dep == "cop" or child.lemma == "être" for child in self.token.children):
            return True
        head = self._above
        if self.token.dep == "conj" and head.pos in ("ADJ", "VERB") and syntax.auxiliaries(head):
            return True
        return (
            self.token.dep in ("xcomp", "obj", "amod", "advcl", "ccomp")
            and head.lemma in STATE_VERBS
            and head.pos == "VERB"
        )

    @once
    def passive(self) -> bool:
        """Whether the verb is passive."""
        if (
            self.token.pos == "ADJ"
        ):  # participles that the parser takes for adjectives ("des soldats capturés par …")
            return self.token.dep in ("acl", "amod") and verb_of(self.token.lower) is not None
        return self.token.pos in ("VERB", "AUX") and syntax.is_passive(self.token) and not self.reflexive

    @once
    def undergone(self) -> bool:
        """Whether the subject undergoes the act ("s'est vu **refuser** un prêt par le FMI")."""
        seen = any(child.dep == "aux:caus" and child.lemma == "voir" for child in self.token.children)
        return (seen and syntax.is_reflexive(self.token)) or self.seer is not None

    @once
    def seer(self) -> Token | None:
        """The verb of "s'est **vu** refuser", where the infinitive hangs on it."""
        head = self.token.head
        above = head.lemma == "voir" and self.token.dep == "xcomp" and syntax.is_infinitive(self.token)
        return head if above and head is not self.token and syntax.is_reflexive(head) else None

    @once
    def reflexive(self) -> bool:
        """Whether a reflexive clitic hangs on the verb, "nous nous" included."""
        if self.undergone:
            return False
        if syntax.is_reflexive(self.token):
            return True
        twice = [
            child
            for child in self.token.children
            if child.pos == "PRON" and child.lower in ("nous", "me", "m'", "vous")
        ]
        subjects = {child.lower for child in self.token.children if child.dep.startswith("nsubj")}
        return any(
            child.dep in ("obj", "iobj", "expl:pv", "expl")
            and (child.lower in subjects or (child.lower in ("me", "m'") and {"je", "j'"} & subjects))
            for child in twice
        )

    @once
    def reciprocal(self) -> bool:
        """Whether "se" says that several do it to each other ("Rome et Berlin s'accusent")."""
        clitics = [child for child in self.token.children if child.lower in ("se", "s'")]
        if not self.reflexive or not clitics:
            return False
        if any(child.dep in ("obj", "iobj") for child in clitics):
            return True
        things = any(child.pos == "NOUN" for child in self.obj)
        return things and len(self.grammatical_subjects) > 1  # "s'échangent des images"

    @once
    def grammatical_subjects(self) -> list[Token]:
        """Subjects as the tree has them, shared and controlled ones included."""
        token = self.token
        if token.pos in ("VERB", "AUX") or any(child.dep.startswith("nsubj") for child in token.children):
            return all_joined(token, syntax.subjects(token)) or self._beside_auxiliary
        if token.pos in ("ADJ", "NOUN") and self.copular:
            if any(child.dep == "cop" for child in token.children):
                return syntax.subjects(token)
            return syntax.subjects(self._above)
        if token.pos == "ADJ" and token.dep in ("amod", "appos", "acl", "advcl", "obl:mod"):
            above = self._above
            return [above] if above.pos in ("NOUN", "PROPN") else syntax.subjects(above)
        return []

    @once
    def _above(self) -> Token:
        """What the token hangs on; for an adjective beside a day, the verb ("s'est dit jeudi **prêt** à …")."""
        head = self.token.head
        timed = self.token.dep == "amod" and head.lower in DAYS and head.head.pos == "VERB"
        return head.head if timed else head

    @property
    def _beside_auxiliary(self) -> list[Token]:
        """The subject that the parse hung on the auxiliary ("**l'armée** a, depuis lors, déployé …")."""
        return [
            child
            for auxiliary in syntax.auxiliaries(self.token)
            for child in auxiliary.children
            if child.dep.startswith("nsubj")
        ]

    @once
    def subj(self) -> list[Token]:
        """Who acts: the subject, or the agent of a passive."""
        if not self.passive and not self.undergone:
            return self.grammatical_subjects
        agents = [filler for preposition, filler in complements(self.token) if preposition == "par"]
        for child in self.token.children:
            if child.dep == "obl:agent":
                agents.extend(syntax.conjuncts(child))
        if not agents:  # "reçue à son tour **par le président**": hung on what stands in between
            inner = [
                pair for child in self.token.children if child.dep == "xcomp" for pair in complements(child)
            ]
            agents = [filler for preposition, filler in (*self.obl, *inner) if preposition == "par"]
        return list({token.i: token for token in agents}.values())

    @once
    def obj(self) -> list[Token]:
        """Whom or what the act is done to: the direct object, or the subject of a passive."""
        if self.passive:
            if self.token.dep in ("acl", "amod") and self.token.head.pos in ("NOUN", "PROPN", "PRON"):
                head = self.token.head
                together = self.token.feat("Number") == "Plur" and head.feat("Number") != "Plur"
                return (
                    syntax.conjuncts(head) if together else [head]
                )  # "le roi et le président, **réunis** à Oslo"
            return self.grammatical_subjects
        return objects_of(self.token, self.grammatical_subjects, self.own_obl, reflexive=self.reflexive)

    @once
    def own_obl(self) -> list[tuple[str, Token]]:
        """Complements with a preposition that hang on the token itself."""
        return complements(self.token)

    @once
    def obl(self) -> list[tuple[str, Token]]:
        """Complements of the token, then those that the parser may have hung on its object or complement.

        A noun that another noun counts or contains is looked into as well ("un train de sanctions **contre Minsk**").
        """
        found = list(self.own_obl)
        if self.nominal:
            return found
        for noun in [*self.obj, *(filler for _, filler in self.own_obl)]:
            if noun.i > self.token.i and noun.pos in ("NOUN", "PROPN"):
                inner = complements(noun)
                found.extend(inner)
                for preposition, filler in inner:
                    if preposition == "de" and filler.pos == "NOUN":
                        found.extend(complements(filler))
        return found

    @once
    def infinitives(self) -> list[tuple[str, Token]]:
        """Pairs of introducing preposition ("" for none) and infinitive that complete the token."""
        heads = [self.token]
        if self.token.pos == "ADJ" and self._above is not self.token.head:
            heads.append(self._above)  # "s'est dite mercredi prête à **négocier**"
        if not self.nominal:
            heads += [noun for noun in self.obj if noun.i > self.token.i]
            if not any(syntax.is_infinitive(child) for head in heads for child in head.children):
                # "a demandé à l'Irak, par une note remise lundi, **de rouvrir** …"
                nouns = [filler for _, filler in self.own_obl if filler.pos == "NOUN"]
                heads += [noun for noun in nouns if noun.i > self.token.i]
        return infinitives_under(heads)

    @once
    def clauses(self) -> list[tuple[str, Token]]:
        """Pairs of conjunction ("que", "si") and predicate of finite complement clauses."""
        return clauses_under(self.token)

    @once
    def attr(self) -> list[Token]:
        """What is said of the subject or object ("juge le projet **déséquilibré**")."""
        found = attributes_under(self.token)
        found += [
            filler
            for preposition, filler in self.own_obl
            if preposition in ("de", "comme") and self.token.lemma in QUALIFYING
        ]
        if self.token.lemma in QUALIFYING and not found:  # "qualifie l'appel **de bonne chose**"
            found += [filler for noun in self.obj for name, filler in complements(noun) if name == "de"]
        for noun in self.obj:
            if noun.i > self.token.i:
                found += self._modifiers(noun)
        return found

    @staticmethod
    def _modifiers(noun: Token) -> list[Token]:
        own = [child for child in noun.children if child.dep in ("amod", "acl")]
        joined = [one for child in own if child.pos == "ADJ" for one in syntax.conjuncts(child)[1:]]
        return [word for word in (*own, *joined) if word.pos in ("ADJ", "VERB")]

    @once
    def clitics(self) -> dict[str, Token]:
        """Clitics by name: lui (and leur, nous, me, vous as indirect object), y, en."""
        found = clitics_before(self.token, reflexive=self.reflexive)
        if self.undergone and self.grammatical_subjects:
            found.setdefault("lui", self.grammatical_subjects[0])
        return found

    @once
    def governor(self) -> Token | None:
        """The predicate above the token, or None at the root; conjuncts share their first member's."""
        token = self.token
        while token.dep == "conj":
            token = token.head
        return None if token.head is token else token.head

    @once
    def adjectives(self) -> list[Token]:
        """Adjectives and participles that modify a noun."""
        return self._modifiers(self.token)

    @once
    def possessive(self) -> Token | None:
        """The possessive determiner of a noun."""
        return next(
            (child for child in self.token.children if child.dep == "det" and child.feat("Poss")), None
        )
