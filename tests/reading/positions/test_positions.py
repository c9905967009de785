"""Stances read from sentences of our own: who, on what, which, on what condition."""

import pytest

from depeche.language.pipeline import load
from depeche.model import Document, Position
from depeche.reading import read_documents


def positions(*sentences: str) -> list[tuple[str, str, str | None]]:
    """Country or name, stance and condition of each position in a text of these paragraphs."""
    return [(one.actor.country or one.actor.name, one.stance, one.condition) for one in read(*sentences)]


def read(*sentences: str) -> tuple[Position, ...]:
    text = "\n\n".join(sentences)
    document = Document(text=text, id="essai", published="2023-05-05", published_basis="given")
    (reading,) = read_documents([document], pipeline=load())
    for position in reading.positions:
        assert all(span.of(text).strip() for span in position.evidence)
    return reading.positions


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("La Norvège a exigé la libération de deux pêcheurs.", ("NOR", "calls_for")),
        ("Oslo a démenti avoir livré ces missiles.", ("NOR", "denies")),
        ("La Suède s'oppose à toute levée des sanctions.", ("SWE", "opposes")),
        ("Berlin et Riga s'y sont opposés mardi.", ("DEU", "opposes")),
        ("La Finlande soutient la médiation suisse.", ("FIN", "supports")),
        ("La Finlande ne soutient pas ce plan.", ("FIN", "opposes")),
        ("Le texte, soutenu par le Chili, a été rejeté.", ("CHL", "supports")),
        ("Le Brésil s'est abstenu lors du vote.", ("BRA", "neutral")),
        ("Le Brésil a refusé de condamner cette attaque.", ("BRA", "neutral")),
        ("Lisbonne a critiqué ces sanctions.", ("PRT", "opposes")),
        ("Le Portugal plaide pour un dialogue entre les deux voisins.", ("PRT", "calls_for")),
        ("La Norvège a refusé la médiation du Chili.", ("NOR", "opposes")),
        ("La Norvège refuse de négocier avec ces milices.", ("NOR", "opposes")),
        ("Le Chili a refusé, lui, de condamner ces frappes.", ("CHL", "neutral")),
        ("La Finlande salue cette décision.", ("FIN", "supports")),
        ("La Finlande adhère au principe d'un partage des eaux.", ("FIN", "supports")),
        ("La Norvège rejette ces accusations.", ("NOR", "denies")),
        ("La Suède a donné son feu vert à la mission.", ("SWE", "supports")),
        ("Malte s'est prononcée contre le projet.", ("MLT", "opposes")),
        ("Malte ne s'est pas prononcée.", ("MLT", "neutral")),
        ("La Suède voit d'un mauvais œil cet exercice.", ("SWE", "opposes")),
        ("L'Estonie ne reconnaît pas l'annexion de l'îlot.", ("EST", "opposes")),
        ("La Norvège assure n'avoir « jamais livré ces missiles ».", ("NOR", "denies")),
        ("La Norvège s'est toujours refusée à condamner cette attaque.", ("NOR", "neutral")),
        ("La Suède s'est soigneusement abstenue de condamner ce coup de force.", ("SWE", "neutral")),
        ("Le Chili évite de prendre parti dans ce conflit.", ("CHL", "neutral")),
        ("Oslo a redit son opposition à tout essai nucléaire.", ("NOR", "opposes")),
        ("La Suède a rappelé l'importance du dialogue entre les deux voisins.", ("SWE", "supports")),
        ("La Finlande continuera à respecter la souveraineté de l'archipel.", ("FIN", "supports")),
        ("Malte préfère une médiation des Nations unies.", ("MLT", "supports")),
        ("La Norvège exige le retrait des chalutiers avant toute discussion.", ("NOR", "conditions")),
        ("La Norvège fait du retrait des chalutiers un préalable.", ("NOR", "conditions")),
        ("Oslo qualifie ces sanctions d'inacceptables.", ("NOR", "opposes")),
        ("Oslo a contesté la souveraineté suédoise sur cet îlot.", ("NOR", "opposes")),
        ("Le Chili a écarté tout partage des eaux.", ("CHL", "opposes")),
        ("Le Chili a refusé de se joindre à l'embargo.", ("CHL", "opposes")),
        ("Le Chili refuse que la question soit inscrite à l'ordre du jour.", ("CHL", "opposes")),
        ("La Norvège ne se sentirait liée par aucun traité.", ("NOR", "opposes")),
        ("La Norvège a opposé une fin de non-recevoir à la demande suédoise.", ("NOR", "opposes")),
        ("« L'îlot n'admet aucune ingérence étrangère », a déclaré la Suède.", ("SWE", "opposes")),
        ("La Suède rejette toute tentative de lui imputer la panne.", ("SWE", "denies")),
        ("La Suède a posé comme préalable à toute discussion le retrait des navires.", ("SWE", "conditions")),
        ("La Suède salue l'envoi d'une mission sur l'îlot.", ("SWE", "supports")),
        ("Oslo a annoncé une mission, que le gouvernement suédois a aussitôt acceptée.", ("SWE", "supports")),
        (
            "Les deux ministres, le Norvégien Lars Hauge et le Suédois Nils Berg, sont convenus d'accélérer la construction du pont.",
            ("SWE", "supports"),
        ),
        ("La Norvège a exclu tout retour dans l'organisation.", ("NOR", "opposes")),
        ("Oslo a déclaré que les conditions posées par la Suède sont inacceptables.", ("NOR", "opposes")),
        ("La Norvège n'a ni livré ni vendu ces drones, a déclaré le ministre norvégien.", ("NOR", "denies")),
        (
            "« L'îlot est une question intérieure et n'admet aucune ingérence », a déclaré la Suède.",
            ("SWE", "opposes"),
        ),
        ("Quinze pays ont plaidé pour une trêve.", ("Quinze pays", "calls_for")),
        ("Oslo qualifie ces accusations d'« affabulation ».", ("NOR", "denies")),
        ("La ministre norvégienne a répondu que ces accusations étaient sans fondement.", ("NOR", "denies")),
        ("La Suède juge ce plan « déséquilibré ».", ("SWE", "opposes")),
        ("La Suède fustige des restrictions « illégitimes ».", ("SWE", "opposes")),
        ("Le projet de loi, aussitôt dénoncé par la Norvège, a été adopté.", ("NOR", "opposes")),
        ("La résolution a été adoptée contre l'avis de la Norvège.", ("NOR", "opposes")),
        ("Le ministre suédois s'est félicité, mardi, du sommet tenu à Bergen.", ("SWE", "supports")),
        ("La Norvège a boycotté la conférence de Bergen.", ("NOR", "opposes")),
        ("Oslo demande à Riga de s'abstenir de livrer ces missiles.", ("NOR", "opposes")),
        ("La Suède a appelé Oslo à cesser ces livraisons.", ("SWE", "opposes")),
        ("Oslo, principal avocat du traité, s'impatiente.", ("NOR", "supports")),
        ("Oslo a opposé son veto au texte.", ("NOR", "opposes")),
        ("La réunion n'a pas levé les réserves de la Norvège et de la Suède.", ("SWE", "opposes")),
        ("La Suède se tient prête à accueillir une rencontre.", ("SWE", "supports")),
        ("Oslo a averti qu'il y aurait des conséquences si Riga livrait ces missiles.", ("NOR", "opposes")),
        (
            "Oslo a averti que toute livraison d'armes à ces milices aurait des conséquences.",
            ("NOR", "opposes"),
        ),
        (
            "Oslo menace de fermer son consulat et de riposter si les marins ne sont pas relâchés.",
            ("NOR", "calls_for"),
        ),
    ],
)
def test_a_stance_and_its_holder(sentence: str, expected: tuple[str, str]) -> None:
    assert expected in [(side, stance) for side, stance, _ in positions(sentence)]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("La Norvège participera à la réunion à condition que la Suède y vienne.", "la Suède y vienne"),
        ("Oslo se dit prêt à négocier, pourvu que les tirs cessent.", "les tirs cessent"),
        ("Oslo est prêt à discuter si la Suède retire ses navires.", "la Suède retire ses navires"),
        ("Oslo subordonne son aide au retrait des troupes.", "retrait des troupes"),
        (
            "La Norvège ne viendra à Genève que si la question du blé est posée.",
            "la question du blé est posée",
        ),
        (
            "Oslo est prêt à rouvrir le port dès que la Suède aura retiré ses navires.",
            "la Suède aura retiré ses navires",
        ),
        (
            "La Norvège s'est engagée à participer à la mission, une fois la trêve signée.",
            "la trêve signée",
        ),
        (
            "La Norvège ne lèvera pas le blocus tant que la Suède n'aura pas rendu le navire.",
            "la Suède n'aura pas rendu le navire",
        ),
        (
            "La Norvège s'est engagée à ne plus saisir les chalutiers, tant que la trêve tiendra.",
            "la trêve tiendra",
        ),
    ],
)
def test_the_condition_is_kept(sentence: str, condition: str) -> None:
    found = positions(sentence)
    assert ("NOR", "conditions", condition) in found
    assert ("NOR", "supports", None) not in found


def test_an_issue_of_the_list_names_the_position_and_gathers_its_evidence() -> None:
    first = "La Suède s'oppose à toute levée des sanctions."
    second = "Stockholm s'oppose aussi à une réduction des sanctions."
    (position,) = (one for one in read(first, second) if one.stance == "opposes")
    assert position.issue == "sanctions"
    assert len(position.evidence) == 2


def test_the_story_of_ukraine_has_issues_of_its_own() -> None:
    sentence = (
        "Le Brésil s'oppose à l'élargissement de l'OTAN, cause de la guerre en Ukraine, selon Brasilia."
    )
    assert "élargissement de l'OTAN" in {one.issue for one in read(sentence)}


def test_an_official_speaks_for_the_state_and_a_crowd_for_nobody() -> None:
    sentence = (
        "Le ministre norvégien des Affaires étrangères, Lars Hauge, a exigé la libération de deux pêcheurs."
    )
    (position,) = read(sentence)
    assert (position.actor.name, position.actor.kind) == ("Norvège", "state")
    assert not positions("Une centaine de femmes ont réclamé la libération de leurs proches.")


@pytest.mark.parametrize(
    "sentence",
    [
        "La Norvège a reporté la visite de la ministre suédoise.",
        "La Norvège a accepté une invitation à se rendre à Lima.",
        "Oslo et la Suède sont convenues de tenir à Bergen une réunion sur la pêche.",
        "Les deux pays doivent être des partenaires, a déclaré la Norvège.",
        "La Norvège a invité ses ressortissants à quitter la Suède sans délai.",
        "Oslo est prêt à travailler avec la Suède.",
        "La Finlande soutient la Suède.",
        "Oslo affirme n'avoir « aucun élément » sur cette affaire.",
        "La Norvège a refusé un visa au journaliste.",
        "Une famille kazakhe réclame le corps du paysan.",
        "Oslo a annulé la visite de son ministre.",
    ],
)
def test_courtesy_silence_and_company_are_no_stance(sentence: str) -> None:
    assert positions(sentence) == []


def test_a_minister_without_a_name_speaks_for_the_state() -> None:
    (position,) = read("Le ministre norvégien de la Défense a exigé le retrait des navires.")
    assert (position.actor.name, position.stance) == ("Norvège", "calls_for")


@pytest.mark.parametrize(
    ("sentence", "stance", "issue"),
    [
        ("Le Chili a souligné que toute guerre, en Ukraine aussi, devait finir par des négociations.", "supports", "négociations"),
        ("L'intégrité territoriale de l'Ukraine doit être respectée, a déclaré le Chili.", "supports", "intégrité territoriale"),
        ("Le Chili a appelé au respect de l'intégrité territoriale de l'Ukraine.", "calls_for", "intégrité territoriale"),
        ("Le Chili a rejeté toute cession de territoires par l'Ukraine.", "supports", "intégrité territoriale"),
        ("Le Chili a promis une aide humanitaire à l'Ukraine.", "supports", "aide humanitaire"),
        ("Le Chili a livré vingt missiles à l'Ukraine.", "supports", "livraisons d'armes"),
    ],
)  # fmt: skip
def test_principles_of_a_story(sentence: str, stance: str, issue: str) -> None:
    """Who says that a principle must hold supports it; who asks somebody for it calls for it."""
    found = [(one.stance, one.issue) for one in read(sentence) if one.actor.country == "CHL"]
    assert found == [(stance, issue)]


def test_politeness_is_no_condition() -> None:
    sentence = "Oslo se dit prêt à accueillir, si les deux capitales le souhaitent, une rencontre à Bergen."
    assert not any(stance == "conditions" for _, stance, _ in positions(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "La Norvège continuera d'aborder ce sujet tant que la Suède n'aura pas changé.",
        "La Norvège a menacé de frapper le port dès lors qu'un navire serait touché.",
        "La Norvège a promis une fois encore de respecter la trêve.",
    ],
)
def test_no_condition_of_doing_on_and_of_menaces(sentence: str) -> None:
    assert not any(stance == "conditions" for _, stance, _ in positions(sentence))


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Oslo a averti que toute attaque du port constituerait une provocation.", "opposes"),
        (
            "Oslo imposera des sanctions si la Suède ne cesse pas de livrer des drones, a-t-il averti.",
            "opposes",
        ),
        ("Oslo ripostera si un seul soldat s'approche de l'île, a-t-il averti.", None),
        ("La Norvège a appelé la Suède à « cesser sans délai » ces essais.", "opposes"),
    ],
)
def test_what_warnings_and_demands_are_against(sentence: str, stance: str | None) -> None:
    assert [found for _, found, _ in positions(sentence)] == ([stance] if stance else [])


def test_what_takes_up_an_issue_is_no_second_one() -> None:
    found = read(
        "La Norvège s'oppose à l'élargissement de la zone de pêche.", "Oslo juge ce projet « inacceptable »."
    )
    assert [one.stance for one in found] == ["opposes"]
    assert len(found[0].evidence) == 2


def test_praise_of_nothing_in_dispute_is_no_position() -> None:
    assert not positions("La Norvège a appelé la Suède à user de son influence.")


def test_who_is_asked_to_does_not_support() -> None:
    assert positions("La Norvège a demandé à la Suède de respecter la souveraineté de l'archipel.") == [
        ("NOR", "calls_for", None)
    ]
