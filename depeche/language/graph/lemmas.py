"""Lemmas as rules: which letters of a form's end give way to which others ("déclaraient" -aient +er)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """Keep the form's capitals or not, cut `cut` letters at its end, add `added`."""

    capitals: bool
    cut: int
    added: str

    def apply(self, form: str) -> str | None:
        """The lemma, or None when the form is too short for the rule."""
        base = form if self.capitals else form.lower()
        if self.cut > len(base):
            return None
        return (base[: len(base) - self.cut] + self.added) or None

    def write(self) -> str:
        """As text, for the weights."""
        return f"{'X' if self.capitals else 'x'}{self.cut}+{self.added}"


def read_rule(text: str) -> Rule:
    """The rule that `write` has written."""
    head, added = text.split("+", 1)
    return Rule(head[0] == "X", int(head[1:]), added)


def find_rule(form: str, lemma: str) -> Rule:
    """The rule with the longest common beginning; capitals are kept only where the lemma needs them."""
    best: Rule | None = None
    for capitals in (False, True):
        base = form if capitals else form.lower()
        shared = 0
        while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
            shared += 1
        rule = Rule(capitals, len(base) - shared, lemma[shared:])
        if best is None or len(rule.added) < len(best.added):
            best = rule
    assert best is not None
    return best
