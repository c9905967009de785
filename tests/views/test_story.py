from pathlib import Path

from depeche.model import Reading
from depeche.record import Link, Links, open_record
from depeche.views import Story, gather, readout_entry, tell


def test_articles_stand_by_date_and_those_without_one_last(story: Story) -> None:
    assert [article.id for article in story.articles] == ["agence", "quotidien"]


def test_spellings_and_roles_of_one_actor_are_joined(story: Story) -> None:
    (alvar,) = [actor for actor in story.actors if actor.country == "NOR"]
    assert alvar.name == "Jon Alvar"
    assert alvar.spellings == ("Jon Alvar", "JON ALVAR")
    assert alvar.roles == ("ministre", "chef de la diplomatie")


def test_the_outlets_own_voice_has_no_name(story: Story) -> None:
    assert [term.voice for term in story.terms] == ["Ida Benk", None]


def test_without_weaving_every_telling_is_an_act_of_its_own(readings: list[Reading]) -> None:
    alone = tell(readings, title="")
    assert len({event.occurrence for event in alone.events}) == len(alone.events) == 3
    assert [article.origin for article in alone.articles] == ["agence", "quotidien"]


def test_a_record_tells_what_its_readings_tell(readings: list[Reading], tmp_path: Path) -> None:
    with open_record(tmp_path / "story.db", create=True) as record:
        for reading in readings:
            record.store(reading)
        assert gather(record, title="") == tell(record.readings(), title="")
        assert len(gather(record, title="").events) == 3


def test_a_weaving_of_the_record_joins_the_story(readings: list[Reading], tmp_path: Path) -> None:
    with open_record(tmp_path / "story.db", create=True) as record:
        for reading in readings:
            record.store(reading)
        record.link(
            Links(
                origins={"quotidien": "agence"},
                occurrences=((("agence", 0), ("quotidien", 0)),),
                contradictions=(Link("date", ("agence", 0), ("quotidien", 0), "2023-05-09", "2023-05"),),
            )
        )
        accounts = readout_entry([("quotidien", 0), ("agence", 0)], [[("NOR", ("agence", 0))]])
        story = gather(record, title="", readouts=[accounts])
    assert story.origins() == {"agence": "agence", "quotidien": "agence"}
    assert {event.occurrence for event in story.events} == {"agence.e0", "quotidien.e1"}
    assert (story.disagreements[0].first, story.disagreements[0].second) == ("agence.e0", "quotidien.e0")
    assert story.readouts[0].occurrence == "agence.e0"
    assert story.readouts[0].topics == ((("NOR", "agence.s0"),),)
