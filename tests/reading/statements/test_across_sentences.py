"""Speech over several sentences and paragraphs: continued quotations, hearsay, titles, interviews, live pages."""

from tests.reading.statements.conftest import Read, told


def test_quotation_goes_on_with_the_same_speaker(read: Read) -> None:
    text = "« La route est longue », reconnaît Awa Diallo. « Nous la ferons ensemble. »"
    (statement,) = read(text)
    assert told(text, statement) == "La route est longue || Nous la ferons ensemble."
    assert statement.speaker.actor.name == "Awa Diallo"


def test_quotation_goes_on_in_the_next_paragraph(read: Read) -> None:
    text = "« Rien n'est joué », a dit Awa Diallo mardi.\n« Les urnes parleront dimanche prochain. »"
    (statement,) = read(text)
    assert told(text, statement) == "Rien n'est joué || Les urnes parleront dimanche prochain."


def test_every_cue_has_its_own_statement(read: Read) -> None:
    text = "« Rien n'est joué », a dit Awa Diallo. « Les urnes parleront », a-t-elle ajouté."
    assert [told(text, statement) for statement in read(text)] == ["Rien n'est joué", "Les urnes parleront"]


def test_hearsay_goes_on_in_the_conditional(read: Read) -> None:
    text = "Le convoi est passé, selon une source militaire. Deux camions auraient été brûlés."
    (statement,) = read(text)
    assert told(text, statement) == "Le convoi est passé || Deux camions auraient été brûlés"


def test_opening_quotation_belongs_to_the_person_that_follows(read: Read) -> None:
    text = "« J'ai tout perdu dans cet incendie. » Devant sa maison, Karim Haddad regarde les ruines."
    (statement,) = read(text)
    assert statement.speaker.actor.name == "Karim Haddad"
    assert statement.cue is None
    assert statement.mode == "direct"


def test_title_that_repeats_the_body_is_no_second_record(read: Read) -> None:
    text = (
        "Le Chili dénonce une « provocation » argentine\n"
        "Le Chili a dénoncé jeudi une « provocation » de l'Argentine, dont un navire a croisé au large."
    )
    assert len(read(text)) == 1


def test_title_that_tells_something_of_its_own_counts(read: Read) -> None:
    text = (
        "Boric : « Notre mer n'est pas à vendre »\n"
        "Le président chilien Gabriel Boric a reçu jeudi son homologue bolivien. Gabriel Boric doit partir lundi."
    )
    (statement,) = read(text)
    assert told(text, statement) == "Notre mer n'est pas à vendre"
    assert statement.speaker.actor.name == "Gabriel Boric"


def test_interview_with_dashes(read: Read) -> None:
    text = (
        "« Je ne regrette rien »\n"
        "Ancien ministre de la Pêche, Jorge Almeida répond à nos questions. Propos recueillis par Léa Martin.\n"
        "– Pourquoi avoir démissionné ?\n"
        "– Parce que je n'étais plus écouté. Le port était déjà vendu.\n"
        "– Qu'allez-vous faire ?\n"
        "– Je vais reprendre la mer, et nous verrons bien.\n"
        "– Un dernier mot ?\n"
        "– Que l'on me laisse pêcher, je n'en demande pas plus."
    )
    found = read(text)
    assert [told(text, statement) for statement in found] == [
        "Je ne regrette rien",
        "Parce que je n'étais plus écouté. Le port était déjà vendu.",
        "Je vais reprendre la mer, et nous verrons bien.",
        "Que l'on me laisse pêcher, je n'en demande pas plus.",
    ]
    assert {statement.speaker.actor.name for statement in found} == {"Jorge Almeida"}
    assert {statement.mode for statement in found} == {"direct"}


def test_interview_with_labels(read: Read) -> None:
    text = (
        "L'économiste Nadia Rahmani publie un livre sur la dette. Nadia Rahmani a répondu à nos questions.\n"
        "La Gazette : La dette est-elle un problème ?\n"
        "Nadia Rahmani : Oui, mais je crois qu'on la regarde mal.\n"
        "La Gazette : Que faut-il changer ?\n"
        "Nadia Rahmani : Nous devons parler aux créanciers."
    )
    assert [told(text, statement) for statement in read(text)] == [
        "Oui, mais je crois qu'on la regarde mal.",
        "Nous devons parler aux créanciers.",
    ]


def test_live_page_times_are_no_content(read: Read) -> None:
    text = "18h42 • La Lettonie fermera sa frontière, annonce Riga.\n17h05 – Le port est bloqué, selon la police."
    assert [told(text, statement) for statement in read(text)] == [
        "La Lettonie fermera sa frontière",
        "Le port est bloqué",
    ]


def test_dateline_is_no_content(read: Read) -> None:
    text = (
        "MAPUTO, 3 mai 2024 (AFP) - Le barrage sera inspecté, a annoncé vendredi le ministre Carlos Mondlane."
    )
    (statement,) = read(text)
    assert told(text, statement) == "Le barrage sera inspecté"


def test_communique_speaks_for_those_who_issued_it(read: Read) -> None:
    text = (
        "La Bolivie et le Paraguay ont publié mardi un communiqué commun. "
        "Le texte souligne l'importance du fleuve pour les deux pays."
    )
    (statement,) = read(text)
    assert statement.speaker.actor.kind in ("group", "state")


def test_quoted_heading_of_a_live_entry_is_said_by_whom_the_entry_is_about(read: Read) -> None:
    text = (
        "Le direct de la journée commence avec une nuit calme sur le fleuve.\n"
        "18:20 - « Aucune valise, aucun émissaire, aucun plan »\n"
        "Le ministre moldave Ion Rusu a démenti mardi des contacts secrets avec Minsk."
    )
    heading, denial = read(text)
    assert told(text, heading) == "Aucune valise, aucun émissaire, aucun plan"
    assert heading.speaker.actor == denial.speaker.actor
    assert heading.act == denial.act == "deny"


def test_title_of_a_threat_that_the_body_tells_in_full(read: Read) -> None:
    text = (
        "Quito menace de se tourner vers un autre partenaire\n"
        "Le ministre équatorien Iván Soto menace de conclure avec Lima un traité de pêche si rien ne bouge."
    )
    assert len(read(text)) == 1


def test_answer_to_what_one_proposes_is_a_proposal(read: Read) -> None:
    text = (
        "Le géographe Paul Verdier publie un livre. Entretien avec Paul Verdier.\n"
        "Pourquoi ce livre ?\nJe connais ce fleuve depuis trente ans.\n"
        "Que proposez-vous ?\nUn partage des eaux entre les trois rives, et je le crois possible.\n"
        "Quand ?\nJe ne fixe aucune date."
    )
    assert [statement.act for statement in read(text)][1] == "propose"
