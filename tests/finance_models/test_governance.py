"""The information governance register: by what right data are held, who objects, and the clocks of the law."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, transaction
from django.utils import timezone

from audit.models import AuditRow
from config.today import today
from finance_models.governance import actions, queries
from finance_models.governance.rights import VALUES, entry_in
from finance_models.models import GovernanceClock, GovernanceEntry, Objection
from tenants.contexts import in_area

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2015, 7, 15)
REGISTER = "/areas/kernow/finance/register/"


def entry_that_ends(area, day, **values):
    ends = {"agreement_ends": day, "assessment_ends": day + datetime.timedelta(days=1)}
    return actions.add_entry(area=area, values={**VALUES, **ends, **values}, by=None)


def test_a_source_is_valid_until_the_first_of_its_two_last_days(kernow):
    with in_area(kernow):
        entry = entry_that_ends(kernow, TODAY)
        queries.check(entry, ["people", "activity"], TODAY)
        with pytest.raises(queries.NoValidEntry, match="ended on 15 July 2015. Renew it first"):
            queries.check(entry, ["people"], TODAY + datetime.timedelta(days=1))


def test_a_source_covers_the_tables_that_it_names_alone(kernow):
    with in_area(kernow):
        entry = entry_that_ends(kernow, TODAY, tables=["activity"])
        with pytest.raises(queries.NoValidEntry, match="doesn't cover people and outcomes"):
            queries.check(entry, ["people", "activity", "outcomes"], TODAY)


def test_a_withdrawn_source_is_valid_no_more_and_says_why(kernow, person):
    lead = person("finance-lead", area=kernow)
    with in_area(kernow):
        entry = entry_that_ends(kernow, TODAY)
        with pytest.raises(actions.RegisterRefused, match="Say why"):
            actions.withdraw_entry(area=kernow, number=entry.pk, why=" ", by=lead)
        actions.withdraw_entry(area=kernow, number=entry.pk, why="The hub closes", by=lead)
        with pytest.raises(queries.NoValidEntry, match="was withdrawn"):
            queries.check(queries.find(entry.pk), ["people"], TODAY)
    assert AuditRow.objects.filter(action="finance.entry_withdraw", by=lead, area=kernow).count() == 1


def test_an_entry_is_never_rewritten_nor_deleted_not_even_by_the_back_door(kernow):
    with in_area(kernow):
        entry = entry_that_ends(kernow, TODAY)
        with pytest.raises(Error), transaction.atomic():
            GovernanceEntry.objects.filter(pk=entry.pk).update(legal_basis="Another")
        with pytest.raises(Error), transaction.atomic():
            GovernanceEntry.objects.filter(pk=entry.pk).delete()
        assert queries.find(entry.pk).legal_basis == VALUES["legal_basis"]


def test_an_objection_stands_once_until_it_is_taken_back(kernow, bristol):
    with in_area(kernow):
        first = actions.record_objection(area=kernow, pseudonym="p7", received_on=TODAY, by=None)
        with pytest.raises(ValidationError, match="on the list already"):
            actions.record_objection(area=kernow, pseudonym=" p7 ", received_on=TODAY, by=None)
        assert queries.objecting() == {"p7"}
    with in_area(bristol):
        assert queries.objecting() == frozenset()
    with in_area(kernow):
        actions.lift_objection(area=kernow, number=first.pk, by=None)
        assert queries.objecting() == frozenset()
        actions.record_objection(area=kernow, pseudonym="p7", received_on=TODAY, by=None)
        assert queries.objecting() == {"p7"}


def test_a_breach_has_72_hours_and_a_request_one_month_to_the_end_of_its_day():
    known = timezone.make_aware(datetime.datetime(2015, 1, 31, 10, 30))
    assert actions.due_at("breach", known) == timezone.make_aware(datetime.datetime(2015, 2, 3, 10, 30))
    assert actions.due_at("access_request", known).date() == datetime.date(2015, 2, 28)
    december = timezone.make_aware(datetime.datetime(2015, 12, 15, 10, 30))
    assert actions.due_at("access_request", december).date() == datetime.date(2016, 1, 15)


def test_a_clock_is_closed_with_words_and_once(kernow):
    with in_area(kernow):
        clock = actions.open_clock(
            area=kernow, kind="breach", words="A list was lost", opened_at=timezone.now(), by=None
        )
        with pytest.raises(actions.RegisterRefused, match="Say what was done"):
            actions.close_clock(area=kernow, number=clock.pk, outcome="", by=None)
        actions.close_clock(area=kernow, number=clock.pk, outcome="Reported", by=None)
        with pytest.raises(actions.RegisterRefused, match="done already"):
            actions.close_clock(area=kernow, number=clock.pk, outcome="Reported", by=None)
        assert GovernanceClock.objects.get().closed_at is not None


def test_the_finance_lead_writes_the_register_and_the_area_lead_reads_it(client_as, kernow, bristol):
    lead = client_as("finance-lead", area=kernow)
    typed = {**VALUES, "tables": ["people", "activity"]}
    for name in ("agreement_ends", "assessment_ends"):
        typed |= {f"{name}-day": "1", f"{name}-month": "7", f"{name}-year": str(today().year + 1)}
    assert lead.post(f"{REGISTER}sources/new/", typed).status_code == 302
    page = client_as("area-lead", area=kernow).get(REGISTER)
    assert "Hospital episodes" in page.text
    assert "Add a source" not in page.text
    assert client_as("area-lead", area=kernow).post(f"{REGISTER}sources/new/", typed).status_code == 403
    assert client_as("practitioner", area=kernow).get(REGISTER).status_code == 403
    assert client_as("finance-lead", area=bristol).get(REGISTER).status_code == 404
    with in_area(bristol):
        assert GovernanceEntry.objects.count() == 0


def test_an_entry_whose_last_day_has_passed_is_refused_with_what_was_typed(client_as, kernow):
    typed = {**VALUES, "tables": ["people"]}
    for name in ("agreement_ends", "assessment_ends"):
        typed |= {f"{name}-day": "1", f"{name}-month": "7", f"{name}-year": str(today().year - 1)}
    page = client_as("finance-lead", area=kernow).post(f"{REGISTER}sources/new/", typed)
    assert page.status_code == 422
    assert "Enter a day from today on" in page.text
    assert "Hospital episodes" in page.text


def test_pseudonyms_of_those_who_object_are_shown_to_the_finance_lead_alone(client_as, kernow):
    with in_area(kernow):
        actions.record_objection(area=kernow, pseudonym="p-77-x", received_on=TODAY, by=None)
    assert "p-77-x" in client_as("finance-lead", area=kernow).get(REGISTER).text
    page = client_as("area-lead", area=kernow).get(REGISTER).text
    assert "p-77-x" not in page
    assert "1 person has objected" in page
    assert client_as("area-lead", area=kernow).get(f"{REGISTER}data/objections.csv").status_code == 403


def test_the_path_says_what_blocks_and_what_is_ready(client_as, kernow):
    client = client_as("area-lead", area=kernow)
    assert "Add one, so that data can be loaded" in client.get("/areas/kernow/finance/").text
    entry_in(kernow)
    assert "1 source valid" in client.get("/areas/kernow/finance/").text


def test_every_page_of_the_register_answers(client_as, kernow):
    """Each in the hands of the finance lead, with something to show."""
    entry = entry_in(kernow)
    with in_area(kernow):
        objection = actions.record_objection(area=kernow, pseudonym="p1", received_on=TODAY, by=None)
        clock = actions.open_clock(area=kernow, kind="breach", words="Lost", opened_at=timezone.now(), by=None)
    client = client_as("finance-lead", area=kernow)
    for place in (
        "", f"sources/{entry.pk}/", "sources/new/", f"sources/{entry.pk}/renew/", f"sources/{entry.pk}/withdraw/",
        "objections/new/", f"objections/{objection.pk}/taken-back/", "clocks/new/", f"clocks/{clock.pk}/done/",
        "data/entries.csv", "data/clocks.xlsx", "data/objections.csv",
    ):  # fmt: skip
        assert client.get(REGISTER + place).status_code == 200, place
    assert client.post(f"{REGISTER}objections/{objection.pk}/taken-back/").status_code == 302
    assert client.post(f"{REGISTER}clocks/{clock.pk}/done/", {"words": "Reported"}).status_code == 302
    assert client.post(f"{REGISTER}sources/{entry.pk}/withdraw/", {"words": "Ended"}).status_code == 302
    with in_area(kernow):
        assert Objection.objects.get().lifted_on == today()
