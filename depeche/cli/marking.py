"""An article's text with marks where its records stand."""

from collections import defaultdict

from depeche.model import Reading


def marked(reading: Reading) -> str:
    """The text with ⟦s1 …⟧ around what is said and ⟨e1⟩ after sentences that tell events, furniture left out."""
    text = reading.article.text
    opening: dict[int, list[tuple[int, str]]] = defaultdict(list)
    closing: dict[int, list[str]] = defaultdict(list)
    told: dict[int, list[str]] = defaultdict(list)
    for number, statement in enumerate(reading.statements, start=1):
        for span in statement.content:
            opening[span.start].append((-span.end, f"⟦s{number} "))
            closing[span.end].append("⟧")
    for number, event in enumerate(reading.events, start=1):
        for span in event.evidence:
            told[span.end].append(f"e{number}")
    cuts = {cut.span.start: cut for cut in reading.article.furniture}
    edges = sorted({0, len(text), *opening, *closing, *told, *cuts, *(cut.span.end for cut in cuts.values())})
    pieces, hidden_until = [], 0
    for edge, following in zip(edges, [*edges[1:], len(text)], strict=True):
        pieces += closing[edge]
        if told[edge]:
            pieces.append(f" ⟨{' '.join(told[edge])}⟩")
        pieces += [mark for _, mark in sorted(opening[edge])]
        if cut := cuts.get(edge):
            hidden_until = max(hidden_until, cut.span.end)
            if cut.span.of(text).strip():
                pieces.append(f"[{cut.reason}: {len(cut.span)} characters]")
                pieces.append("\n" if cut.span.of(text).endswith("\n") else "")
        if edge >= hidden_until:
            pieces.append(text[edge:following])
    return "".join(pieces)
