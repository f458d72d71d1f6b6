"""From a draft to a published statement that stays as it was, and its corrections."""

import datetime

import pytest
from django.db import DatabaseError, transaction

from audit.models import AuditRow
from disclosure.models import Release
from market.models import Statement, StatementVersion
from market.statements import drafting, freezing, interventions, queries, rights
from market.statements.errors import NoDraft, NotWhole, ReasonMissing
from notify.models import Notification
from tests.tenants.returns.conftest import FIRST, WINTER, sign

DAY = datetime.date(2015, 7, 15)


def test_a_statement_is_begun_once_a_year_and_gone_on_with(kernow, bristol, commissioner):
    first = drafting.begin(area=kernow, by=commissioner.person)
    assert drafting.begin(area=kernow, by=commissioner.person) == first
    assert drafting.begin(area=bristol, by=None) != first
    assert (first.number, first.statement.year, first.title) == (1, 2015, "Market position statement 2015: NHS Kernow")


def test_it_is_published_with_all_four_parts_alone(kernow):
    draft = rights.a_draft(kernow, buy="")
    with pytest.raises(NotWhole, match="What we will buy"):
        drafting.publish(version=draft, by=None)


def test_what_was_published_stays_with_its_tables_whatever_happens_next(kernow, missing, offer, publish):
    missing(kernow, "short_break", 9)
    version = publish(kernow)
    shown = queries.version("kernow", 2015).tables
    offer(needs=["short_break"])
    missing(kernow, "short_break", 40)
    assert queries.version("kernow", 2015).tables == shown
    with pytest.raises(DatabaseError), transaction.atomic():
        StatementVersion.objects.filter(pk=version.pk).update(see="Something else")
    with pytest.raises(DatabaseError), transaction.atomic():
        StatementVersion.objects.filter(pk=version.pk).delete()
    with pytest.raises(NoDraft):
        drafting.write(version=version, part="see", text="Something else", by=None)


def test_a_correction_is_a_new_version_with_a_reason_and_the_words_of_the_last(kernow, publish):
    publish(kernow, see="We see a lot")
    draft = drafting.begin(area=kernow, by=None)
    assert (draft.number, draft.see) == (2, "We see a lot")
    with pytest.raises(ReasonMissing):
        drafting.publish(version=draft, by=None, reason=" ")
    drafting.publish(version=draft, by=None, reason="The telephone number was wrong")
    newest = queries.version("kernow", 2015)
    assert (newest.number, newest.reason) == (2, "The telephone number was wrong")
    assert queries.version("kernow", 2015, 1).reason == ""


def test_the_next_year_has_a_statement_of_its_own_with_the_words_of_the_last(kernow, publish):
    publish(kernow, day=datetime.date(2014, 7, 1), see="As in 2014")
    draft = drafting.begin(area=kernow, by=None)
    assert (draft.statement.year, draft.number, draft.see) == (2015, 1, "As in 2014")


def test_a_draft_that_is_thrown_away_leaves_nothing(kernow, publish):
    drafting.discard(version=rights.a_draft(kernow), by=None)
    assert not Statement.objects.exists()
    publish(kernow)
    drafting.discard(version=rights.a_draft(kernow), by=None)
    assert StatementVersion.objects.count() == 1


def test_tables_come_back_as_they_were_shown_and_no_true_count_can_be_kept_among_them(kernow, missing, publish):
    missing(kernow, "short_break", 9)
    kept = publish(kernow).tables["tables"]
    tables = freezing.all_thawed(kept)
    assert {"population", "supply", "unmet", "gaps", "rural"} <= set(tables)
    assert [freezing.frozen(table) for table in tables.values()] == kept
    spoiled = next(each for each in kept if each["key"] == "unmet")
    spoiled["rows"][0][1]["people"] = 9
    with pytest.raises(ValueError, match="never shows 9"):
        freezing.thawed(spoiled)


def test_population_and_forecast_come_from_what_the_area_signed_and_published(kernow, client_as, publish):
    lead = client_as("area-lead", area=kernow).person
    sign(kernow, WINTER, FIRST, lead)
    tables = freezing.all_thawed(publish(kernow).tables["tables"])
    assert tables["population"].rows[0][:2] == ["People who live here", "About 548,000"]
    forecast = {row[0]: [str(cell) for cell in row[1:]] for row in tables["forecast"].rows}
    # 11 people in place: 4 of none of the groups, 4 with long-term conditions, 3 with mental health needs.
    assert forecast["Everybody"][0] == "10"
    assert forecast["People with significant mental health needs"][0] in ("*", "Left out")
    assert forecast["People with a learning disability and high support needs"][0] in ("0", "Left out")


def test_publishing_is_audited_kept_among_the_releases_and_told_to_providers_of_the_area(
    kernow, commissioner, provider, editor
):
    here, elsewhere = editor(provider(areas=["kernow"])), editor(provider(areas=["bristol"]))
    drafting.publish(version=rights.a_draft(kernow), by=commissioner.person)
    assert AuditRow.objects.filter(action="market.statement_publish", by=commissioner.person).count() == 1
    release = Release.objects.get(data_set=drafting.DATA_SET)
    assert (release.area, release.version, release.rule_name) == (kernow, "2015-06-30", "S7R5")
    told = Notification.objects.filter(kind="market-statement")
    assert {row.to for row in told} == {here} != {elsewhere}


def test_what_is_done_about_gaps_stands_in_the_statement(kernow, publish):
    values = {"need": "short_break", "kind": "grant", "what": "£5,000 for two groups", "owner": "The team"}
    made = interventions.record(area=kernow, values={**values, "state": "planned", "result": ""}, by=None)
    interventions.change(intervention=made, values={**values, "state": "done", "result": "One began"}, by=None)
    made.refresh_from_db()
    assert made.done_on == DAY
    row = freezing.all_thawed(publish(kernow).tables["tables"])["interventions"].rows[0]
    assert row[:5] == ["Short breaks", "Grant", "£5,000 for two groups", "The team", "Done"]
