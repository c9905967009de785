"""Annotated sentences: the form that treebanks, generated trees and our own press sentences share."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

UNKNOWN = "?"  # entity label of a word that nobody annotated


@dataclass(slots=True)
class Word:
    """One token. `head` is an index in the sentence, a root's is its own. `ent` is "", UNKNOWN or a BIO label."""

    form: str
    pos: str = ""
    lemma: str = ""
    feats: dict[str, str] = field(default_factory=dict)
    head: int = 0
    dep: str = ""
    space: bool = True
    ent: str = ""


Sentence = list[Word]


def read_conllu(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file; a contraction (du, aux) is one word, as in the text.

    Sentences that carry a word without a head are left out.
    """
    lines: list[list[str]] = []
    ranges: dict[int, tuple[int, list[str]]] = {}
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if not line.strip():
            if lines and all(cells[6] != "_" for cells in lines):
                yield _merge(lines, ranges)
            lines, ranges = [], {}
        elif not line.startswith("#"):
            cells = line.split("\t")
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                ranges[first] = (last, cells)
            elif "." not in cells[0]:
                lines.append(cells)


def _merge(lines: list[list[str]], ranges: dict[int, tuple[int, list[str]]]) -> Sentence:
    groups: list[tuple[list[int], list[str]]] = []
    number = 1
    while number <= len(lines):
        last, cells = ranges.get(number, (number, lines[number - 1]))
        groups.append((list(range(number, last + 1)), cells))
        number = last + 1
    group_of = {member: index for index, (members, _) in enumerate(groups) for member in members}
    found = []
    for index, (members, cells) in enumerate(groups):
        # The part that heads all the others stands for the whole; else the first part does.
        first = next(
            (
                part
                for part in members
                if all(int(lines[other - 1][6]) == part for other in members if other != part)
            ),
            members[0],
        )
        own = lines[first - 1]
        feats: dict[str, str] = {}
        for member in members:
            feats |= parse_feats(lines[member - 1][5])
        head = int(own[6])
        found.append(
            Word(
                form=cells[1],
                pos=own[3],
                lemma=own[2] if own[2] != "_" else cells[1].lower(),
                feats=feats,
                head=index if head == 0 else group_of[head],
                dep="ROOT" if head == 0 else own[7],
                space="SpaceAfter=No" not in cells[9],
                ent=_entity(cells[9]),
            )
        )
    return found


def parse_feats(cell: str) -> dict[str, str]:
    """The features of a CoNLL-U cell."""
    return {} if cell == "_" else dict(pair.split("=", 1) for pair in cell.split("|") if "=" in pair)


def write_feats(feats: dict[str, str]) -> str:
    """The features as spaCy and CoNLL-U write them, sorted."""
    return "|".join(f"{name}={feats[name]}" for name in sorted(feats))


def _entity(misc: str) -> str:
    for pair in misc.split("|"):
        if pair.startswith("Ent="):
            return pair.removeprefix("Ent=").removeprefix("O")
    return UNKNOWN


def write_conllu(path: Path, sentences: list[Sentence]) -> None:
    """Write sentences as CoNLL-U; entities stand in the last column as `Ent=B-PER`."""
    lines: list[str] = []
    for number, sentence in enumerate(sentences, start=1):
        lines += [f"# sent_id = {number}", f"# text = {text_of(sentence)}"]
        for index, word in enumerate(sentence):
            misc = [] if word.space else ["SpaceAfter=No"]
            misc += [] if word.ent == UNKNOWN else [f"Ent={word.ent or 'O'}"]
            head = 0 if word.head == index else word.head + 1
            lines.append(
                "\t".join(
                    [str(index + 1), word.form, word.lemma, word.pos, "_", write_feats(word.feats) or "_", str(head),
                     "root" if head == 0 else word.dep, "_", "|".join(misc) or "_"]
                )
            )  # fmt: skip
        lines.append("")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def text_of(sentence: Sentence) -> str:
    """The sentence as it is printed."""
    return "".join(word.form + (" " if word.space else "") for word in sentence).rstrip()
