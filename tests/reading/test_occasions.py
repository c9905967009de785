"""A text that tells a visit or a summit whose days are known was written about then."""

import pytest

from depeche.lexicon import table
from depeche.model import Block, Published, Span
from depeche.reading.publication import infer_published


def published(*paragraphs: str) -> Published:
    text = "\n".join(paragraphs)
    blocks, start = [], 0
    for words in paragraphs:
        blocks.append(Block(Span(start, start + len(words)), "body"))
        start += len(words) + 1
    return infer_published(text, blocks=blocks, furniture=(), given=None)


@pytest.mark.parametrize(
    ("paragraphs", "value"),
    [
        # several visits fit; told on the day, the day after, and ahead
        (("Le président français a été reçu jeudi à Pékin, en Chine, par Xi Jinping.",), None),
        (("Le chancelier Olaf Scholz a été reçu mardi à Pékin, a annoncé Berlin.",), "2024-04-16"),
        (("Reçu mardi à Pékin, le chancelier Olaf Scholz a plaidé la cause de Kiev.", "Moscou a réagi mercredi."), "2024-04-17"),
        (("Le dirigeant chinois Xi Jinping se rendra en Russie du lundi au mercredi.", "Le voyage a été confirmé vendredi."), "2023-03-17"),
        (("Le sommet du G7 s'est ouvert vendredi à Hiroshima.",), "2023-05-19"),
        (("Réunis dimanche à Bali en sommet, les dirigeants du G20 se sont séparés.",), None),
        (("Xi Jinping et Volodymyr Zelensky se sont entretenus mercredi par téléphone.",), "2023-04-26"),
        (("Le sommet des Brics s'est achevé jeudi à Kazan.",), "2024-10-24"),
    ],
)  # fmt: skip
def test_weekdays_that_fit_one_occasion_alone_date_the_text(paragraphs: tuple[str, ...], value: str) -> None:
    found = published(*paragraphs)
    assert found.value == value
    assert found.value is None or (found.basis == "inferred" and "to 20" in found.reasons[0])


def test_an_occasion_of_long_ago_dates_nothing() -> None:
    assert (
        published(
            "Le sommet du G7 s'était ouvert un vendredi à Hiroshima, a rappelé en 2025 un témoin."
        ).value
        is None
    )


def test_the_table_is_in_order() -> None:
    rows = table("occasions")
    assert all(row["first"] <= row["last"] and row["kind"] in ("visit", "call", "summit") for row in rows)
