"""Words that the parser hung outside their clause."""

from depeche.language.pipeline import load
from depeche.language.syntax import objects, subjects
from depeche.language.token import Token
from depeche.model import Span


def word(text: str, form: str) -> Token:
    return next(token for token in load().parse(text, [Span(0, len(text))]).tokens if token.text == form)


def texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


def test_a_set_adverb_parts_a_verb_from_its_object() -> None:
    text = "La ministre norvégienne annonce en outre l'expulsion de six consuls bélarusses."
    assert texts(objects(word(text, "annonce"))) == ["expulsion"]


def test_a_relative_clause_behind_a_reporting_verb_tells_of_the_speaker() -> None:
    text = (
        "« Cette chambre vient de dire aux pêcheurs qu'ils peuvent couler », s'est indignée la ministre kényane, "
        "Grace Odera, qui a accusé Lima et Quito de « compter leurs sous »."
    )
    assert texts(subjects(word(text, "accusé"))) == ["ministre"]


def test_an_object_stays_before_the_semicolon() -> None:
    text = (
        "Les deux royaumes avaient conclu la paix, avant de retirer, en mai, leurs chars de la vallée ; leurs "
        "rapports se sont ensuite tendus."
    )
    assert texts(objects(word(text, "retirer"))) == ["chars"]


def test_a_name_after_a_date_is_the_subject() -> None:
    text = "Le Chili a expulsé deux consuls, et en mars 2019 Lima s'était excusée auprès de Quito."
    assert texts(subjects(word(text, "excusée"))) == ["Lima"]


def test_a_participle_joins_the_verb_with_its_auxiliary() -> None:
    text = (
        "Le consul avait reproché à Oslo de « s'inviter là où nul ne l'attend » et menacé de fermer le port."
    )
    assert texts(subjects(word(text, "menacé"))) == ["consul"]


def test_a_clause_behind_a_semicolon_is_no_part_of_what_was_said() -> None:
    text = (
        "Le Chili a laissé entendre qu'il s'abstiendrait ; la France, elle, réclame une commission d'enquête."
    )
    assert word(text, "réclame").dep != "ccomp"
