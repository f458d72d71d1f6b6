"""An area lead changes the plan: the reason is kept, the board and the public page follow, nothing else moves."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from audit.models import AuditRow
from tenants.contexts import in_area
from tenants.returns.models import PublishedPlan
from tenants.rollout import plans
from tenants.rollout.models import GroupPlan

pytestmark = pytest.mark.django_db

CHANGE = "/areas/kernow/rollout/groups/learning-disability/change/"
AS_LOADED = {
    "phase": "4",
    "status": "not_stated",
    "planned_start": "",
    "actual_start": "",
    "ask_from": "",
    "lead": "",
    "next_step": "",
    "next_step_owner": "",
    "next_step_due": "",
    "available_now": "",
    "ask": "",
}


def post(client, **changes):
    data = {**AS_LOADED, "reason": "The team is ready earlier", **changes}
    for name in ("planned_start", "actual_start", "ask_from", "next_step_due"):
        day = data.pop(name)
        parts = day.split("-") if day else ["", "", ""]
        data |= {f"{name}-day": parts[2], f"{name}-month": parts[1], f"{name}-year": parts[0]}
    return client.post(CHANGE, data)


@pytest.fixture
def lead(client_as, kernow):
    return client_as("area-lead", area=kernow)


def plan_of(area) -> GroupPlan:
    with in_area(area):
        return GroupPlan.objects.get(group="learning_disability")


def test_a_change_keeps_who_when_and_why(lead, kernow):
    assert post(lead, phase="3", planned_start="2016-01-01").status_code == 302
    with in_area(kernow):
        changes = {row.field: row for row in plan_of(kernow).changes.select_related("by")}
    assert set(changes) == {"phase", "planned_start"}
    assert (changes["phase"].before, changes["phase"].after) == ("Phase 4", "Phase 3")
    assert changes["planned_start"].after == "1 January 2016"
    assert {row.by for row in changes.values()} == {lead.person}
    assert {row.reason for row in changes.values()} == {"The team is ready earlier"}


def test_a_change_is_published_as_a_new_row_and_the_old_one_stays(lead, kernow):
    post(lead, phase="3")
    rows = PublishedPlan.objects.filter(area=kernow, group="learning_disability").order_by("pk")
    assert [(row.phase, row.reason) for row in rows] == [
        (4, "Loaded from the network's folder."),
        (3, "The team is ready earlier"),
    ]


def test_the_board_and_the_public_page_show_the_change_and_its_reason(lead, client, client_as):
    post(lead, phase="3", planned_start="2099-01-01", available_now="A first talk with our team.")
    board = client_as("board-member").get("/programme/data/phases.csv").content.decode()
    assert "NHS Kernow,Phase 1,Phase 2,Phase 3,Phase 1" in board
    public = client.get("/your-turn/kernow/learning-disability/").content.decode()
    assert "Not yet. It is planned for 1 January 2099." in public
    assert "A first talk with our team." in public
    assert "The team is ready earlier" in public


def test_a_plan_without_a_reason_is_not_changed_and_what_was_typed_is_kept(lead, kernow):
    response = post(lead, phase="3", next_step="Train the first ten", reason=" ")
    assert response.status_code == 422
    text = response.content.decode()
    assert "Say why the plan changes" in text
    assert "Train the first ten" in text
    assert plan_of(kernow).phase == 4


def test_a_change_of_nothing_is_told_so(lead, kernow):
    response = post(lead)
    assert response.status_code == 422
    assert "Nothing has changed" in response.content.decode()
    assert not plan_of(kernow).is_edited


def test_a_start_in_the_future_has_not_happened(lead, kernow):
    response = post(lead, actual_start="2099-01-01")
    assert response.status_code == 422
    assert "still to come" in response.content.decode()


def test_to_be_confirmed_again_is_a_change(lead, kernow):
    post(lead, phase="")
    assert plan_of(kernow).phase is None


def test_the_plan_of_another_area_does_not_move(lead, bristol):
    before = plan_of(bristol).phase
    post(lead, phase="2")
    assert plan_of(bristol).phase == before


def test_a_change_is_in_the_audit_without_what_was_written(lead, kernow):
    post(lead, next_step="Call Mrs Example")
    row = AuditRow.objects.filter(action="plan.change").latest("pk")
    assert (row.by, row.area, row.detail) == (lead.person, kernow, {"fields": ["next_step"]})


@pytest.mark.parametrize("phase", [0, 5, -1])
def test_the_database_refuses_a_phase_that_is_none(kernow, phase):
    with in_area(kernow), pytest.raises(IntegrityError), transaction.atomic():
        GroupPlan.objects.update(phase=phase)


def test_only_the_areas_own_fields_can_be_changed(kernow, person):
    lead = person("area-lead", area=kernow)
    with in_area(kernow), pytest.raises(ValueError, match="group"):
        plans.change(area=kernow, group="mental_health", values={"group": "x"}, reason="Why", by=lead)


def test_home_asks_an_area_lead_for_next_steps_and_names_dates_that_have_passed(lead, kernow):
    assert "Write the next step for 4 groups" in lead.get("/home/").content.decode()
    with in_area(kernow):
        GroupPlan.objects.filter(group="mental_health").update(
            next_step="Train the first ten", next_step_due=datetime.date(2015, 1, 1)
        )
    text = lead.get("/home/").content.decode()
    assert "Write the next step for 3 groups" in text
    assert "Train the first ten was due on 1 January 2015." in text


def test_a_board_member_has_nothing_to_do_about_plans(client_as):
    assert "next step" not in client_as("board-member").get("/home/").content.decode()
