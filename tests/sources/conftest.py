"""An invented article, and how tests open sources."""

from collections.abc import Callable
from pathlib import Path

import pytest

from depeche.model import Document, Refusal
from depeche.sources import SourceOptions, open_sources

BODY = (
    "Le ministre gabonais des Affaires étrangères a reçu jeudi l'ambassadeur du Cap-Vert, à qui il a remis une note de"
    " protestation après l'arraisonnement d'un chalutier. « Nous n'accepterons pas d'être mis devant le fait accompli »,"
    " a-t-il déclaré à sa sortie.\n\nÀ Praia, le gouvernement s'est dit prêt à « discuter de tout » ; une réunion est"
    " prévue à Libreville dès la fin du mois de mai, où l'on espère conclure avant l'été."
)


@pytest.fixture
def body() -> str:
    return BODY


@pytest.fixture
def outcome() -> Callable[..., tuple[list[Document], list[Refusal]]]:
    """Opens paths with options; gives documents and refusals apart."""
    return _outcome


def _outcome(*paths: str | Path, **options: object) -> tuple[list[Document], list[Refusal]]:
    found = list(open_sources(paths, options=SourceOptions(**options)))  # type: ignore[arg-type]
    documents = [one for one in found if isinstance(one, Document)]
    return documents, [one for one in found if isinstance(one, Refusal)]
