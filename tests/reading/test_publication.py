"""When an article was published: printed, or inferred from its own words."""

import pytest

from depeche.model import Block, Cut, DateSaid, Published, Span
from depeche.reading.publication import infer_published


def published(*paragraphs: tuple[str, str], given: str | None = None) -> Published:
    """The date of a page made of paragraphs, each with its kind ("stamp" and other cut kinds are furniture)."""
    text, blocks, cuts = "", [], []
    for kind, words in paragraphs:
        span = Span(len(text), len(text) + len(words))
        if kind in ("body", "headline", "dateline", "byline"):
            blocks.append(Block(span, kind))  # type: ignore[arg-type]
        else:
            cuts.append(Cut(span, kind))
        text += words + "\n"
    return infer_published(text, blocks=blocks, furniture=cuts, given=given)


STORY = ("body", "Le ministre letton a reçu jeudi à Riga son homologue danois pour deux heures d'entretien.")


@pytest.mark.parametrize(
    ("stamp", "value"),
    [
        ("Publié le 04/05/2023 à 14h05, mis à jour le 05/05/2023", "2023-05-04"),
        ("Mis à jour le 5 mai 2023 à 9h", "2023-05-05"),
        ("Publié le jeudi 4 mai 2023", "2023-05-04"),
        ("2023-05-04T08:15:00+01:00", "2023-05-04"),
        ("04.05.23", "2023-05-04"),
        ("May 4, 2023", "2023-05-04"),
        ("Posted on 4 May 2023", "2023-05-04"),
    ],
)
def test_a_full_stamp_is_the_text_s_own_date(stamp: str, value: str) -> None:
    found = published(("headline", "Riga reçoit Copenhague"), ("stamp", stamp), STORY)
    assert (found.value, found.basis) == (value, "text")
    assert found.reasons


def test_a_given_date_stands() -> None:
    found = published(("stamp", "Publié le 04/05/2023"), STORY, given="2023-05-06")
    assert (found.value, found.basis) == ("2023-05-06", "given")


def test_a_dateline_counts_before_an_update_and_comments_not_at_all() -> None:
    page = (("dateline", "RIGA, 4 mai 2023 (LETA) –"), STORY, ("stamp", "Mis à jour le 06/05/2023"),
            ("comments", "Posté le 09/05/2023 par un lecteur"))  # fmt: skip
    assert published(*page).value == "2023-05-04"
    assert published(STORY, page[-1]).value is None


def test_a_dateline_without_year_takes_the_first_year_that_its_weekday_fits() -> None:
    dateline = ("dateline", "RIGA, 4 mai (LETA) –")
    story = ("body", "Les deux pays avaient signé un accord en 2021, a dit jeudi le ministre.")
    found = published(dateline, story)
    assert (found.value, found.basis) == ("2023-05-04", "inferred")
    assert found.candidates[0] == "2023-05-04"
    assert len(found.candidates) > 1


def test_a_dateline_without_year_or_bound_keeps_its_year_unknown() -> None:
    found = published(("dateline", "RIGA, 4 mai (LETA) –"), STORY)
    assert (found.value, found.basis) == ("XXXX-05-04", "text")
    assert "2023-05-04" in found.candidates


def test_weekday_and_day_fix_the_year_and_bare_weekdays_the_day() -> None:
    bound = "En 2021, ils avaient signé un accord de pêche."
    told = ("body", f"Le ministre letton a reçu le mercredi 3 mai son homologue danois. {bound}")
    assert published(told).value == "2023-05"
    after = (
        "body",
        f"Le ministre letton a reçu le mercredi 3 mai son homologue. Copenhague a réagi jeudi. {bound}",
    )
    assert published(after).value == "2023-05-04"
    today = ("body", f"Le ministre letton a reçu ce mercredi 3 mai son homologue danois. {bound}")
    assert published(today).value == "2023-05-03"


def test_several_possible_years_leave_the_year_open() -> None:
    found = published(("body", "Le ministre letton a reçu ce mercredi 3 mai son homologue danois."))
    assert found.value == "XXXX-05-03"
    assert {"2017-05-03", "2023-05-03"} <= set(found.candidates)


def test_an_anniversary_names_the_year() -> None:
    told = "Ils fêtent le 30e anniversaire du traité de 1993, a dit ce mercredi 3 mai le ministre letton."
    assert published(("body", told)).value == "2023-05-03"


def test_who_held_office_bounds_the_year() -> None:
    told = "Le président américain Joe Biden a reçu ce mercredi 3 mai son homologue philippin."
    found = published(("body", told))
    assert found.value == "2023-05-03"
    assert any("Joe Biden" in reason for reason in found.reasons)


def test_future_years_are_no_lower_bound() -> None:
    told = "Les échanges doubleront d'ici à 2030, a dit ce mercredi 3 mai le ministre. Le pacte date de 2021."
    assert published(("body", told)).value == "2023-05-03"


def test_nothing_is_known_without_evidence() -> None:
    found = published(STORY)
    assert (found.value, found.basis) == (None, "unknown")


def weighed(
    *paragraphs: tuple[str, str], given: str | None = None, others: tuple[DateSaid, ...] = ()
) -> Published:
    text = "\n".join(words for _, words in paragraphs)
    cuts = [Cut(Span(text.index(words), text.index(words) + len(words)), "stamp") for _, words in paragraphs]
    return infer_published(
        text, blocks=[], furniture=cuts, given=given, given_basis="metadata", where="meta date", others=others
    )


STAMP = ("stamp", "Publié le 04/05/2023")
NUMBER = DateSaid("2023-05-05", "document number")
CRAWLED = DateSaid("2023-05-20", "WARC-Date", "archived")


def test_days_that_disagree_are_all_kept_and_the_choice_is_explained() -> None:
    found = weighed(STAMP, given="2023-05-06", others=(NUMBER, CRAWLED))
    assert (found.value, found.basis) == ("2023-05-06", "metadata")
    assert found.candidates == ("2023-05-06", "2023-05-05", "2023-05-04")
    assert found.reasons == (
        "2023-05-06: meta date",
        "2023-05-05: document number",
        "2023-05-20: archived, WARC-Date",
        "2023-05-04: the page prints “04/05/2023”",
        "2023-05-06 is taken: what the source says of the day counts before its other days and before what the page"
        " prints",
    )


def test_days_that_agree_need_no_explanation() -> None:
    found = weighed(STAMP, given="2023-05-04", others=(DateSaid("2023-05", "issue"),))
    assert (found.candidates, found.reasons) == (("2023-05-04",), ("2023-05-04: meta date",))


def test_what_the_page_prints_counts_before_when_it_was_archived_or_changed() -> None:
    found = weighed(STAMP, others=(CRAWLED,))
    assert (found.value, found.basis, found.candidates) == ("2023-05-04", "text", ("2023-05-04",))
    assert found.reasons[-1] == (
        "2023-05-04 is taken: what the page prints counts before when it was changed or archived"
    )


def test_when_it_was_changed_counts_where_nothing_else_does() -> None:
    found = weighed(
        ("stamp", "Accueil"), others=(CRAWLED, DateSaid("2023-05-18", "last-modified", "changed"))
    )
    assert (found.value, found.basis) == ("2023-05-18", "metadata")
    assert found.reasons[0] == "2023-05-18: changed, last-modified"


@pytest.mark.parametrize(
    ("stamp", "archived", "value"),
    [
        ("Publié le 4 mai", "2023-05-20", "2023-05-04"),
        ("Publié le 28 décembre", "2024-01-02", "2023-12-28"),
        ("Publié le 4 mai", "2023-11-20", "XXXX-05-04"),
    ],
)
def test_the_year_of_a_printed_day_by_when_it_was_archived(stamp: str, archived: str, value: str) -> None:
    assert weighed(("stamp", stamp), others=(DateSaid(archived, "WARC-Date", "archived"),)).value == value


def test_who_names_an_earlier_month_of_the_same_year_writes_in_that_year() -> None:
    story = ("body", "Réuni ce mardi 3 décembre à Riga, le cabinet letton s'est divisé. Depuis les élections d'avril "
             "2024, il ne tient qu'à une voix.")  # fmt: skip
    found = published(story)
    assert (found.value, found.basis) == ("2024-12-03", "inferred")
