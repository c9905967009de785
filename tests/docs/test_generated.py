"""Pages made from the code are as the code is now."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parent.parent.parent / "docs"


def generator() -> ModuleType:
    spec = spec_from_file_location("generate", DOCS / "generate.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["exchange.schema.json", "cli.md", "schema.md"])
def test_the_page_is_fresh(page: str) -> None:
    made = generator().PAGES[page]()
    assert (DOCS / page).read_text(encoding="utf-8") == made, "run python docs/generate.py"
