"""Exports of Factiva: HTML with and without codes, RTF."""

from collections.abc import Callable
from pathlib import Path

from depeche.model import Document, Refusal

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]
HERE = Path(__file__).parent / "factiva"

RTF = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman Times;}}{\*\generator X;}\uc1
{\b HD}\tab Skopje rappelle son ambassadeur \'e0 Sofia\par {\b BY}\tab Elena Trajkova\par {\b PD}\tab 29 d\'e9cembre 2011\par
{\b SN}\tab Le Balkanique\par {\b LP}\tab\par La Mac\u233?doine du Nord a rappel\'e9 {\b jeudi} son ambassadeur \'e0 Sofia.\par
{\b TD}\tab\par La Bulgarie s\rquote est dite \'ab surprise \'bb par cette d\'e9cision.\par
{\b AN}\tab Document BALKA00020111229e7ct0001r\par\page
{\b HD}\tab Sofia r\'e9pond\par {\b PD}\tab 30 d\'e9cembre 2011\par {\b SN}\tab Le Balkanique\par
{\b LP}\tab\par Sofia a convoqu\'e9 le charg\'e9 d\rquote affaires mac\'e9donien, a indiqu\'e9 le ministre.\par
{\b AN}\tab Document BALKA00020111230e7ct0002s\par\page Search Summary\par Text (skopje)\par}"""


def test_labelled_html(outcome: Outcome) -> None:
    (one,), (refusal,) = outcome(HERE / "labelled.html")
    assert (one.layout, one.id) == ("factiva", "BALKA00020111229e7ct0001r")
    assert (one.outlet, one.published, one.author) == ("Le Balkanique", "2011-12-29", "Elena Trajkova")
    assert one.text.split("\n\n")[1] == (
        "La Macédoine du Nord a rappelé jeudi son ambassadeur à Sofia pour consultations, a annoncé son ministère des"
        " Affaires étrangères."
    )
    assert len(one.text.split("\n\n")) == 4
    assert one.metadata_from["subjects"].startswith("gdip")
    assert one.metadata_from["page"] == "4"
    assert "Brève sans texte" in refusal.reason
    assert "indexation" in refusal.advice


def test_unlabelled_html(outcome: Outcome) -> None:
    (one,), (refusal,) = outcome(HERE / "unlabelled.html")
    assert one.id == "BALKA00020111229e7ct0001r"
    assert (one.outlet, one.published, one.author) == ("Le Balkanique", "2011-12-29", "Elena Trajkova")
    assert one.headline == "Skopje rappelle son ambassadeur à Sofia pour consultations"
    assert len(one.text.split("\n\n")) == 3
    assert "indexation" in refusal.advice


def test_rtf(outcome: Outcome, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(RTF.encode("ascii"))
    (one, two), refusals = outcome(tmp_path)
    assert not refusals
    assert one.text == (
        "Skopje rappelle son ambassadeur à Sofia\n\nLa Macédoine du Nord a rappelé jeudi son ambassadeur à Sofia.\n\n"
        "La Bulgarie s’est dite « surprise » par cette décision."
    )
    assert (two.id, two.published) == ("BALKA00020111230e7ct0002s", "2011-12-30")
    assert "Search Summary" not in two.text
