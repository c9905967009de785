"""The kind of a name by all that its article tells of it, and the extent of names of bodies."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Span


def names(*paragraphs: str) -> list[tuple[str, str]]:
    """The names of an article, a paragraph each, as (name, kind)."""
    text = "\n".join(paragraphs)
    blocks: list[Span] = []
    for paragraph in paragraphs:
        start = blocks[-1].end + 1 if blocks else 0
        blocks.append(Span(start, start + len(paragraph)))
    found: list[list[tuple[int, int, str]]] = []
    for token in load().parse(text, blocks).tokens:
        if token.ent_first:
            found.append([])
        if token.ent:
            found[-1].append((token.start, token.end, token.ent))
    return [(text[name[0][0] : name[-1][1]], name[0][2]) for name in found]


def test_kind_told_once_holds_for_all_mentions() -> None:
    read = names(
        "Ovalis emploie trois mille personnes.",
        "Le syndicat a bloqué hier le siège de Ovalis à Trémonville.",
        "La direction d'Ovalis, filiale de Kermat Group, n'a pas réagi.",
    )
    assert {kind for name, kind in read if name == "Ovalis"} == {"ORG"}
    assert ("Kermat Group", "ORG") in read
    assert ("Trémonville", "LOC") in read


def test_outlet_that_is_spoken_to() -> None:
    assert ("Ostrava Dnes", "ORG") in names(
        "« Tout est fini », a déclaré à Ostrava Dnes le colonel Jiri Pelnar."
    )


def test_what_is_told_of_one_holds_for_those_joined_with_it() -> None:
    read = names("Le constructeur Brelimat et son rival Zundar ont signé un accord.")
    assert read == [("Brelimat", "ORG"), ("Zundar", "ORG")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Les rebelles ont encerclé Maboussou.", "Maboussou", "LOC"),
        ("Les avions ont survolé Tirkanet pendant la nuit.", "Tirkanet", "LOC"),
        ("BELKARA, 24 juillet (AFP) - Le scrutin a commencé.", "BELKARA", "LOC"),
        ("Le fonds a racheté Trigonat pour trois millions.", "Trigonat", "ORG"),
        ("Le fonds prendra des parts dans Trigonat.", "Trigonat", "ORG"),
        ("Le tribunal a condamné Elvan Kortis à deux ans de prison.", "Elvan Kortis", "PER"),
        (
            "Le ministre des Affaires étrangères, Saif bin Nasser Al-Darmi, est parti.",
            "Saif bin Nasser Al-Darmi",
            "PER",
        ),
        ("Le PDG de Sylvamat démissionne.", "Sylvamat", "ORG"),
    ],
)
def test_kind_by_context(text: str, name: str, kind: str) -> None:
    assert (name, kind) in names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La Ligue des usagers a porté plainte.", "Ligue des usagers"),
        ("Un rapport du Comité d'aide aux sinistrés accuse le préfet.", "Comité d'aide aux sinistrés"),
        ("Il dirige la Caisse régionale de retraite depuis mars.", "Caisse régionale de retraite"),
        ("Il préside la Chambre de commerce et d'industrie.", "Chambre de commerce et d'industrie"),
        ("Elle enseigne à l'université de Parlonne.", "université de Parlonne"),
        ("L'ONG Terres et Mémoires a publié une carte.", "Terres et Mémoires"),
    ],
)
def test_names_of_bodies_go_on_to_their_end(text: str, name: str) -> None:
    assert (name, "ORG") in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "« Le Kenya a tenu parole », a dit le ministre.",
        "Si Asmara recule, la paix est possible.",
        "Américains et Iraniens ont négocié samedi.",
    ],
)
def test_words_that_are_no_part_of_a_name(text: str) -> None:
    assert not [name for name, _ in names(text) if name.split()[0] in ("Le", "Si", "Américains")]


def test_particles_belong_to_surnames() -> None:
    read = names(
        "Le maire, Yann Le Garrec, a perdu.", "Le Garrec demande un recomptage.", "Mme de Vaubrun a gagné."
    )
    assert read == [("Yann Le Garrec", "PER"), ("Le Garrec", "PER"), ("de Vaubrun", "PER")]


def test_name_of_a_body_is_whole_wherever_its_words_stand() -> None:
    read = names("L'ONG Terres et Mémoires a publié une carte.", "Terres et Mémoires accuse le préfet.")
    assert read == [("Terres et Mémoires", "ORG")] * 2


def test_part_of_a_full_name_is_that_person() -> None:
    read = names("Le député Samir Abou Karma a été arrêté.", "Abou Karma est détenu à Zelmat.")
    assert read == [("Samir Abou Karma", "PER"), ("Abou Karma", "PER"), ("Zelmat", "LOC")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Il est rentré avec sa sœur, Armance.", "Armance", "PER"),
        ("Entretien réalisé par Ludmila Vancauwer-Simon", "Ludmila Vancauwer-Simon", "PER"),
        ("Le convoi naviguait dans le Khor Zamat.", "Khor Zamat", "LOC"),
        ("Elle a dîné à l'hôtel Miravel.", "Miravel", "LOC"),
        ("Les députés ont visité le stade Joseph-Talamon.", "Joseph-Talamon", "LOC"),
        ("Les aides passeront par Jisr Kalamoun.", "Jisr Kalamoun", "LOC"),
        (
            "La Force intérimaire des Nations unies au Liban proteste.",
            "Force intérimaire des Nations unies au Liban",
            "ORG",
        ),
    ],
)
def test_kind_by_what_stands_beside(text: str, name: str, kind: str) -> None:
    assert (name, kind) in names(text)
