"""The case baseline: single cases by a form or a workbook, seen by the finance lead alone."""

import io

import pytest

from audit.models import AuditRow
from files import templates
from files.shapes import Unreadable
from finance_models.cases import workbook
from finance_models.cases.rights import case_in
from finance_models.models import Case
from finance_models.money_words import as_text, pence_of
from tenants.contexts import in_area

pytestmark = pytest.mark.django_db

CASES = "/areas/kernow/finance/cases/"
ROW = [
    "c-1",
    "Harbour team",
    "mental_health",
    "yes",
    "1200",
    "",
    "",
    "",
    "8000.50",
    "",
    *[""] * 6,
    "Breaks: 900 | Peer: 60",
]


def book(*rows):
    file = io.BytesIO(templates.workbook(workbook.SHAPE, title="Cases", rows={"cases": rows}))
    file.name = "cases.xlsx"
    return file


@pytest.mark.parametrize(("text", "pence"), [("1200", 120_000), ("£1,200.50", 120_050), ("0", 0), (" 7.5 ", 750)])
def test_pounds_are_read_to_the_penny_and_written_back(text, pence):
    assert pence_of(text) == pence
    assert pence_of(as_text(pence)) == pence


@pytest.mark.parametrize("text", ["-5", "1.234", "1e5", "twelve", "", "1234567890123"])
def test_what_is_no_amount_of_money_is_refused(text):
    with pytest.raises(Unreadable):
        pence_of(text)


def test_a_filled_in_template_records_its_cases(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    answer = client.post(f"{CASES}upload/", {"file": book(ROW, ["c-2", *ROW[1:]])})
    assert answer.status_code == 302
    with in_area(kernow):
        first = Case.objects.get(pseudonym="c-1")
        assert (first.before_nhs, first.before_hospital, first.before_medication) == (120_000, 800_050, None)
        assert first.total("before") == 920_050
        assert first.total("after") is None
        assert [(line.what, line.pence) for line in first.lines.all()] == [("Breaks", 90_000), ("Peer", 6_000)]
        assert Case.objects.count() == 2


def test_one_row_with_a_fault_keeps_all_out_and_says_where(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    page = client.post(f"{CASES}upload/", {"file": book(ROW, ["c-2", *ROW[1:4], "12 pounds", *ROW[5:]])})
    assert page.status_code == 422
    assert "cases!E3" in page.text
    assert "No case was kept" in page.text
    with in_area(kernow):
        assert not Case.objects.exists()


def test_an_nhs_number_is_no_pseudonym(client_as, kernow):
    client = client_as("finance-lead", area=kernow)
    numbers = ("9434765919", "9434765870", "9434765838")
    page = client.post(f"{CASES}upload/", {"file": book(*([number, *ROW[1:]] for number in numbers))})
    assert page.status_code == 422
    assert "NHS numbers" in page.text
    typed = {"pseudonym": "9434765919", "site": "x", "group": "mental_health", "has_consent": "no"}
    assert "looks like an NHS number" in client.post(f"{CASES}new/", typed).text


def test_a_case_of_the_same_pseudonym_is_replaced_with_its_plan(client_as, kernow):
    case_in(kernow, "c-9")
    client = client_as("finance-lead", area=kernow)
    typed = {"pseudonym": "c-9", "site": "Another", "group": "mental_health", "has_consent": "yes", "lines": "Art: 5"}
    assert client.post(f"{CASES}new/", {**typed, "after_nhs": "10"}).status_code == 302
    with in_area(kernow):
        case = Case.objects.get()
        assert (case.site, case.after_nhs, case.before_hospital) == ("Another", 1_000, None)
        assert [line.what for line in case.lines.all()] == ["Art"]


def test_who_looks_at_cases_is_the_finance_lead_and_is_kept_in_the_audit(client_as, kernow, bristol):
    case = case_in(kernow)
    lead = client_as("finance-lead", area=kernow)
    for place in ("", "new/", "upload/", "template.xlsx", f"{case.pk}/", f"{case.pk}/change/", f"{case.pk}/delete/"):
        assert lead.get(CASES + place).status_code == 200, place
    assert lead.get(f"{CASES}data/cases.csv").status_code == 200
    assert AuditRow.objects.filter(action="finance.case_read", by=lead.person, area=kernow).count() == 3
    assert client_as("area-lead", area=kernow).get(CASES).status_code == 403
    assert "Case baseline" not in client_as("area-lead", area=kernow).get("/areas/kernow/finance/").text
    assert client_as("finance-lead", area=bristol).get(CASES).status_code == 404
    assert lead.post(f"{CASES}{case.pk}/delete/").status_code == 302
    with in_area(kernow):
        assert not Case.objects.exists()
