"""Over TLS: a certificate holds for the host that was asked for, though the connection goes to a checked address."""

import shutil
import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from depeche.fetching import Failed, Web
from depeche.fetching import transport as module

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="no openssl to make a certificate with"
)


@pytest.fixture
def secured(site: Any, tmp_path: Path) -> Callable[[str], Path]:
    """Let the site speak TLS with a certificate for a host; gives the certificate's file."""

    def secure(host: str) -> Path:
        made, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
             "2", "-subj", "/CN=essai", "-addext", f"subjectAltName={host}", "-keyout", str(key), "-out", str(made)],
            check=True, capture_output=True,
        )  # fmt: skip
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(made, key)
        site.server.socket = context.wrap_socket(
            site.server.socket, server_side=True, do_handshake_on_connect=False
        )
        site.server.handle_error = lambda *words: None  # a client that breaks off is what is tested
        site.put("/a", b"ici")
        return made

    return secure


def trusting(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.create_default_context(cafile=str(path))
    monkeypatch.setattr(module, "_tls", lambda: context)


def address(site: Any) -> str:
    return str(site.at("/a")).replace("http://", "https://")


def test_a_known_certificate_is_accepted(
    site: Any, web: Web, secured: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    trusting(secured("IP:127.0.0.1"), monkeypatch)
    assert web.fetch(address(site)).body == b"ici"


def test_a_certificate_of_another_host_is_refused(
    site: Any, web: Web, secured: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    trusting(secured("DNS:autre.example"), monkeypatch)
    with pytest.raises(Failed, match="certificate does not hold"):
        web.fetch(address(site))


def test_an_unknown_certificate_is_refused(site: Any, web: Web, secured: Callable[[str], Path]) -> None:
    secured("IP:127.0.0.1")
    with pytest.raises(Failed, match="certificate does not hold"):
        web.fetch(address(site))


def test_a_server_without_tls_fails(site: Any, web: Web) -> None:
    with pytest.raises(Failed, match=r"connection failed|no answer"):
        web.fetch(address(site))
