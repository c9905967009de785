"""Which acts and meetings formats tell, where articles differ."""

from depeche.exchange.acts import told_acts
from depeche.exchange.meetings import announced_meetings
from depeche.model import Event, PlannedAct, Reading
from depeche.views import Woven, tell
from tests.exchange.conftest import HOLM, PERU, article, span

TEXT = "Ida Holm invite la délégation péruvienne à Oslo."


def reading(id: str, *events: Event) -> Reading:
    return Reading(article=article(id, f"{TEXT} {id}", published="2024-05-07", outlet=None), events=events)


def event(type: str, **fields: object) -> Event:
    made = {"type": type, "actor": (HOLM,), "recipient": (PERU,), "evidence": (span(TEXT, TEXT),)} | fields
    return Event(**made)  # type: ignore[arg-type]


def test_an_act_that_one_article_denies_is_told_by_the_other() -> None:
    readings = [
        reading("a", event("AID", status="negated", date="2024-05-06")),
        reading("b", event("AID")),
        reading("c", event("AID", status="hypothetical")),
    ]
    story = tell(readings, title="", woven=Woven(occurrences={("a", 0): "x", ("b", 0): "x"}))
    (act,) = told_acts(story)
    assert (act.event.id, len(act.tellings), act.origins) == ("b.e0", 1, 1)


def test_how_sure_a_meeting_is() -> None:
    visit = PlannedAct(type="CONSULT", mode="visit", actor=("NOR",), recipient=("PER",), date="2024-06-03")
    invited = PlannedAct(type="CONSULT", mode="visit", actor=("PER",), recipient=("NOR",), date="2024-06-04")
    past = PlannedAct(type="CONSULT", actor=("NOR",), recipient=("PER",), date="2024-05-01")
    story = tell(
        [
            reading(
                "a", event("AGREE", about=visit), event("AGREE", about=invited), event("REQUEST", about=visit),
                event("REJECT", mode="meet", about=visit), event("AGREE", status="alleged", about=visit),
                event("REJECT", about=past), event("ACCUSE", about=visit), event("CONSULT", date="2024-06-05"),
            )
        ],
        title="",
    )  # fmt: skip
    assert [(meeting.event.id, meeting.status) for meeting in announced_meetings(story)] == [
        ("a.e0", "CONFIRMED"), ("a.e1", "TENTATIVE"), ("a.e2", "TENTATIVE"), ("a.e3", "CANCELLED"),
        ("a.e4", "TENTATIVE"),
    ]  # fmt: skip
