"""Messages and mailboxes."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from depeche.model import Document, Refusal

Outcome = Callable[..., tuple[list[Document], list[Refusal]]]


def message(body: str, *, html: bool = False, attached: str | None = None) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Le Courrier de Brno <lettre@courrier.example>"
    mail["To"] = "moi@example.org"
    mail["Subject"] = "Prague et Bratislava signent un accord sur l'énergie"
    mail["Date"] = "Fri, 03 May 2024 07:12:00 +0200"
    mail["Message-ID"] = "<abc@courrier.example>"
    if html:
        mail.set_content("Voir la version en ligne.")
        paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
        mail.add_alternative(
            f"<html><body><table><tr><td>{paragraphs}</td></tr></table></body></html>", subtype="html"
        )
    else:
        mail.set_content(body, charset="iso-8859-15" if "œ" in body else "utf-8")
    if attached:
        mail.add_attachment(
            attached.encode("utf-8"), maintype="text", subtype="plain", filename="dépêche.txt"
        )
        mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    return bytes(mail)


def test_a_message(outcome: Outcome, tmp_path: Path, body: str) -> None:
    (tmp_path / "x.eml").write_bytes(message(body))
    (one,), refusals = outcome(tmp_path)
    assert not refusals
    assert (one.layout, one.id, one.published) == ("mail", "abc@courrier.example", "2024-05-03")
    assert one.headline == "Prague et Bratislava signent un accord sur l'énergie"
    assert one.text.strip() == body
    assert one.metadata_from["sender"] == "Le Courrier de Brno"


def test_a_message_in_html(outcome: Outcome, tmp_path: Path, body: str) -> None:
    (tmp_path / "x.eml").write_bytes(message(body, html=True))
    (one,), _ = outcome(tmp_path)
    assert body.split("\n\n")[1] in one.text


def test_attached_files_are_documents_too(outcome: Outcome, tmp_path: Path, body: str) -> None:
    (tmp_path / "x.eml").write_bytes(message(body, attached=body + " Pièce jointe."))
    documents, refusals = outcome(tmp_path)
    assert [document.id for document in documents] == ["abc@courrier.example", "dépêche"]
    assert not refusals


def test_a_mailbox(outcome: Outcome, tmp_path: Path, body: str) -> None:
    separator = b"From lettre@courrier.example Fri May  3 07:12:00 2024\n"
    (tmp_path / "box").write_bytes(separator + message(body) + b"\n" + separator + message(body + " Encore."))
    documents, _ = outcome(tmp_path)
    assert [document.id for document in documents] == ["abc@courrier.example", "abc@courrier.example-2"]


def test_an_article_that_speaks_of_dates_is_no_message(outcome: Outcome, tmp_path: Path, body: str) -> None:
    (tmp_path / "x").write_text(f"Date: 3 mai 2024\nSubject: un accord\n\n{body}", encoding="utf-8")
    (one,), _ = outcome(tmp_path)
    assert one.layout == "text"


def test_a_zip_file_that_is_attached_is_opened(tmp_path: Path, outcome: Outcome, body: str) -> None:
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("un.txt", body)
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "a@b.example",
        "Revue",
        "Fri, 03 May 2024 07:12:00 +0200",
    )
    message.set_content("La revue du jour est jointe.")
    message.add_attachment(packed.getvalue(), maintype="application", subtype="zip", filename="revue.zip")
    (tmp_path / "x").write_bytes(bytes(message))
    documents, _ = outcome(tmp_path)
    assert body in [document.text for document in documents]


def test_a_broken_message_costs_itself_alone(tmp_path: Path, outcome: Outcome, body: str) -> None:
    head = "From a@b.example Fri May  3 07:12:00 2024\nFrom: a@b.example\nSubject: Revue\nDate: Fri, 03 May 2024 07:12:00 +0200\n"
    kind = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    bad = (
        head
        + "Content-Type: text/plain; charset*=x''%ff\nContent-Disposition: attachment; filename*=a'b'%ff%\n\nrien\n\n"
    )
    (tmp_path / "x").write_text(bad + head + kind + body + "\n", encoding="utf-8")
    documents, refusals = outcome(tmp_path)
    assert [body in document.text for document in documents][-1:] == [True]
    assert len(documents) + len(refusals) == 2
