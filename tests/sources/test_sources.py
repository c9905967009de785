"""What goes in comes out, as a document or as a refusal with a reason; nothing raises."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depeche.model import Document, Refusal, text_sha256
from depeche.sources import SourceOptions, open_content, open_sources
from depeche.sources.entry import Content

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]


def test_text_is_read_as_it_stands(tmp_path: Path, outcome: Outcome, body: str) -> None:
    (tmp_path / "gabon.txt").write_bytes(("\ufeff" + body.replace("\n", "\r\n")).encode("utf-8"))
    documents, refusals = outcome(tmp_path)
    assert not refusals
    assert documents[0].text == body.replace("\n", "\r\n")
    assert (documents[0].id, documents[0].layout) == ("gabon", "text")


def test_folders_are_walked_in_order_and_ids_are_unique(tmp_path: Path, outcome: Outcome, body: str) -> None:
    for name in ("b/x.txt", "a/x.txt", "x.txt", ".hidden/x.txt", "x-2.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(body, encoding="utf-8")
    documents, _ = outcome(tmp_path)
    assert [os.path.relpath(document.origin, tmp_path) for document in documents] == [
        "x-2.txt",
        "x.txt",
        "a/x.txt",
        "b/x.txt",
    ]
    assert len({document.id for document in documents}) == 4


def test_what_a_run_writes_itself_is_passed_over(tmp_path: Path, outcome: Outcome, body: str) -> None:
    (tmp_path / "refused").mkdir()
    for name in ("a.txt", "story.db-wal", "refused/b.txt"):
        (tmp_path / name).write_text(body, encoding="utf-8")
    passed = (str(tmp_path / "refused"), str(tmp_path / "story.db-wal"))
    documents, refusals = outcome(tmp_path, passed=passed)
    assert ([document.id for document in documents], refusals) == (["a"], [])


def test_standard_input(monkeypatch: pytest.MonkeyPatch, outcome: Outcome, body: str) -> None:
    import io

    class Stream:
        buffer = io.BytesIO(body.encode("utf-8"))

    monkeypatch.setattr("sys.stdin", Stream())
    documents, _ = outcome("-")
    assert (documents[0].origin, documents[0].id) == ("-", text_sha256(body)[:16])


LITTLE = "there is too little text in it to be an article"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "this file is empty"),
        (b"  \n\t ", "this file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "this is a picture (PNG)"),
        (b"\xd0\xcf\x11\xe0\x00\x00", "this is an old Word or Excel file"),
        (b"\x00\x01" * 400, "this is binary data, or text in an encoding that cannot be told"),
        (b"... --- ...", "there is no text in it"),
        (b"x", LITTLE),
        (b"just text", LITTLE),
        (b"From: a@b.example\nSubject: Oui\nDate: Tue, 07 May 2024 18:00:00 +0000\n\nok merci\n", LITTLE),
        (b'{"text": "x"}', LITTLE),
        (b'{"text": 12}', "\u201ctext\u201d is no text but a number"),
        (b'{"text": ["a", "b"]}', "\u201ctext\u201d is no text but a list"),
        (b"<html><body><p>Menu</p></body></html>", "there is no article in this page"),
    ],
)
def test_refusals_say_why(data: bytes, reason: str, tmp_path: Path, outcome: Outcome) -> None:
    (tmp_path / "x").write_bytes(data)
    documents, refusals = outcome(tmp_path / "x")
    assert not documents
    assert [one.reason for one in refusals] == [reason]
    assert refusals[0].advice


OTHERS = {
    "English": "The minister said on Thursday that the talks with the ambassador had been held in the capital and would go"
    " on for as long as they were needed, and that the two sides would meet again.",
    "Spanish": "El ministro dijo el jueves que las conversaciones con el embajador se celebraron en la capital y que los"
    " dos países volverían a reunirse antes del verano para firmar un acuerdo sobre la pesca.",
    "Italian": "Il ministro ha detto che i colloqui con l'ambasciatore si sono tenuti nella capitale e che le due parti si"
    " incontreranno di nuovo prima della fine del mese per firmare un accordo sulla pesca.",
    "Portuguese": "O ministro disse que as conversações com o embaixador foram realizadas na capital e que os dois países"
    " não vão assinar um acordo sobre a pesca antes do fim do mês.",
    "German": "Der Minister hat am Donnerstag gesagt, dass die Gespräche mit dem Botschafter in der Hauptstadt geführt"
    " wurden und dass sich die beiden Seiten noch vor dem Sommer wieder treffen werden.",
    "Dutch": "De minister zei donderdag dat de gesprekken met de ambassadeur in de hoofdstad zijn gevoerd en dat de twee"
    " landen nog voor de zomer een akkoord over de visserij willen sluiten.",
    "Romanian": "Ministrul a declarat că discuțiile cu ambasadorul au avut loc în capitală și că cele două părți se vor"
    " întâlni din nou pentru a semna un acord care să fie aplicat până la vară.",
    "Catalan": "El ministre va dir que les converses amb l'ambaixador s'havien fet a la capital i que els dos països no"
    " tornarien a reunir-se fins després de l'estiu per signar un acord sobre la pesca.",
    "Arabic script": "قال الوزير يوم الخميس إن المحادثات مع السفير عقدت في العاصمة وإن الجانبين سيجتمعان مرة أخرى",
    "Cyrillic script": "Министр заявил в четверг, что переговоры с послом прошли в столице и стороны встретятся снова",
    "Chinese": "外交部长星期四说，与大使的会谈在首都举行，双方将再次会面。",
}


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_named(language: str, tmp_path: Path, outcome: Outcome) -> None:
    (tmp_path / "x").write_text(OTHERS[language], encoding="utf-8")
    documents, refusals = outcome(tmp_path / "x")
    assert not documents
    assert language in refusals[0].reason
    assert outcome(tmp_path / "x", any_language=True)[0]


def test_how_to_read_them_all_the_same_is_said_by_its_option(tmp_path: Path, outcome: Outcome) -> None:
    (tmp_path / "x").write_text(OTHERS["English"], encoding="utf-8")
    assert "--any-language" in outcome(tmp_path / "x")[1][0].advice


def test_a_short_dispatch_is_an_article(tmp_path: Path, outcome: Outcome) -> None:
    (tmp_path / "x").write_text(
        "Quito et Lima ont rompu mardi leurs relations diplomatiques.", encoding="utf-8"
    )
    assert len(outcome(tmp_path / "x")[0]) == 1


@pytest.mark.parametrize("address", ["ftp://exemple.org/a.txt", "gopher://exemple.org"])
def test_other_addresses_than_of_the_web_are_refused(address: str, outcome: Outcome) -> None:
    (refusal,) = outcome(address)[1]
    assert (refusal.origin, "http:// or https://" in refusal.reason) == (address, True)


def test_a_date_that_cannot_be_understood_is_told(tmp_path: Path, outcome: Outcome, body: str) -> None:
    line = json.dumps({"text": body, "published": "2024-13-45"})
    (tmp_path / "x").write_text(line, encoding="utf-8")
    (document,) = outcome(tmp_path / "x")[0]
    assert document.published is None
    assert document.metadata_from["published"] == "JSON field published, not understood: 2024-13-45"


def test_french_with_quotations_in_english_is_french(tmp_path: Path, outcome: Outcome, body: str) -> None:
    (tmp_path / "x").write_text(body + " « " + OTHERS["English"] + " »", encoding="utf-8")
    assert len(outcome(tmp_path / "x")[0]) == 1


def test_a_paywall_s_remnant_is_refused(tmp_path: Path, outcome: Outcome, body: str) -> None:
    teaser = "Titre de l'article\n\nUne phrase de début.\n\nCet article est réservé à nos abonnés.\nDéjà abonné ? Se connecter"
    (tmp_path / "a").write_text(teaser, encoding="utf-8")
    (tmp_path / "b").write_text(body + "\n\nIl vous reste 54 % de cet article à lire.", encoding="utf-8")
    documents, refusals = outcome(tmp_path)
    assert [document.id for document in documents] == ["b"]
    assert "paywall" in refusals[0].reason


def test_what_the_user_gives_wins(tmp_path: Path, outcome: Outcome, body: str) -> None:
    line = {"text": body, "published": "2024-05-03T10:00:00Z", "outlet": "Le Courrier"}
    (tmp_path / "x").write_text(json.dumps(line), encoding="utf-8")
    (told,), _ = outcome(tmp_path / "x")
    assert (told.published, told.published_basis, told.outlet) == ("2024-05-03", "metadata", "Le Courrier")
    (given_,), _ = outcome(tmp_path / "x", published="2020", outlet="L'Union")
    assert (given_.published, given_.published_basis, given_.outlet) == ("2020", "given", "L'Union")


def test_too_large_files_are_refused(tmp_path: Path, outcome: Outcome, body: str) -> None:
    (tmp_path / "x").write_text(body, encoding="utf-8")
    _, refusals = outcome(tmp_path / "x", largest=100)
    assert "larger than" in refusals[0].reason


def test_missing_files_and_empty_folders(tmp_path: Path, outcome: Outcome) -> None:
    (tmp_path / "void").mkdir()
    _, refusals = outcome(tmp_path / "none.txt", tmp_path / "void", "a\x00b")
    assert len(refusals) == 3


def test_jsonl_refuses_a_line_and_goes_on(tmp_path: Path, outcome: Outcome, body: str) -> None:
    lines = [
        json.dumps({"text": body, "id": "un", "title": "Titre", "url": "https://a.example"}),
        "{broken",
        "",
    ]
    lines += [json.dumps({"message": "x"}), "[1, 2]", json.dumps({"text": body + " Fin."})]
    (tmp_path / "corpus").write_text("\n".join(lines), encoding="utf-8")
    documents, refusals = outcome(tmp_path / "corpus")
    assert [document.id for document in documents] == ["un", text_sha256(body + " Fin.")[:16]]
    assert [one.origin.rsplit(":", 1)[1] for one in refusals] == ["2", "4", "5"]
    assert documents[0].metadata_from["headline"] == "JSON field title"


def test_mended_text_says_so(tmp_path: Path, outcome: Outcome, body: str) -> None:
    (tmp_path / "x").write_text(body.encode("utf-8").decode("cp1252", "replace"), encoding="utf-8")
    documents, _ = outcome(tmp_path / "x")
    assert "é" in documents[0].text
    assert "mended" in documents[0].metadata_from["text"]


STARTS = [
    b"", b"<html>", b"{", b"[", b"PK\x03\x04", b"PK\x05\x06", b"{\\rtf1 ", b"From a Fri May 3 2024\n", b"\xff\xfe", b"\x1f\x8b",
    b"From: a\nSubject: b\nDate: c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n", b"BZh", b"\xfd7zXZ\x00",
    b"WARC/1.0\r\nContent-Length: 9\r\n", b"1 of 2 DOCUMENTS\nLENGTH: 3\n", b"<div class='article frArticle'>",
    b"<span class='DocPublicationName'>", b"<rss><channel><item>", b"text,title\n",
]  # fmt: skip
FIXTURES = [
    path
    for path in sorted((Path(__file__).parent / "layouts").rglob("*"))
    if path.suffix in (".html", ".txt")
]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_exports_raise_nothing(data: st.DataObject) -> None:
    raw = bytearray(data.draw(st.sampled_from(FIXTURES)).read_bytes())
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 200))] = data.draw(st.binary(max_size=4))
        raw = raw or bytearray(b"x")
    assert list(
        open_content(Content(bytes(raw), origin="x", stem="x"), options=SourceOptions(any_language=True))
    )


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(max_size=300),
    st.sampled_from(STARTS),
)
def test_no_bytes_raise(data: bytes, start: bytes) -> None:
    found = list(open_content(Content(start + data, origin="x", stem="x"), options=SourceOptions()))
    assert found


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200), st.sampled_from(["<p>{}</p>", "<html><article><p>{}", '{{"text": "{}"}}', "{}"])
)
def test_no_text_raises(text: str, frame: str) -> None:
    data = frame.format(text).encode("utf-8", "surrogatepass")
    assert list(open_content(Content(data, origin="x", stem="x")))


def test_same_input_same_output(tmp_path: Path, body: str) -> None:
    for name in "abc":
        (tmp_path / name).write_text(body + name, encoding="utf-8")
    assert list(open_sources([tmp_path])) == list(open_sources([tmp_path]))
