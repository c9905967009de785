"""The dossier: one HTML file that opens from a disk, without a network and without running any article's text."""

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from depeche.dossier.borders import Borders
from depeche.dossier.payload import story_json
from depeche.views import Story, read_date, summary
from depeche.views.labels import label

HERE = Path(__file__).parent
ASSETS = HERE / "assets"
VIEWS = (
    "summary",
    "timeline",
    "statements",
    "events",
    "actors",
    "positions",
    "terms",
    "accounts",
    "map",
    "articles",
)
FIGURES = (
    "articles",
    "origins",
    "outlets",
    "acts",
    "events",
    "statements",
    "speakers",
    "actors",
    "positions",
)


def render_dossier(story: Story, *, borders: Borders = "disputed") -> str:
    """The dossier of a story as one self-contained HTML page; `borders` says how the map draws disputed ones.

    The page's policy admits the one script and the one style that are built here, by their hashes, and nothing
    from outside; articles stand in it as data that is never run.
    """
    script, style = _asset("dossier.js"), _asset("dossier.css")
    return _template().render(
        policy=_policy(script=script, style=style),
        script=Markup(script),
        style=Markup(style),
        **context(story, borders=borders),
    )


def context(story: Story, *, borders: Borders = "disputed") -> dict[str, Any]:
    """What the template shows of a story, wherever its script and style come from."""
    figures = summary(story)
    return {
        "title": story.title,
        "data": Markup(story_json(story, borders=borders)),
        "label": label,
        "views": VIEWS,
        "figures": [(name, getattr(figures, name)) for name in FIGURES],
        "between": [read_date(day).fr for day in (figures.first, figures.last) if day],
    }


def _asset(name: str) -> str:
    return (ASSETS / name).read_text(encoding="utf-8").strip()


def _policy(*, script: str, style: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    """A source expression of the Content Security Policy (level 3) for an inline element."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("dossier.html.j2")
