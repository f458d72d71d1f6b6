"""Risks and issues: scored, owned, looked at again, closed with words; what is shared is published, the rest stays."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from notify.models import Notification
from tenants import tasks
from tenants.contexts import in_area
from tenants.returns.models import PublishedRisk
from tenants.rollout import risk_scores
from tenants.rollout.models import Change, Risk
from tenants.rollout.risks import actions, presenters, queries, registering
from tests.queries import count_queries
from tests.tenants.rollout.saying import RISK, TODAY, dates, risk

pytestmark = pytest.mark.django_db

LIST = "/areas/kernow/rollout/risks/"


@pytest.fixture(autouse=True)
def field_date(settings):
    settings.IPC_TODAY = TODAY


@pytest.fixture
def lead(client_as, kernow):
    return client_as("area-lead", area=kernow)


def words(response) -> str:
    return " ".join(BeautifulSoup(response.content, "html.parser").main.get_text(" ", strip=True).split())


def typed(**values):
    facts = {**RISK, "description": "", "group": "", "mitigation": "", "is_shared": "no", **values}
    return facts | dates("review_on", str(facts.pop("review_on")))


def change(area, row, reason="We looked at it", **values):
    with in_area(area):
        return actions.change(area=area, number=row.pk, values=values, reason=reason, by=None)


@pytest.mark.parametrize(
    ("likelihood", "impact", "band"),
    [
        (1, 1, "Low"), (1, 3, "Low"), (2, 2, "Moderate"), (1, 4, "Moderate"), (2, 3, "Moderate"), (2, 4, "High"),
        (3, 3, "High"), (3, 4, "High"), (3, 5, "Extreme"), (4, 4, "Extreme"), (5, 5, "Extreme"),
    ],
)  # fmt: skip
def test_the_bands_are_those_of_the_matrix(likelihood, impact, band):
    assert risk_scores.band(likelihood * impact).name == band


def test_every_square_of_the_matrix_has_one_band():
    for likelihood in range(1, 6):
        for impact in range(1, 6):
            rated = risk_scores.rating(likelihood, impact)
            assert [band.name for band in risk_scores.BANDS if band.lowest <= rated <= band.highest] == [
                risk_scores.band(rated).name
            ]


def test_a_score_is_said_in_words():
    assert risk_scores.in_words(4, 3) == "12, high: likely (4) × moderate (3)"
    assert risk_scores.in_words(None, None) == "Not scored"


def test_a_local_risk_publishes_nothing(kernow):
    row = risk(kernow)
    change(kernow, row, title="Staff leave in numbers")
    with in_area(kernow):
        actions.close(area=kernow, number=row.pk, words="They stayed", by=None)
    assert not PublishedRisk.objects.exists()


def test_a_shared_risk_is_published_with_each_change(kernow):
    row = risk(kernow, is_shared=True)
    change(kernow, row, likelihood_after=1, reason="Two people were hired")
    rows = PublishedRisk.objects.order_by("pk")
    assert [(each.number, each.likelihood_after, each.reason) for each in rows] == [
        (row.pk, 2, "Added to the list."), (row.pk, 1, "Two people were hired")
    ]  # fmt: skip


def test_a_risk_that_is_local_again_is_withdrawn_with_the_words_the_board_had_seen(kernow):
    row = risk(kernow, is_shared=True)
    change(kernow, row, is_shared=False, title="Mrs Example leaves", reason="She told us in private")
    change(kernow, row, mitigation="Ask her to stay")
    rows = list(PublishedRisk.objects.order_by("pk"))
    assert [(each.title, each.is_withdrawn) for each in rows] == [("Staff leave", False), ("Staff leave", True)]
    told = str([getattr(each, field.name) for each in rows for field in each._meta.concrete_fields])
    assert "Example" not in told
    assert "private" not in told


def test_a_risk_shared_again_is_on_the_boards_list_again(kernow):
    row = risk(kernow, is_shared=True)
    for is_shared in (False, True):
        change(kernow, row, is_shared=is_shared)
    assert [each.is_withdrawn for each in PublishedRisk.objects.order_by("pk")] == [False, True, False]


def test_a_risk_is_closed_with_words_and_opened_again_with_a_reason(kernow, person):
    lead = person("area-lead", area=kernow)
    row = risk(kernow, is_shared=True)
    with in_area(kernow):
        with pytest.raises(actions.RiskReasonMissing):
            actions.close(area=kernow, number=row.pk, words=" ", by=lead)
        actions.close(area=kernow, number=row.pk, words="They stayed", by=lead)
        with pytest.raises(actions.RiskClosed):
            actions.change(area=kernow, number=row.pk, values={"title": "New"}, reason="Why", by=lead)
        with pytest.raises(actions.RiskReasonMissing):
            actions.reopen(area=kernow, number=row.pk, reason="", by=lead)
        again = actions.reopen(area=kernow, number=row.pk, reason="One left after all", by=lead)
        kept = Change.objects.filter(thing="risk", field="closed_on").order_by("pk")
        assert [(each.before, each.after, each.reason) for each in kept] == [
            ("", "15 July 2015", "They stayed"), ("15 July 2015", "", "One left after all")
        ]  # fmt: skip
    assert (again.closed_on, again.closing_words) == (None, "")
    assert [each.closed_on for each in PublishedRisk.objects.order_by("pk")] == [None, TODAY, None]


@pytest.mark.parametrize("score", [0, 6])
def test_a_score_beside_1_to_5_is_refused(kernow, score):
    with pytest.raises(ValidationError):
        risk(kernow, impact_after=score)


def test_a_change_without_a_reason_is_refused(kernow):
    row = risk(kernow)
    with pytest.raises(actions.RiskReasonMissing):
        change(kernow, row, title="New", reason=" ")
    with in_area(kernow):
        assert queries.find(row.pk).title == "Staff leave"


def test_the_risks_of_one_area_are_not_anothers(kernow, bristol, client_as):
    row = risk(kernow)
    with in_area(bristol):
        assert not Risk.objects.exists()
    elsewhere = client_as("area-lead", area=bristol)
    assert elsewhere.get(f"{LIST}{row.pk}/").status_code == 404
    assert elsewhere.get(f"{LIST}data/risks.csv").status_code == 404
    assert elsewhere.get(f"/areas/bristol/rollout/risks/{row.pk}/").status_code == 404
    assert "Staff leave" not in elsewhere.get("/areas/bristol/rollout/risks/data/risks.csv").content.decode()


def test_a_review_that_was_due_is_told_on_its_first_morning(kernow, bristol, person, settings):
    lead, other = person("area-lead", area=kernow), person("area-lead", area=bristol)
    risk(kernow, review_on=datetime.date(2015, 7, 20))
    told = []
    for day in (20, 21, 22):
        settings.IPC_TODAY = datetime.date(2015, 7, day)
        tasks.remind_area.apply(area=kernow).get()
        told.append(Notification.objects.filter(to=lead, kind="rollout-late").count())
    assert told == [told[0], told[0] + 1, told[0] + 1]
    assert not Notification.objects.filter(to=other, kind="rollout-late").exists()


def test_a_closed_risk_needs_no_review(kernow):
    row = risk(kernow, review_on=datetime.date(2015, 7, 1))
    with in_area(kernow):
        assert queries.to_review(TODAY) == [row]
        actions.close(area=kernow, number=row.pk, words="Over", by=None)
        assert queries.to_review(TODAY) == []
        assert registering.dues_of(kernow) == []


def test_network_managers_hear_of_an_extreme_risk_that_is_newly_shared(kernow, person):
    manager = person("network-manager")
    risk(kernow, title="Local one", likelihood_after=5, impact_after=5)
    risk(kernow, title="High one", likelihood_after=3, impact_after=4, is_shared=True)
    row = risk(kernow, title="Extreme one", likelihood_after=5, impact_after=3, is_shared=True)
    change(kernow, row, impact_after=4)
    told = Notification.objects.filter(to=manager, kind="risk-shared")
    assert [note.title for note in told] == ["NHS Kernow shares an extreme risk: Extreme one"]


def test_the_list_narrows_by_who_sees_it_and_what_is_to_be_looked_at(kernow):
    risk(kernow, title="Local"), risk(kernow, title="Shared", is_shared=True, kind="issue")
    late, over = risk(kernow, title="Late", review_on=datetime.date(2015, 7, 14)), risk(kernow, title="Over")
    with in_area(kernow):
        actions.close(area=kernow, number=over.pk, words="Done", by=None)
        rows = list(queries.risks())
        found = {show: [each.title for each in presenters.narrowed(rows, show, "", TODAY)] for show in presenters.Show}
        assert [each.title for each in presenters.narrowed(rows, presenters.Show.ALL, "issue", TODAY)] == ["Shared"]
    assert late.title in found[presenters.Show.OPEN]
    assert found == {
        presenters.Show.OPEN: ["Local", "Shared", "Late"],
        presenters.Show.SHARED: ["Shared"],
        presenters.Show.LOCAL: ["Local", "Late"],
        presenters.Show.REVIEW: ["Late"],
        presenters.Show.CLOSED: ["Over"],
        presenters.Show.ALL: ["Local", "Shared", "Late", "Over"],
    }


def test_a_lead_adds_a_risk_by_the_form_and_sees_it_on_the_map(lead):
    answer = lead.post(f"{LIST}new/", typed(is_shared="yes"))
    assert answer.status_code == 302
    page = lead.get(LIST)
    assert "1 open: 1 high. The board sees 1 of them." in words(page)
    assert BeautifulSoup(page.content, "html.parser").select_one("#risk-map-heading")
    text = words(lead.get(answer.url))
    assert "16, extreme: likely (4) × major (4)" in text
    assert "8, high: unlikely (2) × major (4)" in text
    assert "The board too" in text
    assert PublishedRisk.objects.get().title == "Staff leave"


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"title": ""}, "Write what could happen"),
        ({"owner": ""}, "Name who looks after it."),
        ({"impact_after": ""}, "Choose the impact after mitigation."),
        ({"review_on": "2015-07-14"}, "This day has passed."),
        ({"is_shared": ""}, "Choose who sees it."),
    ],
)
def test_a_slip_in_the_form_is_told_and_what_was_typed_is_kept(lead, values, fault):
    answer = lead.post(f"{LIST}new/", typed(mitigation="Train the next ones", **values))
    assert answer.status_code == 422
    assert fault in words(answer)
    assert "Train the next ones" in answer.content.decode()


def test_a_risk_is_changed_closed_and_opened_again_by_its_pages(lead, kernow):
    row = risk(kernow)
    address = f"{LIST}{row.pk}/"
    assert lead.post(f"{address}change/", typed(likelihood_after=1, reason="Two were hired")).status_code == 302
    assert "4, moderate" in words(lead.get(address))
    assert "Two were hired" in words(lead.get(address))
    assert lead.post(f"{address}close/", {"words": ""}).status_code == 422
    for _ in range(2):  # pressed twice, it is done once
        lead.post(f"{address}close/", {"words": "They stayed"})
    assert "How it ended They stayed" in words(lead.get(address))
    assert lead.get(f"{address}change/").status_code == 302
    for _ in range(2):
        lead.post(f"{address}reopen/", {"words": "One left"})
    assert "Open" in words(lead.get(LIST))
    with in_area(kernow):
        assert queries.find(row.pk).closed_on is None


@pytest.mark.parametrize("ending", ["csv", "xlsx", "pdf"])
def test_the_list_can_be_taken_away_as_a_file(lead, kernow, ending):
    risk(kernow)
    assert lead.get(f"{LIST}data/risks.{ending}").status_code == 200


def test_the_list_asks_the_same_of_the_database_however_many_risks_there_are(lead, kernow):
    risk(kernow)
    lead.get(LIST)
    before = count_queries(lead, LIST)
    for number in range(20):
        risk(kernow, title=f"Risk {number}")
    assert count_queries(lead, LIST) == before


def test_reviews_that_were_due_are_on_the_leads_home(lead, kernow):
    risk(kernow, review_on=datetime.date(2015, 7, 1))
    assert "Look again at a risk or issue NHS Kernow. Staff leave: the review was due on 1 July 2015." in words(
        lead.get("/home/")
    )
