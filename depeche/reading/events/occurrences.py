"""What fills the slots of a word where it stands, and what the conditions of trigger rows ask about it."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.reading.events import clauses
from depeche.reading.events.classes import WordClass, belongs, word_class
from depeche.reading.events.frames import Frame
from depeche.reading.events.scene import Scene, is_plural
from depeche.reading.events.triggers import Slot, slot
from depeche.reading.once import once

TENSES = {"past": "past", "present": "pres", "imperfect": "impf", "future": "fut", "conditional": "cond",
          "infinitive": "inf", "participle": "past"}  # fmt: skip


class Occurrence:
    """One word of the text as the conditions of trigger rows ask about it."""

    def __init__(
        self,
        token: Token,
        scene: Scene,
        taken: tuple[Token, ...] = (),
        *,
        copular: bool = False,
        reflexive: bool = False,
    ) -> None:
        self.token = token
        self.scene = scene
        self.frame: Frame = scene.frame(token)
        self.copular = copular
        self.reflexive = reflexive
        self.taken = {word.i for word in taken}
        self._found: dict[Slot, list[Token]] = {}
        # An expression reads the complements of its own nouns too ("opposer son veto **à la résolution**").
        self._inner = [
            word for word in taken if word is not token and word.pos in ("NOUN", "PROPN", "ADJ", "ADV")
        ]
        # "s'est vu **refuser** un prêt par le FMI"
        self._further_verbs = [
            word for word in taken if word is not token and word.dep == "xcomp" and word.pos == "VERB"
        ]

    def slot_fillers(self, wanted: Slot) -> list[Token]:
        """The fillers of a slot, without the words of the expression itself; the list is shared."""
        found = self._found.get(wanted)
        if found is None:
            found = self._found[wanted] = self._fillers(wanted)
        return found

    def _fillers(self, wanted: Slot) -> list[Token]:
        found = [token for token in self._raw(wanted) if token.i not in self.taken]
        if wanted.filler == "place":
            found = [token for token in found if clauses.is_place(token, self.scene)]
        elif wanted.filler == "time":
            found = [token for token in found if clauses.is_time(token)]
        elif wanted.filler == "person":
            found = [token for token in found if self.scene.actors(token)]
        elif wanted.filler:
            found = [token for token in found if token.lemma == wanted.filler]
        elif wanted.kind == "nmod" and belongs(self.token, word_class("VISITE"), self.scene):
            found = [token for token in found if not _is_duration(token)]  # "une visite **de trois jours**"
        return list({token.i: token for token in found}.values()) if len(found) > 1 else found

    def _raw(self, wanted: Slot) -> list[Token]:
        kind, frame = wanted.kind, self.frame
        if kind == "subj" and self.copular:
            return frame.grammatical_subjects
        if kind == "subj" and self.reflexive and frame.passive:  # "le Conseil, **réuni** en urgence"
            return frame.obj
        if kind == "subj":
            return frame.subj if not frame.nominal else clauses.governing_subjects(frame, self.scene)
        if kind == "gsubj":
            return clauses.governing_subjects(frame, self.scene)
        if kind == "obj":
            return frame.obj
        if kind in ("obl", "nmod"):
            return self._complements(wanted)
        if kind == "clit":
            if wanted.keys == ("se",):
                return [frame.token] if frame.reflexive else []
            found = frame.clitics.get(wanted.keys[0] if wanted.keys else "lui")
            return [found] if found else []
        if kind == "xcomp":
            return [verb for mark, verb in self._infinitives if not wanted.keys or mark in wanted.keys]
        if kind == "ccomp":
            return [
                verb for mark, verb in frame.clauses if not wanted.keys or mark in wanted.keys or mark == ""
            ]
        if kind == "attr":
            return frame.attr
        if kind == "poss":
            return [frame.possessive] if frame.possessive else self._inner_possessive()
        if kind == "amod":
            words = [
                adjective
                for noun in (self.token, *self._inner, *(() if frame.nominal else frame.obj))
                for adjective in self.scene.frame(noun).adjectives
            ]
            if wanted.keys == ("nat",):
                return [word for word in words if self.scene.actors(word) or self.scene.owners(word)]
            return words
        if kind == "gov":
            return [frame.governor] if frame.governor else []
        if kind == "place":
            return [filler for _, filler in self._pairs if clauses.is_place(filler, self.scene)]
        if kind == "time":
            return [filler for _, filler in self._pairs if clauses.is_time(filler)]
        if kind == "advmod":
            return [child for child in self.token.children if child.dep == "advmod"]
        if kind == "acl":
            return [
                child
                for noun in (self.token, *self._inner)
                for child in noun.children
                if child.dep.startswith("acl")
            ]
        return []

    def _inner_possessive(self) -> list[Token]:
        found = [self.scene.frame(noun).possessive for noun in self._inner]
        return [token for token in found if token]

    @once
    def _infinitives(self) -> list[tuple[str, Token]]:
        found = list(self.frame.infinitives)
        for noun in self._inner:
            found.extend(self.scene.frame(noun).infinitives)
        return found

    @once
    def _pairs(self) -> list[tuple[str, Token]]:
        pairs = list(self.frame.obl)
        for noun in (*self._inner, *self._further_verbs):
            pairs.extend(self.scene.frame(noun).own_obl)
        if self.frame.nominal:
            pairs.extend(clauses.borrowed_complements(self.frame, self.scene))
        return pairs

    def _complements(self, wanted: Slot) -> list[Token]:
        keys = wanted.keys
        pairs = self._pairs
        own = [filler for preposition, filler in self.frame.own_obl if not keys or preposition in keys]
        if own and wanted.role in ("actor", "recipient"):
            pairs = (
                self.frame.own_obl
            )  # what hangs on the verb itself is nearer than what hangs on its object
        found = [filler for preposition, filler in pairs if not keys or preposition in keys]
        if wanted.role == "recipient" and len(found) > 1:
            # "à l'armée rwandaise **au Mozambique**": a place, no second receiver
            first = next((filler for filler in found if self.scene.owners(filler)), None)
            found = [
                filler
                for filler in found
                if first is None
                or filler.i <= first.i
                or filler.dep == "conj"
                or not clauses.is_place(filler, self.scene)
            ]
        if "à" in keys:
            found += [
                filler for preposition, filler in pairs if preposition == "en" and wanted.filler == "place"
            ]
            for name in ("lui", "y"):
                clitic = self.frame.clitics.get(name)
                if clitic is not None and (name == "y") == (not self.scene.actors(clitic)):
                    found.append(clitic)
        if "de" in keys and "en" in self.frame.clitics:
            found.append(self.frame.clitics["en"])
        if "par" in keys and self.frame.passive:
            found.extend(self.frame.subj)
        return found

    # What conditions ask for (see needs.Witness).

    def fillers(self, name: str) -> list[Token] | None:
        """The fillers of a slot by its notation; None where ellipsis or form hide the subject."""
        if name == "ccomp-subj":
            return [
                token
                for _, verb in self.frame.clauses
                for token in self.scene.frame(verb).grammatical_subjects
            ] or None
        if name == "obj-owner":
            return self.frame.obj
        found = self.slot_fillers(slot(name))
        if not found and name in ("subj", "gsubj"):
            return None
        return found

    def member(self, token: Token, wanted: WordClass | str) -> bool | None:
        """Whether a filler belongs to a class; classes of the slot kind need the world and stay unknown."""
        if isinstance(wanted, str):
            return clauses.slot_class(token, wanted, self.frame, self.scene)
        return belongs(token, wanted, self.scene)

    def value(self, name: str) -> str | None:
        """Tense, polarity, voice and the like."""
        frame = self.frame
        if name == "tense":
            return TENSES.get(syntax.tense(self._carrier()))
        if name in ("ccomp-tense", "ccomp-mood"):
            if not frame.clauses:
                return "none"
            tense = syntax.tense(frame.clauses[0][1])
            if name == "ccomp-mood":
                return "subj" if tense == "subjunctive" or _may_be_subjunctive(frame.clauses[0][1]) else "ind"
            return TENSES.get(tense, "none")
        if name == "xcomp-tense":
            verbs = [verb for _, verb in self._infinitives]
            return None if not verbs else ("past" if syntax.auxiliaries(verbs[0]) else "pres")
        if name == "polarity":
            return "neg" if syntax.is_negated(self.token) else "pos"
        if name == "voice":
            return "passive" if frame.passive else "active"
        if name == "obj-owner":
            return clauses.object_owner(frame, self.scene)
        if name == "gov":
            return frame.governor.lemma if frame.governor else "none"
        return None

    def _carrier(self) -> Token:
        return self.token if not self.frame.nominal or self.frame.governor is None else self.frame.governor

    def flag(self, name: str) -> bool | None:
        """Flags of section 3 of the notation."""
        base, _, argument = name.partition("(")
        if base == "plural":
            return self._plural(argument.rstrip(")"))
        if base == "passive":
            return self.frame.passive
        if base == "attributed":
            return self.scene.statement_of(self.token) is not None
        return clauses.flag(base, self.frame, self.scene)

    def _plural(self, argument: str) -> bool:
        tokens = self.slot_fillers(slot("obj" if argument == "obj" else "subj"))
        return is_plural(tokens, [actor for token in tokens for actor in self.scene.owners(token)])

    def mentions(self, left: str, wanted: WordClass) -> bool | None:
        """Whether the sentence (context) or what is said (content) has a word of a class."""
        words = self.scene.sentence_lemmas(self.token)
        return not words.isdisjoint(wanted.lemmas) or any(
            head in words and all(word in words for word in rest)
            for head, group in wanted.phrases.items()
            for rest in group
        )

    @once
    def negated(self) -> bool:
        """Whether the word or the verb that carries it is negated."""
        return clauses.is_negated(self.frame, self.scene)


def _is_duration(token: Token) -> bool:
    """Whether a noun is a number of units of time."""
    return clauses.is_time(token) and any(child.pos == "NUM" for child in token.children)


def _may_be_subjunctive(verb: Token) -> bool:
    """Whether a present is written like a subjunctive ("exige que Rome **lève** l'embargo")."""
    regular = verb.lemma.endswith("er") and verb.lower.endswith(("e", "ent"))
    return regular and syntax.tense(verb) == "present" and not syntax.auxiliaries(verb)
