"""A second load adds what is missing, renews what nobody edited, and never undoes an area's own change."""

import shutil
from pathlib import Path

import pytest

from audit.models import AuditRow
from tenants.contexts import in_area
from tenants.models import BudgetBaseline, NationalMilestone
from tenants.network_loading import NetworkFaults, load_folder
from tenants.registrations import SOUTH_WEST
from tenants.returns.models import PublishedPlan
from tenants.rollout import plans
from tenants.rollout.models import GroupPlan, Partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUTH_WEST, tmp_path / "folder"))


def edit(folder: Path, file: str, before: str, after: str) -> None:
    path = folder / file
    assert before in path.read_text()
    path.write_text(path.read_text().replace(before, after, 1))


def test_the_same_folder_again_changes_nothing(folder):
    published = PublishedPlan.objects.count()
    report = load_folder(folder)
    assert (report.added, report.renewed) == ({}, {})
    assert report.unchanged["areas"] == 11
    assert report.unchanged["plans for groups"] == 44
    assert PublishedPlan.objects.count() == published


def test_a_row_that_nobody_edited_is_renewed(folder, kernow):
    edit(folder, "phb_baseline_nov2014.csv", "kernow,9,,", "kernow,11,,")
    report = load_folder(folder)
    assert report.renewed == {"budget baselines": 1}
    assert BudgetBaseline.objects.get(area=kernow).in_place == 11


def test_a_changed_phase_is_renewed_and_published_with_its_history(folder, kernow):
    edit(folder, "phase_plan.csv", "kernow,1,2,4,1", "kernow,1,2,3,1")
    load_folder(folder)
    with in_area(kernow):
        plan = GroupPlan.objects.get(group="learning_disability")
        change = plan.changes.get()
    assert (plan.phase, change.before, change.after) == (3, "Phase 4", "Phase 3")
    phases = PublishedPlan.objects.filter(area=kernow, group="learning_disability").order_by("pk")
    assert [row.phase for row in phases] == [4, 3]


def test_a_plan_that_the_area_changed_is_left_alone_and_named_as_a_fault(folder, kernow, person):
    lead = person("area-lead", area=kernow)
    with in_area(kernow):
        plans.change(area=kernow, group="mental_health", values={"phase": 2}, reason="Staff left", by=lead)
    with pytest.raises(NetworkFaults) as refused:
        load_folder(folder)
    (fault,) = refused.value.faults
    assert fault.startswith("phase_plan.csv:2: mental_health: NHS Kernow changed this plan on ")
    with in_area(kernow):
        assert GroupPlan.objects.get(group="mental_health").phase == 2


def test_a_conflict_takes_back_all_that_the_load_had_stored(folder, kernow, person):
    with in_area(kernow):
        lead = person("area-lead", area=kernow)
        plans.change(area=kernow, group="mental_health", values={"phase": 2}, reason="Staff left", by=lead)
    edit(folder, "milestones.csv", "2014-09-19", "2014-09-20")
    with pytest.raises(NetworkFaults):
        load_folder(folder)
    assert NationalMilestone.objects.get(key="eoi").due.isoformat() == "2014-09-19"


def test_the_folder_loads_when_it_says_what_the_area_has_now(folder, kernow, person):
    with in_area(kernow):
        lead = person("area-lead", area=kernow)
        plans.change(area=kernow, group="mental_health", values={"phase": 2}, reason="Staff left", by=lead)
    edit(folder, "phase_plan.csv", "kernow,1,2,4,1", "kernow,1,2,4,2")
    assert load_folder(folder).renewed == {}


def test_what_is_missing_is_added(folder, kernow):
    with (folder / "partners.csv").open("a") as file:
        file.write("kernow,,A new friend,voluntary\n")
    report = load_folder(folder)
    assert report.added == {"organisations": 1, "partners": 1}
    with in_area(kernow):
        assert Partner.objects.filter(organisation__name="A new friend", group="").exists()


def test_a_load_is_in_the_audit_with_who_did_it(folder, person):
    manager = person("network-manager")
    load_folder(folder, by=manager)
    row = AuditRow.objects.filter(action="network.load").latest("pk")
    assert row.by == manager


def test_progress_is_told_step_by_step_to_the_end(folder):
    steps = []
    load_folder(folder, on_progress=lambda done, total, words: steps.append((done, total)))
    assert steps[0] == (0, 23)
    assert steps[-1] == (22, 23)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
