import pytest

from depeche.views import read_date


@pytest.mark.parametrize(
    ("edtf", "first", "last", "partial", "french", "english"),
    [
        ("2023-05-01", "2023-05-01", "2023-05-01", False, "1er mai 2023", "1 May 2023"),
        ("2023-05", "2023-05-01", "2023-05-31", True, "mai 2023", "May 2023"),
        ("2023", "2023-01-01", "2023-12-31", True, "2023", "2023"),
        ("2023~", "2023-01-01", "2023-12-31", True, "vers 2023", "about 2023"),
        ("2023-22", "2023-06-01", "2023-08-31", True, "été 2023", "summer 2023"),
        ("2023-03-20/2023-03-22", "2023-03-20", "2023-03-22", False, "20–22 mars 2023", "20–22 March 2023"),
        ("2023-03-30/2023-04-02", "2023-03-30", "2023-04-02", False,
         "30 mars 2023 – 2 avril 2023", "30 March 2023 – 2 April 2023"),
        ("2022-02/..", "2022-02-01", None, True, "depuis février 2022", "since February 2022"),
        ("../2022-02-03", None, "2022-02-03", True, "jusqu'au 3 février 2022", "until 3 February 2022"),
        ("XXXX-03-31", None, None, True, "31 mars (année inconnue)", "31 March (year unknown)"),
        ("un jour", None, None, True, "un jour", "un jour"),
    ],
)  # fmt: skip
def test_a_date_spans_its_days_and_says_what_it_lacks(
    edtf: str, first: str | None, last: str | None, partial: bool, french: str, english: str
) -> None:
    date = read_date(edtf)
    assert (date.first, date.last, date.partial) == (first, last, partial)
    assert (date.fr, date.en) == (french, english)
