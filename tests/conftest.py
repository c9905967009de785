"""What tests share: the French pipeline, loaded once a session."""

import signal

import pytest

from depeche.language.pipeline import Pipeline, load

# A runner in the background ignores Ctrl-C, and so would the programs that the tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The bundled French pipeline."""
    return load()
