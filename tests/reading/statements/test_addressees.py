"""To whom something is said, and that the one accused is not."""

import pytest

from tests.reading.statements.conftest import Read

CASES = (
    ("Le président chilien a reçu l'émissaire péruvien, Luis Prado, qu'il a exhorté à la retenue.", {"Luis Prado"}),
    ("L'ambassadeur a vu le ministre malien Amadou Keïta, à qui il a exprimé sa gratitude.", {"Amadou Keïta"}),
    ("« Nous sommes prêts », a confié à Reuters le général Adama Bah.", {"Reuters"}),
    ("« Nous sommes prêts », a confié au quotidien El País le général Adama Bah.", set()),
    ("« Nous sommes prêts », a déclaré à Genève le général Adama Bah.", set()),
    ("Le commissaire a expliqué devant les députés que la taxe serait levée, précisant que le port en était exempt.",
     {"députés"}),
    ("La ministre grecque a convoqué l'ambassadeur iranien et lui a demandé des explications.", {"ambassadeur iranien"}),
    ("Oslo exige que Minsk rouvre la frontière.", {"Biélorussie"}),
    ("Kiev exige le départ des troupes russes.", {"Russie"}),
    ("Le roi a exprimé sa gratitude envers le Portugal.", {"Portugal"}),
    ("Interrogé par Belga, le ministre a répondu que la route était sûre.", {"Belga"}),
    ("Lors d'un entretien avec le président ghanéen John Addo, le ministre togolais a proposé une trêve.", {"John Addo"}),
    ("Le Soudan accuse le Tchad d'avoir ouvert le feu.", set()),
    ("Le Conseil a donné dix jours au Rwanda pour répondre.", {"Rwanda"}),
    ("Le Mali a reproché à la Chine et à la Russie de vouloir partir.", {"Chine", "Russie"}),
    ("Le Japon a promis deux millions de dollars au Tchad.", {"Tchad"}),
    ("Le Japon a promis une prime aux familles des marins.", set()),
    ("Le ministre togolais s'est engagé auprès de la délégation nigérienne à rouvrir le port.", {"Niger"}),
    ("Le ministère vient de remettre au chargé d'affaires letton une note dénonçant ces tirs.",
     {"chargé d'affaires letton"}),
    ("La route est ouverte, glisse un conseiller à la présidence.", set()),
    ("La Serbie a posé comme préalable à tout entretien le retrait des troupes.", set()),
)  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CASES)
def test_addressee(read: Read, text: str, names: set[str]) -> None:
    assert {actor.name for statement in read(text) for actor in statement.addressee} == names
