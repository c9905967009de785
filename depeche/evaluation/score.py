"""Score what a system extracted against gold, article by article (codebook section 8)."""

from collections.abc import Iterable, Mapping

from depeche.evaluation.events import score_events
from depeche.evaluation.pages import score_page, score_positions, score_terms
from depeche.evaluation.scores import Scores
from depeche.evaluation.statements import score_statements
from depeche.exchange.jsonl import Line


class OtherText(ValueError):
    """Gold and system have one article id but count their offsets in two different texts."""


def score(gold: Iterable[Line], system: Iterable[Line], *, texts: Mapping[str, str] | None = None) -> Scores:
    """Compare by article id; a gold article the system lacks counts as wholly missed, others are left out.

    `texts` maps article ids to raw texts, from which the differences quote. Raises OtherText where one id
    stands for two texts.
    """
    read = {line.id: line for line in system}
    scores = Scores()
    for line in sorted(gold, key=lambda line: line.id):
        found = read.get(line.id) or Line(id=line.id)
        if line.text_sha256 and found.text_sha256 and line.text_sha256 != found.text_sha256:
            raise OtherText(f"{line.id}: gold was annotated on another text than the system read")
        text = (texts or {}).get(line.id, "")
        scores.articles += 1
        score_statements(scores, line.id, gold=line.statements, system=found.statements, text=text)
        score_events(scores, line.id, gold=line.events, system=found.events, text=text)
        score_positions(scores, gold=line, system=found, text=text)
        score_terms(scores, gold=line, system=found)
        score_page(scores, gold=line, system=found, text=text)
    return scores
