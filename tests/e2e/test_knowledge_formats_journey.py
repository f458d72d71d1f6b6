"""A reader takes a resource in as they can: in Easy Read, in large print, in their language."""

import io
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Page, expect

from files import pdf
from tests.e2e.site import Site


def read_in_easy_read_and_print_large(reader: Page, address: str) -> bytes:
    """The steps of a reader from a resource's page to its large print; returns the PDF."""
    reader.goto(address)
    reader.get_by_role("link", name="Read this page in Easy Read").click()
    ideas = reader.get_by_role("main").get_by_role("listitem")
    expect(ideas.filter(has_text="Talk with the person first.").locator("svg")).to_be_visible()
    reader.get_by_role("link", name="Read the full page").click()
    expect(reader).to_have_url(reader.url)
    with reader.expect_download() as download:
        reader.get_by_role("link", name="Large print (PDF)").click()
    return download.value.path().read_bytes()


@pytest.mark.skipif(bool(pdf.why_not()), reason=f"no PDF here: {pdf.why_not()}")
def test_a_reader_switches_to_easy_read_and_prints_large_print(page_as: Any, site: Site) -> None:
    reader = page_as("", java_script_enabled=False)

    printed = read_in_easy_read_and_print_large(reader, site.facts["knowledge-resource"])

    assert "Talk first" in pypdf.PdfReader(io.BytesIO(printed)).pages[0].extract_text()
