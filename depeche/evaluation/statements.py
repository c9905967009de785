"""Scoring of statements (codebook section 8)."""

from collections.abc import Sequence

from depeche.evaluation.names import same_actor
from depeche.evaluation.scores import Difference, Scores
from depeche.evaluation.spans import dice, pair_best
from depeche.exchange.jsonl import SpeakerEntry, StatementEntry
from depeche.model import Span

FOUND = 0.5
STRICT = 0.9


def score_statements(
    scores: Scores,
    article: str,
    *,
    gold: Sequence[StatementEntry],
    system: Sequence[StatementEntry],
    text: str,
) -> None:
    """Add one article's statements to the scores, with and without those of mode `act`."""
    pairs = pair_statements(gold, system)
    _count(scores, "", gold, system, pairs)
    _rates(scores, [(gold[i], system[j]) for i, j in pairs])
    paired = {i for i, _ in pairs}
    for i, one in enumerate(gold):
        if one.mode == "direct":
            scores.rates["direct statements found"].add(i in paired)
    _differences(scores, article, gold, system, pairs, text=text)
    gold = [one for one in gold if one.mode != "act"]
    system = [one for one in system if one.mode != "act"]
    _count(scores, " without act", gold, system, pair_statements(gold, system))


def pair_statements(
    gold: Sequence[StatementEntry], system: Sequence[StatementEntry]
) -> list[tuple[int, int]]:
    """Pairs of indexes whose contents overlap by Dice of 0.5 or more; at a tie the same speaker first."""

    def worth(one: StatementEntry, other: StatementEntry) -> tuple[float, bool, bool, bool] | None:
        overlap = dice(one.content, other.content)
        if overlap < FOUND:
            return None
        return overlap, same_actor(one.speaker, other.speaker), one.cue == other.cue, one.mode == other.mode

    return pair_best(gold, system, worth=worth)


def _count(
    scores: Scores,
    suffix: str,
    gold: Sequence[StatementEntry],
    system: Sequence[StatementEntry],
    pairs: list[tuple[int, int]],
) -> None:
    strict = sum(dice(gold[i].content, system[j].content) >= STRICT for i, j in pairs)
    spoken = sum(same_actor(gold[i].speaker, system[j].speaker) for i, j in pairs)
    scores.counts["statement" + suffix].add(len(pairs), len(gold), len(system))
    scores.counts["statement strict" + suffix].add(strict, len(gold), len(system))
    scores.counts["statement + speaker" + suffix].add(spoken, len(gold), len(system))


def _rates(scores: Scores, pairs: list[tuple[StatementEntry, StatementEntry]]) -> None:
    for one, other in pairs:
        scores.rates["boundaries strict"].add(dice(one.content, other.content) >= STRICT)
        scores.rates["speaker right"].add(same_actor(one.speaker, other.speaker))
        scores.rates["mode right"].add(one.mode == other.mode)
        if one.act is not None:
            scores.rates["act of speech right"].add(one.act == other.act)
        if one.addressee or other.addressee:
            scores.rates["addressee right"].add(_same_addressees(one, other))


def _same_addressees(one: StatementEntry, other: StatementEntry) -> bool:
    pairs = pair_best(
        one.addressee, other.addressee, worth=lambda left, right: 1 if same_actor(left, right) else None
    )
    return len(pairs) == len(one.addressee) == len(other.addressee)


def _differences(
    scores: Scores,
    article: str,
    gold: Sequence[StatementEntry],
    system: Sequence[StatementEntry],
    pairs: list[tuple[int, int]],
    *,
    text: str,
) -> None:
    def note(
        what: str, one: StatementEntry | None, other: StatementEntry | None, *, said: str, read: str
    ) -> None:
        shown = one or other
        scores.differences.append(
            Difference(
                article=article, kind="statements", what=what, gold=said, system=read,
                text=quote(shown.content, text) if shown else "",
            )
        )  # fmt: skip

    paired = dict(pairs)
    for i, one in enumerate(gold):
        if i not in paired:
            note("missed", one, None, said=_told(one), read="")
            continue
        other = system[paired[i]]
        if dice(one.content, other.content) < STRICT:
            note("boundaries", one, other, said=str(spans(one.content)), read=quote(other.content, text))
        if not same_actor(one.speaker, other.speaker):
            note("speaker", one, other, said=named(one.speaker), read=named(other.speaker))
        if one.mode != other.mode:
            note("mode", one, other, said=one.mode, read=other.mode)
        if one.act is not None and one.act != other.act:
            note("act of speech", one, other, said=one.act, read=str(other.act))
    for j in sorted(set(range(len(system))) - set(paired.values())):
        note("extra", None, system[j], said="", read=_told(system[j]))


def _told(entry: StatementEntry) -> str:
    return f"{entry.mode}, {named(entry.speaker)}, {entry.act}"


def named(entry: SpeakerEntry | None) -> str:
    """An actor as people read it: name and country."""
    return f"{entry.name} ({entry.country or '–'})" if entry else "nobody"


def spans(entries: Sequence[Span]) -> list[tuple[int, int]]:
    """Spans as plain pairs."""
    return [(span.start, span.end) for span in entries]


def quote(entries: Sequence[Span], text: str) -> str:
    """The characters of the spans, " […] " between them; the bare offsets where the text is not at hand."""
    if not text:
        return str(spans(entries))
    return " […] ".join(" ".join(span.of(text).split()) for span in entries)
