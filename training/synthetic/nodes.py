"""Building trees: a node with what stands to its left and right; the order of the words follows from it."""

import itertools

from training.sentences import Sentence, Word

MASC, FEM = {"Gender": "Masc", "Number": "Sing"}, {"Gender": "Fem", "Number": "Sing"}
MASCS, FEMS = {"Gender": "Masc", "Number": "Plur"}, {"Gender": "Fem", "Number": "Plur"}
_VOWELS = "aeiouyàâäéèêëîïôöùûüœAEIOUYÀÂÉÈÊÎÔÛŒ"
_ASPIRATED = ("h", "H", "yé", "Yé", "Onz", "onz", "oui")


class Node:
    """A word with its dependents; `left` and `right` hold pairs (relation, node) in text order."""

    def __init__(
        self,
        form: str,
        pos: str,
        lemma: str = "",
        feats: dict[str, str] | None = None,
        *,
        ent: str = "",
        space: bool = True,
    ) -> None:
        self.form, self.pos, self.lemma = form, pos, lemma or (form if pos == "PROPN" else form.lower())
        self.feats = dict(feats or {})
        self.ent, self.space = ent, space
        self.left: list[tuple[str, Node]] = []
        self.right: list[tuple[str, Node]] = []

    def before(self, dep: str, node: "Node") -> "Node":
        """Put a dependent to the left, next to what already stands there; returns this node."""
        self.left.append((dep, node))
        return self

    def first(self, dep: str, node: "Node") -> "Node":
        """Put a dependent leftmost; returns this node."""
        self.left.insert(0, (dep, node))
        return self

    def after(self, dep: str, node: "Node") -> "Node":
        """Put a dependent rightmost; returns this node."""
        self.right.append((dep, node))
        return self

    def nodes(self) -> list["Node"]:
        """The words of the subtree in text order."""
        found: list[Node] = []
        for _, node in self.left:
            found += node.nodes()
        found.append(self)
        for _, node in self.right:
            found += node.nodes()
        return found


def mark(form: str) -> Node:
    """A punctuation mark."""
    return Node(form, "PUNCT", form)


def comma() -> Node:
    """A comma."""
    return mark(",")


def begins_with_vowel(form: str) -> bool:
    """Whether articles and que are elided before the word; a muted h is not known, so h counts as aspirated."""
    return form[:1] in _VOWELS and not form.startswith(_ASPIRATED)


def linearise(root: Node) -> Sentence:
    """The sentence of a tree, elided and spaced as French is printed, its first letter large."""
    nodes = _without_double_commas(root.nodes())
    place = {id(node): index for index, node in enumerate(nodes)}
    words = [
        Word(node.form, node.pos, node.lemma, dict(node.feats), 0, "ROOT", node.space, node.ent)
        for node in nodes
    ]
    words[place[id(root)]].head = place[id(root)]
    for node in nodes:
        for dep, child in (*node.left, *node.right):
            if id(child) not in place:
                continue
            words[place[id(child)]].head = place[id(node)]
            words[place[id(child)]].dep = dep
    for word, following in itertools.pairwise(words):
        _elide(word, following)
        if (
            following.form in (",", ".", ")", "...", "…")
            or following.form.startswith("-t-")
            or word.form in ("(", "'")
        ):
            word.space = False
        if word.form.endswith("'") and len(word.form) > 1:
            word.space = False
    _capitalise(words)
    return words


def _without_double_commas(nodes: list[Node]) -> list[Node]:
    """A comma that ends an apposition is not printed before another mark or at the beginning."""
    kept: list[Node] = []
    for node, following in zip(nodes, [*nodes[1:], None], strict=True):
        is_double = following is None or following.form in (",", ".", ":", ")", "»", "”") or not kept
        if node.form == "," and node.pos == "PUNCT" and is_double:
            if kept and following is not None and following.form not in (",", ".", ":", ")"):
                kept[-1].space = node.space
            continue
        kept.append(node)
    return kept


def _elide(word: Word, following: Word) -> None:
    form = following.form
    if (
        word.form.lower() in ("de", "que", "le", "la", "se", "ne")
        and word.pos != "PROPN"
        and begins_with_vowel(form)
    ):
        if word.form.lower() in ("le", "la") and word.pos not in ("DET", "PRON"):
            return
        word.form = word.form[:-1] + "'"
        word.space = False
        if word.pos == "DET":
            word.feats.pop("Gender", None)


def _capitalise(words: Sentence) -> None:
    for word in words:
        if word.pos != "PUNCT":
            word.form = word.form[:1].upper() + word.form[1:]
            return
