"""The built scripts and styles belong to the sources that stand beside them."""

import hashlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"
# Each bundle, and the folders that it is built from, as in frontend/build.mjs.
BUNDLES = {"dossier": ["dossier"], "web": ["dossier", "web"]}


@pytest.mark.skipif(not (FRONTEND / "src").is_dir(), reason="the sources of the scripts are not here")
@pytest.mark.parametrize("bundle", BUNDLES)
def test_the_built_script_is_fresh(bundle: str) -> None:
    hash = hashlib.sha256()
    for folder in BUNDLES[bundle]:
        paths = {
            path.relative_to(FRONTEND).as_posix(): path
            for path in (FRONTEND / "src" / folder).rglob("*")
            if path.is_file()
        }
        for name in sorted(paths):
            content = paths[name].read_text(encoding="utf-8").replace("\r\n", "\n")
            hash.update(f"{name}\0{content}\0".encode())
    built = (ROOT / "depeche" / bundle / "assets" / "SOURCE.sha256").read_text(encoding="utf-8").strip()
    assert hash.hexdigest() == built, "run `npm ci && npm run build` in frontend/ and commit the assets"


@pytest.mark.parametrize("name", ["dossier.js", "dossier.css"])
def test_an_asset_can_stand_inside_its_element(name: str) -> None:
    text = (ROOT / "depeche" / "dossier" / "assets" / name).read_text(encoding="utf-8").lower()
    assert "</script" not in text
    assert "</style" not in text
    assert "<!--" not in text


@pytest.mark.parametrize("bundle", BUNDLES)
def test_the_script_never_parses_html(bundle: str) -> None:
    script = (ROOT / "depeche" / bundle / "assets" / f"{bundle}.js").read_text(encoding="utf-8")
    for sink in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "DOMParser"):
        assert sink not in script
