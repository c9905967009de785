"""Dépêche reads French-language press articles into a sourced record of diplomacy."""

__version__ = "0.3.0"
