"""A record is woven: copies, acts told twice, contradictions, narrowed dates."""

from pathlib import Path

from depeche.model import Actor, Article, Block, Event, Place, Published, Reading, Span, text_sha256
from depeche.record import Links, open_record
from depeche.running import weave

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
