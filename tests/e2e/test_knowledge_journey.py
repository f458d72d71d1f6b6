"""Making a resource together: a draft, a reviewer's private link, the accessibility check, the editor's decision."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e import axe
from tests.e2e.site import Site

REVIEWER = "lived-experience@example.org"


def main(page: Page) -> Locator:
    return page.get_by_role("main")


def save_draft(page: Page) -> None:
    """Wagtail's own button; it answers in the page."""
    page.get_by_role("button", name="Save draft").first.click()
    expect(page.locator("[data-side-panel], .w-messages, .messages").first).to_be_attached()
    page.wait_for_load_state("networkidle")


def in_the_menu(page: Page, words: str) -> None:
    """A choice beside "Save draft"."""
    page.locator("footer").get_by_role("button", name="More actions").or_(
        page.locator("footer [data-w-dropdown-target='toggle']")
    ).first.click()
    with page.expect_navigation():
        page.get_by_role("button", name=words).first.click()


def test_a_budget_holder_proposes_and_a_draft_is_begun(page_as: Any) -> None:
    holder = page_as("budget-holder", java_script_enabled=False)
    holder.goto("/knowledge/")
    main(holder).get_by_role("link", name="Propose a resource").click()
    holder.get_by_label("What should it be called?").fill("What to bring to a first talk")
    holder.get_by_label("What would it help with?").fill("I would have brought my sister.")
    holder.get_by_label("Person with a personal budget").check()
    main(holder).get_by_role("button", name="Send the proposal").click()
    expect(main(holder)).to_contain_text("You will hear what comes of it.")

    editor = page_as("knowledge-editor")
    editor.goto("/knowledge/proposals/?state=new")
    main(editor).get_by_role("link", name="What to bring to a first talk").click()
    editor.get_by_label("Begin a draft of this kind").select_option("Guidance")
    main(editor).get_by_role("button", name="Begin a draft").click()
    expect(main(editor)).to_contain_text("Nobody has been asked yet.")
    expect(main(editor)).to_contain_text("Proposed it")

    holder.goto("/knowledge/proposals/mine/")
    expect(main(holder)).to_contain_text("Taken up")


def test_a_resource_is_made_together_from_draft_to_publication(page_as: Any, site: Site) -> None:
    editor = page_as("knowledge-editor")
    editor.goto(site.facts["cms-journey"])
    editor.locator("#id_summary").fill("Where people can rest for a while, and whom to ask.")
    in_the_menu(editor, "Submit to Co-production")

    editor.goto(site.facts["making-journey"])
    main(editor).get_by_role("link", name="Ask somebody with lived experience").or_(
        main(editor).get_by_role("button", name="Ask somebody with lived experience")
    ).click()
    editor.get_by_label("Their e-mail address").fill(REVIEWER)
    editor.get_by_label("Family member or carer").check()
    main(editor).get_by_role("button", name="Send the link").click()
    expect(main(editor)).to_contain_text(f"{REVIEWER} has been sent a link.")

    link = [line for line in site.mails_to(REVIEWER)[-1].splitlines() if "/knowledge/review/" in line][0]
    path = "/knowledge/review/" + link.split("/knowledge/review/")[1].strip()
    reviewer = page_as("", java_script_enabled=False)
    reviewer.goto(path)
    main(reviewer).get_by_role("link", name="Read the page as readers will see it").click()
    expect(main(reviewer)).to_contain_text("Where people can rest for a while")
    reviewer.goto(path)
    reviewer.get_by_label("Something should change").check()
    main(reviewer).get_by_role("button", name="Send my answer").click()
    expect(main(reviewer)).to_contain_text("Say what should change. A few words are enough.")
    reviewer.get_by_label("What should change, or what would you like to say?").fill("Say that it is free.")
    main(reviewer).get_by_role("button", name="Send my answer").click()
    expect(main(reviewer)).to_contain_text("The people who write the page read what you said.")

    editor.goto(site.facts["making-journey"])
    expect(main(editor)).to_contain_text("Say that it is free.")
    editor.goto(site.facts["cms-journey"])
    editor.locator("#id_summary").fill("Where people can rest for a while. It is free.")
    in_the_menu(editor, "Resubmit to Review with lived experience")
    reviewer.goto(path)
    reviewer.get_by_label("I agree with this page").check()
    main(reviewer).get_by_role("button", name="Send my answer").click()
    expect(main(reviewer)).to_contain_text("You have agreed with this page.")

    editor.goto(site.facts["making-journey"])
    expect(main(editor)).to_contain_text("A picture has no description.")
    expect(main(editor).get_by_role("button", name="I have looked at the page, and it passes")).to_have_count(0)
    editor.goto(site.facts["cms-journey"])
    editor.locator("[name$=-alt_text]").fill("A blue bench below a tree.")
    save_draft(editor)
    editor.goto(site.facts["making-journey"])
    expect(main(editor)).not_to_contain_text("A picture has no description.")
    main(editor).get_by_role("button", name="I have looked at the page, and it passes").click()
    expect(main(editor)).to_contain_text("The accessibility check is passed.")

    editor.goto(site.facts["cms-journey"])
    in_the_menu(editor, "Publish")
    reader = page_as("", own=True)
    reader.goto("/knowledge/a-place-to-rest/")
    expect(main(reader)).to_contain_text("Where people can rest for a while. It is free.")
    expect(main(reader).get_by_role("img", name="A blue bench below a tree.")).to_be_visible()
    expect(main(reader)).to_contain_text("Family member or carer. Agreed it, from lived experience.")


def test_what_we_add_to_the_editor_has_no_fault_that_axe_finds(page_as: Any, site: Site) -> None:
    page = page_as("knowledge-editor")
    page.goto(site.facts["cms-resource"])
    page.evaluate(axe.LOADED)

    found = page.evaluate(
        "options => axe.run('[data-how-it-is-made]', options).then(all => all.violations.map(each => each.id))",
        axe.RULES,
    )

    assert found == []
