"""When an act happened: the time expression of its clause, of what governs it, or of its occasion."""

from depeche.language import syntax
from depeche.language.token import Token
from depeche.model import Moment
from depeche.reading.events.acts import Act
from depeche.reading.events.scene import Scene

SPOKEN = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))


class Calendar:
    """The moments of one article by the predicate that they date."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._dated: dict[int, list[Moment]] = {}
        for moment in scene.moments:
            if moment.edtf is None:
                continue
            tokens = scene.parse.tokens_in(moment.span)
            if not tokens:
                continue
            for holder in self._holders(tokens):
                self._dated.setdefault(holder.i, []).append(moment)

    def _holders(self, tokens: list[Token]) -> list[Token]:
        """The words that a time expression dates: the noun it hangs on, and the predicate of its clause."""
        inside = {token.i for token in tokens}
        top = next((token for token in tokens if token.head.i not in inside), tokens[0])
        found: list[Token] = []
        for above in top.ancestors():
            found.append(above)
            if above.pos in ("VERB", "AUX") or any(child.dep in ("cop", "nsubj") for child in above.children):
                break
        return found

    def of(self, token: Token) -> Moment | None:
        """The moment that dates a word; with several, the last before or next to it."""
        found = self._dated.get(token.i)
        if not found:
            return None
        return min(found, key=lambda moment: abs(moment.span.start - token.start))

    def date(self, act: Act) -> str | None:
        """The EDTF date of an act, or None where its own clauses give none."""
        moment = self.of(act.token)
        if moment is not None:
            return moment.edtf
        if act.verb is not None and act.verb is not act.token:
            moment = self.of(act.verb)
            if moment is not None:
                return moment.edtf
        return self._inherited(act)

    def _inherited(self, act: Act) -> str | None:
        """The date of the clause that an act is coordinated with, depends on as speech, or is the occasion of."""
        token = act.verb or act.token
        spoken = act.type in SPOKEN
        for _ in range(4):
            head = token.head
            if head is token:
                break
            relation = token.dep
            if relation == "conj" and head.pos in ("VERB", "AUX"):
                pass
            elif relation in ("ccomp", "xcomp", "advcl", "parataxis", "parataxis:insert") and spoken:
                pass
            elif relation in ("acl:relcl", "acl") and spoken:
                while head.head is not head and head.pos not in ("VERB", "AUX"):
                    head = head.head
            elif relation.startswith(("obl", "advcl", "nmod")) and self._scene.frame(act.token).nominal:
                pass
            else:
                break
            moment = self.of(head)
            if moment is not None:
                return moment.edtf
            token = head
        for child in (act.verb or act.token).children:
            if child.dep == "parataxis:insert" and spoken and (moment := self.of(child)) is not None:
                return moment.edtf
        return None


def is_present(act: Act) -> bool:
    """Whether the act is told in the present or the perfect, so that the day of the article may be its day."""
    return syntax.tense(act.verb or act.token) in ("past", "present")
