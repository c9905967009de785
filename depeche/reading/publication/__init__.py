"""When an article was published: printed in its page, or inferred from what its text cannot avoid telling."""

from collections.abc import Sequence
from dataclasses import replace

from depeche.model import Block, Cut, DateSaid, Published
from depeche.model.article import Basis
from depeche.reading.publication.evidence import Evidence, read_evidence
from depeche.reading.publication.printed import Printed, find_printed
from depeche.reading.publication.story import Guess, date_story
from depeche.reading.publication.weighing import Chosen, told_by, weigh
from depeche.reading.publication.years import guess_year

__all__ = ["infer_published"]


def infer_published(
    text: str,
    *,
    blocks: Sequence[Block],
    furniture: Sequence[Cut],
    given: str | None,
    given_basis: Basis = "given",
    where: str | None = None,
    others: Sequence[DateSaid] = (),
) -> Published:
    """The publication date of an article with its basis, the candidates that remain, and the reasons.

    `text` is the raw text, `blocks` its paragraphs and `furniture` what was cut, stamps among it. A date that came
    with the document (`given`, EDTF), as told `where`, stands as it is; `others` are further days that came with it.
    Those that disagree are kept as candidates and reasons. A printed date without a year gets one only when weekdays,
    years named in the text, or who held which office leave a likely one; otherwise it keeps XXXX.
    """
    printed = find_printed(text, blocks=blocks, furniture=furniture)
    if given is not None:
        return weigh(Chosen(given, given_basis, where or given_basis), others=others, printed=printed)
    if printed is not None and printed.year is not None:
        return weigh(Chosen(printed.edtf, "text", printed.reason), others=others, printed=None)
    told = told_by(others, printed)
    if told is not None:
        return weigh(told, others=others, printed=None)
    evidence = read_evidence(text, blocks)
    if printed is not None:
        return _with_year(printed, evidence)
    return _published(date_story(evidence))


def _with_year(printed: Printed, evidence: Evidence) -> Published:
    """A printed day and month, with the year that the text allows."""
    guess = guess_year(
        evidence, printed.month, printed.day, near=evidence.lead_weekdays, loose=printed.place != "dateline"
    )
    if guess.year is None:
        reasons = (printed.reason, *guess.reasons)
        possible = tuple(replace(printed, year=year).edtf for year in guess.years)
        return Published(value=printed.edtf, basis="text", candidates=possible, reasons=reasons)
    value = replace(printed, year=guess.year).edtf
    possible = tuple(replace(printed, year=year).edtf for year in guess.years)
    return Published(
        value=value, basis="inferred", candidates=possible, reasons=(printed.reason, *guess.reasons)
    )


def _published(guess: Guess) -> Published:
    if guess.value is None:
        return Published(candidates=guess.candidates, reasons=guess.reasons)
    return Published(value=guess.value, basis="inferred", candidates=guess.candidates, reasons=guess.reasons)
