"""The views of one small story, each on what it alone decides."""

from depeche.views import Story, Wanted, dyads, narrow, quote_book, summary, timeline


def test_the_timeline_has_one_line_for_an_act_that_two_articles_tell(story: Story) -> None:
    meeting, accusation = timeline(story)
    assert [telling.article for telling in meeting.tellings] == ["agence", "quotidien"]
    assert meeting.event.place == "Talden"
    assert meeting.date is not None
    assert meeting.date.edtf == "2023-05-09"
    assert accusation.date is None


def test_copies_count_as_one_origin(story: Story) -> None:
    assert timeline(story)[0].origins == 1


def test_the_quote_book_names_each_speaker_once(story: Story) -> None:
    assert [(each.actor.name, len(each.statements), each.articles) for each in quote_book(story)] == [
        ("Ida Benk", 1, 1),
        ("Jon Alvar", 1, 1),
    ]


def test_dyads_tell_towards_from_together(story: Story) -> None:
    (un,) = [actor.id for actor in story.actors if actor.name == "ONU"]
    found = {(each.first, each.second, each.mutual): each.types for each in dyads(story)}
    assert found == {
        ("SWE", "NOR", False): {"CONSULT": 1},
        ("NOR", "SWE", True): {"CONSULT": 1},
        ("SWE", un, False): {"ACCUSE": 1},
    }
    assert dyads(story)[0].quads in ({"verbal_cooperation": 1}, {"verbal_conflict": 1})


def test_the_summary_counts_what_it_says(story: Story) -> None:
    figures = summary(story)
    assert (figures.articles, figures.origins, figures.outlets) == (2, 1, 2)
    assert (figures.events, figures.acts, figures.undated, figures.partial) == (3, 2, 1, 1)
    assert (figures.statements, figures.speakers, figures.actors) == (2, 2, 3)
    assert (figures.first, figures.last) == ("2023-05-10", "2023-05-10")


def test_an_empty_story_has_views_too() -> None:
    empty = Story(title="")
    assert timeline(empty) == dyads(empty) == quote_book(empty) == ()
    assert summary(empty).first is None


def test_narrowing_by_country_keeps_what_names_it(story: Story) -> None:
    norway = narrow(story, Wanted(country="NOR"))
    assert [event.type for event in norway.events] == ["CONSULT", "CONSULT"]
    assert [statement.article for statement in norway.statements] == ["agence"]
    assert norway.terms == ()


def test_narrowing_by_type_leaves_statements(story: Story) -> None:
    accusing = narrow(story, Wanted(type="ACCUSE"))
    assert [event.type for event in accusing.events] == ["ACCUSE"]
    assert len(accusing.statements) == 2


def test_narrowing_by_days_keeps_what_can_fall_in_them(story: Story) -> None:
    kept = narrow(story, Wanted(since="2023-05-20", until="2023-06-30"))
    assert [event.date for event in kept.events] == ["2023-05"]


def test_narrowing_by_words_knows_no_accents(story: Story) -> None:
    assert [event.type for event in narrow(story, Wanted(words="CRITIQUE l'invasion")).events] == ["ACCUSE"]
    assert [each.id for each in narrow(story, Wanted(outlet="Agence du Nord")).articles] == ["agence"]


def test_nothing_wanted_is_everything(story: Story) -> None:
    assert narrow(story, Wanted()) is story


def test_narrowing_keeps_whom_a_statement_addresses(story: Story) -> None:
    assert "ONU" in {actor.name for actor in narrow(story, Wanted(country="NOR")).actors}


def test_narrowing_keeps_the_accounts_that_are_left(story: Story) -> None:
    (readout,) = narrow(story, Wanted(country="NOR")).readouts
    assert readout.topics == ((("NOR", "agence.s0"),),)
    assert narrow(story, Wanted(type="ACCUSE")).readouts == ()
