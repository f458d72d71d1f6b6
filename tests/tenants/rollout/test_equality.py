"""Equality impact assessments: written in screens, agreed once all is said, opened with a reason; findings stay."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from config.today import today
from tenants.contexts import in_area
from tenants.frameworks import CHARACTERISTICS
from tenants.returns.models import PublishedAssessment
from tenants.rollout.equality import assessing, presenters, subjects
from tenants.rollout.equality.readiness import what_is_missing
from tenants.rollout.models import Change, EqualityAssessment

pytestmark = pytest.mark.django_db

PAGE = "/areas/kernow/rollout/equality/"
KEYS = [key for key, _ in CHARACTERISTICS]
WHOLE = {"involved": "Carers' group", "evidence": "Census 2011", "actions": "Hire interpreters", "owner": "Head of LD"}
ALL_NEUTRAL = {key: {"impact": "neutral", "words": ""} for key in KEYS}


@pytest.fixture
def lead(client_as, kernow):
    return client_as("area-lead", area=kernow)


def later(days=300):
    return today() + datetime.timedelta(days=days)


def write(area, key="mental-health", findings=None, by=None, **values):
    with in_area(area):
        return assessing.write(area=area, subject=subjects.find(key), values=values, findings=findings or {}, by=by)


def agree(area, key="mental-health"):
    with in_area(area):
        return assessing.agree(area=area, subject=subjects.find(key), by=None)


def agreed(area, key="mental-health", **values):
    write(area, key, ALL_NEUTRAL, **{**WHOLE, "review_on": later(), **values})
    return agree(area, key)


def test_screens_are_written_one_after_the_other_and_lead_on(lead, kernow):
    first = lead.post(f"{PAGE}mental-health/write/people/", {"involved": "Carers' group", "evidence": ""})
    assert first["Location"] == f"{PAGE}mental-health/write/impact/"
    data = {"age_impact": "negative", "age_words": "Few staff for over-85s"}
    assert lead.post(f"{PAGE}mental-health/write/impact/", data).status_code == 302
    with in_area(kernow):
        row = EqualityAssessment.objects.get()
    assert (row.involved, row.state) == ("Carers' group", "draft")
    assert row.findings["age"] == {"impact": "negative", "words": "Few staff for over-85s"}
    assert "rurality" not in row.findings  # of the second screen


def test_a_screen_shows_again_what_was_written(lead):
    lead.post(f"{PAGE}mental-health/write/people/", {"involved": "Carers' group", "evidence": ""})
    assert "Carers&#39; group" in lead.get(f"{PAGE}mental-health/write/people/").content.decode()


def test_it_is_agreed_only_when_every_characteristic_is_answered(lead, kernow):
    answered = {key: found for key, found in ALL_NEUTRAL.items() if key != "religion"}
    write(kernow, findings=answered, review_on=later(), **WHOLE)
    refused = lead.post(f"{PAGE}mental-health/agree/", follow=True).content.decode()
    assert "It is not agreed. Say what the impact is for: Religion or belief." in refused
    write(kernow, findings={"religion": {"impact": "positive", "words": ""}})
    assert "It is not agreed" not in lead.post(f"{PAGE}mental-health/agree/", follow=True).content.decode()
    with in_area(kernow):
        assert EqualityAssessment.objects.get().state == "agreed"


def test_what_is_missing_is_said_in_whole_sentences():
    day = datetime.date(2015, 7, 15)
    row = EqualityAssessment(involved="a", evidence="b", owner="c", review_on=datetime.date(2015, 7, 15))
    row.findings = {**ALL_NEUTRAL, "age": {"impact": "negative", "words": ""}}
    assert what_is_missing(row, day) == [
        "Say in words what the negative impact is for: Age.",
        "Say what will be done about impacts that are negative or not known.",
        "The day of the next review has passed: choose another.",
    ]
    row.findings["age"], row.actions, row.review_on = {"impact": "not_known", "words": ""}, "Ask", datetime.date.max
    assert what_is_missing(row, day) == []
    assert what_is_missing(None, day) == ["Nothing is written yet."]


def test_the_board_gets_state_dates_and_actions_and_nothing_of_what_was_found(kernow):
    write(kernow, findings={**ALL_NEUTRAL, "age": {"impact": "negative", "words": "Few staff"}}, **WHOLE)
    assert [row.actions for row in PublishedAssessment.objects.filter(area=kernow)] == [""]  # a draft's are not agreed
    write(kernow, review_on=later())
    agree(kernow)
    row = PublishedAssessment.objects.filter(area=kernow).latest("pk")
    assert (row.subject, row.group, row.state) == ("plan", "mental_health", "agreed")
    assert (row.agreed_on, row.review_on, row.actions) == (today(), later(), "Hire interpreters")
    assert "Few staff" not in str(row.__dict__) and "Census" not in str(row.__dict__)


def test_an_agreed_one_is_not_written_in_until_it_is_opened_with_a_reason(lead, kernow):
    agreed(kernow)
    with pytest.raises(assessing.AlreadyAgreed):
        write(kernow, owner="Somebody else")
    turned_away = lead.post(f"{PAGE}mental-health/write/people/", {"involved": "x"}, follow=True).content.decode()
    assert "Open it again first" in turned_away
    assert lead.post(f"{PAGE}mental-health/open/", {"reason": ""}).status_code == 422
    assert lead.post(f"{PAGE}mental-health/open/", {"reason": "New figures"}).status_code == 302
    row = PublishedAssessment.objects.filter(area=kernow).latest("pk")
    assert (row.state, row.reason, row.agreed_on, row.actions) == ("draft", "New figures", None, "")
    assert "New figures" in lead.get(f"{PAGE}mental-health/").content.decode()


def test_an_assessment_is_agreed_once(kernow):
    agreed(kernow)
    with pytest.raises(assessing.AlreadyAgreed):
        agree(kernow)
    assert PublishedAssessment.objects.filter(area=kernow, state="agreed").count() == 1


def test_a_finance_cohort_has_one_assessment(lead, kernow):
    data = {"name": "Frail older people", "group": "long_term_conditions"}
    made = lead.post(f"{PAGE}new/", {**data, "group": ""})
    assert made.status_code == 302
    again = lead.post(f"{PAGE}new/", {**data, "group": ""})
    assert again.status_code == 422
    assert "This has an assessment already." in again.content.decode()
    page = lead.get(PAGE).content.decode()
    assert "Finance cohort: Frail older people" in page
    assert PublishedAssessment.objects.get(area=kernow).finance_cohort == "Frail older people"


def test_missing_and_overdue_are_shown_and_due(lead, kernow):
    agreed(kernow)
    with in_area(kernow):
        assert presenters.words(kernow) == "1 of 4 plans have an agreed assessment."
        EqualityAssessment.objects.update(review_on=datetime.date(2001, 1, 1))
        assert presenters.words(kernow) == "1 of 4 plans have an agreed assessment; 1 overdue for review."
        found = {due.words: due.by for due in presenters.dues(kernow)}
    assert found == {
        "Agree equality impact assessments: 3 plans": None,
        "Review the equality impact assessment. The plan for: People with significant mental health needs": (
            datetime.date(2001, 1, 1)
        ),
    }
    page = lead.get(PAGE).content.decode()
    assert "Overdue for review" in page and "Missing" in page
    assert "Agree equality impact assessments: 3 plans" in lead.get("/areas/kernow/rollout/").content.decode()


def test_the_history_keeps_each_characteristic_in_words(kernow, person):
    me = person("area-lead", area=kernow)
    write(kernow, findings={"age": {"impact": "negative", "words": "Few staff"}}, by=me)
    write(kernow, findings={"age": {"impact": "neutral", "words": ""}}, by=me)
    with in_area(kernow):
        rows = list(Change.objects.order_by("pk"))
    assert [(row.field, row.before, row.after, row.by_id) for row in rows] == [
        ("age", "", "Negative: Few staff", me.pk),
        ("age", "Negative: Few staff", "Neutral", me.pk),
    ]


def test_a_file_of_what_was_found_is_for_the_own_team(lead, kernow, bristol, client_as):
    write(kernow, findings={"age": {"impact": "negative", "words": "Few staff"}})
    text = lead.get(f"{PAGE}data/mental-health.csv").content.decode()
    assert "Age,Negative,Few staff" in text
    other = client_as("area-lead", area=bristol)
    for address in ("", "new/", "mental-health/", "mental-health/write/people/", "data/all.csv"):
        assert other.get(PAGE + address).status_code == 404
    with in_area(bristol):
        assert not EqualityAssessment.objects.exists()
    assert "Few staff" not in other.get("/areas/bristol/rollout/equality/mental-health/").content.decode()


@pytest.mark.parametrize("values", [{"state": "agreed"}, {"group": ""}, {"finance_cohort": "Both"}])
def test_the_database_refuses_what_contradicts_itself(kernow, values):
    row = {"subject": "plan", "group": "mental_health", **values}
    with in_area(kernow), pytest.raises(IntegrityError), transaction.atomic():
        EqualityAssessment.objects.create(**row)
