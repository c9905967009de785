"""`depeche serve` says what it cannot do."""

import socket
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

Run = Callable[..., Result]


def test_without_a_record_there_is_nothing_to_serve(depeche: Run, tmp_path: Path) -> None:
    told = depeche("serve", "--record", str(tmp_path / "none.db"), code=1)
    assert "no record there" in told.output


def test_a_port_that_is_taken_is_told(depeche: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        told = depeche("serve", "--port", str(taken.getsockname()[1]), code=1)
    assert "Give another with --port" in told.output
