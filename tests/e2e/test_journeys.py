"""What each role comes for, done in a browser from the first click to the last."""

import csv
import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import sign_in
from tests.e2e.prepared import PROJECT
from tests.e2e.site import Site

SOUTH_WEST = PROJECT / "tenants" / "networks" / "south_west"
PLAN = "/areas/kernow/rollout/groups/multiple-ltc/"
SLOW = 60_000  # milliseconds that the worker may take
LINK = re.compile(r"http://\S+/account/invitation/\S+")


def main(page: Page) -> Any:
    return page.get_by_role("main")


def zipped(folder: Path, target: Path) -> Path:
    """The folder's CSV files as one .zip."""
    with zipfile.ZipFile(target, "w") as archive:
        for file in sorted(folder.glob("*.csv")):
            archive.write(file, file.name)
    return target


def load(page: Page, file: Path) -> None:
    """Upload a network folder; ends on the job's page."""
    page.goto("/network/load/")
    page.locator("input[type=file]").set_input_files(file)
    main(page).get_by_role("button", name="Check and load").click()
    page.wait_for_url("**/jobs/*/")


def change_plan(page: Page, next_step: str, reason: str, phase: str = "2") -> None:
    """Write a next step and a reason into the plan's form and send it."""
    page.goto(PLAN)
    main(page).get_by_role("button", name="Change this plan").click()
    page.locator("[name=next_step]").fill(next_step)
    page.locator("[name=available_now]").fill("You can ask for a first talk about your care.")
    page.locator("[name=phase]").select_option(phase)
    page.locator("[name=reason]").fill(reason)
    main(page).get_by_role("button", name="Save and publish").click()
    page.wait_for_url(f"**{PLAN}")


def test_board_member_reads_the_board_and_takes_its_table_along(page_as: Any) -> None:
    page = page_as("board-member")
    page.goto("/home/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Programme").click()
    expect(main(page)).to_contain_text("198 people have a personal health budget")
    expect(page.locator(".ipc-matrix__row")).to_have_count(11)
    expect(page.locator(".ipc-matrix__row", has_text="Swindon")).to_contain_text("To be confirmed")

    with page.expect_download() as download:
        page.locator("main a[href*='/programme/data/phases']:visible").first.click()
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert len(rows) > 11
    assert any("Kernow" in row[0] for row in rows)


def test_area_leads_change_reaches_the_board_and_the_public(page_as: Any) -> None:
    lead, board, public = page_as("area-lead"), page_as("board-member"), page_as("")
    change_plan(lead, "Meet the carers' group", "Two nurses have joined, so we can start sooner.", phase="1")
    expect(main(lead)).to_contain_text("The plan is saved")
    expect(main(lead)).to_contain_text("Meet the carers' group")

    board.goto("/programme/")
    cells = board.locator(".ipc-matrix__row", has_text="Kernow").locator(".ipc-matrix__phase")
    assert cells.all_inner_texts() == ["Phase 1", "Phase 1", "Phase 4", "Phase 1"]

    public.goto("/your-turn/kernow/multiple-ltc/")
    expect(main(public)).to_contain_text("Two nurses have joined, so we can start sooner.")
    expect(main(public)).to_contain_text("You can ask for a first talk about your care.")
    change_plan(lead, "Meet the carers' group", "The nurses can only come later.")  # as the network's folder has it


def test_invited_practitioner_gets_in_at_home_and_nowhere_else(page_as: Any, site: Site) -> None:
    lead, newcomer = page_as("area-lead"), page_as(own=True)
    lead.goto("/areas/kernow/team/")
    main(lead).get_by_role("button", name="Invite somebody").click()
    lead.locator("[name=email]").fill("nia.new@example.org")
    lead.get_by_label("Practitioner").check()
    main(lead).get_by_role("button", name="Send the invitation").click()
    expect(main(lead)).to_contain_text("An invitation is on its way to nia.new@example.org")

    newcomer.goto(LINK.search(unfolded(site.mails_to("nia.new@example.org")[-1]))[0])
    expect(main(newcomer)).to_contain_text("NHS Kernow")
    newcomer.locator("[name=name]").fill("Nia New")
    newcomer.locator("[name=password]").fill("three plain words")
    newcomer.locator("[name=again]").fill("three plain words")
    main(newcomer).get_by_role("button", name="Accept and make my account").click()
    sign_in(newcomer, site, "nia.new@example.org", "three plain words")

    assert newcomer.goto("/areas/kernow/").status == 200
    expect(main(newcomer)).to_contain_text("Nia New")
    assert newcomer.goto("/areas/bristol/").status == 404
    assert newcomer.goto("/areas/kernow/team/invite/").status == 403


def unfolded(mail: str) -> str:
    """The mail's text with its soft line ends taken out."""
    return mail.replace("=\n", "").replace("=3D", "=")


def test_folder_that_is_loaded_already_adds_nothing(page_as: Any, tmp_path: Path) -> None:
    page = page_as("network-manager")
    load(page, zipped(SOUTH_WEST, tmp_path / "south-west.zip"))
    expect(main(page)).to_contain_text("11 areas in the folder. Added: nothing.", timeout=SLOW)
    page.goto("/jobs/")
    expect(main(page)).to_contain_text("Done")


def test_folder_with_faults_says_each_by_its_line(page_as: Any, tmp_path: Path) -> None:
    folder = tmp_path / "faulty"
    shutil.copytree(SOUTH_WEST, folder)
    with (folder / "phase_plan.csv").open() as file:
        rows = list(csv.reader(file))
    rows[1][rows[0].index("multiple_ltc")] = "soon"
    rows[2][rows[0].index("mental_health")] = "7"
    with (folder / "phase_plan.csv").open("w", newline="") as file:
        csv.writer(file).writerows(rows)

    page = page_as("network-manager")
    load(page, zipped(folder, tmp_path / "faulty.zip"))
    expect(main(page)).to_contain_text("This did not work", timeout=SLOW)
    faults = main(page).get_by_role("listitem").all_inner_texts()
    assert any(fault.startswith("phase_plan.csv:2: multiple_ltc: 'soon'") for fault in faults), faults
    assert any(fault.startswith("phase_plan.csv:3: mental_health: '7'") for fault in faults), faults


@pytest.fixture
def front_page(site: Site) -> Any:
    """The front page's number; its heading is put back afterwards."""
    with site.rows() as rows:
        number = rows.execute("SELECT id FROM wagtailcore_page WHERE slug = 'front-page'").fetchone()[0]
        before = rows.execute("SELECT hero_title FROM knowledge_frontpage").fetchone()[0]
        yield number
        rows.execute("UPDATE knowledge_frontpage SET hero_title = %s", [before])


def test_knowledge_editor_publishes_and_everybody_reads(page_as: Any, front_page: int) -> None:
    editor, visitor = page_as("knowledge-editor"), page_as("")
    editor.goto("/")
    editor.locator(f"main a[href='/cms/pages/{front_page}/edit/']").click()
    editor.locator("[name=hero_title]").fill("Care that you help to plan")
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Publish", exact=True).click()
    editor.wait_for_load_state("load")

    visitor.goto("/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Care that you help to plan")


def test_operator_opens_the_gallery_only_in_a_timed_session(page_as: Any, site: Site) -> None:
    with site.rows() as rows:
        rows.execute("UPDATE accounts_staffsession SET ended_at = now() WHERE ended_at IS NULL")
    page = page_as("operator")
    page.goto("/gallery/")
    assert "/account/staff-session/" in page.url
    page.get_by_label("What are you going to do?").fill("Look at the components")
    page.locator("main form button").first.click()
    page.wait_for_url("**/gallery/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Gallery")


def test_budget_holder_finds_the_answer(page_as: Any) -> None:
    page = page_as("budget-holder")
    page.goto("/home/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Your turn").click()
    page.get_by_label("Where do you live?").select_option("kernow")
    main(page).get_by_role("button", name="Next").click()
    page.get_by_label("A person with significant mental health needs").check()
    main(page).get_by_role("button", name="Show the answer").click()
    page.wait_for_url("**/your-turn/kernow/mental-health/")
    expect(main(page)).to_contain_text("The answer")
    main(page).get_by_role("link", name="Easy Read").click()
    expect(main(page)).to_contain_text("A personal health budget is money for your care.")


def test_signing_out_closes_what_was_open(page_as: Any, site: Site) -> None:
    page = page_as(own=True)
    sign_in(page, site, "peer-supporter")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/")
    page.goto("/home/")
    assert "/account/login/" in page.url


Opener = Callable[..., Page]


def test_without_javascript_a_plan_is_changed(page_as: Opener, site: Site) -> None:
    page = page_as(java_script_enabled=False)
    sign_in(page, site, "area-lead")
    change_plan(page, "Write to every family", "The letter is ready at last.")
    expect(main(page)).to_contain_text("Write to every family")


def test_without_javascript_a_load_is_followed_to_its_end(page_as: Opener, site: Site, tmp_path: Path) -> None:
    page = page_as(java_script_enabled=False)
    sign_in(page, site, "network-manager")
    load(page, zipped(SOUTH_WEST, tmp_path / "again.zip"))
    for _ in range(60):
        if "11 areas in the folder" in main(page).inner_text():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(main(page)).to_contain_text("11 areas in the folder")
