"""Service components, key actions and promises: said with a reason, kept, published, late by their dates, apart."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from audit.models import AuditRow
from tenants.contexts import in_area
from tenants.returns.models import PublishedKeyAction, PublishedMaturity, PublishedPromise
from tenants.rollout.models import Change, ComponentMaturity, GroupPlan, GroupPlanChange, KeyAction, PromiseStanding
from tenants.rollout.progress import key_action_chart, lines, saving
from tenants.rollout.progress.kinds import ACTIONS, BY_KEY, MATURITY, PROMISES

pytestmark = pytest.mark.django_db

ROLLOUT = "/areas/kernow/rollout/"
DAY = datetime.date(2015, 7, 15)


@pytest.fixture
def lead(client_as, kernow):
    return client_as("area-lead", area=kernow)


def dates(**named):
    """The three boxes of each date; None is left empty."""
    parts = {}
    for name, day in named.items():
        year, month, number = day.split("-") if day else ("", "", "")
        parts |= {f"{name}-day": number, f"{name}-month": month, f"{name}-year": year}
    return parts


def assess(client, key="1a", **changes):
    data = {"level": "2", "evidence": "A list of 40 people", "next_step": "", "reason": "", "assessed_on": "2001-02-03"}
    data |= changes
    return client.post(f"{ROLLOUT}maturity/{key}/change/", data | dates(assessed_on=data.pop("assessed_on")))


def say(area, kind, key, reason="", by=None, **values):
    with in_area(area):
        return saving.save(area=area, kind=kind, item=kind.item(key), values=values, reason=reason, by=by)


def test_a_component_is_assessed_with_evidence_that_stays_in_the_area(lead, kernow):
    assert assess(lead).status_code == 302
    with in_area(kernow):
        row = ComponentMaturity.objects.get(component="1A")
    assert (row.level, row.evidence, row.assessed_on) == (2, "A list of 40 people", datetime.date(2001, 2, 3))
    published = PublishedMaturity.objects.get(area=kernow)
    assert (published.component, published.level, published.is_sample) == ("1A", 2, False)
    assert "A list of 40 people" not in str(published.__dict__)


def test_a_second_word_needs_its_reason_and_what_was_typed_is_kept(lead, kernow):
    assess(lead)
    refused = assess(lead, level="3", evidence="Used in two teams")
    assert refused.status_code == 422
    text = refused.content.decode()
    assert "Say why it changes." in text and "Used in two teams" in text
    assert assess(lead, level="3", evidence="Used in two teams", reason="The second team began").status_code == 302
    assert [row.level for row in PublishedMaturity.objects.filter(area=kernow).order_by("pk")] == [2, 3]
    page = lead.get(f"{ROLLOUT}maturity/1a/").content.decode()
    assert "The second team began" in page and "2: Being set up" in page


def test_nothing_changed_is_told_and_publishes_nothing(lead, kernow):
    assess(lead)
    again = assess(lead, reason="Once more")
    assert again.status_code == 422
    assert "Nothing has changed" in again.content.decode()
    assert PublishedMaturity.objects.filter(area=kernow).count() == 1


def test_an_assessment_to_come_and_a_level_that_is_none_are_refused(lead):
    assert "still to come" in assess(lead, assessed_on="2099-01-01").content.decode()
    assert assess(lead, level="5").status_code == 422
    assert lead.get(f"{ROLLOUT}maturity/6a/").status_code == 404
    assert lead.get(f"{ROLLOUT}maturity/6a/change/").status_code == 404


def test_the_history_keeps_who_and_the_audit_keeps_no_words(lead, kernow):
    assess(lead)
    with in_area(kernow):
        changes = {row.field: (row.before, row.after, row.by) for row in Change.objects.select_related("by")}
    assert changes["level"] == ("", "2: Being set up", lead.person)
    row = AuditRow.objects.get(action="maturity.assess")
    assert (row.by, row.area) == (lead.person, kernow)
    assert row.detail["what"] == "1a" and "list of 40" not in str(row.detail)


def test_another_area_has_its_own_word_and_its_own_history(lead, kernow, bristol, client_as):
    assess(lead)
    other = client_as("area-lead", area=bristol)
    assert "A list of 40 people" not in other.get("/areas/bristol/rollout/maturity/").content.decode()
    for address in ("maturity/", "maturity/1a/", "maturity/1a/change/", "key-actions/", "promises/"):
        assert other.get(ROLLOUT + address).status_code == 404
    assert other.get(f"{ROLLOUT}progress/data/maturity.csv").status_code == 404
    assert assess(other).status_code == 404
    with in_area(bristol):
        assert not ComponentMaturity.objects.exists() and not Change.objects.exists()


def key_action(client, number="1", **changes):
    data = {"state": "under_way", "planned_by": "", "done_on": "", "share_done": "", "note": "", "reason": "Why"}
    data |= changes
    days = {name: data.pop(name) for name in ("planned_by", "done_on")}
    return client.post(f"{ROLLOUT}key-actions/{number}/change/", data | dates(**days))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"state": "done"}, "Write the date on which it was done."),
        ({"state": "under_way", "done_on": "2001-01-01"}, "It is not done yet"),
        ({"share_done": "101"}, "A share is at most 100%."),
        ({"share_done": "half"}, "Write a whole number from 0 to 100"),
        ({"state": "done", "done_on": "2099-01-01"}, "still to come"),
    ],
)
def test_a_key_action_that_contradicts_itself_is_refused_at_the_field(lead, typed, told):
    answer = key_action(lead, **typed)
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_a_key_action_is_published_without_its_note(lead, kernow):
    assert key_action(lead, "4", planned_by="2016-03-31", share_done="40", note="Ask Jo").status_code == 302
    row = PublishedKeyAction.objects.get(area=kernow)
    assert (row.number, row.state, row.planned_by, row.share_done) == (4, "under_way", datetime.date(2016, 3, 31), 40)
    assert "Ask Jo" not in str(row.__dict__)


def test_the_database_refuses_done_without_a_day(kernow):
    with in_area(kernow), pytest.raises(IntegrityError), transaction.atomic():
        KeyAction.objects.create(number=1, state="done")


def test_key_actions_by_quarter_planned_against_done():
    rows = [
        KeyAction(number=1, state="done", planned_by=datetime.date(2015, 3, 31), done_on=datetime.date(2015, 4, 20)),
        KeyAction(number=2, state="done", done_on=datetime.date(2015, 6, 1)),  # never planned: counts when it was done
        KeyAction(number=3, state="under_way", planned_by=datetime.date(2015, 6, 30)),
        KeyAction(number=4, state="not_started", planned_by=datetime.date(2016, 1, 1)),
        KeyAction(number=5, state="not_started"),
    ]
    chart = key_action_chart.chart(rows, day=DAY, source="x")
    assert chart.labels[:3] == ("Mar 2015", "Jun 2015", "Sep 2015")
    planned, done = chart.series
    assert planned.values[:5] == (1, 3, 3, 3, 4)
    assert done.values[:5] == (0, 2, 2, None, None)  # July to September is not over: two so far
    assert chart.description == "2 of ten are done; 3 were planned to be done by now."
    assert key_action_chart.chart([rows[-1]], day=DAY, source="x") is None


def test_an_action_whose_day_has_passed_is_late_until_it_is_done(lead, kernow):
    say(kernow, ACTIONS, "2", state="under_way", planned_by=datetime.date(2001, 1, 1))
    with in_area(kernow):
        assert lines.action_words(kernow) == "0 of 10 done, 1 late."
        assert [due.by for due in lines.action_dues(kernow)] == [datetime.date(2001, 1, 1)]
    assert "Late (under way)" in lead.get(f"{ROLLOUT}key-actions/").content.decode()
    say(kernow, ACTIONS, "2", reason="Done at last", state="done", done_on=datetime.date(2001, 2, 1))
    with in_area(kernow):
        assert lines.action_words(kernow) == "1 of 10 done, 0 late."
        assert lines.action_dues(kernow) == []


def test_a_promise_is_said_with_its_words_and_published(lead, kernow):
    data = {"status": "at_risk", "where_it_stands": "No provider yet", "reason": ""} | dates(expected_by="2017-09-30")
    assert lead.post(f"{ROLLOUT}promises/phb_chc/change/", data).status_code == 302
    row = PublishedPromise.objects.get(area=kernow)
    assert (row.key, row.status, row.where_it_stands) == ("phb_chc", "at_risk", "No provider yet")
    page = lead.get(f"{ROLLOUT}promises/").content.decode()
    assert "No provider yet" in page and "30 September 2017" in page
    with in_area(kernow):
        assert PromiseStanding.objects.get().said_on is not None
        assert lines.promise_words(kernow) == "8 promises: 1 at risk, 7 not said yet."


def test_a_group_that_is_no_first_priority_has_a_date_to_publish_until_it_has(lead, kernow):
    def asked():
        with in_area(kernow):
            return [(due.words, due.by) for due in lines.promise_dues(kernow)]

    words = "People with a learning disability and high support needs: publish the date from which they can ask"
    assert asked() == [(words, datetime.date(2017, 3, 31))]  # Kernow begins with mental health
    with in_area(kernow):
        plan = GroupPlan.objects.get(group="learning_disability")
        GroupPlan.objects.filter(pk=plan.pk).update(ask_from=datetime.date(2016, 4, 1))
        GroupPlanChange.objects.create(
            plan=plan, field="ask_from", before="", after="1 April 2016", reason="The team is trained by then"
        )
    assert asked() == []
    page = lead.get(f"{ROLLOUT}promises/").content.decode()
    assert "1 April 2016" in page and "The team is trained by then" in page


def test_components_are_looked_at_again_after_half_a_year(kernow):
    say(kernow, MATURITY, "1a", level=1, evidence="x", assessed_on=datetime.date(2015, 1, 1))
    with in_area(kernow):
        dues = {due.words: due.by for due in lines.maturity_dues(kernow)}
        assert dues == {
            "Assess 9 service components": None,
            "Look at the service components again": datetime.date(2015, 7, 2),
        }
        assert lines.maturity_words(kernow) == "1 of 10 service components assessed; 0 in use or the usual way."


def test_only_the_kinds_own_fields_can_be_changed(kernow, person):
    lead = person("area-lead", area=kernow)
    with pytest.raises(ValueError, match="component"):
        say(kernow, MATURITY, "1a", by=lead, component="2A")


def test_the_action_itself_refuses_a_change_without_a_reason(kernow):
    say(kernow, PROMISES, "phb_chc", status="on_course", where_it_stands="As planned")
    with pytest.raises(ValueError, match="Say why it changes"):
        say(kernow, PROMISES, "phb_chc", reason="  ", status="at_risk")
    assert [row.status for row in PublishedPromise.objects.filter(area=kernow)] == ["on_course"]


@pytest.mark.parametrize("kind", BY_KEY)
def test_each_list_is_a_file_with_every_thing_in_it(lead, kernow, kind):
    text = lead.get(f"{ROLLOUT}progress/data/{kind}.csv").content.decode()
    with in_area(kernow):
        assert all(item.name.split(",")[0] in text for item in BY_KEY[kind].items())
    assert "as entered by NHS Kernow" in text


def test_sample_words_say_so(lead, kernow):
    with in_area(kernow):
        saving.save(
            area=kernow,
            kind=PROMISES,
            item=PROMISES.item("phb_chc"),
            values={"status": "on_course", "where_it_stands": "As planned"},
            reason="",
            by=None,
            is_sample=True,
        )
    assert "These data are made up." in lead.get(f"{ROLLOUT}promises/").content.decode()


def test_a_practitioner_reads_and_does_not_change(client_as, kernow):
    reader = client_as("practitioner", area=kernow)
    page = reader.get(f"{ROLLOUT}maturity/1a/")
    assert page.status_code == 200 and "Say where the area stands" not in page.content.decode()
    assert assess(reader).status_code == 403
