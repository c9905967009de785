"""A record is woven: copies, acts told twice, contradictions, narrowed dates."""

from pathlib import Path

import msgspec
import pytest

from depeche.model import Actor, Article, Block, Event, Place, Published, Reading, Span, text_sha256
from depeche.model.correction import Correction, Recast
from depeche.record import Filter, Identity, Links, WrongCorrection, open_record
from depeche.record.rows import as_json
from depeche.running import weave
from depeche.views import gather

NORWAY, ECUADOR = Actor("Norvège", "state", "NOR"), Actor("Équateur", "state", "ECU")
DISPATCH = (
    "La Norvège a accueilli mardi à Oslo une délégation équatorienne venue discuter du sort de douze marins "
    "retenus depuis le mois de mars dans un port du Nord, ont indiqué plusieurs responsables locaux. Les deux "
    "parties se sont séparées tard dans la soirée sans annoncer la date de leur prochaine rencontre, mais elles "
    "sont convenues de garder ouverte la ligne directe installée au printemps entre les deux ministères."
)


def reading(id: str, text: str, *, date: str, place: str, published: Published) -> Reading:
    whole = Span(0, len(text))
    return Reading(
        article=Article(
            id=id, text=text, text_sha256=text_sha256(text), published=published, blocks=(Block(whole),),
            origin=f"{id}.txt",
        ),
        events=(
            Event(
                type="CONSULT", mode="visit", actor=(ECUADOR,), recipient=(NORWAY,), date=date,
                place=Place(place, "NOR"), evidence=(whole,),
            ),
        ),
    )  # fmt: skip


def test_a_record_is_woven(tmp_path: Path) -> None:
    printed = Published(value="2024-05-07", basis="text")
    with open_record(tmp_path / "r.db", create=True) as record:
        record.store(reading("b", DISPATCH, date="2024-05-07", place="Oslo", published=printed))
        record.store(
            reading("a", f"{DISPATCH} Fin.", date="2024-05-07", place="Bergen", published=Published())
        )
        weave(record)
        links = record.links()
        assert links.origins == {"a": "b"}
        assert links.occurrences == ((("a", 0), ("b", 0)),)
        assert [(one.matter, one.first_says, one.second_says) for one in links.contradictions] == [
            ("place", "Bergen", "Oslo")
        ]
        assert links.published["a"].value == "2024-05"
        weave(record)
        assert record.links() == links
        assert record.audit() == []


def test_an_empty_record_is_woven(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", create=True) as record:
        weave(record)
        assert record.links() == Links()


def test_an_actor_of_several_names_is_one_until_somebody_holds_them_apart(tmp_path: Path) -> None:
    fully = Actor("Tor Magnus Lunde", "person", "NOR")
    shortly = Actor("Lunde", "person", "NOR")
    printed = Published(value="2024-05-07", basis="text")
    with open_record(tmp_path / "r.db", create=True) as record:
        for id, actor in (("a", fully), ("b", shortly)):
            text = f"{actor.name} a parlé."
            meeting = reading(id, text, date="2024-05-07", place="Oslo", published=printed)
            record.store(msgspec.structs.replace(meeting, actors=(actor,)))
        weave(record)
        assert record.links().identities == (Identity(shortly, fully, "shorter"),)
        (row,) = record.rows("actors", Filter(type="person"))
        assert (row["name"], row["articles"], row["variants"]) == ("Tor Magnus Lunde", 2, "Lunde [shorter]")
        assert [one.name for one in gather(record, title="").actors if one.kind == "person"] == [
            "Tor Magnus Lunde"
        ]
        apart = Correction(
            text_sha256="", target="actor", verdict="reject", value=as_json(Recast(shortly, fully)), by="Ann"
        )
        number = record.correct(apart)
        for _ in range(2):
            assert len(record.rows("actors", Filter(type="person"))) == 2
            weave(record)
        with pytest.raises(WrongCorrection, match="not taken for one"):
            record.correct(apart)
        record.correct(Correction(text_sha256="", target="actor", verdict="undo", value=str(number)))
        weave(record)
        assert record.links().identities == (Identity(shortly, fully, "shorter"),)
        assert record.audit() == []
