"""Namings, where they stand and in whose voice."""

from depeche.language.pipeline import load
from depeche.model import Document, Term
from depeche.reading import read_documents


def terms(text: str) -> list[tuple[str, str]]:
    return [(term.term, term.voice) for term in read(text)]


def read(text: str) -> tuple[Term, ...]:
    document = Document(text=text, id="essai", published="2023-05-05", published_basis="given")
    (reading,) = read_documents([document], pipeline=load())
    return reading.terms


def test_a_naming_with_its_complements_in_the_voice_of_the_outlet() -> None:
    found = terms(
        "Depuis l'invasion de l'archipel et la guerre qui a suivi, la Norvège accueille des réfugiés."
    )
    assert ("invasion de l'archipel", "outlet") in found
    assert ("guerre", "outlet") in found


def test_a_naming_inside_a_statement_has_the_speaker_s_voice() -> None:
    found = terms("« Cette opération militaire prendra fin », a déclaré le ministre norvégien Lars Hauge.")
    assert ("opération militaire", "Lars Hauge") in found


def test_one_name_in_one_voice_is_kept_once() -> None:
    text = "Le conflit dure. Le conflit s'étend. Selon Oslo, le conflit prendra fin bientôt."
    assert [name for name, _ in terms(text)].count("conflit") == 2


def test_a_short_quotation_of_a_hostile_statement_is_a_name() -> None:
    assert "farce électorale" in [name for name, _ in terms("Oslo dénonce une « farce électorale ».")]


def test_words_that_need_a_complement_are_no_names_alone() -> None:
    assert not terms("Le ministre norvégien des Affaires étrangères a répondu à cette question.")


def test_spans_hold_the_words_as_printed() -> None:
    text = "La question ukrainienne reste ouverte après l’invasion de l’île."
    for term in read(text):
        assert term.span.of(text) == term.term


def test_a_name_that_a_side_gives_stands_in_its_voice() -> None:
    found = terms(
        "La Russie poursuit ce qu'elle appelle une « opération de police ». L'annexion du fjord, que Stockholm "
        "appelle « réunification », inquiète. La Serbie désigne ces combattants comme des « bandits »."
    )
    assert ("opération de police", "Russie") in found
    assert ("annexion du fjord", "outlet") in found
    assert ("réunification", "Suède") in found
    assert ("bandits", "Serbie") in found


def test_a_call_names_nothing() -> None:
    assert terms("Paris appelle « à la retenue ». Berlin affirme n'avoir « aucun élément » sur ce vol.") == []


def test_acts_and_measures_are_named_by_what_follows() -> None:
    found = [name for name, _ in terms("Oslo a pris acte de la visite et annoncé des mesures de rétorsion.")]
    assert found == ["mesures de rétorsion"]


def test_a_family_of_forced_moves_and_powers() -> None:
    text = "Les retours forcés se poursuivent. Depuis le coup de force, la prise d'otages dure. Le bras de fer s'éternise."
    found = [name for name, _ in terms(text)]
    assert found[:1] == ["retours forcés"]
    assert {"coup de force", "bras de fer"} <= set(found)
    assert any(name.startswith("prise d'otages") for name in found)


def test_two_wars_by_what_they_are_about_are_two_names() -> None:
    found = [name for name, _ in terms("La guerre du gaz dure. Après la guerre des ondes, le putsch.")]
    assert found == ["guerre du gaz", "guerre des ondes", "putsch"]


def test_a_name_reaches_to_the_end_of_what_must_follow() -> None:
    found = [
        name
        for name, _ in terms("Le gouvernement autoproclamé du Nord tient la ville depuis le coup d'État.")
    ]
    assert found[0].startswith("gouvernement autoproclamé")
    assert "coup d'État" in found


def test_an_apostrophe_closes_no_quotation() -> None:
    names = [name for name, _ in terms("Oslo dénonce une « farce d’hiver » et rejette un « coup d’éclat ».")]
    assert "farce d’hiver" in names
    assert not any(name.endswith(" d") for name in names)


def test_a_name_ends_before_a_time() -> None:
    names = [name for name, _ in terms("L'intervention militaire à l'été 2021 avait surpris la Norvège.")]
    assert names == ["intervention militaire"]


def test_a_bare_noun_of_a_set_phrase_names_nothing() -> None:
    names = [
        name for name, _ in terms("Les rebelles ont pris en otage la ville ; en représailles, elle dort.")
    ]
    assert not {"otage", "représailles"} & set(names)


def test_idioms_of_discord_and_of_blame() -> None:
    text = "Après la passe d'armes de mardi, Oslo parle d'un divorce. Les combats reprennent, nouvelle poussée de fièvre."
    found = {name for name, _ in terms(text)}
    assert {"passe d'armes", "divorce", "poussée de fièvre"} <= {name.split(" de mardi")[0] for name in found}
    assert any(name.startswith("combats") for name in found)
