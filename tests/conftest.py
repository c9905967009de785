"""What tests share: the French pipeline, loaded once a session."""

import pytest

from depeche.language.pipeline import Pipeline, load


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The bundled French pipeline."""
    return load()
