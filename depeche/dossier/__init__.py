"""From a story to one self-contained HTML file."""

from depeche.dossier.page import render_dossier

__all__ = ["render_dossier"]
